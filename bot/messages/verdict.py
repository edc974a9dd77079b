"""What kind of cause moved a score most, as the one word that the first sentence is built on."""

from collections.abc import Sequence
from enum import StrEnum

from bot.messages.contexts import ActivityCause, RulesLine
from scoring.model import CauseKind


class Verdict(StrEnum):
    """The kinds of cause, as a template asks for them."""

    RULES = "rules"
    """The new rules made up at least half of the change."""

    NOTHING = "nothing"
    """No part of the score moved."""

    CANCELS = "cancels"
    """Gains and losses came to nothing."""

    SMALL = "small"
    """No single cause is worth a line."""

    TIME_ALONE = "time_alone"
    """All losses are of activity that left the window."""

    TIME = "time"
    """The largest cause is activity that left the window."""

    CORRECTION = "correction"
    """The largest cause is a correction of what was known."""

    ACTIVITY = "activity"
    """The largest cause is what came in."""


_LARGEST = {
    CauseKind.AGED_OUT: Verdict.TIME,
    CauseKind.CORRECTED: Verdict.CORRECTION,
    CauseKind.NEW: Verdict.ACTIVITY,
    CauseKind.RULES: Verdict.RULES,
}


def verdict(
    change: int, rules: RulesLine | None, lines: Sequence[ActivityCause], rest: int
) -> Verdict:
    """Judge a change by its lines, largest first, and by what is left over (all in tenths)."""
    ruled = rules.points if rules else 0
    if ruled and (not change or 2 * ruled / change >= 1):
        return Verdict.RULES
    if not change:
        return Verdict.CANCELS if ruled or rest or lines else Verdict.NOTHING
    driving = drivers(change, lines)
    if not driving:
        return Verdict.SMALL
    if change < 0 <= min(ruled, rest) and {line.cause for line in driving} == {CauseKind.AGED_OUT}:
        return Verdict.TIME_ALONE
    return _LARGEST[driving[0].cause]


def drivers(change: int, lines: Sequence[ActivityCause]) -> list[ActivityCause]:
    """List the lines that moved a score the way it went."""
    return [line for line in lines if line.points * change > 0]
