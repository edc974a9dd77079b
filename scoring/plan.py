"""What to do next: the actions that earn the most points for the time they take.

Worth is measured by the same scorer as everything else; see ``scoring.what_if`` for what an action
counts for and against. A plan is the cheapest there is, by ``scoring.cheapest``: signals meet only
in the rates that their actions burden, so those that share such a rate are one work, and every
other signal is a work of its own.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from fractions import Fraction
from itertools import product

from scoring.cheapest import NO_WORK, Way, cheapest, frontier, joined_frontier
from scoring.model import Kind, Measure, Pillar, Tallies
from scoring.rulebook import Rulebook, Signal
from scoring.score import is_observed
from scoring.what_if import (
    amount,
    burden,
    burdened,
    done,
    earnings,
    points_of,
    units_to_fill,
    what_if,
)

_UNIT = 1 << 20
_MINUTE = _UNIT * _UNIT
"""Costs are minutes, then units, then how many things there are to do, in one number."""


@dataclass(frozen=True, slots=True)
class Action:
    """So many more units of a signal: the hundredths they earn and the minutes they take."""

    pillar: Pillar
    signal: str
    unit: str
    units: int
    points: int
    minutes: int


@dataclass(frozen=True, slots=True)
class Plan:
    """Actions toward a goal, the best use of time first; scores in hundredths.

    ``reaches`` is the score after all actions, less than ``goal`` where no more can be reached.
    """

    start: int
    goal: int
    reaches: int
    actions: tuple[Action, ...]


def actions(
    rulebook: Rulebook, tallies: Tallies, observed: AbstractSet[Kind], minutes: int = 30
) -> tuple[Action, ...]:
    """Tell what each signal would give for some time spent on it, the best use of time first.

    Args:
        rulebook: The rules to score by.
        tallies: What the windows hold now, by signal name.
        observed: The kinds that connected sources can show; what nobody can see earns nothing.
        minutes: The time to spend on each action; one that takes longer is done once.

    Returns:
        One action for each signal that can be worked on and would earn something: as many units as
        fit in the time, and no more than fill the signal.
    """
    tallies = _seen(rulebook, tallies, observed)
    found: list[Action] = []
    for signal, effort in _workable(rulebook, observed):
        units = min(_room(signal, tallies, None), max(1, minutes // effort))
        earned = what_if(rulebook, tallies, signal, units).points
        if earned > 0:
            found.append(_action(signal, units, earned, effort))
    return _best_first(found)


def plan(
    rulebook: Rulebook,
    tallies: Tallies,
    goal: int,
    observed: AbstractSet[Kind],
    days: int | None = None,
) -> Plan:
    """Find the actions that reach a goal in the least time; there are no better ones.

    Of plans that take as long, it is one with the fewest units, and of these with the fewest
    different things to do. Where the goal is out of reach, it is the least time that leads to the
    best that can be reached.

    Args:
        rulebook: The rules to score by.
        tallies: What the windows hold without these actions, by signal name.
        goal: The score to reach, in hundredths.
        observed: The kinds that connected sources can show; what nobody can see earns nothing.
        days: The days on which something can be done; None for as many as it takes. Each can be
            one active day more. All else can be done on any of them.
    """
    tallies = _seen(rulebook, tallies, observed)
    start = points_of(rulebook, tallies)
    efforts = dict(_workable(rulebook, observed))
    works = _works(rulebook, efforts)
    ways = [_ways(rulebook, tallies, work, efforts, days) for work in works]
    best = cheapest(ways, goal - start)
    reached = start
    found: list[Action] = []
    for signal, units in zip((s for work in works for s in work), best.units, strict=True):
        if units:
            tallies = done(rulebook, tallies, signal, units)
            earned = points_of(rulebook, tallies) - reached
            reached += earned
            found.append(_action(signal, units, earned, efforts[signal]))
    return Plan(start, goal, reached, _best_first(found))


def _seen(rulebook: Rulebook, tallies: Tallies, observed: AbstractSet[Kind]) -> Tallies:
    """Leave out what no source can show any more: it is worth nothing."""
    return {
        signal.name: tallies[signal.name]
        for signal in rulebook.signals
        if signal.name in tallies and is_observed(signal, observed)
    }


def _workable(rulebook: Rulebook, observed: AbstractSet[Kind]) -> list[tuple[Signal, int]]:
    """Give the signals that one's own effort moves and that can be seen, with that effort."""
    return [
        (signal, signal.effort)
        for signal in rulebook.signals
        if signal.effort is not None and is_observed(signal, observed)
    ]


def _works(rulebook: Rulebook, signals: Iterable[Signal]) -> list[list[Signal]]:
    """Put signals together whose actions burden the same rate, directly or through others."""
    works: list[tuple[list[Signal], set[str]]] = []
    for signal in signals:
        joined, rates = [signal], {rate.name for rate in burdened(rulebook, signal)}
        apart: list[tuple[list[Signal], set[str]]] = []
        for work in works:
            if work[1].isdisjoint(rates):
                apart.append(work)
            else:
                joined, rates = work[0] + joined, work[1] | rates
        works = [*apart, (joined, rates)]
    return [work for work, _ in works]


def _ways(
    rulebook: Rulebook,
    tallies: Tallies,
    work: Sequence[Signal],
    efforts: dict[Signal, int],
    days: int | None,
) -> list[Way]:
    """Find the best ways to work on signals that meet in rates, if in any.

    They are kept apart by what they add to each rate's denominator, until all is added.
    """
    names = dict.fromkeys(rate.name for signal in work for rate in burdened(rulebook, signal))
    rates = [rate for rate in rulebook.signals if rate.name in names]
    found: dict[tuple[int, ...], list[Way]] = {(0,) * len(rates): [NO_WORK]}
    for signal in work:
        earned = earnings(signal, tallies, _room(signal, tallies, days))
        grown: defaultdict[tuple[int, ...], list[tuple[Way, Way]]] = defaultdict(list)
        for (added, ways), (units, points) in product(found.items(), enumerate(earned)):
            cost = units * (efforts[signal] * _MINUTE + _UNIT) + bool(units)
            one_more = Way(cost, points, (units,))
            after = tuple(
                so_far + units * (signal.kinds <= rate.of)
                for so_far, rate in zip(added, rates, strict=True)
            )
            grown[after] += [(way, one_more) for way in ways]
        found = {added: joined_frontier(pairs) for added, pairs in grown.items()}
    with_losses = [
        (sum(burden(rate, tallies, more) for rate, more in zip(rates, added, strict=True)), ways)
        for added, ways in found.items()
    ]
    return frontier(
        way._replace(points=way.points + lost) for lost, ways in with_losses for way in ways
    )


def _room(signal: Signal, tallies: Tallies, days: int | None) -> int:
    """Tell how many more units of a signal there can be, and no more than fill it.

    There are no more sections than a profile has, and no more new active days than days.
    """
    filling = units_to_fill(signal, tallies)
    if signal.measure is Measure.STATE:
        return min(filling, len(signal.kinds) - amount(signal, tallies).value)
    if signal.measure is Measure.DAYS_ACTIVE and days is not None:
        return min(filling, days)
    return filling


def _best_first(found: Iterable[Action]) -> tuple[Action, ...]:
    return tuple(sorted(found, key=lambda action: Fraction(-action.points, action.minutes)))


def _action(signal: Signal, units: int, earned: int, effort: int) -> Action:
    return Action(signal.pillar, signal.name, signal.unit, units, earned, units * effort)
