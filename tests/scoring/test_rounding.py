"""What is shown adds up to what is shown, and is never a whole tenth away from what is."""

from collections import defaultdict
from datetime import date
from fractions import Fraction
from math import ceil, floor
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scoring.model import (
    Amount,
    Cause,
    CauseKind,
    Change,
    Pillar,
    Scorecard,
    SignalScore,
)
from scoring.rounding import apportion, shown, shown_change, to_tenths

numbers = st.fractions(-500, 500, max_denominator=60) | st.floats(-500, 500)


@settings(max_examples=500, deadline=None)
@given(parts=st.lists(numbers, min_size=1, max_size=6))
def test_parts_are_rounded_down_or_up_to_their_rounded_sum(parts: list[Fraction | float]) -> None:
    whole = round(sum(map(Fraction, parts)))

    rounded = apportion(parts, whole)

    assert sum(rounded) == whole
    assert all(floor(p) <= r <= ceil(p) for p, r in zip(parts, rounded, strict=True))


def test_ten_thousand_random_splits_of_hundredths_add_up_in_tenths() -> None:
    random = Random(2026)  # noqa: S311 — these splits guard no secret
    for _ in range(10_000):
        hundredths = [random.randint(-2500, 2500) for _ in range(random.randint(1, 8))]
        parts = [Fraction(part, 10) for part in hundredths]

        rounded = apportion(parts, to_tenths(sum(hundredths)))

        assert sum(rounded) == to_tenths(sum(hundredths))
        assert all(floor(p) <= r <= ceil(p) for p, r in zip(parts, rounded, strict=True))


@settings(max_examples=300, deadline=None)
@given(parts=st.lists(numbers.filter(bool), min_size=1, max_size=6), whole=st.integers(-999, 999))
def test_parts_sum_to_any_whole(parts: list[Fraction | float], whole: int) -> None:
    assert sum(apportion(parts, whole)) == whole


@pytest.mark.parametrize(
    ("parts", "whole", "rounded"),
    [
        ([0.4, 0.4, 0.2], 1, (1, 0, 0)),
        ([0.2, 0.4, 0.4], 1, (0, 1, 0)),
        ([-0.6, -0.6, 0.2], -1, (0, -1, 0)),
        ([1.5, -1.5], 0, (2, -2)),
        ([1, 0, 2], 4, (2, 0, 2)),
        ([0, 0], 0, (0, 0)),
        ([], 0, ()),
    ],
)
def test_the_largest_remainder_is_served_first(
    parts: list[float], whole: int, rounded: tuple[int, ...]
) -> None:
    assert apportion(parts, whole) == rounded


def test_nothing_cannot_be_shared_out_of_nothing() -> None:
    with pytest.raises(ValueError, match="no part that 1 could be given to"):
        apportion([0, 0], 1)


@pytest.mark.parametrize(("points", "tenths"), [(0, 0), (4, 0), (5, 1), (6844, 684), (6845, 685)])
def test_points_are_shown_to_the_nearest_tenth(points: int, tenths: int) -> None:
    assert to_tenths(points) == tenths


def card(points: list[int]) -> Scorecard:
    """Make a card of three signals a pillar."""
    pillars = [pillar for pillar in Pillar for _ in range(3)]
    return Scorecard(
        date(2026, 3, 31),
        "2026-01",
        tuple(
            SignalScore(f"signal {place}", pillar, Amount(0), earned, 833, observed=True)
            for place, (pillar, earned) in enumerate(zip(pillars, points, strict=True))
        ),
    )


def change(before: list[int], after: list[int], split: list[int]) -> Change:
    """Make a change whose every signal has two causes."""
    first, last = card(before), card(after)
    causes = []
    for start, end, new in zip(first.signals, last.signals, split, strict=True):
        old = end.points - start.points - new
        for cause, points in ((CauseKind.NEW, new), (CauseKind.AGED_OUT, old)):
            causes.append(Cause(start.pillar, start.name, cause, points))
    return Change(first, last, tuple(causes))


cards = st.lists(st.integers(0, 40) | st.integers(0, 833), min_size=12, max_size=12)
changes = st.builds(change, cards, cards, st.lists(st.integers(-90, 90), min_size=12, max_size=12))


def is_near(tenths: int, points: int) -> bool:
    return floor(Fraction(points, 10)) <= tenths <= ceil(Fraction(points, 10))


@settings(max_examples=500, deadline=None)
@given(points=cards)
def test_a_card_is_shown_in_parts_that_add_up(points: list[int]) -> None:
    exact = card(points)

    rounded = shown(exact)

    assert rounded.total == to_tenths(exact.points)
    assert rounded.total == sum(rounded.pillars.values()) == sum(rounded.signals.values())
    for pillar, tenths in rounded.pillars.items():
        own = [line for line in exact.signals if line.pillar is pillar]
        assert tenths == sum(rounded.signals[line.name] for line in own)
        assert is_near(tenths, exact.pillar_points(pillar))
    assert all(is_near(rounded.signals[line.name], line.points) for line in exact.signals)


@settings(max_examples=500, deadline=None)
@given(exact=changes)
def test_a_change_is_shown_in_parts_that_add_up(exact: Change) -> None:
    rounded = shown_change(exact)

    sums: defaultdict[Pillar, int] = defaultdict(int)
    for line in rounded.causes:
        sums[line.cause.pillar] += line.tenths
        assert is_near(line.tenths, line.cause.points)
    assert rounded.pillars == sums
    assert rounded.total == sum(sums.values())
    assert rounded.total == to_tenths(exact.after.points) - to_tenths(exact.before.points)
    assert exact.causes == tuple(line.cause for line in rounded.causes)


def test_a_pillar_that_stands_still_is_shown_as_standing_still() -> None:
    """Brand 10.04 stays, Insights 10.04 becomes 10.08: 20.08 shows as 20.1, 20.12 as 20.1."""
    before = [504, 500, 0, 0, 0, 0, 504, 500, 0, 0, 0, 0]
    after = [504, 500, 0, 0, 0, 0, 508, 500, 0, 0, 0, 0]

    rounded = shown_change(change(before, after, [0] * 12))

    assert set(rounded.pillars.values()) == {0}


def test_a_full_pillar_is_never_shown_above_25() -> None:
    almost = shown(card([833, 833, 833, 834, 833, 833, 834, 833, 833, 834, 833, 833]))

    assert almost.pillars == {
        Pillar.BRAND: 250,
        Pillar.PEOPLE: 250,
        Pillar.INSIGHTS: 250,
        Pillar.RELATIONSHIPS: 250,
    }
