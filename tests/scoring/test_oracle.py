"""Attribution against Shapley values: shap's exact explainer, and all orders counted out.

The two agree where the worth is a straight line for all coalitions, and where all movers are alike.
``tests/bench/shap_oracle.py`` makes such cases, records shap's answers and says why they are
recorded. Elsewhere the path is walked: ``test_attribution.py``, ``test_whole_changes.py``.
"""

import json
from collections.abc import Iterator, Sequence
from datetime import timedelta
from fractions import Fraction
from itertools import permutations
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scoring.attribution import share_out
from scoring.explain import View, explain
from scoring.model import Amount, CauseKind, Fact, Kind, Measure, Pillar
from scoring.rulebook import Signal, shipped

ANSWERS = Path(__file__).parents[1] / "data" / "shap" / "exact.jsonl"
CAP = 1000

Pair = tuple[int, int]
"""An amount as a value and what it is out of, which is 0 for a count."""


def signal_of(target: Fraction, minimum: int, *, is_rate: bool) -> Signal:
    return Signal(
        name="reply_rate" if is_rate else "replies",
        pillar=Pillar.RELATIONSHIPS,
        measure=Measure.RATE if is_rate else Measure.COUNT,
        kinds=frozenset({Kind.REPLY_RECEIVED}),
        of=frozenset({Kind.OUTREACH_SENT} if is_rate else ()),
        window=90,
        target=target,
        cap=CAP,
        unit="replies",
        reason="Outreach counts when it is answered.",
        minimum=minimum,
    )


def shares_of(signal: Signal, start: Pair, movers: Sequence[Pair]) -> list[float]:
    amounts = [Amount(value, of if signal.of else None) for value, of in (start, *movers)]
    return [float(share) for share in share_out(signal, amounts[0], amounts[1:])]


def worth_at(signal: Signal, value: float, of: float) -> float:
    """The formula once more, on floats and in other words than the product's."""
    needed = float(signal.target) * (max(of, signal.minimum) if signal.of else 1)
    return CAP * min(1.0, value / needed)


def counted_out(signal: Signal, start: Pair, movers: Sequence[Pair]) -> list[float]:
    """Pay each mover the mean of what its coming adds, over all orders of coming."""
    orders = list(permutations(range(len(movers))))
    shares = [0.0] * len(movers)
    for order in orders:
        value, of = start
        for place in order:
            before = worth_at(signal, value, of)
            value, of = value + movers[place][0], of + movers[place][1]
            shares[place] += (worth_at(signal, value, of) - before) / len(orders)
    return shares


def moves(sort: str) -> Iterator[tuple[Signal, Pair, list[Pair], list[float]]]:
    """Read the moves of a sort with shap's answers."""
    for line in ANSWERS.read_text("utf-8").splitlines():
        case = json.loads(line)
        if case.get("sort") == sort:
            target, is_rate = Fraction(str(case["target"])), sort.startswith("rate")
            signal = signal_of(target, case["minimum"], is_rate=is_rate)
            yield signal, case["start"], case["movers"], case["shares"]


def revisions(signal: str) -> Iterator[tuple[int, int, int, list[float]]]:
    """Read how a signal went as its rules changed, with shap's answers."""
    for line in ANSWERS.read_text("utf-8").splitlines():
        case = json.loads(line)
        if case.get("signal") == signal:
            yield case["window"], case["before"], case["after"], case["shares"]


@pytest.mark.parametrize(
    "sort",
    [
        "count on a line",
        "count above its cap",
        "count of alike movers",
        "rate below its minimum",
        "rate of one denominator",
        "rate of alike movers",
    ],
)
def test_shares_agree_with_shap(sort: str) -> None:
    cases = list(moves(sort))
    for signal, start, movers, shares in cases:
        assert shares == pytest.approx(shares_of(signal, start, movers), abs=1e-6)
        assert shares == pytest.approx(counted_out(signal, start, movers), abs=1e-6)
    assert len(cases) == 12


@pytest.mark.parametrize("signal", ["posts", "comments", "reactions", "searches"])
def test_rules_and_activity_agree_with_shap(signal: str) -> None:
    """On the eve of the November rules ``before`` are in the window, and on the day ``after``.

    Parts are rounded to whole hundredths that sum to the change, so each is off by one at most.
    """
    january, november = shipped()
    day = november.effective
    eve = day - timedelta(days=1)
    (kind,) = next(found.kinds for found in november.signals if found.name == signal)
    cases = list(revisions(signal))
    for window, before, after, shares in cases:
        stayed = min(before, after)
        held = {day - timedelta(days=window): before - stayed, eve: stayed, day: after - stayed}
        facts = [Fact(kind, on, many, None, known_from=1) for on, many in held.items() if many]

        change = explain(facts, View(january, eve, 1), View(november, day, 1), frozenset(Kind))

        causes = [cause for cause in change.causes if cause.signal == signal]
        rules = sum(cause.points for cause in causes if cause.cause is CauseKind.RULES)
        activity = sum(cause.points for cause in causes) - rules
        assert shares == [pytest.approx(rules, abs=1), pytest.approx(activity, abs=1)]
    assert len(cases) == 25


signals = st.builds(
    signal_of,
    st.fractions(Fraction(1, 10), 20, max_denominator=10),
    st.integers(1, 60),
    is_rate=st.booleans(),
)
pairs = st.tuples(st.integers(0, 30), st.integers(0, 30))


@settings(max_examples=300, deadline=None)
@given(signal=signals, end=pairs, mover=pairs, many=st.integers(1, 5), way=st.sampled_from((1, -1)))
def test_movers_that_are_alike_are_paid_as_shapley_would_across_every_kink(
    signal: Signal, end: Pair, mover: Pair, many: int, way: int
) -> None:
    start = end if way > 0 else (end[0] + many * mover[0], end[1] + many * mover[1])
    movers = [(way * mover[0], way * mover[1])] * many

    shares = shares_of(signal, start, movers)

    assert shares == pytest.approx(counted_out(signal, start, movers), abs=1e-6)


@settings(max_examples=300, deadline=None)
@given(signal=signals, start=pairs, movers=st.lists(pairs, min_size=1, max_size=5))
def test_movers_of_a_straight_line_are_paid_as_shapley_would(
    signal: Signal, start: Pair, movers: list[Pair]
) -> None:
    """All of them together stay below the target, and in a rate below the minimum."""
    value = start[0] + sum(mover[0] for mover in movers)
    of = start[1] + sum(mover[1] for mover in movers)
    line = signal_of(signal.target + value, max(of, 1), is_rate=bool(signal.of))

    shares = shares_of(line, start, movers)

    assert shares == pytest.approx(counted_out(line, start, movers), abs=1e-6)
