"""Habits: what somebody does in a week, spread over days as people do it, not like clockwork.

Days are counted back from today: 0 is today, 7 the same weekday a week ago. Weeks are counted the
same way, so that "the last seven days" hold as much of a habit on whatever weekday the demo runs.
"""

import random
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from scoring.model import Kind

DAYS = 190
"""How far back the demo's activity reaches: the first scored nights have full windows, too."""

WEEK = 7
_BUSY = (1.0, 1.3, 1.2, 1.1, 0.8, 0.07, 0.05)
"""How busy the days of a week are, from Monday on."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """Days on end, from the farther day ``first`` to the nearer day ``last``, both included."""

    first: int
    last: int

    def __contains__(self, days_ago: int) -> bool:
        return self.last <= days_ago <= self.first


EVER = Stretch(DAYS - 1, 0)


@dataclass(frozen=True, slots=True)
class Calendar:
    """Which weekday a day is, and the days on which somebody was away."""

    today: date
    away: tuple[Stretch, ...] = ()

    def busy(self, days: Iterable[int], within: Stretch) -> list[float]:
        """Tell how busy each day is for what is done only within a stretch."""
        return [
            _BUSY[(self.today - timedelta(days=day)).weekday()]
            if day in within and not any(day in stretch for stretch in self.away)
            else 0.0
            for day in days
        ]


@dataclass(frozen=True, slots=True)
class Habit:
    """Something somebody does about so many times a week, over a stretch of days.

    ``finally_weekly`` is how often by the end of the stretch, where that differs; ``swing`` is by
    how much of it one week may differ from another.
    """

    kind: Kind
    weekly: float
    over: Stretch = EVER
    finally_weekly: float | None = None
    swing: float = 0.4

    def days_done(self, calendar: Calendar, chance: random.Random) -> Iterator[int]:
        """Tell the days on which it was done, once for each time, oldest week first.

        What a week leaves over of a time (0.4 posts) is carried to the next one, so that a long
        stretch holds what the habit promises.
        """
        owed = chance.random()
        for week in range(self.over.first // WEEK, self.over.last // WEEK - 1, -1):
            days = range(week * WEEK, week * WEEK + WEEK)
            busy = calendar.busy(days, self.over)
            share = sum(busy) / sum(_BUSY)
            swing = chance.uniform(1 - self.swing, 1 + self.swing)
            owed += self._weekly_on(days[WEEK // 2]) * share * swing
            times = int(owed)
            owed -= times
            if times and share:
                yield from chance.choices(days, busy, k=times)

    def _weekly_on(self, days_ago: int) -> float:
        if self.finally_weekly is None:
            return self.weekly
        progress = (self.over.first - days_ago) / (self.over.first - self.over.last)
        return self.weekly + (self.finally_weekly - self.weekly) * progress


@dataclass(frozen=True, slots=True)
class Burst:
    """Something somebody did exactly so many times in a stretch of days, and not by habit."""

    kind: Kind
    times: int
    over: Stretch

    def days_done(self, calendar: Calendar, chance: random.Random) -> Iterator[int]:
        """Tell the days on which it was done, once for each time."""
        days = range(self.over.last, self.over.first + 1)
        yield from chance.choices(days, calendar.busy(days, self.over), k=self.times)


def chance_of(*names: str) -> random.Random:
    """Make a source of chance that is the same in every demo."""
    return random.Random(" ".join(names))  # noqa: S311 - made-up activity, no secret
