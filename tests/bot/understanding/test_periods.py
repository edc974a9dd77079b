"""The days a question asks about, told in many ways, at the edges of the calendar."""

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest

from bot.understanding import Period, understand

BERLIN = ZoneInfo("Europe/Berlin")
WEDNESDAY = datetime(2026, 11, 18, 10, tzinfo=UTC)


def days_of(
    text: str, now: datetime = WEDNESDAY, zone: ZoneInfo = BERLIN
) -> tuple[str, str] | None:
    period = understand(text, now=now, zone=zone).period
    return period and (period.first.isoformat(), period.last.isoformat())


def days(span: str) -> tuple[str, str] | None:
    """Read ``16..18`` (November 2026), ``10-01..18``, ``2025-01-01..2025-12-31``, ``none``."""
    if span == "none":
        return None
    first, _, last = span.partition("..")

    def full(text: str) -> str:
        return {1: f"2026-11-0{text}", 2: f"2026-11-{text}", 5: f"2026-{text}"}.get(len(text), text)

    return full(first), full(last or first)


CONVENTIONS = {
    "today": "18",
    "yesterday": "17",
    "what happened overnight": "17..18",
    "this week": "16..18",
    "this month": "1..18",
    "this quarter": "10-01..18",
    "this year": "01-01..18",
    "WTD": "16..18",
    "mtd": "1..18",
    "quarter to date": "10-01..18",
    "year-to-date": "01-01..18",
    "last week": "9..15",
    "last month": "10-01..10-31",
    "last quarter": "07-01..09-30",
    "last year": "2025-01-01..2025-12-31",
    "past 7 days": "11..18",
    "in the last 2 weeks": "4..18",
    "past fortnight": "4..18",
    "past month": "10-18..18",
    "past couple of months": "09-18..18",
    "since tues": "17..18",
    "after Thursday": "12..18",
    "from friday": "13..18",
    "on wednesday": "18",
    "on thursday": "12",
    "last monday": "9",
    "since last monday": "9..18",
    "over the weekend": "14..15",
    "last weekend": "14..15",
    "in october": "10-01..10-31",
    "in november": "1..18",
    "in december": "2025-12-01..2025-12-31",
    "Q3": "07-01..09-30",
    "Q4": "10-01..18",
    "H1": "01-01..06-30",
    "week 45": "2..8",
    "what happened on the 3rd?": "3",
    "since the 20th": "10-20..18",
    "two weeks ago": "4",
    "3 days ago": "15",
    "a couple of weeks ago": "4",
    "on the 12th": "12",
    "between Mon and Thu": "9..12",
    "between oct 12 and nov 3": "10-12..3",
    "lower than last Friday": "13..18",
    "since my vacation": "none",
    "recently": "none",
    "next week": "none",
    "why did it drop": "none",
}

WAYS_TO_SAY_A_DATE = {
    "on 12 Nov": "12",
    "Nov 12th": "12",
    "the 12th of november": "12",
    "12 Nov 2025": "2025-11-12..2025-11-12",
    "Nov 12, 2025": "2025-11-12..2025-11-12",
    "on 2026-11-12": "12",
    "since 12.11.": "12..18",
    "since 12.11": "12..18",
    "on 12.11.2025": "2025-11-12..2025-11-12",
    "monday 9 november": "9",
    "from 1 to 15 Oct": "10-01..10-15",
    "Oct 1-15": "10-01..10-15",
    "9 Nov - 15 Nov": "9..15",
    "from the 1st to the 15th": "1..15",
    "the week of 9 Nov": "9..15",
    "KW45": "2..8",
    "first quarter": "01-01..03-31",
    "march 2025": "2025-03-01..2025-03-31",
    "in 2025": "2025-01-01..2025-12-31",
    "aug to oct": "08-01..10-31",
    "mid october": "10-15",
    "end of last month": "10-31",
    "since the start of the year": "01-01..18",
    "first week of november": "1..7",
    "since christmas": "2025-12-25..18",
    "day before yesterday": "16",
    "the week before last": "2..8",
    "monday last week": "9",
    "last week's monday": "9",
    "two fridays ago": "6",
    "my 30-day trend": "10-19..18",
    "stuck for two weeks": "4..18",
    "last 24 hours": "17..18",
    "I was at 80 on Monday. Now 73.": "16..18",
    "70 yesterday and 65 today": "17..18",
    "this week vs last week": "9..18",
    "october vs september": "09-01..10-31",
    "since mondya": "16..18",
    "since wendesday": "18",
    "yesteday": "17",
    "in ocotber": "10-01..10-31",
}

NO_DAYS = [
    "may I see it",
    "march on, mon ami",
    "I sat in the sun",
    "wait a second",
    "the 3rd pillar",
    "who is 3rd",
    "why did I fall to 3rd",
    "it went from 68.4 to 72.3",
    "dropped from 10.2 to 9.8",
    "top 3/10, 24/7",
    "the 90-day window",
    "3 posts a week",
    "every monday",
    "by friday",
    "by the end of the quarter",
    "until christmas",
    "for the rest of the month",
    "what if I stop for two weeks",
    "tomorrow",
    "in the coming weeks",
    "this friday",
    "past performance",
    "last place",
    "99999999 years ago",
    "since week 99",
]


@pytest.mark.parametrize(("text", "span"), CONVENTIONS.items())
def test_a_period_follows_the_conventions(text: str, span: str) -> None:
    assert days_of(text) == days(span)


@pytest.mark.parametrize(("text", "span"), WAYS_TO_SAY_A_DATE.items())
def test_a_date_is_read_however_it_is_said(text: str, span: str) -> None:
    assert days_of(text) == days(span)


@pytest.mark.parametrize("text", NO_DAYS)
def test_ordinary_words_and_the_future_give_no_period(text: str) -> None:
    assert days_of(text) is None


@pytest.mark.parametrize(
    ("zone", "text", "span"),
    [
        ("Europe/Berlin", "since 10/11", "10..18"),
        ("America/New_York", "since 10/11", "10-11..18"),
        ("Europe/Berlin", "since 11/12", "12..18"),
        ("America/New_York", "since 11/12", "12..18"),
        ("Europe/Berlin", "since 11/13", "13..18"),
        ("America/Chicago", "on 11/12/2025", "2025-11-12..2025-11-12"),
        ("Asia/Kolkata", "on 11/12/2025", "2025-12-11..2025-12-11"),
    ],
)
def test_a_date_with_a_slash_is_read_in_the_order_of_the_askers_country(
    zone: str, text: str, span: str
) -> None:
    assert days_of(text, zone=ZoneInfo(zone)) == days(span)


@pytest.mark.parametrize(
    ("zone", "expected"),
    [("Pacific/Kiritimati", "2026-11-17"), ("Europe/Berlin", "2026-11-16"),
     ("Pacific/Honolulu", "2026-11-15")],
)  # fmt: skip
def test_today_is_the_askers_own_day(zone: str, expected: str) -> None:
    now = datetime(2026, 11, 16, 1, 30, tzinfo=UTC)
    zoned = now if zone != "Pacific/Kiritimati" else datetime(2026, 11, 16, 10, 30, tzinfo=UTC)
    assert days_of("today", zoned, ZoneInfo(zone)) == (expected, expected)


@pytest.mark.parametrize(
    ("today", "text", "first", "last"),
    [
        (date(2026, 11, 16), "this week", "2026-11-16", "2026-11-16"),
        (date(2026, 11, 16), "last monday", "2026-11-09", "2026-11-09"),
        (date(2026, 11, 16), "on sunday", "2026-11-15", "2026-11-15"),
        (date(2026, 11, 15), "this week", "2026-11-09", "2026-11-15"),
        (date(2026, 11, 15), "last sunday", "2026-11-08", "2026-11-08"),
        (date(2026, 11, 15), "over the weekend", "2026-11-14", "2026-11-15"),
        (date(2026, 11, 15), "last weekend", "2026-11-07", "2026-11-08"),
        (date(2026, 11, 14), "over the weekend", "2026-11-14", "2026-11-14"),
        (date(2024, 3, 31), "past month", "2024-02-29", "2024-03-31"),
        (date(2023, 3, 31), "past month", "2023-02-28", "2023-03-31"),
        (date(2026, 3, 1), "on 29 february", "2024-02-29", "2024-02-29"),
        (date(2024, 2, 29), "a year ago", "2023-02-28", "2023-02-28"),
        (date(2026, 1, 1), "yesterday", "2025-12-31", "2025-12-31"),
        (date(2026, 1, 1), "last quarter", "2025-10-01", "2025-12-31"),
        (date(2026, 1, 2), "last week", "2025-12-22", "2025-12-28"),
        (date(2026, 1, 2), "week 53", "2020-12-28", "2021-01-03"),
        (date(2026, 1, 2), "the 31st", "2025-12-31", "2025-12-31"),
        (date(2026, 3, 29), "past 2 days", "2026-03-27", "2026-03-29"),
        (date(2026, 10, 25), "overnight", "2026-10-24", "2026-10-25"),
        (date(2026, 11, 18), "last november", "2025-11-01", "2025-11-30"),
        (date(2026, 11, 18), "last october", "2026-10-01", "2026-10-31"),
    ],
)
def test_the_calendars_edges(today: date, text: str, first: str, last: str) -> None:
    now = datetime(today.year, today.month, today.day, 12, tzinfo=UTC)
    assert days_of(text, now) == (first, last)


def test_midnight_of_a_clock_change_belongs_to_the_new_day() -> None:
    now = datetime(2026, 3, 28, 23, 30, tzinfo=UTC)  # 00:30 on the short Sunday in Berlin
    assert days_of("today", now) == ("2026-03-29", "2026-03-29")


def test_a_period_refuses_to_run_backwards() -> None:
    with pytest.raises(ValueError, match="runs forward"):
        Period(date(2026, 11, 2), date(2026, 11, 1))
