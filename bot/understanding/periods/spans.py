"""Calendar arithmetic: the week, month, quarter or year around a day, and the latest of a kind."""

from collections.abc import Callable
from contextlib import suppress
from datetime import date, timedelta

from bot.understanding.question import Period

DAY = timedelta(days=1)


def unit_around(unit: str, day: date) -> Period:
    """The whole calendar unit (day, week from Monday, month, quarter, year) that holds a day."""
    if unit == "week":
        first = day - timedelta(days=day.weekday())
        return Period(first, first + 6 * DAY)
    if unit == "month":
        first = day.replace(day=1)
        return Period(first, plus_months(first, 1) - DAY)
    if unit == "quarter":
        first = date(day.year, (day.month - 1) // 3 * 3 + 1, 1)
        return Period(first, plus_months(first, 3) - DAY)
    if unit == "year":
        return Period(date(day.year, 1, 1), date(day.year, 12, 31))
    return Period(day, day)


def back(day: date, number: int, unit: str) -> date:
    """The day a number of units earlier; hours count as begun days.

    Raises:
        OverflowError: That is before the calendar begins.
    """
    if unit == "hour":
        return day - timedelta(days=-(-number // 24))
    if unit in {"day", "week"}:
        return day - timedelta(days=number * (7 if unit == "week" else 1))
    return plus_months(day, -number * {"month": 1, "quarter": 3, "year": 12}[unit])


def plus_months(day: date, months: int) -> date:
    """The same day of another month, or that month's last day where it is shorter.

    Raises:
        OverflowError: That is outside the calendar.
    """
    index = day.year * 12 + day.month - 1 + months
    year, month = divmod(index, 12)
    if not date.min.year <= year < date.max.year:
        raise OverflowError("date value out of range")
    following = date(year + (month + 1) // 12, (month + 1) % 12 + 1, 1)
    return min(date(year, month + 1, 1) + (day.day - 1) * DAY, following - DAY)


def latest_weekday(weekday: int, anchor: date) -> Period:
    """The latest such weekday (0 is Monday), the anchor included."""
    day = anchor - timedelta(days=(anchor.weekday() - weekday) % 7)
    return Period(day, day)


def latest_day_of_month(number: int, anchor: date) -> Period | None:
    """The latest day of that number, the anchor included; None where no month has it."""
    first = anchor.replace(day=1)
    for months in range(12):
        month = plus_months(first, -months)
        with suppress(ValueError):
            day = month.replace(day=number)
            if day <= anchor:
                return Period(day, day)
    return None


def latest_of_years(of_year: Callable[[int], Period | None], anchor: date) -> Period | None:
    """The latest yearly span that has begun by the anchor; eight years hold any leap day."""
    for year in range(anchor.year, anchor.year - 9, -1):
        with suppress(ValueError):
            span = of_year(year)
            if span is not None and span.first <= anchor:
                return span
    return None


def iso_week(number: int, year: int) -> Period:
    """Week 1 to 53 of a year by ISO 8601.

    Raises:
        ValueError: The year has no such week.
    """
    first = date.fromisocalendar(year, number, 1)
    return Period(first, first + 6 * DAY)


def months_of_year(first_month: int, months: int, year: int) -> Period:
    """A run of whole months of a year."""
    first = date(year, first_month, 1)
    return Period(first, plus_months(first, months) - DAY)
