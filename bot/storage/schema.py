"""Brings a database's tables to the version that this code needs, and tells whether they are."""

from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory

from bot.errors import NotReady
from bot.storage.database import Database

MIGRATIONS = Path(__file__).parent / "migrations"


def migrate(database: Database) -> None:
    """Apply the migrations that are missing, all in one transaction."""
    with database.write() as session:
        config = _config()
        config.attributes["connection"] = session.connection()
        command.upgrade(config, "head")


def is_current(database: Database) -> bool:
    """Tell whether every migration has been applied."""
    with database.read() as session:
        applied = MigrationContext.configure(session.connection()).get_current_revision()
    return applied == ScriptDirectory.from_config(_config()).get_current_head()


def require_current(database: Database) -> None:
    """Go on only with a database that fits this code.

    Raises:
        NotReady: migrations are missing.
    """
    if not is_current(database):
        raise NotReady("The database is not up to date. Run `ssi migrate`, then try again.")


def _config() -> Config:
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    return config
