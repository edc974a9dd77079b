"""What differs between rulebooks, setting by setting, and what that did to a score."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from fractions import Fraction

from bot.answers.desk import Desk
from bot.messages.contexts import RuleCause, RulesLine
from scoring.model import CauseKind, Change, Kind, Measure
from scoring.revision import Revision, revisions
from scoring.rounding import ShownCause
from scoring.rulebook import Rulebook, Signal


def line(desk: Desk, change: Change, causes: Sequence[ShownCause]) -> RulesLine | None:
    """Gather what changed rules did to a score; nothing when they did nothing."""
    did = _points(causes)
    old, new = desk.rulebook(change.before.day), desk.rulebook(change.after.day)
    if not did or old.version == new.version:
        return None
    passed = (book for book in desk.rulebooks if old.effective < book.effective <= new.effective)
    return _line(old, new, did, _reasons(passed))


def changed_rules(desk: Desk, first: date, last: date) -> RulesLine | None:
    """Tell which rules changed between two days, whatever they did to whom; points are 0."""
    old, new = desk.rulebook(first), desk.rulebook(last)
    return None if old.version == new.version else difference(old, new)


def difference(old: Rulebook, new: Rulebook) -> RulesLine:
    """Tell all that differs between two rulebooks, what is retired first; points are 0."""
    reasons = _reasons([new])
    causes = (
        _cause(revision, what, {}, reasons)
        for revision in revisions(old, new)
        for what in _changes(revision)
    )
    in_order = sorted(causes, key=lambda cause: cause.what != "retired")
    return RulesLine(old.version, new.version, new.effective, 0, tuple(in_order))


def impact_line(old: Rulebook, new: Rulebook, causes: Sequence[ShownCause]) -> RulesLine:
    """Tell what one rulebook instead of another does to a score, where nothing else differs."""
    return _line(old, new, _points(causes), _reasons([new]))


def setting(signal: Signal, name: str) -> str:
    """Write a setting of a signal as people read it: points, days, counts or per cent."""
    value = getattr(signal, name)
    if name == "target" and signal.measure is Measure.RATE:
        return f"{_decimal(value * 100)}\N{NO-BREAK SPACE}%"
    if name == "cap":
        return _decimal(Fraction(value, 100))
    if isinstance(value, frozenset):
        return ", ".join(sorted(kind.label for kind in value if isinstance(kind, Kind)))
    return _decimal(value) if isinstance(value, Fraction) else str(value)


def _points(causes: Iterable[ShownCause]) -> dict[str, int]:
    """Give the tenths that rules did, by signal, where they did any."""
    did: dict[str, int] = {}
    for shown in causes:
        if shown.cause.cause is CauseKind.RULES and shown.tenths:
            did[shown.cause.signal] = did.get(shown.cause.signal, 0) + shown.tenths
    return did


def _reasons(rulebooks: Iterable[Rulebook]) -> dict[str, str]:
    """Give the rulebooks' own sentences on the signals that they retired."""
    return {entry.signal: entry.reason for book in rulebooks for entry in book.retired}


def _line(
    old: Rulebook, new: Rulebook, did: Mapping[str, int], reasons: Mapping[str, str]
) -> RulesLine:
    """Gather what did something, largest first; one setting of a signal stands for all."""
    found = (_cause(each, _changes(each)[0], did, reasons) for each in revisions(old, new))
    causes = (cause for cause in found if cause.signal in did)
    return RulesLine(
        old=old.version,
        new=new.version,
        on=new.effective,
        points=sum(did.values()),
        causes=tuple(
            sorted(causes, key=lambda cause: (-abs(cause.points), cause.what != "retired"))
        ),
    )


def _changes(revision: Revision) -> tuple[str, ...]:
    return revision.changed or ("added" if revision.after else "retired",)


def _cause(
    revision: Revision, what: str, did: Mapping[str, int], reasons: Mapping[str, str]
) -> RuleCause:
    """Say what changed of a signal: one of its settings, or that it came or went."""
    was, now = revision.before, revision.after
    signal = now or was
    if signal is None:
        raise ValueError("a revision has a signal on one side at least")
    return RuleCause(
        pillar=signal.pillar,
        signal=signal.name,
        points=did.get(signal.name, 0),
        what=what,
        old=setting(was, what) if was and now else "",
        new=setting(now, what) if was and now else "",
        unit=signal.unit,
        reason=reasons.get(signal.name, ""),
    )


def _decimal(number: Fraction) -> str:
    return f"{float(number):g}"
