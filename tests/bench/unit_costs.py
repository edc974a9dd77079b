"""What one of each thing costs on this machine: run ``python -m tests.bench.unit_costs``.

These are the figures that docs/scale.md multiplies. A workspace of 100 members with a year of 1,000
activities each is made on SQLite and on PostgreSQL; times are processor time where answers are
concerned, and time on the clock where the database takes part. ``--members`` makes it larger.
"""

import argparse
import json
import logging
import random
import sys
import time
from collections.abc import Callable
from datetime import timedelta
from functools import partial
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import NamedTuple
from zoneinfo import ZoneInfo

import structlog
from sqlalchemy import text

from bot.activity import Source
from bot.answers.asker import Asker
from bot.answers.asking.conversation import replies_to_command
from bot.answers.desk import Desk
from bot.answers.turn import Turn
from bot.answers.upkeep.owed import content
from bot.answers.upkeep.rollout import Rollout
from bot.clock import fixed_clock
from bot.delivery.dispatcher import Dispatcher
from bot.delivery.nightly import score_nights
from bot.delivery.planner import plan_digests
from bot.delivery.poster import Accepted, Place, Poster
from bot.messages.message import Message
from bot.messages.render import render
from bot.storage import Database, Store
from bot.storage.deliveries import DeliveryState
from bot.storage.recordings import Batch
from bot.storage.tables import Delivery
from bot.storage.teams import TeamPlan
from bot.understanding import understand
from scoring.model import Kind
from scoring.rulebook import shipped
from tests.bench.storage import ACTIVITIES, NOW, activities
from tests.bot.delivery.scene import posting_client
from tests.engines import Engines

ROUNDS = 7
NIGHTS = 10
TEAM_OF = 10
QUESTION = "why did my score drop since monday?"
ASKED = ("help", "me", "why", "next", "plan", "trend", "compare", "board", "team", QUESTION)


class Accepting(Poster):
    """Slack, as quick as can be."""

    def post(
        self,
        workspace_id: int,
        place: Place,
        key: str,
        message: Message,
        in_time: Callable[[], bool],
    ) -> Accepted:
        del workspace_id, place, key, message, in_time
        return Accepted("1.0")


class Bench(NamedTuple):
    """A store with a workspace of so many members."""

    store: Store
    workspace: int
    members: int


def size(store: Store, table: str) -> int:
    """Tell how many bytes a table takes with its indexes."""
    if store.database.is_sqlite:
        query = f"SELECT sum(pgsize) FROM dbstat WHERE name IN (SELECT name FROM sqlite_schema WHERE tbl_name = '{table}')"  # noqa: S608, E501 - ours
    else:
        query = f"SELECT pg_total_relation_size('{table}')"
    with store.database.read() as session:
        return int(session.connection().execute(text(query)).scalar_one() or 0)


def milliseconds(
    work: Callable[[], object], clock: Callable[[], float] = time.perf_counter
) -> float:
    """Time one run."""
    begun = clock()
    work()
    return 1000 * (clock() - begun)


def fill(url: str, members: int) -> Bench:
    """Make the members, in teams of ten."""
    store = Store(Database(url))
    then = NOW - timedelta(days=NIGHTS)
    workspace = store.workspaces.ensure("T1", "Bench", "UTC", then).workspace_id
    for number in range(members):
        member = store.members.ensure(
            workspace, slack_id=f"U{number}", name=f"M{number}", email=None, zone="UTC", now=then
        )
        if number % TEAM_OF == 0:
            plan = TeamPlan(
                f"C{number}", f"Team {number}", (f"U{number}",), 2, 660, "UTC", f"U{number}"
            )
            team = store.teams.set_up(workspace, plan, NOW - timedelta(hours=1))
        store.teams.join(workspace, team.team_id, member.member_id, then.date())
    return Bench(store, workspace, members)


def recording_time(bench: Bench) -> float:
    """Record a year of each member, and tell how many microseconds an activity took."""
    record = bench.store.recordings.record
    then, took = NOW - timedelta(days=NIGHTS), 0.0
    for member in range(1, bench.members + 1):
        year = activities(random.Random(member))  # noqa: S311 - no secret
        batch = Batch(Source.CSV, "bench", "bench", NOW.date(), year, frozenset(Kind))
        took += milliseconds(partial(record, bench.workspace, member, batch, then))
    return 1000 * took / (bench.members * ACTIVITIES)


def answers(bench: Bench) -> dict[str, float]:
    """Tell the processor time of each answer, until it is a message."""
    store = bench.store
    desk = Desk(store, shipped(), store.workspaces.get(bench.workspace), NOW)
    asker = Asker("U0", "M0", None, "UTC", is_admin=False)

    def ask(words: str) -> None:
        for answer in replies_to_command(Turn(desk, asker, "C0", words)):
            render(answer())

    def cost(words: str) -> float:
        ask(words)
        return median(milliseconds(lambda: ask(words), time.process_time) for _ in range(ROUNDS))

    return {words: round(cost(words), 1) for words in ASKED}


def deliver(bench: Bench) -> float:
    """Tell how many milliseconds a digest takes from being due to being sent, Slack left out."""
    store = bench.store
    clock = fixed_clock(NOW)
    workspace = store.workspaces.get(bench.workspace)

    def message(delivery: Delivery) -> Message | None:
        context = content(Desk(store, shipped(), workspace, NOW), delivery)
        return render(context) if context else None

    poster = Accepting(
        posting_client("xoxb-", "http://127.0.0.1:9/"), Rollout(store.workspaces, clock)
    )
    dispatcher = Dispatcher(store, lambda _workspace: poster, message, lambda *_: None, clock)
    plan_digests(store.deliveries, bench.workspace, NOW)
    took = milliseconds(lambda: dispatcher.dispatch(NOW))
    return took / store.health.all_deliveries(NOW - timedelta(days=1))[DeliveryState.SENT]


def costs(url: str, members: int) -> dict[str, object]:
    """Measure everything on one database."""
    bench = fill(url, members)
    store = bench.store
    before = size(store, "activity"), size(store, "snapshot")
    recording = recording_time(bench)
    nightly = milliseconds(lambda: score_nights(store, fixed_clock(NOW + timedelta(hours=15))))
    nights = NIGHTS + 1
    found: dict[str, object] = {
        "bytes an activity": round((size(store, "activity") - before[0]) / (members * ACTIVITIES)),
        "bytes a snapshot": round((size(store, "snapshot") - before[1]) / (members * nights)),
        "microseconds to record an activity": round(recording),
        "milliseconds a member and night": round(nightly / (members * nights), 2),
        "milliseconds a digest, Slack left out": round(deliver(bench), 1),
        "milliseconds to note a request": round(note(bench), 2),
        "processor milliseconds an answer": answers(bench),
    }
    store.database.close()
    return found


def note(bench: Bench) -> float:
    """Tell how long it takes to note a request, as every request is."""
    seen = bench.store.workspaces.first_sight
    rounds = range(50)
    return median(
        milliseconds(lambda number=number: seen(bench.workspace, f"request {number}", NOW))
        for number in rounds
    )


def main() -> int:
    """Measure on both engines, and print JSON."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--members", type=int, default=100)
    members = parser.parse_args().members
    structlog.configure(wrapper_class=structlog.make_filtering_bound_logger(logging.WARNING))
    understand(QUESTION, now=NOW, zone=ZoneInfo("UTC"))
    with TemporaryDirectory() as folder:
        engines = Engines(Path(folder), "unit-costs")
        found = {name: costs(engines.of(name).new(), members) for name in ("sqlite", "postgresql")}
        engines.close()
    print(json.dumps(found, indent=2))  # noqa: T201 - the output of a command
    return 0


if __name__ == "__main__":
    sys.exit(main())
