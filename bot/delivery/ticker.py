"""The tick: calls every step of the background work twice a minute, and survives their failures."""

from collections.abc import Callable, Mapping
from datetime import UTC, datetime, timedelta
from threading import Event
from time import monotonic

from apscheduler.schedulers.background import BackgroundScheduler
from apscheduler.schedulers.base import STATE_RUNNING
from apscheduler.triggers.interval import IntervalTrigger

from bot.clock import Clock
from bot.incident import Incident

EVERY = timedelta(seconds=30)

Step = Callable[[datetime], None]
"""A piece of background work; it gets the present instant and finds out itself what is due."""


class Ticker:
    """Runs steps in order on a thread of its own, one tick at a time, the first one at once.

    Nothing is remembered between ticks: what is due stands in the database, so a tick that comes
    late or not at all only delays the work.
    """

    def __init__(self, steps: Mapping[str, Step], clock: Clock, every: timedelta = EVERY) -> None:
        """Prepare to run these named steps."""
        self._steps = steps
        self._clock = clock
        self._scheduler = BackgroundScheduler(timezone=UTC)
        self._scheduler.add_job(
            self._keep_up,
            IntervalTrigger(seconds=every.total_seconds(), timezone=UTC),
            next_run_time=datetime.now(UTC),
            misfire_grace_time=None,
            coalesce=True,
            max_instances=1,
        )
        self._every_seconds = every.total_seconds()
        self._ended_at: float | None = None
        self._stopping = Event()

    def tick(self) -> None:
        """Run every step once; one that fails is logged and does not stop the others."""
        for name, step in self._steps.items():
            if self._stopping.is_set():
                return
            with Incident("step_failed", step=name):
                step(self._clock())
        self._ended_at = monotonic()

    def _keep_up(self) -> None:
        """Tick, and after a tick so long that the next is due already, at once again."""
        is_late = True
        while is_late and self._scheduler.state == STATE_RUNNING:
            began = monotonic()
            self.tick()
            is_late = monotonic() - began >= self._every_seconds

    def seconds_since(self) -> float | None:
        """Tell how long ago the last tick ended; None before the first one has."""
        return None if self._ended_at is None else monotonic() - self._ended_at

    def start(self) -> None:
        """Begin to tick."""
        self._scheduler.start()

    def pause(self) -> None:
        """Begin no tick by itself any more; who drives it calls `tick`."""
        self._scheduler.pause()

    def stop(self) -> None:
        """Let the step end that is running, and begin no other."""
        self._stopping.set()
        self._scheduler.shutdown(wait=True)
