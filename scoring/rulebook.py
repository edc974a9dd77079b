"""Rulebooks: the formula's numbers as dated, immutable data, read from TOML and checked.

A rulebook is refused unless the caps of every pillar sum to exactly 25. That one invariant is why
a score needs no clamp above a signal: everything there is plain addition.
"""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from functools import cache
from importlib.resources import files
from typing import Self

from scoring.model import PILLAR_POINTS, Kind, Measure, Pillar
from scoring.toml_lines import Document, RulebookError, Table, read_document

__all__ = ["Retired", "Rulebook", "RulebookError", "Signal", "in_force", "shipped"]

_KINDS = {kind.label: kind for kind in Kind}
_REQUIRED = ("name", "pillar", "measure", "kinds", "target", "cap", "unit", "reason")


@dataclass(frozen=True, slots=True)
class Signal:
    """One scored quantity: a measure of some kinds over a window, worth up to a cap.

    Its points grow in a straight line with what is measured until ``target``, then stay at ``cap``.

    Attributes:
        name: What people and files call it, such as ``comments``; unique in a rulebook.
        pillar: The group that its points count in.
        measure: How the window is turned into a number.
        kinds: The kinds of activity that are measured; for a rate, its numerator.
        of: A rate's denominator; empty for every other measure.
        window: How many days count, the day of the score included; None for a state, which holds
            until it changes.
        target: The measured amount that earns the whole cap; for a rate, a share such as 2/5.
        cap: The most it can earn, in hundredths of a point.
        unit: A plural noun for what is measured, such as "comments".
        reason: One sentence on why it counts.
        minimum: A rate's least denominator: until so many were sent, the rate is of that many. So
            one lucky reply is no full score, and a rate is never 0/0. It is 1, and idle, elsewhere.
        effort: Minutes that one more unit takes; None where it is not one's own to do, as with
            replies received.
    """

    name: str
    pillar: Pillar
    measure: Measure
    kinds: frozenset[Kind]
    of: frozenset[Kind]
    window: int | None
    target: Fraction
    cap: int
    unit: str
    reason: str
    minimum: int = 1
    effort: int | None = None


@dataclass(frozen=True, slots=True)
class Retired:
    """A signal that is scored no more: since which day, and why, in one sentence."""

    signal: str
    on: date
    reason: str


@dataclass(frozen=True, slots=True)
class Rulebook:
    """One dated version of all signals.

    ``effective`` is the first day that is scored by it; ``digest`` is the SHA-256 of its text, by
    which anyone can tell that a published version was not touched.
    """

    version: str
    effective: date
    signals: tuple[Signal, ...]
    retired: tuple[Retired, ...] = ()
    digest: str = ""

    def __hash__(self) -> int:
        """Hash what tells rulebooks apart, for that is quicker than to hash every signal."""
        return hash((self.version, self.digest))

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read a rulebook's TOML text and check every invariant.

        Raises:
            RulebookError: Its sentence names the line that is wrong.
        """
        document = read_document(text, ("signal", "retired"))
        document.top.expect(("version", "effective"))
        signals = tuple(_parse_signal(table) for table in document.lists["signal"])
        retired = tuple(_parse_retired(table) for table in document.lists["retired"])
        _check_names(document, signals, retired)
        _check_caps(document, signals)
        return cls(
            version=document.top.text("version"),
            effective=document.top.day("effective"),
            signals=signals,
            retired=retired,
            digest=hashlib.sha256(text.encode()).hexdigest(),
        )

    def find(self, name: str) -> Signal | None:
        """Find a signal by its name; None where this rulebook has no such signal."""
        return next((signal for signal in self.signals if signal.name == name), None)

    @property
    def kinds(self) -> frozenset[Kind]:
        """The kinds that some signal takes into account."""
        return frozenset[Kind]().union(*(signal.kinds | signal.of for signal in self.signals))

    @property
    def longest_window(self) -> int:
        """How many days back, the scored day included, a score can see; states reach further."""
        return max((signal.window for signal in self.signals if signal.window), default=1)


def in_force(rulebooks: Sequence[Rulebook], on: date) -> Rulebook:
    """Tell the rulebook that scores a day: the latest that is effective by then.

    Days before the first rulebook are scored by the first.

    Raises:
        ValueError: There are no rulebooks.
    """
    if not rulebooks:
        raise ValueError("there are no rulebooks to choose from")
    by_date = sorted(rulebooks, key=lambda rulebook: rulebook.effective)
    effective = [rulebook for rulebook in by_date if rulebook.effective <= on]
    return effective[-1] if effective else by_date[0]


@cache
def shipped() -> tuple[Rulebook, ...]:
    """Read the rulebooks that travel with this package, oldest first."""
    folder = files("scoring").joinpath("rulebooks")
    texts = [entry.read_text("utf-8") for entry in folder.iterdir() if entry.name.endswith(".toml")]
    return tuple(sorted(map(Rulebook.parse, texts), key=lambda rulebook: rulebook.effective))


def _parse_signal(table: Table) -> Signal:
    """Read one ``[[signal]]``."""
    table.expect(_REQUIRED, ("of", "minimum", "window", "effort"))
    measure = table.choice("measure", Measure)
    _check_shape(table, measure)
    return Signal(
        name=table.text("name"),
        pillar=table.choice("pillar", Pillar),
        measure=measure,
        kinds=_parse_kinds(table, "kinds", measure),
        of=_parse_kinds(table, "of", measure) if measure is Measure.RATE else frozenset(),
        window=None if measure is Measure.STATE else table.whole("window"),
        target=_parse_target(table),
        cap=_parse_cap(table),
        unit=table.text("unit"),
        reason=table.text("reason"),
        minimum=table.whole("minimum") if measure is Measure.RATE else 1,
        effort=table.whole("effort") if "effort" in table.values else None,
    )


def _parse_retired(table: Table) -> Retired:
    """Read one ``[[retired]]``."""
    table.expect(("signal", "on", "reason"))
    return Retired(table.text("signal"), table.day("on"), table.text("reason"))


def _check_shape(table: Table, measure: Measure) -> None:
    """Refuse keys that a measure lacks, or has no use for."""
    rate, state = measure is Measure.RATE, measure is Measure.STATE
    for key, needed, allowed in (
        ("of", rate, rate),
        ("minimum", rate, rate),
        ("window", not state, not state),
        ("effort", False, not rate),
    ):
        if needed and key not in table.values:
            raise table.refusal(key, f"the measure “{measure}” needs “{key}”")
        if not allowed and key in table.values:
            raise table.refusal(key, f"the measure “{measure}” has no “{key}”")


def _parse_kinds(table: Table, key: str, measure: Measure) -> frozenset[Kind]:
    """Read kinds by their labels: states for the measure of states, happenings for all others."""
    names = table.texts(key)
    for name in names:
        if name not in _KINDS:
            raise table.refusal(key, f"“{name}” is not a known kind of activity")
        if _KINDS[name].is_state and measure is not Measure.STATE:
            raise table.refusal(key, f"“{name}” is a state; only the measure “state” takes it")
        if measure is Measure.STATE and not _KINDS[name].is_state:
            raise table.refusal(key, f"“{name}” is a happening; “state” takes states only")
        if _KINDS[name].is_outcome:
            raise table.refusal(key, f"“{name}” is an outcome; outcomes are never scored")
    return frozenset(_KINDS[name] for name in names)


def _parse_target(table: Table) -> Fraction:
    """Read a target, which is positive."""
    target = table.number("target")
    if target <= 0:
        raise table.refusal("target", "“target” must be more than 0")
    return target


def _parse_cap(table: Table) -> int:
    """Read a cap in points, with two decimals at most, as hundredths."""
    hundredths = table.number("cap") * 100
    if hundredths < 0:
        raise table.refusal("cap", "“cap” must not be negative")
    if hundredths.denominator != 1:
        raise table.refusal("cap", "“cap” must have two decimals at most")
    return hundredths.numerator


def _check_names(document: Document, signals: Sequence[Signal], retired: Sequence[Retired]) -> None:
    """Refuse a name that is there twice, or both scored and retired."""
    seen: set[str] = set()
    for table, signal in zip(document.lists["signal"], signals, strict=True):
        if signal.name in seen:
            raise table.refusal("name", f"there is another signal named “{signal.name}” above")
        seen.add(signal.name)
    for table, entry in zip(document.lists["retired"], retired, strict=True):
        if entry.signal in seen:
            raise table.refusal("signal", f"“{entry.signal}” is scored or retired above already")
        seen.add(entry.signal)


def _check_caps(document: Document, signals: Sequence[Signal]) -> None:
    """Refuse a pillar whose caps do not sum to 25 points, at the last of them."""
    for pillar in Pillar:
        caps = [signal.cap for signal in signals if signal.pillar is pillar]
        if sum(caps) != PILLAR_POINTS:
            tables = [t for t in document.lists["signal"] if t.values["pillar"] == pillar]
            table = tables[-1] if tables else document.top
            points = f"{sum(caps) / 100:g}"
            raise table.refusal("cap", f"the caps of “{pillar}” sum to {points} points, not 25")
