"""Who kills senders, and freezes them: at a phase of a call, so that every moment has its turn."""

import os
import random
import signal
import threading
import time
from collections import Counter
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from itertools import count
from multiprocessing.process import BaseProcess

PHASES = ("started", "arrived", "taken", "answered")
MOST_CALLS_BEFORE_A_BLOW = 3
FREEZES_A_KILL = 0.25
BETWEEN_CALLS_SECONDS = 0.04
"""After an answer a sender notes it, takes the next one and calls again: all that lies in here."""

FIRST_SECONDS = 0.4
"""So long after its start a process is at work in any case."""


@dataclass
class Blows:
    """How many kills are left for all senders together, and where they and the freezes fell.

    ``on_kill`` is told of each kill's number, from 1.
    """

    kills: int
    on_kill: Callable[[int], None]
    killed: int = 0
    moments: Counter[str] = field(default_factory=Counter)
    lock: threading.Lock = field(default_factory=threading.Lock)

    @property
    def are_left(self) -> bool:
        """Whether a sender is still to be killed."""
        return self.killed < self.kills


class Executioner:
    """Watches the calls of one sender after the other, and strikes each at a random one."""

    def __init__(self, chance: random.Random, blows: Blows, freeze_seconds: float | None) -> None:
        """Draw moments from a source of chance; freeze for so long, None for never."""
        self._chance = chance
        self._blows = blows
        self._freeze_seconds = freeze_seconds
        self._numbers = count()
        self._lock = threading.Lock()
        self._victim: BaseProcess | None = None

    def aim(self, victim: BaseProcess) -> None:
        """Choose the call and the phase at which this process is struck, if any blow is left."""
        if not self._blows.are_left:
            return
        with self._lock:
            number = next(self._numbers)
            self._phase = PHASES[number % len(PHASES)]
            self._drops = number % (2 * len(PHASES)) < len(PHASES)
            self._left = self._chance.randint(1, MOST_CALLS_BEFORE_A_BLOW)
            self._freezes = (
                self._freeze_seconds is not None and self._chance.random() < FREEZES_A_KILL
            )
            self._victim = victim
        if self._phase == "started":
            self._linger(FIRST_SECONDS)
            self._strike("started")

    def watch(self, method: str, phase: str) -> None:
        """Follow a call; one whose client dies on its arrival is lost every other time."""
        with self._lock:
            if self._victim is None or phase != self._phase:
                return
            self._left -= 1
            if self._left > 0:
                return
        if phase == "answered":
            self._linger(BETWEEN_CALLS_SECONDS)
        kills = not self._freezes
        self._strike(f"{phase} {method}")
        if phase == "arrived" and kills and self._drops:
            raise ConnectionAbortedError

    def _linger(self, most_seconds: float) -> None:
        time.sleep(self._chance.random() * most_seconds)

    def _strike(self, moment: str) -> None:
        with self._lock:
            victim, self._victim = self._victim, None
        if victim is None or victim.pid is None:
            return
        if self._freezes and self._freeze_seconds:
            self._send(victim.pid, signal.SIGSTOP, f"frozen: {moment}")
            threading.Timer(self._freeze_seconds, self._thaw, (victim,)).start()
        else:
            self._send(victim.pid, signal.SIGKILL, moment)
            with self._blows.lock:
                self._blows.killed += 1
                killed = self._blows.killed
            self._blows.on_kill(killed)

    def _send(self, pid: int, blow: signal.Signals, moment: str) -> None:
        with suppress(ProcessLookupError):  # it may have come to its end just now
            os.kill(pid, blow)
        with self._blows.lock:
            self._blows.moments[moment] += 1

    def _thaw(self, victim: BaseProcess) -> None:
        """Let a process go on where it stood, and have an eye on it again."""
        with suppress(ProcessLookupError):
            os.kill(victim.pid or 0, signal.SIGCONT)
            self.aim(victim)
