"""Streaks, pure: how many weeks in a row somebody was active.

A week runs from Monday to Sunday and counts from its first activity on. A week off neither adds to
a streak nor ends it, and the present week ends none, for it is not over.
"""

from collections.abc import Iterable, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from datetime import date, timedelta

WEEK = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class Streak:
    """The weeks in a row until now, the longest run, and when each length was first reached."""

    weeks: int
    longest: int
    reached: Mapping[int, date]
    this_week: bool


def streak(active: Iterable[date], off: AbstractSet[date], today: date) -> Streak:
    """Count weeks in a row.

    Args:
        active: Days with an activity; those after ``today`` are left out.
        off: The Mondays of weeks off.
        today: The last day of which is known whether it was active.
    """
    first_days: dict[date, date] = {}
    for day in sorted(active, reverse=True):
        if day <= today:
            first_days[monday_of(day)] = day
    run = longest = 0
    reached: dict[int, date] = {}
    before: date | None = None
    for monday in sorted(first_days):
        run = run + 1 if before and _joined(before, monday, off) else 1
        longest = max(longest, run)
        reached.setdefault(run, first_days[monday])
        before = monday
    present = monday_of(today)
    goes_on = before is not None and (before == present or _joined(before, present, off))
    return Streak(run if goes_on else 0, longest, reached, before == present)


def monday_of(day: date) -> date:
    """Give the Monday of a day's week."""
    return day - timedelta(days=day.weekday())


def _joined(earlier: date, later: date, off: AbstractSet[date]) -> bool:
    """Whether all weeks between two are weeks off."""
    between = range(1, (later - earlier) // WEEK)
    return all(earlier + number * WEEK in off for number in between)
