"""How near storage comes to what the database can do: `uv run python -m tests.bench.storage`.

Each figure is a ratio to a floor that runs in turn with it on the same machine and data: recording
against one sorted `executemany` of the bare rows, tallying against one read of the rows it adds up.
"""

import random
import sqlite3
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from statistics import median

from bot.activity import Activity, Source
from bot.storage import Database, Store
from bot.storage.recordings import Batch
from bot.storage.schema import migrate
from bot.storage.times import to_day
from scoring.model import Kind
from scoring.rulebook import shipped

NOW = datetime(2026, 11, 18, 12, tzinfo=UTC)
MEMBERS = 100
ACTIVITIES = 1_000
ROUNDS = 5


def activities(chance: random.Random) -> list[Activity]:
    """Make a member's year."""
    kinds = [kind for kind in Kind if not kind.is_state]
    return [
        Activity(
            kind=chance.choice(kinds),
            day=(NOW - timedelta(days=chance.randrange(365))).date(),
            ref=chance.getrandbits(62),
            counterpart=chance.getrandbits(20),
        )
        for _ in range(ACTIVITIES)
    ]


def empty_store(folder: Path, name: str) -> tuple[Store, int]:
    """Make a store with a workspace and its members."""
    database = Database(f"sqlite:///{folder / name}.sqlite3")
    migrate(database)
    store = Store(database)
    workspace = store.workspaces.ensure("T1", "Bench", "UTC", NOW).workspace_id
    for number in range(MEMBERS):
        store.members.ensure(
            workspace, slack_id=f"U{number}", name="M", email=None, zone="UTC", now=NOW
        )
    return store, workspace


def record(store: Store, workspace: int, years: list[list[Activity]]) -> None:
    """Record each member's year, as an import does."""
    for member, year in enumerate(years, start=1):
        batch = Batch(Source.CSV, "bench", "bench", NOW.date(), year, frozenset(Kind))
        store.recordings.record(workspace, member, batch, NOW)


def insert_bare_rows(store: Store, years: list[list[Activity]]) -> None:
    """Insert the same rows with nothing around them: the floor of recording."""
    connection = sqlite3.connect(str(store.database.url.database))
    statement = "INSERT INTO activity VALUES (?, ?, ?, ?, ?, 1, ?, ?, ?, ?)"
    for member, year in enumerate(years, start=1):
        rows = sorted(
            (1, member, a.kind, to_day(a.day), a.ref, Source.CSV, a.quantity, a.counterpart, None)
            for a in year
        )
        with connection:
            connection.executemany(statement, rows)
    connection.close()


def read_bare_rows(store: Store) -> None:
    """Read the rows of the longest window: the floor of tallying."""
    first, last = to_day(NOW.date()) - 89, to_day(NOW.date())
    with store.database.read() as session:
        session.connection().exec_driver_sql(
            "SELECT member_id, kind, day, quantity, counterpart FROM activity "
            "WHERE workspace_id = 1 AND day BETWEEN ? AND ?",
            (first, last),
        ).fetchall()


def seconds(work: Callable[..., object], *given: object) -> float:
    """Time one run."""
    begun = time.perf_counter()
    work(*given)
    return time.perf_counter() - begun


def one_round(folder: Path, years: list[list[Activity]]) -> dict[str, tuple[float, float]]:
    """Time each work and its floor once, on fresh files."""
    store, workspace = empty_store(folder, f"recorded-{time.time_ns()}")
    bare, _ = empty_store(folder, f"bare-{time.time_ns()}")
    recording = seconds(record, store, workspace, years)
    inserting = seconds(insert_bare_rows, bare, years)
    tallying = seconds(store.tallies.on, workspace, shipped()[-1], NOW.date(), 10**6)
    reading = seconds(read_bare_rows, store)
    store.database.close()
    bare.database.close()
    return {"recording": (recording, inserting), "tallying": (tallying, reading)}


def main() -> None:
    """Print each ratio to its floor: medians of interleaved rounds."""
    years = [activities(random.Random(number)) for number in range(MEMBERS)]  # noqa: S311 - no secret
    with tempfile.TemporaryDirectory() as folder:
        rounds = [one_round(Path(folder), years) for _ in range(ROUNDS)]
    for name in rounds[0]:
        took = median(each[name][0] for each in rounds)
        ratio = median(each[name][0] / each[name][1] for each in rounds)
        print(  # noqa: T201 - the output of a command
            f"{name}: {took * 1000:.0f} ms, {ratio:.1f} × its floor, "
            f"{MEMBERS * ACTIVITIES:,} activities"
        )


if __name__ == "__main__":
    main()
