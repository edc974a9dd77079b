"""The day by which something is wanted: "by 31 Dec", "until Friday", "in 6 weeks"."""

import re
from collections.abc import Callable, Mapping
from contextlib import suppress
from datetime import date, timedelta

from bot.understanding.periods.tokens import MONTHS, WEEKDAYS

_MONTH = "|".join(sorted(MONTHS, key=len, reverse=True))
_WEEKDAY = "|".join(sorted(WEEKDAYS, key=len, reverse=True))
_UNITS: Mapping[str, int] = {"day": 1, "week": 7, "month": 30}
_DEADLINE = re.compile(
    rf"""\b(?:by|until|till|before|on|in|within|for)\s+(?:the\s+)?(?:
        (?P<iso>\d{{4}}-\d\d?-\d\d?)
      | (?P<day>\d{{1,2}})(?:st|nd|rd|th)?\.?\s+(?:of\s+)?(?P<month>{_MONTH})\b\.?,?
        (?:\s+(?P<year>\d{{4}}))?
      | (?P<month_first>{_MONTH})\b\.?\s+(?:the\s+)?(?P<day_after>\d{{1,2}})(?:st|nd|rd|th)?\b,?
        (?:\s+(?P<year_after>\d{{4}}))?
      | (?:next\s+|this\s+)?(?P<weekday>{_WEEKDAY})\b
      | (?P<tomorrow>tomorrow)\b
      | (?P<christmas>christmas|xmas)\b
      | end\s+of\s+(?:the\s+|this\s+)?(?P<unit>month|quarter|year)\b
      | (?P<unit_end>month|quarter|year)[\s-]?end\b
      | (?P<number>\d{{1,3}})\s+(?P<span>{"|".join(_UNITS)})s?\b
    )""",
    re.VERBOSE,
)


def take_deadline(text: str, today: date) -> tuple[date | None, str]:
    """Take a day to come out of a text in lower case, and give what is left of the text.

    A day without its year is the next such day; one that does not exist is none.
    """
    match = _DEADLINE.search(text)
    if match is None:
        return None, text
    with suppress(ValueError):
        day = next(read(match, today) for name, read in _READ.items() if match[name])
        return day, f"{text[: match.start()]} {text[match.end() :]}"
    return None, text


def _of_calendar(day: str, month: str, year: str | None, today: date) -> date:
    if year:
        return date(int(year), MONTHS[month], int(day))
    this_year = date(today.year, MONTHS[month], int(day))
    return this_year if this_year >= today else this_year.replace(year=today.year + 1)


def _next_weekday(weekday: int, today: date) -> date:
    return today + timedelta(days=(weekday - today.weekday() - 1) % 7 + 1)


def _end_of(unit: str, today: date) -> date:
    """Give the last day of the present month, quarter or year."""
    months = {"month": 1, "quarter": 3, "year": 12}[unit]
    last = (today.month - 1) // months * months + months
    return date(today.year + last // 12, last % 12 + 1, 1) - timedelta(days=1)


_READ: Mapping[str, Callable[[re.Match[str], date], date]] = {
    "iso": lambda match, _: date(*map(int, match["iso"].split("-"))),
    "day": lambda match, today: _of_calendar(match["day"], match["month"], match["year"], today),
    "month_first": lambda match, today: _of_calendar(
        match["day_after"], match["month_first"], match["year_after"], today
    ),
    "weekday": lambda match, today: _next_weekday(WEEKDAYS[match["weekday"]], today),
    "tomorrow": lambda _, today: today + timedelta(days=1),
    "christmas": lambda _, today: _of_calendar("24", "december", None, today),
    "unit": lambda match, today: _end_of(match["unit"], today),
    "unit_end": lambda match, today: _end_of(match["unit_end"], today),
    "number": lambda match, today: (
        today + timedelta(days=int(match["number"]) * _UNITS[match["span"]])
    ),
}
