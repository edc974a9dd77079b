"""Kill -9 the processes that send digests, again and again, and count what is lost or doubled.

Run ``python -m tests.bench.kills --engine postgresql --replicas 3 --kills 200 --digests 600``;
``--help`` tells the rest. Processes, HTTP calls, kills, freezes (SIGSTOP past the lease, SIGCONT)
and crashes of the database are real; only the clock is quick, so that leases pass in seconds. It
exits with 1 when something is lost or doubled. ``--sender`` runs one that is wrong on purpose, to
see that the count finds it. ``--no-history`` lets Slack refuse to show what is in a channel: then
``again`` may double and fails by what is lost, ``leave-out`` may lose and fails by what is doubled.
"""

import argparse
import json
import multiprocessing
import random
import sys
import tempfile
import threading
import time
from collections import Counter, deque
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from dataclasses import dataclass, replace
from datetime import timedelta
from multiprocessing.context import ForkServerContext, ForkServerProcess
from pathlib import Path

from bot.delivery.planner import plan_digests
from bot.storage.deliveries import Deliveries
from bot.storage.workspaces import Workspaces
from tests.bench.crashing import CrashingServer, crashing_server
from tests.bench.executioner import Blows, Executioner
from tests.bench.senders import CERTAIN_AFTER, SENDERS, QuickClock, send
from tests.bot.delivery.fake_slack import HISTORY, POST, FakeSlack, Fault, serve
from tests.bot.delivery.scene import MONDAY_9, add_team, new_database, states

SHOWN_AFTER = timedelta(seconds=5)
RETRY_AFTER_SECONDS = 20
FAULTS_A_HUNDRED: dict[Fault | None, int] = {
    Fault.LIMITED: 5,
    Fault.BROKEN_BEFORE: 3,
    Fault.BROKEN_AFTER: 3,
    Fault.RESET_AFTER: 3,
    None: 86,
}
CALLS_A_DIGEST = 20
"""More than will be made, so that the faults do not run out."""

AGAIN, LEAVE_OUT = "again", "leave-out"
MAY_BE = {None: "nothing", AGAIN: "doubled", LEAVE_OUT: "lost"}
"""What a choice allows where nothing can be looked for."""

KILLS_A_CRASH = 15
BEYOND_THE_LEASE = 1.2
REST_SECONDS = 0.1
MOST_SECONDS = 1800.0
ONE_AT_A_TIME = threading.Lock()
"""Alembic makes the tables of one database at a time in a process."""


@dataclass(frozen=True, slots=True)
class Trial:
    """How many digests are sent by how many processes at a time, and what befalls them."""

    engine: str = "sqlite"
    replicas: int = 1
    digests: int = 60
    kills: int = 25
    freeze: bool = False
    crash_database: bool = False
    sender: str = "right"
    no_history: str | None = None
    speed: float = 20
    seed: int = 1


class Replica:
    """A sender that is started again whenever it is gone, until nothing is owed any more."""

    def __init__(self, start: Callable[[], ForkServerProcess], executioner: Executioner) -> None:
        """Prepare; an executioner has its eye on each process."""
        self._start = start
        self._executioner = executioner

    def run(self, until: float) -> None:
        """Run one process after the other, till one ends by itself, or out of time."""
        while time.monotonic() < until:
            process = self._start()
            self._executioner.aim(process)
            process.join(until - time.monotonic())
            if process.exitcode == 0:
                return
            if process.exitcode is None:
                process.kill()
                process.join()
            time.sleep(REST_SECONDS)


class Stand:
    """Where a trial takes place: a database with digests that are due, and a Slack that fails."""

    def __init__(self, trial: Trial, folder: Path, stops: ExitStack) -> None:
        """Set everything up in an empty folder."""
        self._trial = trial
        self._stops = stops
        self._chance = random.Random(trial.seed)  # noqa: S311  # chance that can be repeated
        self._clock = QuickClock(MONDAY_9, trial.speed, time.monotonic())
        self.slack = FakeSlack(self._clock, SHOWN_AFTER, RETRY_AFTER_SECONDS)
        for method in (POST, HISTORY):
            self.slack.plans[method].extend(self._faults())
        self._server: CrashingServer | None = None
        self._url = f"sqlite:///{folder / 'ssi.sqlite3'}"
        if trial.engine == "postgresql":
            self._server = stops.enter_context(crashing_server(folder / "postgresql"))
            self._url = self._server.url
        with ONE_AT_A_TIME:
            self.database = stops.enter_context(new_database(self._url))
        if trial.no_history:
            calls = CALLS_A_DIGEST * trial.digests
            self.slack.plans[HISTORY] = deque(["missing_scope"] * calls)
            Workspaces(self.database).post_in_doubt(1, again=trial.no_history == AGAIN)
        self.channels = [add_team(self.database, each) for each in range(1, trial.digests + 1)]
        plan_digests(Deliveries(self.database), 1, MONDAY_9)
        self.blows = Blows(trial.kills, self._after_a_kill)

    def run(self) -> None:
        """Let all replicas work until nothing is owed."""
        context = multiprocessing.get_context("forkserver")
        context.set_forkserver_preload(["tests.bench.senders"])
        until = time.monotonic() + MOST_SECONDS
        with ThreadPoolExecutor(self._trial.replicas) as pool:
            for replica in [self._replica(context) for _ in range(self._trial.replicas)]:
                pool.submit(replica.run, until)

    @property
    def crashes(self) -> int:
        """How often the database has crashed."""
        return self._server.crashes if self._server else 0

    def _replica(self, context: ForkServerContext) -> Replica:
        """Make a replica, which calls a server of its own, so that its calls are known."""
        freeze = BEYOND_THE_LEASE * CERTAIN_AFTER.total_seconds() / self._trial.speed
        executioner = Executioner(self._chance, self.blows, freeze if self._trial.freeze else None)
        slack = self._stops.enter_context(serve(replace(self.slack, watch=executioner.watch)))
        task = (self._trial.sender, slack.url, self._url, self._clock)

        def start() -> ForkServerProcess:
            process = context.Process(target=send, args=task)
            process.start()
            return process

        return Replica(start, executioner)

    def _faults(self) -> list[Fault | None]:
        """Draw what goes wrong with each call."""
        kinds, shares = list(FAULTS_A_HUNDRED), list(FAULTS_A_HUNDRED.values())
        return self._chance.choices(kinds, shares, k=CALLS_A_DIGEST * self._trial.digests)

    def _after_a_kill(self, number: int) -> None:
        if self._trial.crash_database and self._server and number % KILLS_A_CRASH == 0:
            self._server.crash()


def try_out(trial: Trial, folder: Path) -> dict[str, object]:
    """Run a trial in an empty folder, and count."""
    began = time.monotonic()
    with ExitStack() as stops:
        stand = Stand(trial, folder, stops)
        stand.run()
        ends = Counter(states(stand.database).values())
    posted = Counter({channel: len(stand.slack.messages[channel]) for channel in stand.channels})
    moments = stand.blows.moments
    return {
        "digests": trial.digests,
        "kills": stand.blows.killed,
        "freezes": sum(number for moment, number in moments.items() if moment.startswith("frozen")),
        "crashes of the database": stand.crashes,
        "moments": dict(sorted(moments.items())),
        "calls": dict(Counter(stand.slack.calls)),
        "ends": dict(ends),
        "lost": sum(number == 0 for number in posted.values()),
        "doubled": sum(number > 1 for number in posted.values()),
        "seconds": round(time.monotonic() - began),
    }


def main() -> int:
    """Run one trial as the command line says, and print its counts as JSON."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--engine", choices=("sqlite", "postgresql"), default="sqlite")
    parser.add_argument("--replicas", type=int, default=1)
    parser.add_argument("--digests", type=int, default=60)
    parser.add_argument("--kills", type=int, default=25)
    parser.add_argument("--freeze", action="store_true", help="freeze one for every three kills")
    parser.add_argument("--crash-database", action="store_true", help="every 15 kills")
    parser.add_argument("--sender", choices=SENDERS, default="right")
    parser.add_argument(
        "--no-history", choices=(AGAIN, LEAVE_OUT), help="nothing can be looked for"
    )
    parser.add_argument("--speed", type=float, default=20, help="of the clock")
    parser.add_argument("--seed", type=int, default=1)
    trial = Trial(**vars(parser.parse_args()))
    with tempfile.TemporaryDirectory() as folder:
        counts = try_out(trial, Path(folder))
    print(json.dumps(counts, indent=2))  # noqa: T201  # the output of a command
    print(f"found {counts['lost']} lost, {counts['doubled']} doubled", file=sys.stderr)  # noqa: T201
    return int(
        any(counts[what] for what in ("lost", "doubled") if what != MAY_BE[trial.no_history])
    )


if __name__ == "__main__":
    sys.exit(main())
