"""Telling how far something long has come, in a message, while it goes on.

Whoever works says how far it is as often as it likes and never waits for Slack: a thread of its own
edits the message, once a second at most and less often when Slack asks for that.
"""

import threading
from collections.abc import Callable
from http import HTTPStatus
from types import TracebackType
from typing import Self

from slack_sdk.errors import SlackApiError

from bot.incident import Incident

PAUSE_SECONDS = 1.0
"""Slack takes about one edit of a message a second."""

BEATS = 20
"""After so many pauses it is said again that the work goes on, whether or not it came further."""


class Telling:
    """Tells, as a context manager around the work."""

    def __init__(
        self,
        tell: Callable[[int], None],
        go_on: Callable[[], None],
        pause: float = PAUSE_SECONDS,
    ) -> None:
        """Get ready.

        Args:
            tell: Edits the message: so many percent are done.
            go_on: Is called now and then while the work goes on.
            pause: Seconds between edits.
        """
        self._tell = tell
        self._go_on = go_on
        self._pause = pause
        self._percent = self._told = 0
        self._over = threading.Event()
        self._thread = threading.Thread(target=self._run, name="telling", daemon=True)

    def heard(self, done: int, total: int) -> None:
        """Take how far the work is: so much of so much."""
        self._percent = 100 * done // total if total else 0

    def __enter__(self) -> Self:
        """Begin to tell."""
        self._thread.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Cease to tell; nothing is said after this."""
        self._over.set()
        self._thread.join()

    def _run(self) -> None:
        beats, wait = 0, self._pause
        while not self._over.wait(wait):
            beats += 1
            if beats % BEATS == 0:
                with Incident("import_not_renewed"):
                    self._go_on()
            wait = self._edit()

    def _edit(self) -> float:
        """Tell what has changed, and give how long to wait before the next time."""
        percent = self._percent
        if percent == self._told:
            return self._pause
        self._told = percent
        try:
            self._tell(percent)
        except SlackApiError as error:
            if error.response.status_code == HTTPStatus.TOO_MANY_REQUESTS:
                return _asked_for(error, self._pause)
        except OSError:
            pass  # the next edit, or the report, tells more
        return self._pause


def _asked_for(error: SlackApiError, pause: float) -> float:
    """Read how many seconds Slack wants to be left alone."""
    said = str(error.response.headers.get("Retry-After", ""))
    return max(pause, float(said)) if said.isdecimal() else pause
