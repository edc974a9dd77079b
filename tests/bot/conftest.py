"""What tests of the bot share: a migrated store, and a member in it."""

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest

from bot.storage import Database, Store
from bot.storage.tables import Member, Workspace
from tests.engines import Databases

NOW = datetime(2026, 11, 18, 12, tzinfo=UTC)


@pytest.fixture
def store(databases: Databases) -> Iterator[Store]:
    database = Database(databases.new())
    yield Store(database)
    database.close()


@pytest.fixture
def workspace(store: Store) -> Workspace:
    return store.workspaces.ensure("T1", "Acme", "Europe/Berlin", NOW)


@pytest.fixture
def member(store: Store, workspace: Workspace) -> Member:
    return store.members.ensure(
        workspace.workspace_id or 0,
        slack_id="U1",
        name="Ana",
        email="ana@example.com",
        zone="Europe/Berlin",
        now=NOW,
    )
