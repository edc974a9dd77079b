"""The connection to the database: how transactions begin and end."""

from collections.abc import Hashable, Iterator
from contextlib import ExitStack, closing, contextmanager
from contextvars import ContextVar
from functools import cache
from pathlib import Path

from sqlalchemy import Connection, Engine, Insert
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.exc import DBAPIError
from sqlmodel import Session, SQLModel

from bot.errors import NotReady
from bot.storage.engine import TRANSACTIONS, make_engine


class Database:
    """Opens transactions; writing ones take SQLite's write lock at once, so none dies half-way.

    ``keeps`` is whether what is written stays.
    """

    keeps = True

    def __init__(self, url: str) -> None:
        """Connect to the database of this URL; the folder of an SQLite file is made.

        Raises:
            NotReady: there is none that could be opened; the sentence says why.
        """
        self.engine = make_engine(url)
        self.url = self.engine.url
        self.is_sqlite = self.engine.dialect.name == "sqlite"
        transactions = TRANSACTIONS[self.engine.dialect.name]
        self._reading = self.engine.execution_options(**transactions.reading)
        self._writing = self.engine.execution_options(**transactions.writing)
        self._noting = self.engine.execution_options(**transactions.noting)
        self._one_state: ContextVar[_OneState | None] = ContextVar("one_state", default=None)
        self._reach()

    @property
    def address(self) -> str:
        """The URL as people write it, without the password."""
        url = self.url.set(drivername=self.url.get_backend_name())
        return url.render_as_string(hide_password=True)

    @contextmanager
    def one_state(self) -> Iterator[None]:
        """Read all that is read within in one transaction, of one state of the database.

        Whoever writes within goes on with the state that comes of it.
        """
        with closing(_OneState(self._reading)) as state:
            token = self._one_state.set(state)
            try:
                yield
            finally:
                self._one_state.reset(token)

    @property
    def found(self) -> dict[Hashable, object] | None:
        """What was found in the state that is read from, by what was asked; see `once_a_state`."""
        state = self._one_state.get()
        return state.found if state else None

    @property
    def passwordless(self) -> str:
        """The URL as PostgreSQL's own tools take it; they ask for the password."""
        url = self.url.set(drivername=self.url.get_backend_name())
        return url._replace(password=None).render_as_string()

    @contextmanager
    def read(self) -> Iterator[Session]:
        """Open a transaction that only reads, and sees one state of the database."""
        state = self._one_state.get()
        if state:
            yield state.session()
            return
        with self._reading.connect() as connection, _session(connection) as session:
            yield session

    @contextmanager
    def write(self) -> Iterator[Session]:
        """Open a transaction that is committed at the end, or undone by an exception."""
        with self._commit(self._writing) as session:
            yield session

    @contextmanager
    def note(self) -> Iterator[Session]:
        """Write what a crash of the whole machine may undo, unless something later was written.

        The commit does not wait for the disk. What is written afterwards by `write` lies behind it
        in the database's log, so that it never stays without the note.
        """
        with self._commit(self._noting) as session:
            yield session

    @contextmanager
    def rehearse(self) -> Iterator["Database"]:
        """Open a writing transaction as a database of its own, of which nothing stays."""
        with self._writing.connect() as connection, connection.begin() as transaction:
            yield _Rehearsal(self, connection)
            transaction.rollback()

    def insert_new(self, table: type[SQLModel]) -> Insert:
        """Begin an INSERT that leaves a row alone whose key is there already."""
        return _insert_new(table, is_sqlite=self.is_sqlite)

    def insert_or_replace(self, table: type[SQLModel]) -> Insert:
        """Begin an INSERT that takes the place of a row whose key is there already."""
        return _insert_or_replace(table, is_sqlite=self.is_sqlite)

    def close(self) -> None:
        """Close every pooled connection."""
        self.engine.dispose()

    @contextmanager
    def _commit(self, engine: Engine) -> Iterator[Session]:
        state = self._one_state.get()
        if state:
            state.close()
        token = self._one_state.set(None)
        try:
            with engine.begin() as connection, _session(connection) as session:
                yield session
                session.flush()
        finally:
            self._one_state.reset(token)

    def _reach(self) -> None:
        try:
            if self.is_sqlite and self.url.database:
                Path(self.url.database).parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            with self.read():
                pass
        except (DBAPIError, OSError) as error:
            self.close()
            reason = str(error.orig if isinstance(error, DBAPIError) else error).split("\n")[0]
            raise NotReady(
                f"The database {self.address} cannot be opened: {reason}. Check DATABASE_URL."
            ) from None


class _OneState:
    """A reading transaction that begins when somebody reads, and anew after it was closed."""

    def __init__(self, reading: Engine) -> None:
        """Read through an engine."""
        self.found: dict[Hashable, object] = {}
        self._reading = reading
        self._open = ExitStack()
        self._session: Session | None = None

    def session(self) -> Session:
        """Give the session in which everybody reads."""
        if self._session is None:
            connection = self._open.enter_context(self._reading.connect())
            self._session = self._open.enter_context(_session(connection))
        return self._session

    def close(self) -> None:
        """End the transaction, if one is open."""
        self.found.clear()
        self._session = None
        self._open.close()


class _Rehearsal(Database):
    """All that is done with it is one transaction."""

    keeps = False
    found = None

    def __init__(self, database: Database, connection: Connection) -> None:
        """Work within a transaction that was begun on a connection."""
        self.engine, self.url, self.is_sqlite = database.engine, database.url, database.is_sqlite
        self._connection = connection

    @contextmanager
    def one_state(self) -> Iterator[None]:
        """Read as ever: it is one transaction in any case."""
        yield

    @contextmanager
    def read(self) -> Iterator[Session]:
        """See what was done so far."""
        with _session(self._connection) as session:
            yield session

    @contextmanager
    def write(self) -> Iterator[Session]:
        """Do something that whoever reads in here sees."""
        with _session(self._connection) as session:
            yield session
            session.flush()

    note = write


@cache
def _insert_new(table: type[SQLModel], *, is_sqlite: bool) -> Insert:
    insert = sqlite.insert if is_sqlite else postgresql.insert
    return insert(table).on_conflict_do_nothing()


@cache
def _insert_or_replace(table: type[SQLModel], *, is_sqlite: bool) -> Insert:
    insert = (sqlite.insert if is_sqlite else postgresql.insert)(table)
    columns = SQLModel.metadata.tables[str(table.__tablename__)].columns
    return insert.on_conflict_do_update(
        index_elements=[column for column in columns if column.primary_key],
        set_={
            column.name: insert.excluded[column.name]
            for column in columns
            if not column.primary_key
        },
    )


def _session(connection: Connection) -> Session:
    return Session(connection, expire_on_commit=False, autoflush=False)
