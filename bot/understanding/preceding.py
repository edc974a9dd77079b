"""Finds days that are named by those talked about: "the week before", "the previous month".

"The day", "week" or days "before" lie directly before; months, quarters and years are whole ones
of the calendar.
"""

import re
from collections.abc import Callable
from datetime import date, timedelta

from bot.understanding.question import Period

_BEFORE = re.compile(
    r"\b(?:the )?(?:"
    r"(?P<unit>day|week|month|quarter|year|one|period) (?:before|prior|earlier)(?: that)?"
    r"|(?:previous|preceding|prior) (?P<other>day|week|month|quarter|year|one|period)"
    r")(?: .)?$"
)
_DAY = timedelta(days=1)


def days_before(words: str, period: Period) -> Period | None:
    """Find the days that words name as before a period; None where they name none so.

    Args:
        words: Plain words, which end with what names the days.
        period: The days that are talked about.
    """
    found = _BEFORE.search(words)
    return _DAYS[found["unit"] or found["other"]](period) if found else None


def _of_length(days: int) -> Callable[[Period], Period]:
    return lambda period: Period(period.first - days * _DAY, period.first - _DAY)


def _as_long(period: Period) -> Period:
    return _of_length((period.last - period.first).days + 1)(period)


def _of_months(months: int) -> Callable[[Period], Period]:
    """Go back to the whole part of the year, of so many months, before that of the first day."""

    def before(period: Period) -> Period:
        begun = period.first.month - (period.first.month - 1) % months
        last = date(period.first.year, begun, 1) - _DAY
        return Period(date(last.year, last.month - months + 1, 1), last)

    return before


_DAYS: dict[str, Callable[[Period], Period]] = {
    "day": _of_length(1),
    "week": _of_length(7),
    "month": _of_months(1),
    "quarter": _of_months(3),
    "year": _of_months(12),
    "one": _as_long,
    "period": _as_long,
}
