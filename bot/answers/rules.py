"""The rules: the rulebook in force in plain words, and what a changed one did to a score."""

from collections.abc import Sequence
from datetime import date
from fractions import Fraction

from bot.answers.desk import Desk
from bot.messages.contexts import RuleCause, RuleRow, Rules, RulesLine
from scoring.model import CauseKind, Change, Kind, Measure
from scoring.revision import Revision, revisions
from scoring.rounding import ShownCause, to_tenths
from scoring.rulebook import Rulebook, Signal


def rules(desk: Desk, day: date) -> Rules:
    """Show the rulebook in force on a day."""
    rulebook = desk.rulebook(day)
    return Rules(
        version=rulebook.version,
        effective=rulebook.effective,
        rows=tuple(
            RuleRow(
                pillar=signal.pillar,
                signal=signal.name,
                target=setting(signal, "target"),
                unit=signal.unit,
                cap=to_tenths(signal.cap),
                window=signal.window,
                reason=signal.reason,
            )
            for signal in rulebook.signals
        ),
    )


def line(desk: Desk, change: Change, causes: Sequence[ShownCause]) -> RulesLine | None:
    """Gather what changed rules did to a score; nothing when they did nothing."""
    did = {
        shown.cause.signal: shown.tenths
        for shown in causes
        if shown.cause.cause is CauseKind.RULES and shown.tenths
    }
    old, new = desk.rulebook(change.before.day), desk.rulebook(change.after.day)
    if not did or old.version == new.version:
        return None
    return _line(old, new, did)


def changed_rules(desk: Desk, first: date, last: date) -> RulesLine | None:
    """Tell which rules changed between two days, whatever they did to whom; points are 0."""
    old, new = desk.rulebook(first), desk.rulebook(last)
    if old.version == new.version:
        return None
    named = (revision.after or revision.before for revision in revisions(old, new))
    return _line(old, new, dict.fromkeys((signal.name for signal in named if signal), 0))


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


def _line(old: Rulebook, new: Rulebook, did: dict[str, int]) -> RulesLine:
    causes = [_cause(new, revision, did) for revision in revisions(old, new)]
    return RulesLine(
        old=old.version,
        new=new.version,
        on=new.effective,
        points=sum(did.values()),
        causes=tuple(
            sorted(
                (cause for cause in causes if cause.signal in did),
                key=lambda cause: (-abs(cause.points), cause.what != "retired"),
            )
        ),
    )


def _cause(new: Rulebook, revision: Revision, did: dict[str, int]) -> RuleCause:
    """Say what changed of a signal: the first setting that differs stands for all."""
    was, now = revision.before, revision.after
    signal = now or was
    if signal is None:
        raise ValueError("a revision has a signal on one side at least")
    what = revision.changed[0] if revision.changed else "added" if now else "retired"
    return RuleCause(
        pillar=signal.pillar,
        signal=signal.name,
        points=did.get(signal.name, 0),
        what=what,
        old=setting(was, what) if was and now else "",
        new=setting(now, what) if was and now else "",
        unit=signal.unit,
        reason=next((entry.reason for entry in new.retired if entry.signal == signal.name), ""),
    )


def _decimal(number: Fraction) -> str:
    return f"{float(number):g}"
