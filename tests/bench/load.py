"""Two hundred requests a second for a minute: how soon they are acknowledged, and answered.

Run ``python -m tests.bench.load``; ``--rate``, ``--seconds``, ``--members`` and ``--processes``
change what is tried, ``--database`` names a database instead of a new SQLite file: an empty one, or
one that an earlier trial has filled. Real `ssi serve` processes on one database get signed requests
in turn, as from a load balancer; the people and Slack are a process of their own. Who is told to
come again, because too many wait, is counted for itself. It exits with 1 when a request fails or is
never answered, when 99 of 100 are not acknowledged within 250 ms, when more than ``--away`` of a
hundred are told to come again, or when a process's memory is not flat: when in the last third of
the time it takes over a twentieth more than in the third before.
"""

import argparse
import asyncio
import json
import os
import random
import re
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from statistics import mean
from tempfile import TemporaryDirectory

import psutil

from bot.activity import Activity, Source
from bot.clock import fixed_clock
from bot.delivery.nightly import score_nights
from bot.storage import Database, Store
from bot.storage.recordings import Batch
from bot.storage.schema import migrate
from bot.storage.teams import TeamPlan
from scoring.model import Kind
from tests.bench.load_requests import TEAM_ID, TEAM_OF, channel_of, mixed, slack_id
from tests.bench.load_world import SECRET, Course, FakeSlack, World

UP = re.compile(r"OpenSSI is up .* Health: http://localhost:(\d+)/healthz")
MOST_MILLISECONDS = 250
DAYS = 120
NIGHTS = 28
MOST_GROWTH = 1.05
SAMPLE_SECONDS = 2
WARM_UP = 20
LONGEST_WAIT_SECONDS = 60.0
PERCENTILES = (50, 95, 99, 100)


@dataclass(frozen=True, slots=True)
class Load:
    """How much is asked of how many processes, in a workspace of how many members."""

    rate: float
    seconds: int
    members: int
    activities: int
    processes: int
    patience: int
    away: float
    database: str


def fill(url: str, load: Load) -> None:
    """Make the members, in teams of ten, and what each has done lately; some nights are scored.

    A database that was filled before is left as it is.
    """
    store, now = Store(Database(url)), datetime.now(UTC)
    migrate(store.database)
    if store.workspaces.by_slack_id(TEAM_ID):
        store.database.close()
        return
    then = now - timedelta(days=DAYS)
    workspace = store.workspaces.ensure(TEAM_ID, "Load", "UTC", then).workspace_id
    kinds = [kind for kind in Kind if not kind.is_state]
    for who in range(load.members):
        member = store.members.ensure(
            workspace,
            slack_id=slack_id(who),
            name=f"Member {who}",
            email=f"{slack_id(who)}@example.com",
            zone="UTC",
            now=then,
        )
        if who % TEAM_OF == 0:
            manager = slack_id(who)
            plan = TeamPlan(channel_of(who), f"Team {who}", (manager,), 0, 540, "UTC", manager)
            team = store.teams.set_up(workspace, plan, now + timedelta(days=5))
        store.teams.join(workspace, team.team_id, member.member_id, then.date())
        chance = random.Random(who)  # noqa: S311 - no secret
        done = [
            Activity(
                kind=chance.choice(kinds),
                day=(now - timedelta(days=chance.randrange(1, DAYS))).date(),
                ref=chance.getrandbits(62),
                counterpart=chance.getrandbits(16),
            )
            for _ in range(load.activities)
        ]
        batch = Batch(Source.CSV, "load", "load", now.date(), done, frozenset(Kind))
        store.recordings.record(workspace, member.member_id, batch, now - timedelta(days=3))
    store.workspaces.mark_scored(workspace, now.date() - timedelta(days=NIGHTS + 1))
    score_nights(store, fixed_clock(now))
    store.database.close()


@contextmanager
def serving(url: str, slack_url: str, folder: Path, number: int) -> Iterator[tuple[int, int]]:
    """Run a bot, and give its process id and its port."""
    said = folder / f"stderr-{number}"
    settings = {
        "DATABASE_URL": url,
        "SLACK_API_URL": slack_url,
        "SLACK_BOT_TOKEN": "xoxb-load",
        "SLACK_SIGNING_SECRET": SECRET,
    }
    command = [sys.executable, "-m", "bot.cli", "serve", "--port", "0"]
    with said.open("w") as stderr:
        process = subprocess.Popen(command, env={**os.environ, **settings}, stderr=stderr)
    try:
        while not (up := UP.search(said.read_text())):
            if process.poll() is not None:
                raise RuntimeError(said.read_text())
            time.sleep(0.1)
        yield process.pid, int(up.group(1))
    finally:
        process.terminate()
        process.wait()


async def sample_memory(pids: list[int]) -> dict[str, list[int]]:
    """Note the megabytes that each process takes, every two seconds, until it is cancelled."""
    processes = [psutil.Process(pid) for pid in pids]
    found: dict[str, list[int]] = {f"process {n}": [] for n in range(1, len(pids) + 1)}
    try:
        while True:
            for samples, process in zip(found.values(), processes, strict=True):
                samples.append(process.memory_info().rss // 2**20)
            await asyncio.sleep(SAMPLE_SECONDS)
    except asyncio.CancelledError:
        return found


async def put_under_load(load: Load, url: str, folder: Path) -> dict[str, object]:
    """Let people act on running bots, and tell what came out."""
    slack = FakeSlack()
    server = await asyncio.start_server(slack.serve, "127.0.0.1", 0, backlog=1024)
    base = f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}"
    chance = random.Random(1)  # noqa: S311 - no secret
    with ExitStack() as stack:
        bots = [
            await asyncio.to_thread(
                stack.enter_context, serving(url, f"{base}/api/", folder, number)
            )
            for number in range(load.processes)
        ]
        pids, ports = [pid for pid, _ in bots], [port for _, port in bots]
        world = World(slack, base, ports)
        await world.act(mixed(chance, WARM_UP * load.processes), load.members, WARM_UP)
        await world.wait_for_answers(LONGEST_WAIT_SECONDS)
        slack.courses.clear()
        slack.calls.clear()
        used = sum(sum(psutil.Process(pid).cpu_times()[:2]) for pid in pids)
        memory = asyncio.create_task(sample_memory(pids))
        await world.act(mixed(chance, int(load.rate * load.seconds)), load.members, load.rate)
        memory.cancel()
        megabytes = await memory
        rest = await world.wait_for_answers(load.patience)
        used = sum(sum(psutil.Process(pid).cpu_times()[:2]) for pid in pids) - used
        found = {
            **told(list(slack.courses.values())),
            "calls of Slack": slack.calls,
            "megabytes": megabytes,
            "memory grew": {name: round(growth(taken), 3) for name, taken in megabytes.items()},
            "processor seconds of the bot": round(used, 1),
            "seconds until the last answer": round(rest, 1),
        }
        await asyncio.to_thread(stack.close)
    server.close()
    return found


def told(courses: list[Course]) -> dict[str, object]:
    """Sum up how all acts went, and each kind of them."""
    kinds = sorted({course.kind for course in courses})
    return {
        "requests": len(courses),
        "errors": dict(Counter(course.error for course in courses if course.error)),
        "told to come again": sum(course.turned_away for course in courses),
        "not answered": sum(not course.is_over for course in courses),
        "acknowledged, ms": quantiles([c.acknowledged for c in courses]),
        "answered, ms": quantiles([c.answered for c in courses]),
        "answered, ms, by kind": {
            kind: quantiles([c.answered for c in courses if c.kind == kind]) for kind in kinds
        },
    }


def growth(megabytes: list[int]) -> float:
    """Tell how many times as much memory the last third of the time took as the one before."""
    third = max(1, len(megabytes) // 3)
    return mean(megabytes[-third:]) / mean(megabytes[-2 * third : -third] or megabytes)


def faults(found: dict[str, object], load: Load) -> list[str]:
    """Tell what was not as it is to be."""
    slowest, grew = found["acknowledged, ms"], found["memory grew"]
    assert isinstance(slowest, dict)
    assert isinstance(grew, dict)
    away = found["told to come again"]
    is_wrong = {
        "errors": bool(found["errors"]),
        "not answered": bool(found["not answered"]),
        "acknowledged late": slowest.get("p99", MOST_MILLISECONDS + 1) > MOST_MILLISECONDS,
        "memory": any(times > MOST_GROWTH for times in grew.values()),
        "turned away": isinstance(away, int) and 100 * away > load.away * load.rate * load.seconds,
    }
    return [name for name, wrong in is_wrong.items() if wrong]


def quantiles(seconds: list[float | None]) -> dict[str, int]:
    """Give the milliseconds that so many of a hundred do not exceed."""
    known = sorted(1000 * value for value in seconds if value is not None)
    if not known:
        return {}
    return {
        f"p{percent}": round(known[min(len(known) - 1, len(known) * percent // 100)])
        for percent in PERCENTILES
    }


def main() -> int:
    """Run one trial as the command line says, and print its figures as JSON."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--rate", type=float, default=200)
    parser.add_argument("--seconds", type=int, default=60)
    parser.add_argument("--members", type=int, default=5000)
    parser.add_argument("--activities", type=int, default=250)
    parser.add_argument("--processes", type=int, default=2)
    parser.add_argument("--patience", type=int, default=600, help="seconds to wait for answers")
    parser.add_argument("--away", type=float, default=0, help="so many of 100 may be turned away")
    parser.add_argument("--database", default="")
    load = Load(**vars(parser.parse_args()))
    with TemporaryDirectory() as folder:
        url = load.database or f"sqlite:///{folder}/openssi.sqlite3"
        fill(url, load)
        found = asyncio.run(put_under_load(load, url, Path(folder)))
    wrong = faults(found, load)
    print(json.dumps(found | {"wrong": wrong}, indent=2))  # noqa: T201 - the output of a command
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
