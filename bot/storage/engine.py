"""The engines: how SQLite and PostgreSQL are reached, and what a transaction is on each."""

import sqlite3
from dataclasses import dataclass
from typing import TypeAlias, cast

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.engine import URL, ExceptionContext, make_url
from sqlalchemy.exc import ArgumentError
from sqlalchemy.pool import ConnectionPoolEntry

from bot.errors import NotReady

WAIT_SECONDS = 15
"""How long SQLite waits for its write lock, and PostgreSQL's server is given to answer at all."""

CONNECTIONS = 20
"""How many connections to its database a process keeps: about one for each thread that asks."""


Options: TypeAlias = dict[str, str | bool | tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Transactions:
    """The SQLAlchemy options of transactions that only read, of those that write, and of notes.

    The commit of a note does not wait for the disk. ``begin`` is what the driver is told first.
    """

    reading: Options
    writing: Options
    noting: Options


_WRITING: Options = {"isolation_level": "READ COMMITTED", "preserve_rowcount": True}

TRANSACTIONS = {
    "sqlite": Transactions(
        reading={"begin": ("BEGIN DEFERRED",)},
        writing={"begin": ("PRAGMA synchronous=FULL", "BEGIN IMMEDIATE")},
        noting={"begin": ("PRAGMA synchronous=NORMAL", "BEGIN IMMEDIATE")},
    ),
    # Whatever the server's own defaults are: a reader sees one state of the database, as on SQLite;
    # a writer that has waited for a workspace's lock sees what was committed meanwhile.
    "postgresql": Transactions(
        reading={"isolation_level": "REPEATABLE READ", "postgresql_readonly": True},
        writing=_WRITING,
        noting={**_WRITING, "begin": ("SET LOCAL synchronous_commit TO OFF",)},
    ),
}


def make_engine(address: str) -> Engine:
    """Make the engine of a URL; its errors and log do not quote what is stored.

    Raises:
        NotReady: it is no address of SQLite or PostgreSQL.
    """
    try:
        url = make_url(address)
    except ArgumentError:
        raise _no_address() from None
    if url.drivername in {"postgres", "postgresql"}:
        url = url.set(drivername="postgresql+psycopg")
    try:
        if url.drivername == "postgresql+psycopg":
            return _postgresql(url)
        if url.get_backend_name() == "sqlite":
            return _sqlite(url)
    except ArgumentError:
        raise _no_address() from None
    raise NotReady(f"DATABASE_URL says {url.drivername}. {_WAYS}")


_WAYS = (
    "Write it as sqlite:////folder/openssi.sqlite3 or as postgresql://user:password@host/database."
)


def _no_address() -> NotReady:
    return NotReady(f"DATABASE_URL is no database's address. {_WAYS}")


def _postgresql(url: URL) -> Engine:
    # Unless the URL says for how long to wait.
    waits = {} if "connect_timeout" in url.query else {"connect_timeout": WAIT_SECONDS}
    engine = create_engine(
        url,
        hide_parameters=True,
        pool_size=CONNECTIONS,
        pool_pre_ping=True,  # so that a restart of the server costs nobody an answer
        connect_args=waits,
    )
    event.listen(engine, "begin", _begin)
    event.listen(engine, "handle_error", _leave_out_details)
    return engine


def _leave_out_details(context: ExceptionContext) -> None:
    """Keep the first line of what PostgreSQL says: the details below it quote what is stored."""
    error = context.sqlalchemy_exception
    if error is not None:
        error.args = (str(error.args[0]).split("\n", maxsplit=1)[0],)


def _sqlite(url: URL) -> Engine:
    engine = create_engine(
        url,
        hide_parameters=True,
        pool_size=CONNECTIONS,  # those beyond would be made and prepared anew each time
        connect_args={"timeout": WAIT_SECONDS},
    )
    event.listen(engine, "connect", _prepare_sqlite)
    event.listen(engine, "begin", _begin)
    return engine


def _prepare_sqlite(connection: sqlite3.Connection, _entry: ConnectionPoolEntry) -> None:
    connection.isolation_level = None  # we say BEGIN ourselves
    for pragma in ("journal_mode=WAL", "foreign_keys=ON"):
        connection.execute(f"PRAGMA {pragma}")


def _begin(connection: Connection) -> None:
    """Begin as a transaction's options say; the driver itself is told, which costs least."""
    driver = cast("sqlite3.Connection", connection.connection.driver_connection)
    for said in connection.get_execution_options().get("begin", ()):
        driver.execute(said)
