"""Whole changes, rules and all, against a path that is walked; and as shown, they add up.

The walk shares nothing with the product but the model: it counts what windows hold in its own
words, and steps from one to the other.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from random import Random

import pytest
from hypothesis import given, settings

from scoring.explain import View, explain, unexplained
from scoring.model import Cause, Fact, Kind, Measure
from scoring.rounding import shown_change, to_tenths
from scoring.rulebook import Rulebook, Signal

EVERYTHING = frozenset(Kind)
STEPS = 200
HAIR = 1e-6
FIRST = date(2026, 3, 1)

Unit = tuple[object, ...]
Pair = tuple[float, float]
"""An amount as a value and what it is out of, which is 0 for all measures but rates."""


def units(signal: Signal, facts: Iterable[Fact], day: date, known: int) -> Counter[Unit]:
    """Count what a window holds, by what makes a unit the same one in another window.

    The last of a unit tells whether it counts as the value or as what that is out of.
    """
    held: Counter[Unit] = Counter()
    states: dict[Kind, Fact] = {}
    for fact in facts:
        until = fact.known_until or known + 1
        age = (day - fact.day).days
        if not (fact.known_from <= known < until and 0 <= age < (signal.window or 10_000)):
            continue
        for is_of, kinds in enumerate((signal.kinds, signal.of)):
            if fact.kind not in kinds:
                continue
            if signal.measure is Measure.STATE:
                states[fact.kind] = max(states.get(fact.kind, fact), fact, key=recency)
            elif signal.measure is Measure.DAYS_ACTIVE:
                held[fact.day, is_of] = 1
            elif signal.measure is Measure.DISTINCT and fact.counterpart is not None:
                held[fact.counterpart, is_of] = 1
            else:
                held[fact.kind, fact.day, is_of] += fact.quantity
    held.update({(kind, 0): 1 for kind, fact in states.items() if fact.quantity})
    return held


def recency(fact: Fact) -> tuple[date, int, int]:
    return fact.day, fact.known_from, fact.quantity


def pair(held: Mapping[Unit, int]) -> Pair:
    value = sum(many for unit, many in held.items() if not unit[-1])
    return value, sum(many for unit, many in held.items() if unit[-1])


def differences(before: Counter[Unit], after: Counter[Unit]) -> tuple[Pair, Pair]:
    """Tell what came in, and with a minus what went."""
    lost = pair(before - after)
    return pair(after - before), (-lost[0], -lost[1])


def worth_at(signal: Signal, value: float, of: float) -> float:
    """The formula once more, on floats and in other words than the product's."""
    needed = float(signal.target) * (max(of, signal.minimum) if signal.of else 1)
    return signal.cap * min(1.0, value / needed)


def walk(signal: Signal, start: Pair, movers: Mapping[str, Pair]) -> dict[str, float]:
    """Walk the path in small steps; at each, a mover's slope is felt by moving it a hair."""
    shares = dict.fromkeys(movers, 0.0)
    value, of = (sum(mover[half] for mover in movers.values()) for half in (0, 1))
    for step in range(STEPS):
        time = (step + 0.5) / STEPS
        here = start[0] + time * value, start[1] + time * of
        for name, mover in movers.items():
            hair = mover[0] * HAIR, mover[1] * HAIR
            ahead = worth_at(signal, here[0] + hair[0], here[1] + hair[1])
            behind = worth_at(signal, here[0] - hair[0], here[1] - hair[1])
            shares[name] += (ahead - behind) / (2 * HAIR) / STEPS
    return shares


class Course:
    """One signal's way between two views by the rules of one of them, walked."""

    def __init__(self, signal: Signal | None, facts: list[Fact], one: View, other: View) -> None:
        self.start = self.end = self.error = 0.0
        self.shares: Mapping[str, float] = {}
        self.is_point = False
        if signal is None:
            return
        told = units(signal, facts, one.day, one.known)
        known = units(signal, facts, one.day, other.known)
        last = units(signal, facts, other.day, other.known)
        new, aged = differences(known, last)
        late, taken = differences(told, known)
        corrected = late[0] + taken[0], late[1] + taken[1]
        self.start, self.end = worth_at(signal, *pair(told)), worth_at(signal, *pair(last))
        movers = {"new": new, "aged_out": aged, "corrected": corrected}
        self.shares = walk(signal, pair(told), movers)
        self.is_point = pair(told) == pair(last)
        # A step on a kink takes one slope for another: no steeper than from nothing to the cap.
        furthest = max(abs(half) for mover in movers.values() for half in mover)
        self.error = furthest / STEPS * signal.cap / float(signal.target * signal.minimum)


def named(rulebook: Rulebook, key: tuple[str, str]) -> Signal | None:
    return next((s for s in rulebook.signals if (s.pillar, s.name) == key), None)


@settings(max_examples=200, deadline=None)
@given(...)
def test_every_cause_agrees_with_walking_the_path(
    facts: list[Fact], one: View, other: View
) -> None:
    one, other = (one, other) if one.day <= other.day else (other, one)

    causes: defaultdict[tuple[str, str], list[Cause]] = defaultdict(list)
    for cause in explain(facts, one, other, EVERYTHING).causes:
        causes[cause.pillar, cause.signal].append(cause)

    for key, found in causes.items():
        old = Course(named(one.rulebook, key), facts, one, other)
        new = Course(named(other.rulebook, key), facts, one, other)
        if old.is_point or new.is_point:
            continue  # a path that stays where it is may stay on a corner, which has no one slope
        walked = {
            name: (old.shares.get(name, 0) + new.shares.get(name, 0)) / 2
            for name in ("new", "aged_out", "corrected")
        }
        walked["rules"] = (new.start - old.start + new.end - old.end) / 2
        # Both ends are rounded to hundredths; so are the parts, which then sum to the difference.
        error = 2 + (old.error + new.error) / 2
        for cause in found:
            assert cause.points == pytest.approx(walked.pop(cause.cause), abs=error)
        assert all(abs(rest) <= error for rest in walked.values())


def some_facts(random: Random, kinds: Sequence[Kind]) -> list[Fact]:
    facts = []
    for _ in range(random.randint(0, 12)):
        kind = random.choice(kinds)
        known_from = random.randint(1, 5)
        facts.append(
            Fact(
                kind,
                FIRST + timedelta(days=random.randint(0, 40)),
                quantity=random.randint(0 if kind.is_state else 1, 9),
                counterpart=random.choice((None, 1, 2, 3)),
                known_from=known_from,
                known_until=random.choice((None, None, random.randint(known_from + 1, 6))),
            )
        )
    return facts


@pytest.mark.parametrize("seed", range(4))
def test_2500_changes_as_shown_add_up(seed: int, rulebook_of: Callable[[int], Rulebook]) -> None:
    """Four times, so that four can run at once: 10,000 changes in all."""
    random = Random(seed)  # noqa: S311 - these changes guard no secret
    rulebooks = [rulebook_of(seed) for seed in range(100)]
    kinds = sorted({k for book in rulebooks for s in book.signals for k in s.kinds | s.of})
    moved = 0
    for _ in range(2500):
        days = sorted(FIRST + timedelta(days=random.randint(0, 50)) for _ in range(2))
        books = (
            [random.choice(rulebooks)] * 2 if random.random() < 0.6 else random.sample(rulebooks, 2)
        )
        one, other = (View(*view, random.randint(1, 5)) for view in zip(books, days, strict=True))

        facts = some_facts(random, kinds)
        change = explain(facts, one, other, EVERYTHING)
        shown = shown_change(change)

        sums: Counter[str] = Counter()
        for cause in shown.causes:
            sums[cause.cause.pillar] += cause.tenths
        assert {pillar: sums[pillar] for pillar in shown.pillars} == shown.pillars
        assert sum(sums.values()) == shown.after.total - shown.before.total
        assert shown.after.total == to_tenths(change.after.points)
        assert shown.before.total == to_tenths(change.before.points)
        assert replace(change, causes=()) == unexplained(facts, one, other, EVERYTHING)
        moved += change.points != 0
    assert moved > 1250
