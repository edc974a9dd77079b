"""Why a score changed: the difference of two scorecards, split into causes that add up exactly.

Two things can change a signal's points, the *rules* and the *activity*. Under the rules ``f_B``
before and ``f_A`` after, with ``x`` the activity before and ``y`` the activity after, each is paid
the mean of coming first and of coming second (the Shapley value of two players):

    rules    = ½ [ (f_A(x) - f_B(x)) + (f_A(y) - f_B(y)) ]
    activity = ½ [ (f_B(y) - f_B(x)) + (f_A(y) - f_A(x)) ]

Together that is f_A(y) - f_B(x), the change. Each rulebook looks through its own window at its own
kinds; a signal that a rulebook lacks is worth 0 there. The activity's part is then shared, under
each of the two rules, among three movers (see ``scoring.attribution``):

    corrected   the day before, as it was known then  →  the day before, as it is known now
    aged out    what the window held then and holds no more, as it is known now
    new         what the window holds now and did not then, as it is known now

What sources showed at only one end is no mover: see ``scoring.coverage``.
"""

from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field, replace
from datetime import date
from fractions import Fraction
from itertools import chain

from scoring.attribution import Share, share_out
from scoring.coverage import Sighting, seen, seen_alike
from scoring.holding import Piece, evidence, hold, moved, total
from scoring.model import Cause, CauseKind, Change, Evidence, Fact, Kind, Pillar, Scorecard
from scoring.rounding import apportion
from scoring.rulebook import Rulebook, Signal
from scoring.score import is_observed, score, worth
from scoring.window import History, tallies_of

_MOVERS = (CauseKind.NEW, CauseKind.AGED_OUT, CauseKind.CORRECTED)


@dataclass(frozen=True, slots=True)
class View:
    """How a score is looked at: by which rules, at the end of which day, knowing what."""

    rulebook: Rulebook
    day: date
    known: int


def explain(
    facts: Sequence[Fact],
    before: View,
    after: View,
    observed: AbstractSet[Kind],
    observed_then: AbstractSet[Kind] | None = None,
) -> Change:
    """Split the change between two views of the same facts into its causes.

    Args:
        facts: A member's facts in any order, retracted ones included: all that either view's
            windows may hold.
        before: The rules, the day and the knowledge that the change starts from.
        after: The same for where it ends; the day may be the same, but not an earlier one.
        observed: The kinds that the member's connected sources can show now.
        observed_then: The kinds that they could show by what the change starts from, where those
            are others. What came into sight since, or went out of it, is no part of the change.

    Returns:
        The change; both cards tell only what ``observed`` can show. Causes come in the order of the
        rulebook's signals. For each signal, their points sum to the difference of its points on the
        two cards. A cause of no points is left out, unless activity stands behind it and the same
        signal has a cause with points: it is then part of that story ("162 searches left, one came
        in, too few to gain a hundredth").

    Raises:
        ValueError: ``before`` is a later day than ``after``.
    """
    passage = _passage(facts, before, after, observed, observed_then)
    start, end = before.rulebook, after.rulebook
    change = _both_ends(passage, start, end)
    return replace(change, causes=tuple(_causes(change, passage, start, end)))


def unexplained(
    facts: Sequence[Fact],
    before: View,
    after: View,
    observed: AbstractSet[Kind],
    observed_then: AbstractSet[Kind] | None = None,
) -> Change:
    """Tell a change without its causes, for who asks how much and not why; as `explain` else."""
    passage = _passage(facts, before, after, observed, observed_then)
    return _both_ends(passage, before.rulebook, after.rulebook)


_Key = tuple[Pillar, str]
"""What makes a signal the same in two rulebooks; one that changes its pillar goes and comes."""


@dataclass(frozen=True, slots=True)
class _Passage:
    """The time between two views: both days, what was known at either, and what can be seen."""

    first: date
    last: date
    then: History
    now: History
    observed: AbstractSet[Kind]


def _passage(
    facts: Sequence[Fact],
    before: View,
    after: View,
    observed: AbstractSet[Kind],
    observed_then: AbstractSet[Kind] | None,
) -> _Passage:
    if before.day > after.day:
        raise ValueError(f"a change runs forward in time, not from {before.day} to {after.day}")
    then = now = seen(History.known_at(facts, after.known), observed)
    if before.known != after.known:
        sighting = Sighting(observed if observed_then is None else observed_then, observed)
        then = seen_alike(History.known_at(facts, before.known), now, sighting)
    return _Passage(before.day, after.day, then, now, observed)


def _both_ends(passage: _Passage, start: Rulebook, end: Rulebook) -> Change:
    first, last, observed = passage.first, passage.last, passage.observed
    return Change(
        score(start, tallies_of(start, passage.then, first), first, observed),
        score(end, tallies_of(end, passage.now, last), last, observed),
        causes=(),
    )


@dataclass(frozen=True, slots=True)
class _Course:
    """How one signal went under one rulebook: its worth at both ends, and what moved it.

    The course of a signal that a rulebook lacks, or no source shows, is worth 0 throughout.
    """

    start: Fraction = Fraction(0)
    end: Fraction = Fraction(0)
    shares: Mapping[CauseKind, Share] = field(default_factory=dict)
    evidence: Mapping[CauseKind, tuple[Evidence, ...]] = field(default_factory=dict)


def _causes(
    change: Change, passage: _Passage, before: Rulebook, after: Rulebook
) -> Iterator[Cause]:
    """Give the causes of all signals of both rulebooks, those of the later one first."""
    old, new = _signals(before), _signals(after)
    had, has = _points(change.before), _points(change.after)
    for key in new | old:
        under_old = _course(old.get(key), passage)
        under_new = under_old if new.get(key) == old.get(key) else _course(new.get(key), passage)
        gain = has.get(key, 0) - had.get(key, 0)
        yield from _signal_causes(key, under_old, under_new, gain)


def _signals(rulebook: Rulebook) -> dict[_Key, Signal]:
    return {(signal.pillar, signal.name): signal for signal in rulebook.signals}


def _points(card: Scorecard) -> dict[_Key, int]:
    return {(signal.pillar, signal.name): signal.points for signal in card.signals}


def _course(signal: Signal | None, passage: _Passage) -> _Course:
    """Follow a signal under one rulebook from the first day, as known then, to the last."""
    if signal is None or not is_observed(signal, passage.observed):
        return _Course()
    reported = hold(signal, passage.then, passage.first)
    known = reported
    if passage.now is not passage.then:
        known = hold(signal, passage.now, passage.first)
    passed = moved(known, hold(signal, passage.now, passage.last))
    pieces: dict[CauseKind, list[Piece]] = {
        CauseKind.NEW: [piece for piece in passed if piece.amount > 0],
        CauseKind.AGED_OUT: [piece for piece in passed if piece.amount < 0],
        CauseKind.CORRECTED: moved(reported, known),
    }
    start = total(signal, reported.values())
    movers = [total(signal, of_one_cause) for of_one_cause in pieces.values()]
    end = total(signal, chain(reported.values(), *pieces.values()))
    return _Course(
        worth(signal, start),
        worth(signal, end),
        shares=dict(zip(pieces, share_out(signal, start, movers), strict=True)),
        evidence={cause: evidence(of_one_cause) for cause, of_one_cause in pieces.items()},
    )


def _signal_causes(key: _Key, old: _Course, new: _Course, gain: int) -> Iterator[Cause]:
    """Average a signal's two courses, and round the parts so that they sum to its gain.

    Evidence is told by the rules of the end, and where they see none, by those of the start.
    """
    parts: dict[CauseKind, Share] = {
        cause: (old.shares.get(cause, 0) + new.shares.get(cause, 0)) / 2 for cause in _MOVERS
    }
    parts[CauseKind.RULES] = (new.start - old.start + new.end - old.end) / 2
    points = apportion(list(parts.values()), gain)
    for cause, earned in zip(parts, points, strict=True):
        behind = new.evidence.get(cause) or old.evidence.get(cause) or ()
        if earned or (behind and any(points)):
            pillar, name = key
            yield Cause(pillar, name, cause, earned, behind)
