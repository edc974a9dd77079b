"""The rules: the rulebook in force in plain words, and what a changed one did to a score."""

from collections.abc import Sequence
from datetime import date
from fractions import Fraction

from bot.answers.desk import Desk
from bot.messages.contexts import RuleCause, RuleRow, Rules, RulesLine
from scoring.model import CauseKind, Change, Measure
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
                target=target_text(signal),
                unit=signal.unit,
                cap=to_tenths(signal.cap),
                window=signal.window,
                reason=signal.reason,
            )
            for signal in rulebook.signals
        ),
    )


def line(desk: Desk, change: Change, causes: Sequence[ShownCause]) -> RulesLine | None:
    """Gather what changed rules did; nothing when they did nothing."""
    ruled = [shown for shown in causes if shown.cause.cause is CauseKind.RULES]
    old, new = desk.rulebook(change.before.day), desk.rulebook(change.after.day)
    if not ruled or old.version == new.version:
        return None
    return RulesLine(
        old=old.version,
        new=new.version,
        on=new.effective,
        points=sum(shown.tenths for shown in ruled),
        causes=tuple(
            sorted(
                (_cause(old, new, shown) for shown in ruled if shown.tenths),
                key=lambda cause: -abs(cause.points),
            )
        ),
    )


def target_text(signal: Signal) -> str:
    """Write a target as people read it: a count, or a rate in per cent."""
    if signal.measure is Measure.RATE:
        return f"{_decimal(signal.target * 100)}\N{NO-BREAK SPACE}%"
    return _decimal(signal.target)


def differences(old: Signal, new: Signal) -> list[tuple[str, str, str]]:
    """List the settings in which two versions of a signal differ, as (setting, old, new)."""
    settings = [
        ("target", target_text(old), target_text(new)),
        ("cap", _decimal(Fraction(old.cap, 100)), _decimal(Fraction(new.cap, 100))),
        ("window", str(old.window), str(new.window)),
        ("minimum", str(old.minimum), str(new.minimum)),
        ("measure", old.measure.value, new.measure.value),
        ("kinds", _labels(old), _labels(new)),
    ]
    return [setting for setting in settings if setting[1] != setting[2]]


def _cause(old: Rulebook, new: Rulebook, shown: ShownCause) -> RuleCause:
    """Say what changed of a signal: the first setting that differs stands for all."""
    name = shown.cause.signal
    was, now = old.find(name), new.find(name)
    if was and now:
        what, before, after = differences(was, now)[0]
    else:
        what, before, after = ("added" if now else "retired"), "", ""
    signal = now or was
    return RuleCause(
        pillar=shown.cause.pillar,
        signal=name,
        points=shown.tenths,
        what=what,
        old=before,
        new=after,
        unit=signal.unit if signal else "",
        reason=next((entry.reason for entry in new.retired if entry.signal == name), ""),
    )


def _labels(signal: Signal) -> str:
    return ", ".join(sorted(kind.label for kind in signal.kinds | signal.of))


def _decimal(number: Fraction) -> str:
    return f"{float(number):g}"
