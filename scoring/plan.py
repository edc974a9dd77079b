"""What to do next: the actions that earn the most points for the time they take.

Worth is measured by the same scorer as everything else. An action is counted for its own signal
and against the rates that wait for an answer: a message sent lowers the reply rate until someone
replies. What else it may bring (a reply, an active day) comes on top.
"""

from collections.abc import Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from fractions import Fraction
from math import ceil

from scoring.measures import measure
from scoring.model import Amount, Kind, Measure, Pillar, Tallies, Tally
from scoring.rulebook import Rulebook, Signal
from scoring.score import is_observed, points, worth

_NOTHING = Tally()
_COUNTED_IN: Mapping[Measure, str] = {
    Measure.COUNT: "total",
    Measure.DISTINCT: "people",
    Measure.DAYS_ACTIVE: "days",
    Measure.STATE: "standing",
    Measure.RATE: "total",
}


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

    ``reaches`` is the score after all actions, less than ``goal`` where no action is left.
    """

    start: int
    goal: int
    reaches: int
    actions: tuple[Action, ...]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What some more units of a signal would do: the hundredths they bring, and what they leave.

    ``tallies`` is what the windows would hold then. Points are negative where a rate that waits for
    an answer loses more than the units earn.
    """

    points: int
    tallies: Tallies


def what_if(rulebook: Rulebook, tallies: Tallies, signal: Signal, units: int) -> Outcome:
    """Tell what some more units of a signal would bring, all else as it is.

    Of a rate the units are answers: what waits for one stays as much as it is.
    """
    after = _done(rulebook, tallies, signal, units)
    return Outcome(_score(rulebook, after) - _score(rulebook, tallies), after)


def units_to_fill(signal: Signal, tallies: Tallies) -> int:
    """Tell how many more units bring a signal to its cap; 0 where one more adds nothing."""
    amount = _amount(signal, tallies)
    base = 1 if amount.of is None else max(amount.of, signal.minimum)
    return max(0, ceil(signal.target * base - amount.value))


def units_to_goal(rulebook: Rulebook, tallies: Tallies, signal: Signal, goal: int) -> int:
    """Tell the fewest units of one signal alone that reach a goal, in hundredths.

    Where the signal cannot reach it, these are the units that fill it.
    """
    missing = goal - _score(rulebook, tallies)
    enough = (
        units
        for units in range(1, units_to_fill(signal, tallies) + 1)
        if what_if(rulebook, tallies, signal, units).points >= missing
    )
    return 0 if missing <= 0 else next(enough, units_to_fill(signal, tallies))


def full_signals(rulebook: Rulebook, tallies: Tallies) -> tuple[Signal, ...]:
    """Tell the signals at their cap, where one more unit adds nothing."""
    return tuple(
        signal
        for signal in rulebook.signals
        if 0 < signal.cap == worth(signal, _amount(signal, tallies))
    )


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
    now = _score(rulebook, tallies)
    found: list[Action] = []
    for signal, effort in _workable(rulebook, observed):
        units = min(units_to_fill(signal, tallies), max(1, minutes // effort))
        earned = _score(rulebook, _done(rulebook, tallies, signal, units)) - now
        if earned > 0:
            found.append(_action(signal, units, earned, effort))
    return tuple(sorted(found, key=lambda action: Fraction(-action.points, action.minutes)))


def plan(rulebook: Rulebook, tallies: Tallies, goal: int, observed: AbstractSet[Kind]) -> Plan:
    """Find actions that reach a goal, always taking the unit that earns most a minute.

    Args:
        rulebook: The rules to score by.
        tallies: What the windows hold now, by signal name.
        goal: The score to reach, in hundredths.
        observed: The kinds that connected sources can show; what nobody can see earns nothing.
    """
    workable = _workable(rulebook, observed)
    start = reached = _score(rulebook, tallies)
    chosen: dict[str, Action] = {}
    while reached < goal and (best := _best_unit(rulebook, tallies, workable)):
        signal, effort = best
        tallies = _done(rulebook, tallies, signal, 1)
        gained = _score(rulebook, tallies) - reached
        reached += gained
        so_far = chosen.get(signal.name, _action(signal, 0, 0, effort))
        chosen[signal.name] = _action(signal, so_far.units + 1, so_far.points + gained, effort)
    return Plan(start, goal, reached, tuple(chosen.values()))


def _workable(rulebook: Rulebook, observed: AbstractSet[Kind]) -> list[tuple[Signal, int]]:
    """Give the signals that one's own effort moves and that can be seen, with that effort."""
    return [
        (signal, signal.effort)
        for signal in rulebook.signals
        if signal.effort is not None and is_observed(signal, observed)
    ]


def _best_unit(
    rulebook: Rulebook, tallies: Tallies, workable: Iterable[tuple[Signal, int]]
) -> tuple[Signal, int] | None:
    """Find whose next unit earns the most a minute; None where none earns anything."""
    best, best_pace = None, Fraction(0)
    for signal, effort in workable:
        pace = _next_unit(rulebook, tallies, signal) / effort
        if pace > best_pace:
            best, best_pace = (signal, effort), pace
    return best


def _next_unit(rulebook: Rulebook, tallies: Tallies, signal: Signal) -> Fraction:
    """Tell what a signal's next unit earns before rounding, in hundredths."""
    after = _done(rulebook, tallies, signal, 1)
    return sum(
        (
            worth(touched, _amount(touched, after)) - worth(touched, _amount(touched, tallies))
            for touched in (signal, *_burdened(rulebook, signal))
        ),
        Fraction(0),
    )


def _burdened(rulebook: Rulebook, signal: Signal) -> Iterator[Signal]:
    """Give the rates for which whatever is done for a signal is one more to be answered."""
    return (rate for rate in rulebook.signals if rate.of and signal.kinds <= rate.of)


def _done(rulebook: Rulebook, tallies: Tallies, signal: Signal, units: int) -> Tallies:
    """Tell what the windows would hold after some more units of a signal."""
    after = dict(tallies)
    counted_in = _COUNTED_IN[signal.measure]
    held = after.get(signal.name, _NOTHING)
    after[signal.name] = replace(held, **{counted_in: getattr(held, counted_in) + units})
    for rate in _burdened(rulebook, signal):
        held = after.get(rate.name, _NOTHING)
        after[rate.name] = replace(held, of=held.of + units)
    return after


def _amount(signal: Signal, tallies: Tallies) -> Amount:
    return measure(signal, tallies.get(signal.name, _NOTHING))


def _score(rulebook: Rulebook, tallies: Tallies) -> int:
    return sum(points(signal, _amount(signal, tallies)) for signal in rulebook.signals)


def _action(signal: Signal, units: int, earned: int, effort: int) -> Action:
    return Action(signal.pillar, signal.name, signal.unit, units, earned, units * effort)
