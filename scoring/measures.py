"""The five measures: each turns what a window holds into the number that is scored."""

from collections.abc import Callable, Mapping

from scoring.model import Amount, Measure, Tally
from scoring.rulebook import Signal


def count(tally: Tally) -> Amount:
    """How many there were, quantities added up."""
    return Amount(tally.total)


def distinct(tally: Tally) -> Amount:
    """How many different people they were with."""
    return Amount(tally.people)


def days_active(tally: Tally) -> Amount:
    """On how many different days there was at least one."""
    return Amount(tally.days)


def rate(tally: Tally) -> Amount:
    """How many there were, out of how many there could have been."""
    return Amount(tally.total, of=tally.of)


def state(tally: Tally) -> Amount:
    """How many sections have an entry as things stand."""
    return Amount(tally.standing)


MEASURES: Mapping[Measure, Callable[[Tally], Amount]] = {
    Measure.COUNT: count,
    Measure.DISTINCT: distinct,
    Measure.DAYS_ACTIVE: days_active,
    Measure.RATE: rate,
    Measure.STATE: state,
}


def measure(signal: Signal, tally: Tally) -> Amount:
    """Measure a signal by its own measure."""
    return MEASURES[signal.measure](tally)
