"""Kill -9 the process that sends digests, again and again, and count what is lost or doubled.

Run ``python tests/bench/kills.py --kills 300 --digests 900``; ``--help`` tells the rest. Processes
and HTTP calls are real, waiting is not: each process starts with its clock so far ahead that the
leases of the one before have passed. It exits with 1 when something is lost or doubled. ``--flaw``
runs a sender that is wrong on purpose, to see that the count finds it.
"""

import argparse
import json
import logging
import multiprocessing
import os
import random
import signal
import sys
import tempfile
import threading
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from itertools import cycle
from multiprocessing.process import BaseProcess
from pathlib import Path
from typing import Unpack

import structlog
from slack_sdk import WebClient

from bot.answers.upkeep.rollout import Rollout
from bot.delivery.dispatcher import Dispatcher
from bot.delivery.planner import plan_digests
from bot.delivery.poster import Absent, Poster, posting_client
from bot.messages.message import Message
from bot.storage.database import Database
from bot.storage.deliveries import Deliveries, DeliveryState, Progress
from bot.storage.tables import Delivery
from bot.storage.workspaces import Workspaces
from tests.bot.delivery.fake_slack import HISTORY, POST, FakeSlack, Fault, serve
from tests.bot.delivery.scene import MONDAY_9, add_team, new_database, states

BETWEEN_STARTS = timedelta(seconds=100)
FAULTS = (Fault.RESET_AFTER, Fault.LIMITED, Fault.BROKEN_BEFORE, Fault.BROKEN_AFTER)
CALLS_A_FAULT = 6
PHASES = ("started", "arrived", "taken", "answered")
MOST_CALLS_BEFORE_A_KILL = 3
QUIET_STARTS = 40
"""How often at most a process is started at the end, and not killed, to finish the rest."""


class SaysSentFirst(Deliveries):
    """Wrong: notes a message as sent before it is."""

    def advance(self, seen: Delivery, **progress: Unpack[Progress]) -> Delivery | None:
        if progress.get("state") == DeliveryState.SENDING:
            progress["state"] = DeliveryState.SENT
        return super().advance(seen, **progress)


class NeverLooks(Poster):
    """Wrong: takes what is unknown for not sent."""

    def find(self, channel_id: str, key: str, since: datetime) -> Absent:
        del channel_id, key, since
        return Absent()


def retrying_client(token: str, base_url: str) -> WebClient:
    """Make the client that slack_sdk makes by default. Wrong: it posts again on a reset."""
    return WebClient(token, base_url=base_url)


FLAWS = ("none", "sent_first", "never_looks", "default_retries")


def send(url: str, file: str, start: datetime, flaw: str) -> None:
    """Dispatch once: this is what gets killed."""
    structlog.configure(wrapper_class=structlog.make_filtering_bound_logger(logging.CRITICAL))
    logging.disable()
    begun = time.monotonic()
    store = SaysSentFirst if flaw == "sent_first" else Deliveries
    client = retrying_client if flaw == "default_retries" else posting_client
    poster = NeverLooks if flaw == "never_looks" else Poster
    database = Database(f"sqlite:///{file}")

    def clock() -> datetime:
        return start + timedelta(seconds=time.monotonic() - begun)

    Dispatcher(
        store(database),
        poster(client("xoxb-1", url), Rollout(Workspaces(database), clock)),
        lambda delivery: Message(delivery.period, []),
        lambda _delivery, _error: None,
        clock,
    ).dispatch(start)


class Executioner:
    """Watches the calls of a process, and kills it in turn at each phase of a random one."""

    def __init__(self, chance: random.Random) -> None:
        """Draw moments from this source of chance."""
        self._chance = chance
        self._changed = threading.Condition()
        self._in_flight = 0
        self._left = 0
        self._phase = ""
        self._phases = cycle(PHASES)
        self._drops = cycle((True, False))
        self._victim: int | None = None
        self.moments: Counter[str] = Counter()

    def aim(self, victim: BaseProcess) -> None:
        """Choose the call and the phase at which this process is to die."""
        with self._changed:
            self._victim = victim.pid
            self._phase = next(self._phases)
            self._left = self._chance.randint(1, MOST_CALLS_BEFORE_A_KILL)
        if self._phase == "started":
            self._linger()
            self._kill("started")

    def watch(self, method: str, phase: str) -> None:
        """Follow a call; one whose client dies on its arrival is lost every other time."""
        with self._changed:
            self._in_flight += {"arrived": 1, "ended": -1}.get(phase, 0)
            self._changed.notify_all()
            if self._victim is None or phase != self._phase:
                return
            self._left -= 1
            if self._left > 0:
                return
        if phase == "answered":
            self._linger()
        self._kill(f"{phase} {method}")
        if phase == "arrived" and next(self._drops):
            raise ConnectionAbortedError

    def wait_until_quiet(self) -> None:
        """Wait until no call is under way, and forget the process that made them."""
        with self._changed:
            self._victim = None
            self._changed.wait_for(lambda: self._in_flight == 0)

    def _linger(self) -> None:
        time.sleep(self._chance.random() * 0.02)

    def _kill(self, moment: str) -> None:
        with self._changed:
            if self._victim is not None:
                os.kill(self._victim, signal.SIGKILL)
                self._victim = None
                self.moments[moment] += 1


@dataclass(frozen=True, slots=True)
class Trial:
    """How many digests are sent, through how many kills, with which flaw."""

    kills: int
    digests: int
    seed: int
    flaw: str


def try_out(trial: Trial, folder: Path) -> dict[str, object]:
    """Run a trial in an empty folder, and count."""
    chance = random.Random(trial.seed)  # noqa: S311  # chance that can be repeated
    slack = FakeSlack(lambda: datetime.now(UTC))
    executioner = Executioner(chance)
    slack.watch = executioner.watch
    file = folder / "ssi.sqlite3"
    with new_database(f"sqlite:///{file}") as database, serve(slack):
        channels = [add_team(database, number) for number in range(1, trial.digests + 1)]
        plan_digests(Deliveries(database), MONDAY_9)
        for method in (POST, HISTORY):
            slack.plans[method].extend(_faults(trial))
        start = _starter(slack, file, trial.flaw)
        killed = _run_to_the_end(trial, database, start, executioner)
        ends = Counter(states(database).values())
    posted = Counter({channel: len(slack.messages[channel]) for channel in channels})
    return {
        "kills": killed,
        "moments": dict(sorted(executioner.moments.items())),
        "digests": trial.digests,
        "ends": dict(ends),
        "calls": dict(Counter(slack.calls)),
        "lost": sum(count == 0 for count in posted.values()),
        "doubled": sum(count > 1 for count in posted.values()),
    }


def _faults(trial: Trial) -> list[Fault | None]:
    """Let every so many calls fail, each time in another way."""
    calls = range(1, trial.digests + trial.kills)
    kinds = cycle(FAULTS)
    return [None if call % CALLS_A_FAULT else next(kinds) for call in calls]


def _starter(slack: FakeSlack, file: Path, flaw: str) -> Callable[[datetime], BaseProcess]:
    """Give the function that starts a sender at a time; they fork from one that has all loaded."""
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["bot.delivery.dispatcher", "tests.bot.delivery.scene"])

    def start(now: datetime) -> BaseProcess:
        process = context.Process(target=send, args=(slack.url, str(file), now, flaw))
        process.start()
        return process

    return start


def _run_to_the_end(
    trial: Trial,
    database: Database,
    start: Callable[[datetime], BaseProcess],
    executioner: Executioner,
) -> int:
    now, killed, quiet_starts = MONDAY_9, 0, 0
    while quiet_starts < QUIET_STARTS and set(states(database).values()) != {"sent"}:
        process = start(now)
        if killed < trial.kills:
            executioner.aim(process)
        else:
            quiet_starts += 1
        process.join()
        executioner.wait_until_quiet()
        killed += process.exitcode == -signal.SIGKILL
        now += BETWEEN_STARTS
    return killed


def main() -> int:
    """Run one trial as the command line says, and print its counts as JSON."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--kills", type=int, default=25)
    parser.add_argument("--digests", type=int, default=60)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--flaw", choices=FLAWS, default="none")
    trial = Trial(**vars(parser.parse_args()))
    with tempfile.TemporaryDirectory() as folder:
        counts = try_out(trial, Path(folder))
    print(json.dumps(counts, indent=2))  # noqa: T201  # the output of a command
    return 1 if counts["lost"] or counts["doubled"] else 0


if __name__ == "__main__":
    sys.exit(main())
