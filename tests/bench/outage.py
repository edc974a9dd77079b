"""A two-week outage in virtual time: every week's digest is handled once, in order.

Run ``python -m tests.bench.outage``; ``--teams`` and ``--weeks`` make it larger. Teams of several
time zones live through weeks of ticks, of which nobody ticks for two. It exits with 1 when a week
is missing, comes twice or out of order.
"""

import argparse
import json
import logging
import sys
import tempfile
from collections import Counter
from contextlib import ExitStack
from datetime import datetime, timedelta

import structlog
from sqlmodel import col, select

from bot.answers.upkeep.rollout import Rollout
from bot.calendar import next_occurrence
from bot.delivery.dispatcher import Dispatcher
from bot.delivery.planner import plan_digests
from bot.delivery.poster import Poster
from bot.messages.message import Message
from bot.storage import Store
from bot.storage.database import Database
from bot.storage.deliveries import Deliveries
from bot.storage.tables import Delivery
from bot.storage.times import to_epoch
from bot.storage.workspaces import Workspaces
from tests.bot.delivery.fake_slack import FakeSlack, serve
from tests.bot.delivery.scene import MONDAY_9, VirtualClock, add_team, new_database, posting_client

ZONES = ("UTC", "Europe/Berlin", "America/New_York", "Asia/Kolkata", "Pacific/Auckland")
OUTAGE = timedelta(weeks=2)
TICK = timedelta(minutes=30)
ENDS = {"sent", "skipped"}


def try_out(teams: int, weeks: int, url: str) -> dict[str, object]:
    """Let weeks pass, two of them unseen in the middle, and count."""
    clock = VirtualClock(MONDAY_9 - timedelta(days=2))
    with ExitStack() as stack:
        database = stack.enter_context(new_database(url))
        slack = stack.enter_context(serve(FakeSlack(clock)))
        zones = {}
        for number in range(1, teams + 1):
            zone = ZONES[number % len(ZONES)]
            due = next_occurrence(clock(), 0, 9 * 60, zone).at
            zones[add_team(database, number, zone=zone, due=due)] = zone
        deliveries = Deliveries(database)
        poster = Poster(posting_client("xoxb-1", slack.url), Rollout(Workspaces(database), clock))
        dispatcher = Dispatcher(
            Store(database),
            lambda _workspace: poster,
            lambda delivery: Message(delivery.period, []),
            lambda _delivery, _error: None,
            clock,
        )
        before, end = clock() + timedelta(weeks=weeks), clock() + timedelta(weeks=2 * weeks)
        while clock() < end + OUTAGE:
            plan_digests(deliveries, 1, clock())
            dispatcher.dispatch(clock())
            clock.now += TICK if not before <= clock() < before + TICK else OUTAGE + TICK
        told = {channel: list(_told(database, channel)) for channel in zones}
        posted = {channel: [m["text"] for m in slack.messages[channel]] for channel in zones}
        expected = {channel: _weeks(zone, clock()) for channel, zone in zones.items()}
    return {
        "teams": teams,
        "weeks": sum(map(len, expected.values())),
        "ends": dict(Counter(state for weeks in told.values() for _, state in weeks)),
        "not handled once": sum([week for week, _ in told[c]] != expected[c] for c in zones),
        "not ended": sum(state not in ENDS for weeks in told.values() for _, state in weeks),
        "not posted once, in order": sum(
            posted[c] != [week for week, state in told[c] if state == "sent"] for c in zones
        ),
    }


def _told(database: Database, channel: str) -> list[tuple[str, str]]:
    """List a channel's weeks as they were due, and what became of each."""
    with database.read() as session:
        query = select(Delivery).where(Delivery.channel_id == channel)
        found = session.exec(query.order_by(col(Delivery.due_at)))
        return [(delivery.period, delivery.state) for delivery in found]


def _weeks(zone: str, now: datetime) -> list[str]:
    """List the weeks that were due until now."""
    found, at = [], MONDAY_9 - timedelta(days=2)
    while (turn := next_occurrence(at, 0, 9 * 60, zone)) and to_epoch(turn.at) < to_epoch(now):
        found.append(turn.period)
        at = turn.at
    return found


def main() -> int:
    """Run one trial as the command line says, and print its counts as JSON."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--teams", type=int, default=10)
    parser.add_argument("--weeks", type=int, default=2, help="before the outage, and after it")
    asked = parser.parse_args()
    structlog.configure(wrapper_class=structlog.make_filtering_bound_logger(logging.WARNING))
    with tempfile.TemporaryDirectory() as folder:
        counts = try_out(asked.teams, asked.weeks, f"sqlite:///{folder}/ssi.sqlite3")
    print(json.dumps(counts, indent=2))  # noqa: T201 - the output of a command
    return 1 if any(counts[name] for name in counts if name.startswith("not ")) else 0


if __name__ == "__main__":
    sys.exit(main())
