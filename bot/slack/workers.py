"""The workers: they do what was acknowledged, soon and in turn, and so much of it at most."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import BoundedSemaphore
from time import perf_counter

from bot.incident import Incident
from bot.measures import TURNED_AWAY, WAITED, WAITING

AT_ONCE = 4
"""So many answers are worked on at a time: they wait for Slack, and acknowledgements for them."""

MOST_WAITING = 60
"""So many more may wait: the last of them for a quarter of a minute, where Slack takes 0.3 s."""


class Workers:
    """Threads that take on work as long as there is room for it."""

    def __init__(self, at_once: int = AT_ONCE, most_waiting: int = MOST_WAITING) -> None:
        """Work at so many things at once, and let so many more wait."""
        self._answers = _Threads(at_once, most_waiting)
        self._excuses = _Threads(1, most_waiting)

    def take(self, work: Callable[[], object]) -> bool:
        """Have something done soon; false when too much waits already, and it is not done."""
        taken_at = perf_counter()

        def begin() -> None:
            WAITING.dec()
            WAITED.observe(perf_counter() - taken_at)
            work()

        WAITING.inc()
        if self._answers.take(begin):
            return True
        WAITING.dec()
        TURNED_AWAY.inc()
        return False

    def excuse(self, tell: Callable[[], object]) -> bool:
        """Have somebody told that something was not taken; false when even that is too much."""
        return self._excuses.take(tell)

    def finish(self) -> None:
        """Do what was taken on, and end."""
        self._answers.finish()
        self._excuses.finish()


class _Threads:
    """A few threads, and a bounded number of things to do."""

    def __init__(self, at_once: int, most_waiting: int) -> None:
        self._pool = ThreadPoolExecutor(at_once, thread_name_prefix="answer")
        self._room = BoundedSemaphore(at_once + most_waiting)

    def take(self, work: Callable[[], object]) -> bool:
        if not self._room.acquire(blocking=False):
            return False
        self._pool.submit(self._do, work)
        return True

    def finish(self) -> None:
        self._pool.shutdown()

    def _do(self, work: Callable[[], object]) -> None:
        try:
            with Incident("work_not_done"):
                work()
        finally:
            self._room.release()
