"""How long commands and clicks take: `uv run python -m tests.bench.acknowledgement`.

A team of 200 members with a year of data lives in the local workspace; everything goes over real
HTTP. Slack waits for the acknowledgement, people for the answer. ``--members``, ``--rounds`` and
``--workers`` (how many people ask at once) change what is measured; ``--json`` prints rows.
"""

import argparse
import json
import random
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from itertools import chain

from bot.activity import Activity, Source
from bot.cli.stage import Stage, app_of_the_bot
from bot.storage import Store
from bot.storage.recordings import Batch
from bot.storage.teams import TeamPlan
from bot.workspace import Actor, Channel, User, Workspace, WorkspaceServer
from scoring.model import Kind

NOW = datetime(2026, 11, 18, 12, tzinfo=UTC)
TEAM = "C00TEAM01"
WORDS = (
    "help", "me", "why", "details", "next", "outlook", "plan", "trend", "compare", "board", "team",
    "rules", "privacy", "data", "why did my score drop since monday?",
)  # fmt: skip
ACTIVITIES = 1_000
QUANTILES = (50, 99)
LONGEST_WAIT_SECONDS = 30.0


@dataclass(frozen=True, slots=True)
class Took:
    """How long one command took, in milliseconds, to its acknowledgement and to its answer."""

    acknowledged: float
    answered: float


def a_year(chance: random.Random) -> list[Activity]:
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


def people(members: int) -> list[User]:
    """Make the people of the team; the first manages it."""
    return [
        User(
            f"U{number:08}", f"user{number}", f"Member {number}", f"{number}@example.com", tz="UTC"
        )
        for number in range(members)
    ]


def fill(store: Store, team_id: str, users: list[User]) -> None:
    """Put everybody into one team, and a year of each into the store."""
    then = NOW - timedelta(days=366)
    workspace = store.workspaces.ensure(team_id, "Bench", "UTC", then).workspace_id
    first = users[0].id
    plan = TeamPlan(TEAM, "Team", (first,), weekday=0, minute=540, zone="UTC", set_up_by=first)
    team = store.teams.set_up(workspace, plan, NOW + timedelta(days=5))
    for number, user in enumerate(users):
        member = store.members.ensure(
            workspace, slack_id=user.id, name=user.real_name, email=None, zone="UTC", now=then
        )
        store.teams.join(workspace, team.team_id, member.member_id, then.date())
        year = a_year(random.Random(number))  # noqa: S311 - no secret
        batch = Batch(Source.CSV, "bench", "bench", NOW.date(), year, frozenset(Kind))
        at = NOW - timedelta(days=30)
        store.recordings.record(workspace, member.member_id, batch, at)
    store.workspaces.mark_scored(workspace, NOW.date() - timedelta(days=1))


@contextmanager
def filled_stage(members: int) -> Iterator[Stage]:
    """Run the bot in a workspace with so many members and their year."""
    users, app = people(members), app_of_the_bot()
    ids = (app.user_id, *(user.id for user in users))
    channel = Channel(TEAM, "team", members=ids)
    workspace = Workspace("Bench", users, [channel], app, clock=lambda: NOW)
    with Stage(WorkspaceServer(workspace), lambda: NOW) as stage:
        fill(stage.store, workspace.team_id, users)
        stage.let_the_bot_in()
        yield stage


def ask(stage: Stage, actor: Actor, word: str) -> Took:
    """Type a command, and wait for its answer."""
    before = len(actor.ephemerals())
    begun = time.perf_counter()
    outcome = actor.slash(f"/ssi {word}")
    acknowledged = time.perf_counter()
    if not outcome.ok:
        raise RuntimeError(f"/ssi {word}: {outcome.error}")
    stage.server.wait_for(lambda: len(actor.ephemerals()) > before, LONGEST_WAIT_SECONDS)
    return Took(1000 * (acknowledged - begun), 1000 * (time.perf_counter() - begun))


def measure(stage: Stage, rounds: int, workers: int) -> dict[str, list[Took]]:
    """Ask every word as often by as many people at once; the manager asks for the team's report."""
    actors = [stage.server.act_as(user.id) for user in people(workers)]

    def asks(actor: Actor) -> list[tuple[str, Took]]:
        mine = [word for word in WORDS if word != "team" or actor is actors[0]]
        return [(word, ask(stage, actor, word)) for _ in range(rounds) for word in mine]

    with ThreadPoolExecutor(workers) as pool:
        found = [took for each in pool.map(asks, actors) for took in each]
    return {word: [took for asked, took in found if asked == word] for word in WORDS}


def quantile(values: list[float], percent: int) -> float:
    """Give the value that so many per cent of all do not exceed."""
    return sorted(values)[min(len(values) - 1, len(values) * percent // 100)]


def rows_of(found: dict[str, list[Took]]) -> Iterator[dict[str, str | float]]:
    """Sum up what each word took, and all of them."""
    everything = list(chain.from_iterable(found.values()))
    for word, took in (*found.items(), ("all", everything)):
        row: dict[str, str | float] = {"word": word, "asked": len(took)}
        acknowledged, answered = [t.acknowledged for t in took], [t.answered for t in took]
        for name, values in (("ack", acknowledged), ("answer", answered)):
            for percent in QUANTILES:
                row[f"{name} p{percent}"] = round(quantile(values, percent), 1)
        yield row


def table(rows: list[dict[str, str | float]]) -> str:
    """Write rows as a table in Markdown; times are milliseconds."""
    lines = [list(rows[0]), ["---", *["---:"] * (len(rows[0]) - 1)]]
    lines += [[str(value) for value in row.values()] for row in rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def main() -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--members", type=int, default=200)
    parser.add_argument("--rounds", type=int, default=20)
    parser.add_argument("--workers", type=int, default=1)
    parser.add_argument("--json", action="store_true")
    asked = parser.parse_args()
    with filled_stage(asked.members) as stage:
        rows = list(rows_of(measure(stage, asked.rounds, asked.workers)))
    print(json.dumps(rows) if asked.json else table(rows))  # noqa: T201 - the output of a command
    return 0


if __name__ == "__main__":
    sys.exit(main())
