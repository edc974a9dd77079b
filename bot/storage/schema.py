"""Brings a database's tables to the version that this code needs, and tells whether they are."""

from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from alembic.util import CommandError
from sqlalchemy import Connection, inspect, text
from sqlalchemy.exc import DBAPIError, IntegrityError, ProgrammingError

from bot.errors import NotReady
from bot.storage.database import Database

MIGRATIONS = Path(__file__).parent / "migrations"
VERSION_TABLE = "alembic_version"


def migrate(database: Database) -> None:
    """Apply the migrations that are missing, in one transaction, of several processes one by one.

    Raises:
        NotReady: the database's user may not make tables, or its tables are of a newer version.
    """
    if not database.is_sqlite:
        _make_version_table(database)
    with database.write() as session:
        connection = session.connection()
        if not database.is_sqlite:  # whose writers wait for one another anyway
            connection.execute(text(f"LOCK TABLE {VERSION_TABLE} IN EXCLUSIVE MODE"))
        try:
            command.upgrade(_config(connection), "head")
        except CommandError:
            raise NotReady(
                "The database was made by another version of OpenSSI. Install that one, or a newer."
            ) from None


def is_new(database: Database) -> bool:
    """Tell whether no migration was ever applied."""
    return _applied(database) is None


def is_current(database: Database) -> bool:
    """Tell whether every migration has been applied."""
    return _applied(database) == ScriptDirectory.from_config(_config()).get_current_head()


def require_current(database: Database) -> None:
    """Go on only with a database that fits this code.

    Raises:
        NotReady: migrations are missing.
    """
    if not is_current(database):
        raise NotReady("The database is not up to date. Run `ssi migrate`, then try again.")


def why_not_ready(database: Database) -> str | None:
    """Tell why nothing can be answered from a database just now; None when all is well."""
    try:
        require_current(database)
    except NotReady as error:
        return str(error)
    except DBAPIError as error:
        reason = str(error.orig).split("\n")[0]
        return f"The database {database.address} cannot be reached: {reason}."
    return None


def _applied(database: Database) -> str | None:
    with database.read() as session:
        return MigrationContext.configure(session.connection()).get_current_revision()


def _make_version_table(database: Database) -> None:
    """Make the table that tells the version, if it is missing, so that it can be locked.

    Where two processes make it at once, PostgreSQL refuses one of them, whatever it was told of
    tables that exist; then it is there.
    """
    try:
        with database.write() as session:
            command.ensure_version(_config(session.connection()))
    except (IntegrityError, ProgrammingError) as error:
        with database.read() as session:
            if not inspect(session.connection()).has_table(VERSION_TABLE):
                reason = str(error.orig).split("\n")[0]
                raise NotReady(
                    f"The tables cannot be made: {reason}. "
                    "Give the user of DATABASE_URL the right to make them, then try again."
                ) from None


def _config(connection: Connection | None = None) -> Config:
    config = Config(attributes={"connection": connection})
    config.set_main_option("script_location", str(MIGRATIONS))
    return config
