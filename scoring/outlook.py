"""What the coming days take away: everything that will leave a window is known today."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from scoring.holding import evidence, hold, moved, total
from scoring.model import Evidence, Fact, Pillar
from scoring.rulebook import Rulebook, Signal
from scoring.score import points
from scoring.window import History, departures


@dataclass(frozen=True, slots=True)
class Leaving:
    """What leaves one signal's window on one day.

    ``day`` is the first day at whose end it counts no more. ``points`` is the change of the score
    in hundredths: mostly negative, 0 for what lay above a cap, and positive where a rate recovers
    because old unanswered outreach leaves it. ``evidence`` amounts are negative, as they go.
    """

    day: date
    pillar: Pillar
    signal: str
    points: int
    evidence: tuple[Evidence, ...]


def outlook(
    facts: Sequence[Fact], rulebook: Rulebook, day: date, known: int, days: int
) -> tuple[Leaving, ...]:
    """Tell what leaves the windows in the coming days if nothing new comes in.

    Args:
        facts: A member's facts, in any order; those after ``day`` are passed over.
        rulebook: The rules, taken to stay as they are.
        day: Today: the last day that is scored with what is there.
        known: The recording by whose knowledge to look.
        days: How many days to look ahead.

    Returns:
        What leaves, in order of day and then of the rulebook's signals. All points together are
        the score of the last day looked at less the score of ``day``.
    """
    history = History.known_at((fact for fact in facts if fact.day <= day), known)
    coming = [day + timedelta(days=ahead) for ahead in range(1, days + 1)]
    losing = [(signal, departures(signal, history)) for signal in rulebook.signals]
    return tuple(
        leaving
        for each_day in coming
        for signal, its_days in losing
        if each_day in its_days
        for leaving in _leave(signal, history, each_day)
    )


def _leave(signal: Signal, history: History, day: date) -> Iterator[Leaving]:
    """Give what leaves a signal on a day: what happened just before its window."""
    eve = day - timedelta(days=1)
    before, after = hold(signal, history, eve), hold(signal, history, day)
    lost = points(signal, total(signal, after.values()))
    lost -= points(signal, total(signal, before.values()))
    left = evidence(moved(before, after))
    if left:
        yield Leaving(day, signal.pillar, signal.name, lost, left)
