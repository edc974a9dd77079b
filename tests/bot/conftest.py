"""What tests of the bot share: a migrated store, and a member in it."""

import shutil
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.storage import Database, Store
from bot.storage.schema import migrate
from bot.storage.tables import Member, Workspace

NOW = datetime(2026, 11, 18, 12, tzinfo=UTC)


@pytest.fixture(scope="session")
def migrated(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database file with all tables, to be copied: migrating anew takes far longer."""
    file = tmp_path_factory.mktemp("migrated") / "test.sqlite3"
    database = Database(f"sqlite:///{file}")
    migrate(database)
    database.close()
    return file


@pytest.fixture
def store(tmp_path: Path, migrated: Path) -> Iterator[Store]:
    database = Database(f"sqlite:///{shutil.copy(migrated, tmp_path)}")
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
