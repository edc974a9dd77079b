"""A database, a virtual clock and a fake Slack for everything about deliveries."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.storage.database import Database
from bot.storage.deliveries import Deliveries
from tests.bot.delivery.fake_slack import FakeSlack, serve
from tests.bot.delivery.scene import VirtualClock, new_database


@pytest.fixture
def clock() -> VirtualClock:
    return VirtualClock()


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    with new_database(tmp_path / "ssi.sqlite3") as database:
        yield database


@pytest.fixture
def deliveries(database: Database) -> Deliveries:
    return Deliveries(database)


@pytest.fixture
def slack(clock: VirtualClock) -> Iterator[FakeSlack]:
    with serve(FakeSlack(clock)) as fake:
        yield fake
