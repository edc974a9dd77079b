"""What time it is: the system's clock, or a fixed one for rehearsals."""

from collections.abc import Callable
from datetime import UTC, datetime

Clock = Callable[[], datetime]
"""A function that tells the present instant, aware, in UTC."""


def system_clock() -> datetime:
    """Tell the present instant."""
    return datetime.now(UTC)


def fixed_clock(instant: datetime) -> Clock:
    """Make a clock that always tells the same instant."""
    moment = instant.astimezone(UTC)
    return lambda: moment
