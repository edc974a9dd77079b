"""Once a week, at the hour on the wall, in every zone and whatever the clocks do."""

from datetime import UTC, date, datetime, time, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError, available_timezones

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.calendar import first_due, next_occurrence, occurrence

WEEK = timedelta(weeks=1)

zones = st.sampled_from(sorted(available_timezones()))
mondays = st.integers(0, 52 * 130).map(lambda week: date(1970, 1, 5) + WEEK * week)
weekdays = st.integers(0, 6)
minutes = st.integers(0, 1439)
instants = st.datetimes(datetime(1970, 1, 8), datetime(2100, 1, 1), timezones=st.just(UTC))  # noqa: DTZ001  # hypothesis adds the zone


def in_week(monday: date, weekday: int, minute: int, zone: str) -> datetime:
    year, week, _ = monday.isocalendar()
    return occurrence(year, week, weekday, minute, zone)


@given(mondays, weekdays, minutes, zones)
def test_it_comes_at_the_hour_on_the_wall_or_just_after_a_gap(
    monday: date, weekday: int, minute: int, zone: str
) -> None:
    wanted = datetime.combine(monday + timedelta(days=weekday), time(*divmod(minute, 60)))

    got = in_week(monday, weekday, minute, zone).astimezone(ZoneInfo(zone))

    late = got.replace(tzinfo=None) - wanted
    if late:
        before = got - timedelta(seconds=1) - late
        gap = got.utcoffset() - before.astimezone(UTC).astimezone(ZoneInfo(zone)).utcoffset()
        assert timedelta() < late == gap
    else:
        assert got.fold == 0


@given(mondays, weekdays, minutes, zones)
def test_weeks_come_in_order_about_seven_days_apart(
    monday: date, weekday: int, minute: int, zone: str
) -> None:
    here = in_week(monday, weekday, minute, zone)
    there = in_week(monday + WEEK, weekday, minute, zone)

    assert abs(there - here - WEEK) <= timedelta(hours=26)


@given(instants, weekdays, minutes, zones)
def test_going_from_one_to_the_next_visits_every_week_once(
    start: datetime, weekday: int, minute: int, zone: str
) -> None:
    turns = [next_occurrence(start, weekday, minute, zone)]
    for _ in range(60):
        turns.append(next_occurrence(turns[-1].at, weekday, minute, zone))

    mondays = [datetime.strptime(f"{turn.period}-1", "%G-W%V-%u").date() for turn in turns]  # noqa: DTZ007  # a date
    assert all(later - earlier == WEEK for earlier, later in pairwise(mondays))
    assert all(
        turn.at == in_week(week, weekday, minute, zone)
        for turn, week in zip(turns, mondays, strict=True)
    )
    assert in_week(mondays[0] - WEEK, weekday, minute, zone) <= start < turns[0].at


@pytest.mark.parametrize(
    ("zone", "day", "weekday", "minute", "expected"),
    [
        ("Europe/Berlin", "2026-03-29", 6, 150, "2026-03-29T03:30:00+02:00"),  # 02:30 is skipped
        ("Europe/Berlin", "2026-10-25", 6, 150, "2026-10-25T02:30:00+02:00"),  # the first of two
        ("Australia/Lord_Howe", "2026-10-04", 6, 135, "2026-10-04T02:45:00+11:00"),  # half an hour
        ("Africa/Cairo", "2026-04-24", 4, 0, "2026-04-24T01:00:00+03:00"),  # midnight is skipped
        ("Pacific/Apia", "2011-12-30", 4, 540, "2011-12-31T09:00:00+14:00"),  # no such day at all
        ("Asia/Kathmandu", "2026-11-16", 0, 540, "2026-11-16T09:00:00+05:45"),
    ],
)
def test_odd_hours(zone: str, day: str, weekday: int, minute: int, expected: str) -> None:
    year, week, _ = date.fromisoformat(day).isocalendar()

    assert occurrence(year, week, weekday, minute, zone) == datetime.fromisoformat(expected)


def test_a_new_team_on_monday_at_nine_waits_for_the_next_monday() -> None:
    monday = datetime(2026, 11, 16, 9, 0, tzinfo=UTC)

    assert first_due(monday - timedelta(seconds=1), 0, 540, "UTC") == monday
    assert first_due(monday, 0, 540, "UTC") == monday + WEEK


def test_a_long_year_has_week_53() -> None:
    turn = next_occurrence(datetime(2026, 12, 25, tzinfo=UTC), 0, 540, "UTC")

    assert turn.period == "2026-W53"
    assert next_occurrence(turn.at, 0, 540, "UTC").period == "2027-W01"


def test_what_does_not_exist_is_refused() -> None:
    with pytest.raises(ValueError, match="Invalid week"):
        occurrence(2025, 53, 0, 540, "UTC")
    with pytest.raises(ZoneInfoNotFoundError):
        occurrence(2026, 1, 0, 540, "Mars/Olympus")
