"""A plan is the cheapest there is: held against every other way to do things, on small cases."""

from collections.abc import Mapping
from datetime import date
from fractions import Fraction
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scoring.model import Kind, Measure, Pillar, Tallies, Tally
from scoring.plan import Plan, plan
from scoring.rulebook import Rulebook, Signal, shipped
from scoring.what_if import done, points_of, units_to_fill

EVERYTHING = frozenset(Kind)
KINDS = (Kind.OUTREACH_SENT, Kind.MESSAGE_SENT, Kind.COMMENT_MADE, Kind.INMAIL_SENT)
NAMES = ("first", "second", "third", "fourth")


@st.composite
def signals_to_work_on(draw: st.DrawFn) -> Signal:
    """Make a signal without a name, of which a few units fill what is worth a few points."""
    return Signal(
        name="",
        pillar=draw(st.sampled_from(Pillar)),
        measure=draw(st.sampled_from((Measure.COUNT, Measure.DISTINCT, Measure.DAYS_ACTIVE))),
        kinds=frozenset({draw(st.sampled_from(KINDS))}),
        of=frozenset(),
        window=30,
        target=Fraction(draw(st.integers(1, 9)), draw(st.integers(1, 2))),
        cap=draw(st.integers(0, 40)),
        unit="things",
        reason="Because.",
        effort=draw(st.integers(1, 7)),
    )


@st.composite
def rates(draw: st.DrawFn) -> Signal:
    """Make a rate that waits for answers to some of what there is to do."""
    return Signal(
        name="",
        pillar=Pillar.RELATIONSHIPS,
        measure=Measure.RATE,
        kinds=frozenset({Kind.REPLY_RECEIVED}),
        of=frozenset(draw(st.sets(st.sampled_from(KINDS), min_size=1, max_size=3))),
        window=30,
        target=Fraction(draw(st.integers(1, 4)), 4),
        cap=draw(st.integers(0, 60)),
        unit="answers",
        reason="Because.",
        minimum=draw(st.integers(1, 5)),
    )


@st.composite
def cases(draw: st.DrawFn) -> tuple[Rulebook, Tallies]:
    """Make a rulebook of two to four signals to work on and up to two rates, and what is held."""
    to_do = draw(st.lists(signals_to_work_on(), min_size=2, max_size=4))
    found = draw(st.lists(rates(), max_size=2))
    named = [
        Signal(**{slot: getattr(signal, slot) for slot in Signal.__slots__} | {"name": name})
        for name, signal in [
            *zip(NAMES, to_do, strict=False),
            *zip(("a", "b"), found, strict=False),
        ]
    ]
    amounts = st.integers(0, 4)
    held = {
        signal.name: Tally(draw(amounts), draw(amounts), draw(amounts), 0, draw(amounts))
        for signal in named
    }
    return Rulebook("small", date(2026, 1, 1), tuple(named)), held


def all_plans(
    rulebook: Rulebook, held: Tallies, days: int | None
) -> list[tuple[int, tuple[int, int]]]:
    """Try everything there is to do: the score, and what it costs in minutes and units."""
    to_do = [signal for signal in rulebook.signals if signal.effort]
    rooms = [units_to_fill(signal, held) for signal in to_do]
    if days is not None:
        rooms = [
            min(room, days) if signal.measure is Measure.DAYS_ACTIVE else room
            for signal, room in zip(to_do, rooms, strict=True)
        ]
    found = []
    for units in product(*(range(room + 1) for room in rooms)):
        after: Tallies = held
        for signal, number in zip(to_do, units, strict=True):
            after = done(rulebook, after, signal, number)
        minutes = sum(
            number * (signal.effort or 0) for signal, number in zip(to_do, units, strict=True)
        )
        found.append((points_of(rulebook, after), (minutes, sum(units))))
    return found


def cost(found: Plan) -> tuple[int, int]:
    return sum(a.minutes for a in found.actions), sum(a.units for a in found.actions)


@settings(max_examples=150, deadline=None)
@given(case=cases(), share=st.integers(0, 120), days=st.none() | st.integers(0, 3))
def test_no_other_way_is_cheaper(
    case: tuple[Rulebook, Tallies], share: int, days: int | None
) -> None:
    rulebook, held = case
    plans = all_plans(rulebook, held, days)
    start, best = points_of(rulebook, held), max(points for points, _ in plans)
    goal = start + (best - start) * share // 100

    found = plan(rulebook, held, goal, EVERYTHING, days)

    enough = min(goal, best)
    assert cost(found) == min(cost for points, cost in plans if points >= enough)
    assert found.reaches >= enough
    assert (found.reaches == best) if goal > best else (found.reaches >= goal)


@settings(max_examples=150, deadline=None)
@given(case=cases(), goal=st.integers(0, 150))
def test_what_a_plan_reaches_is_the_score_once_it_is_done(
    case: tuple[Rulebook, Tallies], goal: int
) -> None:
    rulebook, held = case

    found = plan(rulebook, held, goal, EVERYTHING)

    after: Tallies = held
    for action in found.actions:
        signal = rulebook.find(action.signal)
        assert signal
        after = done(rulebook, after, signal, action.units)
    assert found.reaches == points_of(rulebook, after)
    assert found.reaches == found.start + sum(action.points for action in found.actions)


def small(signals: Mapping[str, tuple[Fraction, int, int]]) -> Rulebook:
    """Make a rulebook of counts by their targets, caps and efforts."""
    made = (
        Signal(
            name, Pillar.BRAND, Measure.COUNT, frozenset({kind}), frozenset(), 30,
            target, cap, "things", "Because.", effort=effort,
        )
        for (name, (target, cap, effort)), kind in zip(signals.items(), KINDS, strict=False)
    )  # fmt: skip
    return Rulebook("small", date(2026, 1, 1), tuple(made))


def test_the_best_use_of_each_minute_is_not_always_the_cheapest_whole() -> None:
    """The first earns 5 a minute and the second 4, but 60 is the second alone, or both."""
    rulebook = small({"first": (Fraction(1), 50, 10), "second": (Fraction(1), 60, 15)})

    found = plan(rulebook, {}, 60, EVERYTHING)

    assert [(action.signal, action.minutes) for action in found.actions] == [("second", 15)]


def test_of_what_takes_as_long_fewer_things_are_done() -> None:
    rulebook = small({"many": (Fraction(4), 40, 5), "few": (Fraction(2), 40, 10)})

    found = plan(rulebook, {}, 40, EVERYTHING)

    assert [(action.signal, action.units) for action in found.actions] == [("few", 2)]


@pytest.mark.parametrize("goal", range(0, 10_000, 1900))
def test_a_plan_by_shipped_rules_cannot_do_with_any_unit_less(goal: int) -> None:
    for rulebook in shipped():
        held = {"reply_rate": Tally(total=3, of=11), "comments": Tally(total=7)}
        found = plan(rulebook, held, goal, EVERYTHING)

        for left_out in found.actions if found.reaches >= goal else ():
            after: Tallies = held
            for action in found.actions:
                signal = rulebook.find(action.signal)
                assert signal
                units = action.units - (action is left_out)
                after = done(rulebook, after, signal, units)
            assert points_of(rulebook, after) < goal
