"""How near storage comes to what the database can do: `uv run python -m tests.bench.storage`.

Each figure is a ratio to a floor that runs in turn with it on the same machine and data: recording
against one sorted `executemany` of the bare rows, tallying against one read of the rows it adds up.
Importing is all of it, from a CSV file to the last commit, for comparison with recording alone.
Recording that takes more than three times its floor is a failure.
"""

import argparse
import random
import sqlite3
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from statistics import median

from bot.activity import Activity, Source
from bot.answers.data.importing import import_file
from bot.answers.desk import Desk
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
AT_MOST = 3
"""How many times its floor recording may take."""

SIZES = ((MEMBERS, ACTIVITIES), (1, 100_000), (1, 1_000_000))
"""How many members, and how many activities each brings in at once."""


def activities(chance: random.Random, count: int = ACTIVITIES) -> list[Activity]:
    """Make a member's year."""
    kinds = [kind for kind in Kind if not kind.is_state]
    return [
        Activity(
            kind=chance.choice(kinds),
            day=(NOW - timedelta(days=chance.randrange(365))).date(),
            ref=chance.getrandbits(62),
            counterpart=chance.getrandbits(20),
        )
        for _ in range(count)
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


def reactions(file: Path, count: int) -> None:
    """Write a file of reactions, as LinkedIn does."""
    with file.open("w", encoding="utf-8") as csv:
        csv.write("Date,Type,Link\n")
        for number in range(count):
            moment = NOW.replace(tzinfo=None) - timedelta(minutes=number)
            post = f"https://www.linkedin.com/feed/update/urn%3Ali%3Aactivity%3A7{number // 3:018}"
            csv.write(f"{moment},LIKE,{post}\n")


def import_csv(store: Store, workspace: int, file: Path) -> None:
    """Bring a file in, as `ssi import` does."""
    desk = Desk(store, shipped(), store.workspaces.all()[0], NOW)
    member = store.members.all(workspace)[0]
    import_file(desk, member, file, "Reactions.csv", by="bench")


def one_round(folder: Path, years: list[list[Activity]]) -> dict[str, tuple[float, float]]:
    """Time each work and its floor once, on fresh files."""
    store, workspace = empty_store(folder, f"recorded-{time.time_ns()}")
    bare, _ = empty_store(folder, f"bare-{time.time_ns()}")
    other, _ = empty_store(folder, f"imported-{time.time_ns()}")
    file = folder / "Reactions.csv"
    reactions(file, sum(map(len, years)))
    recording = seconds(record, store, workspace, years)
    inserting = seconds(insert_bare_rows, bare, years)
    importing = seconds(import_csv, other, workspace, file)
    tallying = seconds(store.tallies.on, workspace, shipped()[-1], NOW.date(), 10**6)
    reading = seconds(read_bare_rows, store)
    for each in (store, bare, other):
        each.database.close()
    return {
        "recording": (recording, inserting),
        "importing": (importing, inserting),
        "tallying": (tallying, reading),
    }


def report(folder: Path, members: int, each: int, rounds: int) -> bool:
    """Print each ratio to its floor, medians of interleaved rounds; tell whether all is well."""
    years = [activities(random.Random(number), each) for number in range(members)]  # noqa: S311 - no secret
    found = []
    for _ in range(rounds):
        with tempfile.TemporaryDirectory(dir=folder) as fresh:
            found.append(one_round(Path(fresh), years))
    ratios = {}
    for name in found[0]:
        took = median(each[name][0] for each in found)
        ratio = ratios[name] = median(each[name][0] / each[name][1] for each in found)
        print(  # noqa: T201 - the output of a command
            f"{members:>4} × {each:>9,} {name}: {took * 1000:,.0f} ms, {ratio:.1f} × its floor"
        )
    return ratios["recording"] <= AT_MOST


def main() -> None:
    """Report on each size; rounds of all of them, and the size up to which, may be given."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=ROUNDS)
    parser.add_argument("--most", type=int, default=SIZES[-1][1], help="activities at once")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        well = [
            report(Path(folder), members, each, asked.rounds)
            for members, each in SIZES
            if each <= asked.most
        ]
    sys.exit(not all(well))


if __name__ == "__main__":
    main()
