"""Instants and days as the small integers that the tables hold."""

from datetime import UTC, date, datetime
from functools import lru_cache

EPOCH = date(1970, 1, 1)
_FIRST = EPOCH.toordinal()

KEPT = 2048
"""So many are kept: of a few years there are not more days, and many rows share one."""


def to_epoch(instant: datetime) -> int:
    """Turn an aware instant into epoch seconds."""
    return int(instant.timestamp())


@lru_cache(KEPT)
def from_epoch(seconds: int) -> datetime:
    """Turn epoch seconds into an aware instant in UTC."""
    return datetime.fromtimestamp(seconds, UTC)


def to_day(day: date) -> int:
    """Turn a calendar date into days since the epoch."""
    return day.toordinal() - _FIRST


@lru_cache(KEPT)
def from_day(number: int) -> date:
    """Turn days since the epoch into a calendar date."""
    return date.fromordinal(_FIRST + number)
