"""The usual weekly swing: by the own history, robust, and silent where that is short."""

from datetime import date, timedelta
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scoring.leeway import FEWEST_WEEKS, Told, is_about_a_week, usual_swing

LAST = date(2026, 11, 20)
changes = st.lists(st.integers(-3000, 3000), min_size=FEWEST_WEEKS, max_size=20)


def history(*changes: int) -> list[Told]:
    """Tell scores of week ends that moved by so much in each week, the latest last."""
    points = [0]
    for change in changes:
        points.append(points[-1] + change)
    weeks = range(len(changes), -1, -1)
    return [
        Told(LAST - timedelta(weeks=ago), each, "rules")
        for ago, each in zip(weeks, points, strict=True)
    ]


def swing(told: list[Told]) -> int:
    found = usual_swing(told, LAST)
    assert found is not None
    return found


def test_four_of_five_weeks_moved_by_this_much_at_most() -> None:
    assert swing(history(10, -20, 30, -40, 50, -60, 70, -80, 90, -100)) == 80


def test_eight_weeks_are_the_least_that_says_anything() -> None:
    assert usual_swing(history(*[50] * 7), LAST) is None
    assert swing(history(*[50] * 8)) == 50


def test_one_day_of_another_basis_breaks_the_weeks_on_both_sides() -> None:
    told = history(*[10] * 5, 4000, *[10] * 5)
    other = [
        Told(each.day, each.points, "new" if at > 5 else "rules") for at, each in enumerate(told)
    ]

    assert swing(other) == 10, "the week in which the rules changed is left out"
    assert usual_swing(other[1:-2], LAST) is None


def test_what_is_long_ago_is_usual_no_more() -> None:
    assert swing(history(*[900] * 40, *[20] * 26)) == 20


@given(changes)
def test_it_is_a_move_that_did_occur_and_most_weeks_stay_within(moves: list[int]) -> None:
    found = swing(history(*moves))

    sizes = [abs(move) for move in moves]
    assert found in sizes
    assert sum(size <= found for size in sizes) * 5 >= len(sizes) * 4
    assert sum(size < found for size in sizes) * 5 < len(sizes) * 4


@given(changes, st.randoms())
def test_the_order_of_weeks_and_of_the_telling_is_nothing(moves: list[int], random: Random) -> None:
    told = history(*moves)
    random.shuffle(told)
    assert swing(told) == swing(history(*sorted(moves)))


@given(changes, st.integers(0, 9))
def test_it_grows_as_the_moves_do(moves: list[int], times: int) -> None:
    assert swing(history(*(times * move for move in moves))) == times * swing(history(*moves))


@given(changes)
def test_up_and_down_are_alike(moves: list[int]) -> None:
    assert swing(history(*(-move for move in moves))) == swing(history(*moves))


@given(changes, st.integers(0, 19), st.integers(-(10**6), 10**6))
def test_one_outlier_never_takes_it_beyond_the_other_weeks(
    moves: list[int], place: int, outlier: int
) -> None:
    place %= len(moves)
    others = moves[:place] + moves[place + 1 :]
    found = swing(history(*moves[:place], outlier, *moves[place + 1 :]))

    assert min(map(abs, others)) <= found <= max(map(abs, others))


@pytest.mark.parametrize(
    ("days", "speaks"), [(5, False), (6, True), (7, True), (8, True), (9, False)]
)
def test_it_speaks_of_about_a_week_alone(days: int, *, speaks: bool) -> None:
    assert is_about_a_week(LAST - timedelta(days=days), LAST) is speaks
