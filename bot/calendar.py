"""When a weekly message is due: pure arithmetic on ISO weeks, local hours and time zones.

Weekdays count from Monday = 0 and minutes from local midnight. Where the clocks change (PEP 495,
``fold=0``), an hour that happens twice means the first of the two, and an hour that does not
happen means the moment that lies as long after the change as the hour was meant to: where
02:00 becomes 03:00, "02:30" is 03:30. So there is exactly one occurrence in every week.
"""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

WEEK = timedelta(weeks=1)


@dataclass(frozen=True, slots=True)
class Occurrence:
    """One week's turn: ``period`` names the week it is for ("2026-W47"), ``at`` is the instant."""

    period: str
    at: datetime


def occurrence(
    iso_year: int, iso_week: int, weekday: int, minute_of_day: int, zone: str
) -> datetime:
    """Tell the instant (UTC) of a local weekday and minute in an ISO week.

    Raises:
        ValueError: the year has no such week, or the week no such day or minute.
        ZoneInfoNotFoundError: there is no such time zone.
    """
    day = date.fromisocalendar(iso_year, iso_week, weekday + 1)
    return _instant(day, minute_of_day, zone)


def next_occurrence(after: datetime, weekday: int, minute_of_day: int, zone: str) -> Occurrence:
    """Tell the first occurrence later than an instant.

    The weeks before and after the instant's own are looked at, too: a change of clocks at the end
    of a week can carry an occurrence into the next local day, or let a day come twice.

    Raises:
        ValueError: there is no such weekday or minute.
        ZoneInfoNotFoundError: there is no such time zone.
    """
    today = after.astimezone(ZoneInfo(zone)).date()
    monday = today - timedelta(days=today.weekday())
    weeks = (monday + WEEK * number for number in range(-1, 3))
    turns = (_turn(week, weekday, minute_of_day, zone) for week in weeks)
    return next(turn for turn in turns if turn.at > after)


def first_due(now: datetime, weekday: int, minute_of_day: int, zone: str) -> datetime:
    """Tell when a message is first due once its schedule was set up or changed.

    Raises:
        ValueError: there is no such weekday or minute.
        ZoneInfoNotFoundError: there is no such time zone.
    """
    return next_occurrence(now, weekday, minute_of_day, zone).at


def _turn(monday: date, weekday: int, minute_of_day: int, zone: str) -> Occurrence:
    iso_year, iso_week, _ = monday.isocalendar()
    at = occurrence(iso_year, iso_week, weekday, minute_of_day, zone)
    return Occurrence(period=f"{iso_year}-W{iso_week:02}", at=at)


def _instant(day: date, minute_of_day: int, zone: str) -> datetime:
    local = datetime.combine(day, time(*divmod(minute_of_day, 60)), ZoneInfo(zone))
    return local.astimezone(UTC)
