"""The connection to the database: how transactions begin and end, on each engine."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError, DBAPIError
from sqlalchemy.pool import ConnectionPoolEntry
from sqlmodel import Session

from bot.errors import NotReady

SQLITE_WAITS_SECONDS = 15


class Database:
    """Opens transactions; writing ones take SQLite's write lock at once, so none dies half-way."""

    def __init__(self, url: str) -> None:
        """Connect to the database of this URL; the folder of an SQLite file is made.

        Raises:
            NotReady: there is none that could be opened; the sentence says why.
        """
        self.url, self.engine = _engine(url)
        self.is_sqlite = self.url.get_backend_name() == "sqlite"
        if self.is_sqlite:
            event.listen(self.engine, "connect", _prepare_sqlite)
            event.listen(self.engine, "begin", _begin_sqlite)
        self._writing = self.engine.execution_options(sqlite_begin="IMMEDIATE")
        self._reach()

    @contextmanager
    def read(self) -> Iterator[Session]:
        """Open a transaction that only reads."""
        with self.engine.connect() as connection, _session(connection) as session:
            yield session

    @contextmanager
    def write(self) -> Iterator[Session]:
        """Open a transaction that is committed at the end, or undone by an exception."""
        with self._writing.begin() as connection, _session(connection) as session:
            yield session
            session.flush()

    def close(self) -> None:
        """Close every pooled connection."""
        self.engine.dispose()

    def _reach(self) -> None:
        try:
            if self.is_sqlite and self.url.database:
                Path(self.url.database).parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            with self.read():
                pass
        except (DBAPIError, OSError) as error:
            self.close()
            reason = str(error.orig if isinstance(error, DBAPIError) else error).split("\n")[0]
            where = self.url.render_as_string(hide_password=True)
            raise NotReady(
                f"The database {where} cannot be opened: {reason}. Check DATABASE_URL."
            ) from None


def _engine(url: str) -> tuple[URL, Engine]:
    """Make the engine of a URL; its errors and log do not quote what is stored."""
    try:
        parsed = make_url(url)
        return parsed, create_engine(parsed, hide_parameters=True)
    except ArgumentError:
        raise NotReady(
            "DATABASE_URL is no database's address. Write it as sqlite:////folder/openssi.sqlite3."
        ) from None
    except ModuleNotFoundError as error:
        raise NotReady(
            f"DATABASE_URL needs the Python package {error.name}. Install it, or use SQLite."
        ) from None


def _session(connection: Connection) -> Session:
    return Session(connection, expire_on_commit=False, autoflush=False)


def _prepare_sqlite(connection: sqlite3.Connection, _entry: ConnectionPoolEntry) -> None:
    connection.isolation_level = None  # we say BEGIN ourselves
    for pragma in (
        "journal_mode=WAL",
        "synchronous=FULL",
        "foreign_keys=ON",
        f"busy_timeout={SQLITE_WAITS_SECONDS * 1000}",
    ):
        connection.execute(f"PRAGMA {pragma}")


def _begin_sqlite(connection: Connection) -> None:
    mode = connection.get_execution_options().get("sqlite_begin", "DEFERRED")
    connection.exec_driver_sql(f"BEGIN {mode}")
