"""The one lock of the workspace, and the numbered journal of what changed behind it."""

import threading
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

Seen = TypeVar("Seen")

_KEPT = 2000


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that changed; ``audience`` is set where one person alone may hear of it."""

    seq: int
    type: str
    channel: str | None = None
    ts: str | None = None
    audience: str | None = None


class Journal:
    """Guards the state with one re-entrant lock and wakes whoever waits for a change."""

    def __init__(self) -> None:
        self.lock = threading.Condition()
        self.closed = False
        self._changes: deque[Change] = deque(maxlen=_KEPT)
        self._seq = 0

    @property
    def seq(self) -> int:
        """The number of the latest change."""
        return self._seq

    def note(
        self,
        kind: str,
        *,
        channel: str | None = None,
        ts: str | None = None,
        audience: str | None = None,
    ) -> None:
        """Write down a change and wake those who wait."""
        with self.lock:
            self._seq += 1
            self._changes.append(Change(self._seq, kind, channel, ts, audience))
            self.lock.notify_all()

    def since(self, seq: int) -> list[Change]:
        """Read the changes after a number, oldest first."""
        with self.lock:
            return [change for change in self._changes if change.seq > seq]

    def wait_for(self, look: Callable[[], Seen | None], timeout: float) -> Seen | None:
        """Look now and after every change until something is seen, or time is up.

        Args:
            look: Called with the lock held; a true value ends the waiting.
            timeout: Seconds to wait at most.

        Returns:
            What was seen last, which may be false.
        """
        with self.lock:
            seen = look()

            def done() -> bool:
                nonlocal seen
                seen = look()
                return bool(seen) or self.closed

            if not seen:
                self.lock.wait_for(done, timeout)
            return seen

    def close(self) -> None:
        """Let everyone who waits go."""
        with self.lock:
            self.closed = True
            self.lock.notify_all()
