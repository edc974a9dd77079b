"""Migrations lead to exactly the tables that the code expects, and can be run again."""

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import ForeignKeyConstraint
from sqlalchemy.schema import SchemaItem
from sqlmodel import SQLModel

from bot.errors import NotReady
from bot.storage import Database, Store
from bot.storage.schema import is_current, migrate, require_current
from tests.engines import Databases


def is_no_part(name: str | None, *_: object) -> bool:
    return "_part_" not in str(name)


def refers_to_no_part(found: SchemaItem, *_: object) -> bool:
    """Tell whether it is no foreign key to a part, such as PostgreSQL makes beside the declared."""
    return not isinstance(found, ForeignKeyConstraint) or is_no_part(found.referred_table.name)


def test_the_migrations_make_the_tables(store: Store) -> None:
    with store.database.read() as session:
        context = MigrationContext.configure(
            session.connection(),
            opts={"include_name": is_no_part, "include_object": refers_to_no_part},
        )

        assert compare_metadata(context, SQLModel.metadata) == []


def test_every_key_begins_with_the_workspace() -> None:
    tables = SQLModel.metadata.tables.values()

    assert {next(iter(table.primary_key.columns)).name for table in tables} == {"workspace_id"}


def test_migrating_twice_changes_nothing(store: Store) -> None:
    migrate(store.database)

    assert is_current(store.database)


def test_a_database_without_tables_is_refused_with_the_way_out(databases: Databases) -> None:
    database = Database(databases.empty())

    with pytest.raises(NotReady, match="ssi migrate"):
        require_current(database)
    database.close()
