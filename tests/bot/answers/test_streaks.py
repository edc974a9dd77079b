"""Weeks in a row: what adds to a streak, what ends one, and what does neither."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from bot.answers.aims.streaks import WEEK, monday_of, streak

TODAY = date(2026, 6, 30)
"""A Tuesday."""

MONDAY = date(2026, 6, 29)

days = st.sets(st.integers(0, 200).map(lambda ago: TODAY - timedelta(days=ago)))
weeks = st.sets(st.integers(0, 28).map(lambda ago: MONDAY - ago * WEEK))


def weeks_ago(*numbers: int) -> set[date]:
    return {TODAY - number * WEEK for number in numbers}


def test_weeks_in_a_row_are_counted_until_now() -> None:
    found = streak(weeks_ago(0, 1, 2, 5, 6, 7, 8), frozenset(), TODAY)

    assert (found.weeks, found.longest, found.this_week) == (3, 4, True)


def test_the_present_week_ends_nothing_before_it_is_over() -> None:
    found = streak(weeks_ago(1, 2), frozenset(), TODAY)

    assert (found.weeks, found.this_week) == (2, False)
    assert streak(weeks_ago(2, 3), frozenset(), TODAY).weeks == 0


def test_a_week_off_neither_adds_nor_ends() -> None:
    off = {MONDAY - WEEK, MONDAY - 2 * WEEK}

    assert streak(weeks_ago(0, 3), off, TODAY).weeks == 2
    assert streak(weeks_ago(3, 4), off, TODAY).weeks == 2
    assert streak(weeks_ago(0, 3), {MONDAY - WEEK}, TODAY).weeks == 1


def test_many_days_of_a_week_are_one_week() -> None:
    assert streak([MONDAY, MONDAY + timedelta(days=1)], frozenset(), TODAY).weeks == 1


def test_a_length_is_reached_on_the_first_active_day_of_its_week() -> None:
    found = streak([MONDAY - WEEK, MONDAY, TODAY], frozenset(), TODAY)

    assert found.reached == {1: MONDAY - WEEK, 2: MONDAY}


def test_nobody_is_active_in_days_to_come() -> None:
    assert streak([TODAY + WEEK], frozenset(), TODAY).longest == 0


@given(days, weeks)
def test_taking_weeks_off_never_shortens_a_streak(active: set[date], off: set[date]) -> None:
    assert streak(active, off, TODAY).weeks >= streak(active, frozenset(), TODAY).weeks


@given(days, weeks)
def test_a_streak_is_no_longer_than_its_active_weeks(active: set[date], off: set[date]) -> None:
    found = streak(active, off, TODAY)

    assert found.weeks <= found.longest <= len({monday_of(day) for day in active})
    assert set(found.reached) == set(range(1, found.longest + 1))


@given(days, weeks, st.integers(0, 200))
def test_one_more_active_day_never_shortens_a_streak(
    active: set[date], off: set[date], ago: int
) -> None:
    more = active | {TODAY - timedelta(days=ago)}

    assert streak(more, off, TODAY).weeks >= streak(active, off, TODAY).weeks
