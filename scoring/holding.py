"""What a signal's window holds, unit by unit, so that two windows can be told apart.

A tally says *how many*; a holding says *which*. What moves is the measure's own unit:

- count and rate: the quantity of a kind on a day;
- distinct: a person, who has gone only when nothing with them is left in the window;
- days active: a day;
- state: a profile section.

The difference of two holdings is thus both what moved and the evidence for it.
"""

from collections.abc import Callable, Hashable, Iterable, Mapping
from datetime import date
from typing import NamedTuple

from scoring.model import Amount, Evidence, Fact, Kind, Measure
from scoring.rulebook import Signal
from scoring.window import History, latest


class Piece(NamedTuple):
    """One unit that a window holds: how much of it, and the kind and day that witness it."""

    kind: Kind
    day: date
    amount: int


Holding = Mapping[Hashable, Piece]
"""Pieces by what makes each of them the same piece in another window."""


def hold(signal: Signal, history: History, day: date) -> Holding:
    """Tell what a signal's window holds at the end of a day."""
    facts = history.within(signal.kinds | signal.of, signal.window, day)
    return _HOLDERS[signal.measure](facts)


def moved(before: Holding, after: Holding) -> list[Piece]:
    """Tell what has to be added to one holding, or with a minus taken away, to get another."""
    pieces: list[Piece] = []
    for unit, piece in after.items():
        held = before[unit].amount if unit in before else 0
        if piece.amount != held:
            pieces.append(piece._replace(amount=piece.amount - held))
    pieces += [
        piece._replace(amount=-piece.amount)
        for unit, piece in before.items()
        if piece.amount and unit not in after
    ]
    return pieces


def total(signal: Signal, pieces: Iterable[Piece]) -> Amount:
    """Add pieces up to a signal's amount; signed pieces add up to a signed amount."""
    value = of = 0
    for piece in pieces:
        value += piece.amount if piece.kind in signal.kinds else 0
        of += piece.amount if piece.kind in signal.of else 0
    return Amount(value, of if signal.of else None)


def evidence(pieces: Iterable[Piece]) -> tuple[Evidence, ...]:
    """Sum pieces up by kind, what came apart from what went."""
    groups: dict[tuple[Kind, bool], list[Piece]] = {}
    for piece in pieces:
        groups.setdefault((piece.kind, piece.amount < 0), []).append(piece)
    return tuple(
        Evidence(
            kind,
            sum(piece.amount for piece in group),
            first=min(piece.day for piece in group),
            last=max(piece.day for piece in group),
        )
        for (kind, _), group in sorted(groups.items())
    )


def _hold_quantities(facts: Iterable[Fact]) -> Holding:
    amounts: dict[tuple[Kind, date], int] = {}
    for fact in facts:
        unit = fact.kind, fact.day
        amounts[unit] = amounts.get(unit, 0) + fact.quantity
    return {unit: Piece(*unit, amount) for unit, amount in amounts.items()}


def _hold_people(facts: Iterable[Fact]) -> Holding:
    """Hold people, each witnessed by the last that happened with them.

    Facts that name nobody are held by kind and day: each of their units is somebody else.
    """
    named: dict[int, Fact] = {}
    unnamed: list[Fact] = []
    for fact in facts:
        if fact.counterpart is None:
            unnamed.append(fact)
        elif _is_later(fact, named.get(fact.counterpart)):
            named[fact.counterpart] = fact
    people: dict[Hashable, Piece] = dict(_hold_quantities(unnamed))
    people.update({who: Piece(fact.kind, fact.day, 1) for who, fact in named.items()})
    return people


def _hold_days(facts: Iterable[Fact]) -> Holding:
    days: dict[date, Fact] = {}
    for fact in facts:
        if _is_later(fact, days.get(fact.day)):
            days[fact.day] = fact
    return {day: Piece(fact.kind, day, 1) for day, fact in days.items()}


def _hold_sections(facts: Iterable[Fact]) -> Holding:
    """Hold profile sections, the empty ones too: they tell on which day one was emptied."""
    return {
        kind: Piece(kind, fact.day, int(fact.quantity > 0)) for kind, fact in latest(facts).items()
    }


def _is_later(fact: Fact, held: Fact | None) -> bool:
    return held is None or (fact.day, fact.kind) > (held.day, held.kind)


_HOLDERS: Mapping[Measure, Callable[[Iterable[Fact]], Holding]] = {
    Measure.COUNT: _hold_quantities,
    Measure.DISTINCT: _hold_people,
    Measure.DAYS_ACTIVE: _hold_days,
    Measure.RATE: _hold_quantities,
    Measure.STATE: _hold_sections,
}
