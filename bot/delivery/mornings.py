"""Mornings: what is looked at once a day, from nine o'clock on where it concerns somebody."""

from collections.abc import Hashable
from datetime import date, datetime
from zoneinfo import ZoneInfo

NINE_O_CLOCK = 9


class Mornings:
    """Remembers for this process what was looked at today, to spare it at the other ticks.

    Nothing depends on it: a process that starts anew looks once more and finds what is owed.
    """

    def __init__(self) -> None:
        """Begin with nothing looked at."""
        self._looked: dict[Hashable, date] = {}

    def has_come(self, what: Hashable, zone: str, now: datetime) -> bool:
        """Whether it is morning or later in a zone, on a day on which nobody has looked yet."""
        local = now.astimezone(ZoneInfo(zone))
        return local.hour >= NINE_O_CLOCK and self._looked.get(what) != local.date()

    def looked(self, what: Hashable, zone: str, now: datetime) -> None:
        """Note that somebody has looked today."""
        self._looked[what] = now.astimezone(ZoneInfo(zone)).date()
