"""Shares against an independent oracle: the path walked in thousands of small steps."""

from fractions import Fraction
from itertools import pairwise

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from scoring.attribution import share_out
from scoring.model import Amount, Kind, Measure, Pillar
from scoring.rulebook import Signal
from scoring.score import worth

STEPS = 1000
HAIR = 1e-7
FURTHEST = 30
amounts = st.integers(0, FURTHEST)


def rate(target: Fraction, minimum: int) -> Signal:
    return Signal(
        name="reply_rate",
        pillar=Pillar.RELATIONSHIPS,
        measure=Measure.RATE,
        kinds=frozenset({Kind.REPLY_RECEIVED}),
        of=frozenset({Kind.OUTREACH_SENT}),
        window=90,
        target=target,
        cap=1000,
        unit="replies",
        reason="Outreach counts when it is answered.",
        minimum=minimum,
    )


def count(target: Fraction) -> Signal:
    return Signal(
        name="comments",
        pillar=Pillar.INSIGHTS,
        measure=Measure.COUNT,
        kinds=frozenset({Kind.COMMENT_MADE}),
        of=frozenset(),
        window=90,
        target=target,
        cap=1000,
        unit="comments",
        reason="A comment adds a thought.",
    )


def worth_at(signal: Signal, value: float, of: float) -> float:
    """The formula once more, on floats and in other words than the product's."""
    needed = float(signal.target) * (max(of, signal.minimum) if signal.of else 1)
    return 1000 * min(1.0, value / needed)


def walk(signal: Signal, start: Amount, movers: list[Amount]) -> list[float]:
    """Walk the path in small steps; at each, a mover's slope is felt by moving it a hair."""
    shares = [0.0] * len(movers)
    value = sum(mover.value for mover in movers)
    of = sum(mover.of or 0 for mover in movers)
    for step in range(STEPS):
        time = (step + 0.5) / STEPS
        here = start.value + time * value, (start.of or 0) + time * of
        for place, mover in enumerate(movers):
            hair = mover.value * HAIR, (mover.of or 0) * HAIR
            ahead = worth_at(signal, here[0] + hair[0], here[1] + hair[1])
            behind = worth_at(signal, here[0] - hair[0], here[1] - hair[1])
            shares[place] += (ahead - behind) / (2 * HAIR) / STEPS
    return shares


def one_step(signal: Signal) -> float:
    """Bound the error of walking: it is made in the step on a kink, by the steepest slope."""
    return FURTHEST / STEPS * signal.cap / float(signal.target * signal.minimum)


def movers_between(points: list[tuple[int, int]]) -> list[Amount]:
    """Make movers that lead from one amount to the next, so that none goes below nothing."""
    return [
        Amount(value - value_before, of - of_before)
        for (value_before, of_before), (value, of) in pairwise(points)
    ]


@settings(max_examples=40, deadline=None)
@given(
    points=st.lists(st.tuples(amounts, amounts), min_size=3, max_size=4),
    target=st.fractions(Fraction(1, 10), 2, max_denominator=10),
    minimum=st.integers(1, 15),
)
def test_the_closed_form_of_a_rate_agrees_with_walking_its_path(
    points: list[tuple[int, int]], target: Fraction, minimum: int
) -> None:
    assume(points[0] != points[-1] or points[0][1] != minimum)  # a corner has no one slope
    signal = rate(target, minimum)
    start, movers = Amount(*points[0]), movers_between(points)

    shares = [float(share) for share in share_out(signal, start, movers)]

    assert walk(signal, start, movers) == pytest.approx(shares, abs=one_step(signal))


@settings(max_examples=500, deadline=None)
@given(
    points=st.lists(st.tuples(amounts, amounts), min_size=3, max_size=4),
    target=st.fractions(Fraction(1, 10), 2, max_denominator=10),
    minimum=st.integers(1, 15),
)
def test_the_shares_of_a_rate_sum_to_the_change_of_its_worth(
    points: list[tuple[int, int]], target: Fraction, minimum: int
) -> None:
    signal = rate(target, minimum)

    shares = share_out(signal, Amount(*points[0]), movers_between(points))

    difference = worth(signal, Amount(*points[-1])) - worth(signal, Amount(*points[0]))
    assert float(difference) == pytest.approx(float(sum(shares)), abs=1e-9)


@settings(max_examples=40, deadline=None)
@given(values=st.lists(amounts, min_size=3, max_size=4), target=st.integers(1, 25))
def test_the_shares_of_a_count_agree_with_walking_its_path(values: list[int], target: int) -> None:
    signal = count(Fraction(target))
    start = Amount(values[0])
    movers = [Amount(after - before) for before, after in pairwise(values)]

    shares = [float(share) for share in share_out(signal, start, movers)]

    assert walk(signal, start, movers) == pytest.approx(shares, abs=one_step(signal))


def test_a_rate_that_moves_along_a_hyperbola_is_shared_by_logarithms() -> None:
    """12 of 30 were answered, then one reply and 22 more messages: 13 of 52; target 1/2.

    On the path v = 12 + t and w = 30 + 22t, worth is 1000 · (v / w) / (1/2) = 2000 · v / w.
    The reply earns      2000 · ∫ 1/w dt            = 2000 · ln(52/30) / 22 = +50.00.
    The change is        2000 · (13/52 - 12/30)     = 500 - 800             = -300.
    So the messages took -300 - 50.00                                       = -350.00.
    """
    shares = share_out(rate(Fraction(1, 2), 10), Amount(12, 30), [Amount(1, 0), Amount(0, 22)])

    assert [pytest.approx(50.0042, abs=1e-4), pytest.approx(-350.0042, abs=1e-4)] == shares


def test_below_its_minimum_a_rate_does_not_fall_with_outreach() -> None:
    shares = share_out(rate(Fraction(1, 2), 10), Amount(2, 4), [Amount(1, 0), Amount(0, 6)])

    assert [pytest.approx(200), 0] == shares


def test_what_lies_above_the_cap_is_worth_nothing() -> None:
    movers = [Amount(60), Amount(-50)]
    shares = share_out(count(Fraction(100)), Amount(110), movers)

    assert not any(shares)


@pytest.mark.parametrize(("start", "worth_of_one"), [(50, 10), (100, 5), (110, 0)])
def test_where_nothing_moved_in_all_the_slope_there_counts(start: int, worth_of_one: int) -> None:
    """Cap 1000 at 100: one is worth 10 below the target, 0 above, and the mean at the kink."""
    movers = [Amount(7), Amount(-7)]

    shares = share_out(count(Fraction(100)), Amount(start), movers)

    assert [7 * worth_of_one, -7 * worth_of_one] == shares


def test_a_rate_that_stays_on_the_corner_of_its_kinks_takes_the_mean_of_all_sides() -> None:
    """5 of 10 with target 1/2 and minimum 10 is where the cap meets the minimum.

    Half the time the cap is reached: ½. Below it a reply is worth 1000 / (½ · 10) = 200, and a
    message, half the time below the minimum, ½ · -1000 · 5 / (½ · 10²) = -50.
    """
    shares = share_out(rate(Fraction(1, 2), 10), Amount(5, 10), [Amount(1, 2), Amount(-1, -2)])

    assert [pytest.approx(100 - 50), pytest.approx(-100 + 50)] == shares


@pytest.mark.parametrize("events", [1, 2, 5, 20, 60])
def test_shares_do_not_depend_on_how_events_are_grouped(events: int) -> None:
    """Target 100, 90 before, 60 in and 50 out, in any number of events: 100 after."""
    came = [Amount(60 // events + (place < 60 % events)) for place in range(events)]
    went = [Amount(-(50 // events) - (place < 50 % events)) for place in range(events)]

    shares = share_out(count(Fraction(100)), Amount(90), came + went)

    assert sum(shares[:events]) == 600
    assert sum(shares[events:]) == -500
