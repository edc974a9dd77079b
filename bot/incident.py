"""Errors that nobody foresaw: each is logged under a number, and need not stop the rest."""

import secrets
from types import TracebackType
from typing import Self

import structlog

log = structlog.get_logger()


def log_incident(what_failed: str, error: Exception, **ids: int | str) -> str:
    """Log an error that nobody foresaw, and give the number by which a person can speak of it."""
    number = secrets.token_hex(4)
    log.error(what_failed, incident=number, exc_info=error, **ids)
    return number


class Incident:
    """Guards a block: an exception in it is logged under a new incident id and goes no further.

    ``happened`` tells afterwards whether there was one. What is logged names ids, never people.
    """

    def __init__(self, what_failed: str, **ids: int | str) -> None:
        """Guard the work that this event and these ids name in the log."""
        self._what_failed = what_failed
        self._ids = ids
        self.happened = False

    def __enter__(self) -> Self:
        """Begin the guarded block."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> bool:
        """Log an exception and stop it there; what asks the process to end passes through."""
        if not isinstance(error, Exception):
            return False
        self.happened = True
        log_incident(self._what_failed, error, **self._ids)
        return True
