"""Day windows: which facts count at the end of a day, and when each of them stops counting.

A window of W days that ends with day D is half-open, (D - W, D]: it holds the W days from
D - W + 1 to D. What happened on day T counts on T itself and last on T + W - 1.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from operator import attrgetter
from typing import Self

from scoring.model import Fact, Kind, Measure, Tally
from scoring.rulebook import Rulebook, Signal

_by_day = attrgetter("day")


def first_day(window: int, day: date) -> date:
    """Tell the first of the ``window`` days that end with ``day``."""
    return day - timedelta(days=window - 1)


def expires_on(window: int, day: date) -> date:
    """Tell the first day at whose end what happened on ``day`` counts no more."""
    return day + timedelta(days=window)


def known(fact: Fact, at: int) -> bool:
    """Whether a fact was recorded by recording ``at`` and not retracted by then."""
    return fact.known_from <= at and (fact.known_until is None or fact.known_until > at)


@dataclass(frozen=True, slots=True)
class History:
    """What was known at one recording: facts by kind, and those of a kind in order of day."""

    facts: Mapping[Kind, Sequence[Fact]]

    @classmethod
    def known_at(cls, facts: Iterable[Fact], at: int) -> Self:
        """Sort the facts that were known at a recording; their order does not matter."""
        by_kind: dict[Kind, list[Fact]] = {}
        for fact in facts:
            if known(fact, at):
                by_kind.setdefault(fact.kind, []).append(fact)
        for of_one_kind in by_kind.values():
            of_one_kind.sort(key=_by_day)
        return cls(by_kind)

    def within(self, kinds: Iterable[Kind], window: int | None, day: date) -> list[Fact]:
        """Give the facts of some kinds in the window that ends with a day; None reaches back."""
        found: list[Fact] = []
        first = first_day(window, day) if window else None
        for kind in kinds:
            facts = self.facts.get(kind)
            if facts:
                end = bisect_right(facts, day, key=_by_day)
                begin = bisect_left(facts, first, hi=end, key=_by_day) if first else 0
                found += facts[begin:end]
        return found


def latest(facts: Iterable[Fact]) -> dict[Kind, Fact]:
    """Tell how each state stands: its latest fact, and on one day the one recorded last."""
    standing: dict[Kind, Fact] = {}
    for fact in facts:
        held = standing.get(fact.kind)
        if held is None or _precedence(fact) > _precedence(held):
            standing[fact.kind] = fact
    return standing


def _precedence(fact: Fact) -> tuple[date, int, int]:
    """Order the facts about one state; the quantity only settles what is a tie in all else."""
    return fact.day, fact.known_from, fact.quantity


def arrivals(signal: Signal, history: History) -> set[date]:
    """Give the days on which something comes into a signal's window."""
    kinds = signal.kinds | signal.of
    return {fact.day for kind in kinds for fact in history.facts.get(kind, ())}


def departures(signal: Signal, history: History) -> set[date]:
    """Give the days on which something leaves a signal's window; states leave none."""
    window = signal.window
    return {expires_on(window, day) for day in arrivals(signal, history)} if window else set()


def tally(signal: Signal, facts: Iterable[Fact], day: date, at: int) -> Tally:
    """Count what a signal's window holds at the end of a day.

    Args:
        signal: The signal, which says what kinds and how many days count.
        facts: A member's facts, in any order; those outside the window are passed over.
        day: The last day of the window.
        at: The recording by whose knowledge to count.
    """
    return tally_of(signal, History.known_at(facts, at), day)


def tallies(rulebook: Rulebook, facts: Iterable[Fact], day: date, at: int) -> dict[str, Tally]:
    """Count what the windows of all signals of a rulebook hold, by signal name."""
    return tallies_of(rulebook, History.known_at(facts, at), day)


def tallies_of(rulebook: Rulebook, history: History, day: date) -> dict[str, Tally]:
    """Count what the windows of all signals hold in a history that is sorted already."""
    return {signal.name: tally_of(signal, history, day) for signal in rulebook.signals}


def tally_of(signal: Signal, history: History, day: date) -> Tally:
    """Count what a signal's window holds in a history that is sorted already."""
    held = history.within(signal.kinds, signal.window, day)
    if signal.measure is Measure.STATE:
        return Tally(standing=sum(fact.quantity > 0 for fact in latest(held).values()))
    return Tally(
        total=sum([fact.quantity for fact in held]),
        people=_people(held),
        days=len({fact.day for fact in held}),
        of=sum([fact.quantity for fact in history.within(signal.of, signal.window, day)]),
    )


def _people(facts: Iterable[Fact]) -> int:
    """Count distinct counterparts; where none is named, each unit is a person of its own."""
    named: set[int] = set()
    unnamed = 0
    for fact in facts:
        if fact.counterpart is None:
            unnamed += fact.quantity
        else:
            named.add(fact.counterpart)
    return len(named) + unnamed
