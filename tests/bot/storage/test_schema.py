"""Migrations lead to exactly the tables that the code expects, and can be run again."""

from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlmodel import SQLModel

from bot.errors import NotReady
from bot.storage import Database, Store
from bot.storage.schema import is_current, migrate, require_current


def test_the_migrations_make_the_tables(store: Store) -> None:
    with store.database.read() as session:
        context = MigrationContext.configure(session.connection())

        assert compare_metadata(context, SQLModel.metadata) == []


def test_every_key_begins_with_the_workspace() -> None:
    tables = SQLModel.metadata.tables.values()

    assert {next(iter(table.primary_key.columns)).name for table in tables} == {"workspace_id"}


def test_migrating_twice_changes_nothing(store: Store) -> None:
    migrate(store.database)

    assert is_current(store.database)


def test_a_database_without_tables_is_refused_with_the_way_out(tmp_path: Path) -> None:
    database = Database(f"sqlite:///{tmp_path / 'empty.sqlite3'}")

    with pytest.raises(NotReady, match="ssi migrate"):
        require_current(database)
    database.close()
