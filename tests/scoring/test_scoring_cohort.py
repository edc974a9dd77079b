"""Whether many moved together: found where it is so, and not where it is chance or own inputs."""

import json
import subprocess
import sys
from datetime import date
from itertools import product
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scoring.cohort import Movement, SharedChange, cohort_shift, shared_change
from scoring.model import Amount, Cause, CauseKind, Change, Pillar, Scorecard, SignalScore
from scoring.signed_rank import chance_of

SIMULATION = Path(__file__).parents[1] / "bench" / "cohort.py"

movements = st.builds(
    Movement,
    score=st.integers(1, 10_000),
    change=st.integers(-1000, 1000),
    own=st.integers(-500, 500) | st.just(0),
)
still = [Movement(5000, 0)] * 2


def mirrored(movement: Movement) -> Movement:
    return Movement(movement.score, -movement.change, -movement.own)


def test_a_shared_fall_is_counted_with_its_median() -> None:
    changes = [-600] * 20 + [-700] * 19 + [0, 30]

    assert shared_change(changes) == SharedChange(fell=39, rose=1, members=41, median=-600)


def test_the_median_of_an_even_number_is_the_mean_of_the_middle_two() -> None:
    shared = shared_change([10, -20, 40, 15])

    assert shared
    assert shared.median == 12


def test_a_group_of_nobody_shares_nothing() -> None:
    assert shared_change([]) is None


def test_39_of_41_fell_while_inputs_stood_still() -> None:
    fell = [Movement(5000 + 100 * n, -350 - 7 * n, own=n % 3 * 10 - 10) for n in range(39)]

    shift = cohort_shift([*fell, *still])

    assert shift
    assert shift.fell
    assert (shift.moved, shift.of) == (39, 41)
    assert (shift.median, shift.own) == (-476, 0)
    assert shift.share == pytest.approx(-0.07, abs=0.005)
    assert shift.chance < 1e-6


def test_what_own_inputs_account_for_is_no_shift() -> None:
    """Everybody did less and fell by about as much: that is a holiday, not the index."""
    assert cohort_shift([Movement(5000, -300 - n, own=-300) for n in range(40)]) is None


def test_a_shift_on_top_of_less_activity_is_still_found() -> None:
    shift = cohort_shift([Movement(5000, -700 - n, own=-200) for n in range(40)])

    assert shift
    assert shift.share == pytest.approx(-0.08, abs=0.005)


def test_where_inputs_moved_further_than_what_they_leave_open_nothing_is_found() -> None:
    """All gave up 6 % of their own points; of 12 % reported, 3 % are beyond what that explains."""
    assert cohort_shift([Movement(5000, -600, own=-300)] * 40) is None


def test_who_rose_by_less_than_inputs_would_did_not_fall() -> None:
    assert cohort_shift([Movement(5000, 300, own=1000)] * 40) is None


def test_between_two_middle_shares_the_common_one_lies_halfway() -> None:
    team = [Movement(5000, -200)] * 3 + [Movement(5000, -75)] * 3

    for shift in (cohort_shift(team), cohort_shift(map(mirrored, team))):
        assert shift
        assert abs(shift.share) == pytest.approx(0.0275)


def test_who_rose_by_own_inputs_while_most_fell_speaks_against_nothing() -> None:
    moved = [Movement(5000, -350)] * 9 + [Movement(5000, 100, own=450)]

    shift = cohort_shift(moved)

    assert shift
    assert (shift.moved, shift.of) == (9, 10)


def test_one_who_fell_far_is_no_cohort() -> None:
    assert cohort_shift([Movement(5000, -3000), *[Movement(5000, 0)] * 9]) is None


def test_a_small_drift_of_all_is_no_shift() -> None:
    assert cohort_shift([Movement(5000, -100)] * 50) is None


def test_fewer_than_five_decide_nothing() -> None:
    assert cohort_shift([Movement(5000, -500)] * 4) is None
    assert cohort_shift([Movement(5000, -500)] * 4 + [Movement(0, 0)]) is None
    assert cohort_shift([Movement(5000, -500)] * 5)


@settings(max_examples=300, deadline=None)
@given(team=st.lists(movements, max_size=12), fall=st.integers(0, 900))
def test_a_rise_is_found_just_as_a_fall_is(team: list[Movement], fall: int) -> None:
    team = [Movement(m.score, m.change - fall, m.own) for m in team]

    down, up = cohort_shift(team), cohort_shift(map(mirrored, team))

    assert (down is None) == (up is None)
    if down and up:
        assert (down.moved, down.of, down.median, down.own) == (
            up.moved,
            up.of,
            -up.median,
            -up.own,
        )
        assert (down.share, down.chance) == (-up.share, up.chance)
        assert down.fell != up.fell
        assert down.fell == (down.median < 0)


@settings(max_examples=300, deadline=None)
@given(values=st.lists(st.integers(-4, 4), min_size=1, max_size=9))
def test_the_chance_is_that_of_all_cases_counted_out(values: list[int]) -> None:
    """An oracle: give the ranks each of the 2ⁿ combinations of signs."""
    sizes = [abs(value) for value in values]
    ranks = [sum(s < size for s in sizes) + (sizes.count(size) + 1) / 2 for size in sizes]
    against = sum(rank for rank, value in zip(ranks, values, strict=True) if value <= 0)
    cases = [
        sum(rank for rank, is_against in zip(ranks, case, strict=True) if is_against)
        for case in product((True, False), repeat=len(ranks))
    ]

    expected = sum(case <= against for case in cases) / len(cases)

    assert chance_of(values) == (expected if 2 * against <= sum(ranks) else 1)


def test_counting_out_and_the_normal_distribution_meet() -> None:
    """50 values are counted out, 51 are not; the 51st is the smallest and means little."""
    fifty = [size * (-1 if size % 3 == 0 else 1) for size in range(2, 52)]

    assert chance_of([1, *fifty]) == pytest.approx(chance_of(fifty), abs=0.002)


def change(*causes: tuple[CauseKind, int]) -> Change:
    first, last = (
        Scorecard(
            date(2026, 3, day),
            "2026-01",
            (SignalScore("posts", Pillar.BRAND, Amount(3), points, 600, observed=True),),
        )
        for day, points in ((1, 400), (8, 400 + sum(points for _, points in causes)))
    )
    parts = tuple(Cause(Pillar.BRAND, "posts", kind, points) for kind, points in causes)
    return Change(first, last, parts)


def test_a_reported_move_stands_beside_what_own_activity_did() -> None:
    own = change(
        (CauseKind.NEW, 50),
        (CauseKind.AGED_OUT, -20),
        (CauseKind.RULES, -100),
        (CauseKind.CORRECTED, 7),
    )

    assert Movement.of_reported(5300, 4900, own) == Movement(5300, -400, own=30)


def test_of_an_own_move_rules_and_activity_are_set_apart() -> None:
    own = change((CauseKind.NEW, 50), (CauseKind.RULES, -100), (CauseKind.CORRECTED, -40))

    assert Movement.of_own(own) == Movement(400, -40)


def test_a_shift_of_7_percent_is_found_in_teams_of_8_and_more_and_ordinary_weeks_pass() -> None:
    """Each figure is of 12,000 simulated members; ``tests/bench/cohort.py`` tells how they live."""
    sizes = ("5", "8", "12", "20", "40", "100", "200")
    weeks = ("ordinary", "holiday", "down 7 %")
    asked = ["--json", "--draws", "12000", "--sizes", *sizes, "--weeks", *weeks]
    run = subprocess.run(
        [sys.executable, str(SIMULATION), *asked], capture_output=True, text=True, check=False
    )
    assert run.returncode == 0, run.stderr

    for row in json.loads(run.stdout):
        assert row["ordinary"] <= 1
        assert row["holiday"] <= 1
        assert row["down 7 %"] >= (99 if row["team"] >= 8 else 95)
