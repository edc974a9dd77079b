"""Computing: few answers, or steps of a round, are worked out at once; the others wait for Slack.

Python lets its threads compute in turn, and an acknowledgement needs several turns. What it waits
for each depends on how many threads compute besides. Who waits for Slack lets another go on.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from threading import BoundedSemaphore

AT_ONCE = 2
"""So many compute at once: with four, requests came in faster than they were acknowledged."""

_permits = BoundedSemaphore(AT_ONCE)
_has_one: ContextVar[bool] = ContextVar("has_one", default=False)


@contextmanager
def computing() -> Iterator[None]:
    """Compute once few enough others do."""
    with _permits, _as_it_is(has_one=True):
        yield


@contextmanager
def waiting() -> Iterator[None]:
    """Let another compute meanwhile; an acknowledgement, which needs no permit, gives none away."""
    if not _has_one.get():
        yield
        return
    _permits.release()
    try:
        with _as_it_is(has_one=False):
            yield
    finally:
        _permits.acquire()


@contextmanager
def _as_it_is(*, has_one: bool) -> Iterator[None]:
    token = _has_one.set(has_one)
    try:
        yield
    finally:
        _has_one.reset(token)
