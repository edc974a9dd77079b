"""The connection to the database: how transactions begin and end."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import Connection, Insert
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
        self._reach()

    @property
    def address(self) -> str:
        """The URL as people write it, without the password."""
        url = self.url.set(drivername=self.url.get_backend_name())
        return url.render_as_string(hide_password=True)

    @contextmanager
    def read(self) -> Iterator[Session]:
        """Open a transaction that only reads, and sees one state of the database."""
        with self._reading.connect() as connection, _session(connection) as session:
            yield session

    @contextmanager
    def write(self) -> Iterator[Session]:
        """Open a transaction that is committed at the end, or undone by an exception."""
        with self._writing.begin() as connection, _session(connection) as session:
            yield session
            session.flush()

    @contextmanager
    def rehearse(self) -> Iterator["Database"]:
        """Open a writing transaction as a database of its own, of which nothing stays."""
        with self._writing.connect() as connection, connection.begin() as transaction:
            yield _Rehearsal(self, connection)
            transaction.rollback()

    def insert_new(self, table: type[SQLModel]) -> Insert:
        """Begin an INSERT that leaves a row alone whose key is there already."""
        insert = sqlite.insert if self.is_sqlite else postgresql.insert
        return insert(table).on_conflict_do_nothing()

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
            raise NotReady(
                f"The database {self.address} cannot be opened: {reason}. Check DATABASE_URL."
            ) from None


class _Rehearsal(Database):
    """All that is done with it is one transaction."""

    keeps = False

    def __init__(self, database: Database, connection: Connection) -> None:
        """Work within a transaction that was begun on a connection."""
        self.engine, self.url, self.is_sqlite = database.engine, database.url, database.is_sqlite
        self._connection = connection

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


def _session(connection: Connection) -> Session:
    return Session(connection, expire_on_commit=False, autoflush=False)
