"""The workers: they do what was acknowledged, soon and in turn."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Lock
from time import perf_counter

from bot.incident import Incident
from bot.measures import WAITED, WAITING
from bot.slack.computing import computing

AT_ONCE = 8
"""So many answers are worked on at a time, and mostly wait for Slack."""

MOST_WAITING = 60
"""So many more may wait: the last of them for some eight seconds, where Slack takes 0.3 s."""


class Workers:
    """Threads that do one thing after the other."""

    def __init__(self, at_once: int = AT_ONCE) -> None:
        """Work at so many things at once."""
        self._pool = ThreadPoolExecutor(at_once, thread_name_prefix="answer")
        self._lock = Lock()
        self._waiting = 0

    @property
    def have_room(self) -> bool:
        """Whether more may be asked of them: what is taken on now is done within a fair time."""
        return self._waiting < MOST_WAITING

    def take(self, work: Callable[[], object]) -> None:
        """Have something done soon."""
        taken_at = perf_counter()

        def begin() -> None:
            self._wait(-1)
            WAITED.observe(perf_counter() - taken_at)
            with Incident("work_not_done"), computing():
                work()

        self._wait(1)
        self._pool.submit(begin)

    def finish(self) -> None:
        """Do what was taken on, and end."""
        self._pool.shutdown()

    def _wait(self, more: int) -> None:
        with self._lock:
            self._waiting += more
        WAITING.inc(more)
