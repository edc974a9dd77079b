"""What more or less of a signal does: to what the windows hold, and to the score.

What is done counts for its own signal and against the rates that wait for an answer: a message sent
lowers the reply rate until someone replies. What else it may bring (a reply, an active day) comes
on top.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from math import ceil

from scoring.measures import measure
from scoring.model import Amount, Measure, Tallies, Tally
from scoring.rulebook import Rulebook, Signal
from scoring.score import points, worth

_NOTHING = Tally()
_COUNTED_IN: Mapping[Measure, str] = {
    Measure.COUNT: "total",
    Measure.DISTINCT: "people",
    Measure.DAYS_ACTIVE: "days",
    Measure.STATE: "standing",
    Measure.RATE: "total",
}


@dataclass(frozen=True, slots=True)
class Outcome:
    """What some more units of a signal would do: the hundredths they bring, and what they leave.

    ``tallies`` is what the windows would hold then. Points are negative where a rate that waits for
    an answer loses more than the units earn, and for fewer units.
    """

    points: int
    tallies: Tallies


def what_if(rulebook: Rulebook, tallies: Tallies, signal: Signal, units: int) -> Outcome:
    """Tell what some more units of a signal, or with a minus fewer, would bring, all else as it is.

    Of a rate the units are answers: what waits for one stays as much as it is.
    """
    after = done(rulebook, tallies, signal, units)
    touched = {signal, *burdened(rulebook, signal)}
    return Outcome(
        sum(points(each, amount(each, after)) for each in touched)
        - sum(points(each, amount(each, tallies)) for each in touched),
        after,
    )


def units_to_fill(signal: Signal, tallies: Tallies) -> int:
    """Tell how many more units bring a signal to its cap; 0 where one more adds nothing."""
    held = amount(signal, tallies)
    base = 1 if held.of is None else max(held.of, signal.minimum)
    return max(0, ceil(signal.target * base - held.value))


def units_to_share(signal: Signal, tallies: Tallies, share: Fraction) -> int:
    """Tell how many more answers bring a rate to a share, or with a minus how many too many.

    The share is of what is awaited now; it is met by the fewest answers that make it or more.
    """
    held = amount(signal, tallies)
    return ceil(share * (held.of or 0)) - held.value


def units_to_goal(rulebook: Rulebook, tallies: Tallies, signal: Signal, goal: int) -> int:
    """Tell the fewest units of one signal alone that reach a goal, in hundredths.

    Where the signal cannot reach it, these are the units that fill it.
    """
    missing = goal - points_of(rulebook, tallies)
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
        if 0 < signal.cap == worth(signal, amount(signal, tallies))
    )


def burdened(rulebook: Rulebook, signal: Signal) -> Iterator[Signal]:
    """Give the rates for which whatever is done for a signal is one more to be answered."""
    return (rate for rate in rulebook.signals if rate.of and signal.kinds <= rate.of)


def done(rulebook: Rulebook, tallies: Tallies, signal: Signal, units: int) -> Tallies:
    """Tell what the windows would hold after some more units of a signal."""
    after = dict(tallies)
    after[signal.name] = _more(signal, after.get(signal.name, _NOTHING), units)
    for rate in burdened(rulebook, signal):
        held = after.get(rate.name, _NOTHING)
        after[rate.name] = held._replace(of=held.of + units)
    return after


def earnings(signal: Signal, tallies: Tallies, most: int) -> list[int]:
    """Tell the hundredths that 0, 1, 2… up to ``most`` units earn for their own signal."""
    held = tallies.get(signal.name, _NOTHING)
    reached = [points(signal, measure(signal, _more(signal, held, n))) for n in range(most + 1)]
    return [each - reached[0] for each in reached]


def burden(rate: Signal, tallies: Tallies, units: int) -> int:
    """Tell the hundredths, negative or 0, that a rate moves by so many more to be answered."""
    held = tallies.get(rate.name, _NOTHING)
    after = held._replace(of=held.of + units)
    return points(rate, measure(rate, after)) - points(rate, measure(rate, held))


def amount(signal: Signal, tallies: Tallies) -> Amount:
    """Measure what a signal's window holds."""
    return measure(signal, tallies.get(signal.name, _NOTHING))


def points_of(rulebook: Rulebook, tallies: Tallies) -> int:
    """Score what the windows hold, in hundredths."""
    return sum(points(signal, amount(signal, tallies)) for signal in rulebook.signals)


def _more(signal: Signal, held: Tally, units: int) -> Tally:
    counted_in = _COUNTED_IN[signal.measure]
    return held._replace(**{counted_in: getattr(held, counted_in) + units})
