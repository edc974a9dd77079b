"""How a score went: as it was told where it was told, day by day or by weeks, never made up."""

from datetime import UTC, date, datetime, timedelta
from itertools import pairwise

import pytest

from bot.answers.score.trend import trend
from bot.errors import NotFound
from bot.messages.contexts import Trend, TrendPoint
from bot.storage.tables import Member
from bot.understanding import Period
from scoring.model import Pillar
from tests.bot.answers.crew import LONG_BEFORE, NOW, TODAY, Crew, days_ago
from tests.bot.answers.test_correction import keep_snapshot


@pytest.fixture
def ana(crew: Crew) -> Member:
    """Ana made 10 comments a hundred days ago, 2.0 points for 90 days, and 5 ten days ago.

    Each day with activity is worth 3 / 20 points for 28 days.
    """
    ana = crew.join("ana")
    crew.comments(ana, 10, days_ago(100))
    crew.comments(ana, 5, days_ago(10), at=LONG_BEFORE + timedelta(hours=1))
    return ana


def went(crew: Crew, member: Member, first: int | None = None, last: int = 0) -> Trend:
    """Ask about the days from so many days ago on, or about none."""
    period = None if first is None else Period(days_ago(first), days_ago(last))
    return trend(crew.desk, member, TODAY, reader=member.slack_id, period=period)


def test_twelve_weeks_are_told_by_weeks_up_to_today(crew: Crew, ana: Member) -> None:
    told = went(crew, ana)

    assert [row.day for row in told.rows] == [days_ago(7 * n) for n in range(12, -1, -1)]
    assert (told.first, told.last) == (TrendPoint(days_ago(84), 22), TrendPoint(TODAY, 12))
    assert [(row.points, row.change) for row in told.rows][:3] == [(22, None), (22, 0), (20, -2)]
    assert [(row.points, row.change) for row in told.rows][-3:] == [(20, 0), (12, -8), (12, 0)]


def test_the_high_and_the_low_are_of_all_days(crew: Crew, ana: Member) -> None:
    crew.comments(ana, 5, days_ago(99), at=LONG_BEFORE + timedelta(hours=2))

    told = went(crew, ana, first=99, last=1)

    assert (told.high, told.low) == (TrendPoint(days_ago(99), 33), TrendPoint(days_ago(9), 12))


def test_two_weeks_are_told_day_by_day(crew: Crew, ana: Member) -> None:
    assert len(went(crew, ana, first=13).rows) == 14
    assert [row.day for row in went(crew, ana, first=14).rows] == [
        days_ago(14), days_ago(7), TODAY,
    ]  # fmt: skip


def test_one_day_is_one_score(crew: Crew, ana: Member) -> None:
    assert went(crew, ana, first=3, last=3).rows == (TrendPoint(days_ago(3), 12),)


def test_no_more_is_told_than_slack_draws(crew: Crew, ana: Member) -> None:
    crew.comments(ana, 1, days_ago(800), at=LONG_BEFORE + timedelta(hours=3))

    rows = went(crew, ana, first=790).rows

    assert len(rows) <= 20
    assert {(b.day - a.day).days for a, b in pairwise(rows)} == {42}
    assert rows[-1].day == TODAY


def test_a_day_stays_as_it_was_told(crew: Crew, ana: Member) -> None:
    keep_snapshot(crew, ana, days_ago(5))
    crew.comments(ana, 10, days_ago(8), at=NOW - timedelta(days=1))

    told = went(crew, ana, first=6)

    assert [row.points for row in told.rows] == [33, 12, 33, 33, 33, 33, 33]
    assert (told.told, told.days) == (2, 7), "that day, and today, which is told just now"


def test_a_pillar_as_told_adds_up_with_the_others(crew: Crew, ana: Member) -> None:
    keep_snapshot(crew, ana, days_ago(5))
    period = Period(days_ago(5), days_ago(4))

    told = trend(crew.desk, ana, TODAY, reader=ana.slack_id, period=period, pillar=Pillar.INSIGHTS)

    assert [row.points for row in told.rows] == [10, 10]


def test_what_no_source_shows_has_no_past_of_zeros(crew: Crew, ana: Member) -> None:
    with pytest.raises(NotFound, match="No connected source shows that pillar yet"):
        trend(crew.desk, ana, TODAY, reader=None, pillar=Pillar.BRAND)


def test_it_begins_with_what_is_known(crew: Crew, ana: Member) -> None:
    assert went(crew, ana, first=300).first.day == days_ago(100)
    with pytest.raises(NotFound, match=r"the first activity here is of 22 March 2026\."):
        went(crew, ana, first=300, last=200)


def test_changes_of_the_rules_are_named(crew: Crew) -> None:
    later = crew.at(datetime(2026, 11, 20, 12, tzinfo=UTC))
    ben = later.join("ben")
    later.comments(ben, 10, date(2026, 10, 20))

    told = trend(later.desk, ben, date(2026, 11, 20), reader="UBEN")
    before = Period(date(2026, 10, 25), date(2026, 11, 10))

    assert [(line.old, line.new, line.on) for line in told.rules] == [
        ("2026-01", "2026-11", date(2026, 11, 11))
    ]
    assert trend(later.desk, ben, date(2026, 11, 20), reader="UBEN", period=before).rules == ()
