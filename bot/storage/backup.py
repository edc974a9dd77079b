"""Backups of an SQLite database: made while it is at work, looked at, and put in its place."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from urllib.parse import quote

from alembic.script import ScriptDirectory

from bot.errors import BadInput, NotReady
from bot.storage.database import Database
from bot.storage.engine import WAIT_SECONDS
from bot.storage.schema import MIGRATIONS, VERSION_TABLE

OWN = 0o600
"""A backup holds what the database does: it is for its owner's eyes alone."""


def back_up(database: Database, file: Path) -> None:
    """Copy the database as it is at one moment, whoever writes meanwhile, into a new file.

    Raises:
        BadInput: there is such a file already.
        NotReady: the file cannot be written.
    """
    try:
        file.touch(OWN, exist_ok=False)
    except FileExistsError:
        raise BadInput(f"{file} is there already. Choose another name, or move it away.") from None
    except OSError as error:
        raise NotReady(f"{file} cannot be written ({error.strerror}).") from None
    try:
        with _opened(database.url.database or "") as source, _opened(str(file)) as copy:
            source.backup(copy)
            copy.execute("PRAGMA journal_mode = DELETE")  # so that one file is all of it
    except sqlite3.Error as error:
        file.unlink()
        raise NotReady(f"No backup was made ({error}). Mend that, and try again.") from None


def put_back(file: Path, database: Database) -> None:
    """Make the database what a backup holds, all of it or nothing.

    Raises:
        BadInput: the file is no sound backup that this version knows; the database is as before.
        NotReady: somebody is at work on the database.
    """
    look_at(file)
    try:
        with _reading(file) as source, _opened(database.url.database or "") as target:
            source.backup(target)
    except sqlite3.Error as error:
        raise NotReady(f"Nothing was put back ({error}). Stop the bot, and try again.") from None


def look_at(file: Path) -> None:
    """See to it that a file is a database of ours, sound, and not newer than this version.

    Raises:
        BadInput: it is not; the sentence says why.
    """
    if not file.is_file():
        raise BadInput(f"There is no file {file}.")
    try:
        with _reading(file) as source:
            sound = source.execute("PRAGMA quick_check").fetchone() == ("ok",)
            found = source.execute(f"SELECT version_num FROM {VERSION_TABLE}").fetchone()  # noqa: S608 - a name of ours
    except sqlite3.Error:
        sound, found = False, None
    if not sound:
        raise BadInput(f"{file} is no backup of OpenSSI, or it is damaged. Take another one.")
    known = {script.revision for script in ScriptDirectory(str(MIGRATIONS)).walk_revisions()}
    if found is None or found[0] not in known:
        raise BadInput(f"{file} was made by another version of OpenSSI. Install that, or a newer.")


@contextmanager
def _reading(file: Path) -> Iterator[sqlite3.Connection]:
    """Open a file that is to stay as it is, and beside which nothing is to be made."""
    with _opened(f"file:{quote(str(file.resolve()))}?mode=ro&immutable=1") as connection:
        yield connection


@contextmanager
def _opened(address: str) -> Iterator[sqlite3.Connection]:
    connection = sqlite3.connect(
        address, timeout=WAIT_SECONDS, uri=address.startswith("file:"), isolation_level=None
    )
    with closing(connection):
        yield connection
