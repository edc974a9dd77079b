"""A database, a virtual clock and a fake Slack for everything about deliveries."""

from collections.abc import Iterator

import pytest

from bot.storage.database import Database
from bot.storage.deliveries import Deliveries
from tests.bot.delivery.fake_slack import FakeSlack, serve
from tests.bot.delivery.scene import VirtualClock, new_database
from tests.engines import ENGINES, Databases


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Run on SQLite and PostgreSQL; of parts of tables, the tests of storage are enough."""
    if "databases" in metafunc.fixturenames:
        metafunc.parametrize("databases", ENGINES[:2], indirect=True)


@pytest.fixture
def clock() -> VirtualClock:
    return VirtualClock()


@pytest.fixture
def database(databases: Databases) -> Iterator[Database]:
    with new_database(databases.new()) as database:
        yield database


@pytest.fixture
def deliveries(database: Database) -> Deliveries:
    return Deliveries(database)


@pytest.fixture
def slack(clock: VirtualClock) -> Iterator[FakeSlack]:
    with serve(FakeSlack(clock)) as fake:
        yield fake
