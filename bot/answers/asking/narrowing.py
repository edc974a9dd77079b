"""Narrows an answer about a change to one pillar, or to one signal of it."""

from datetime import date

from bot.answers.desk import Desk
from bot.errors import NotFound
from bot.understanding import Question
from scoring.model import Change, Pillar, Scorecard
from scoring.rounding import ShownCause, ShownChange, to_tenths


def signal_named(desk: Desk, question: Question, *days: date) -> str | None:
    """Give the signal that a question names, if the rules of the days and its pillar know it."""
    if question.signal is None:
        return None
    for day in days:
        found = desk.rulebook(day).find(question.signal)
        if found and question.pillar in (None, found.pillar):
            return found.name
    return None


def require_seen(card: Scorecard, signal: str | None) -> None:
    """Let an answer about a signal go on that a source shows.

    Raises:
        NotFound: no connected source shows it.
    """
    if any(scored.name == signal and not scored.observed for scored in card.signals):
        raise NotFound(
            "No connected source shows that yet, so it neither gave nor took points. "
            "`/ssi me` names what would show it."
        )


def about(change: ShownChange, pillar: Pillar | None, signal: str | None) -> list[ShownCause]:
    """List the causes of a change that are of a pillar, or of a signal."""
    return [
        shown
        for shown in change.causes
        if pillar in (None, shown.cause.pillar) and signal in (None, shown.cause.signal)
    ]


def figures_of(change: ShownChange, pillar: Pillar | None, signal: str | None) -> tuple[int, int]:
    """Give the points after a change and the change, in tenths, of what it is narrowed to."""
    if signal:
        total = sum(shown.tenths for shown in about(change, pillar, signal))
        return change.after.signals.get(signal, 0), total
    if pillar:
        return change.after.pillars[pillar], change.pillars[pillar]
    return change.after.total, change.total


def cap_of(change: Change, signal: str | None) -> int | None:
    """Tell in tenths what a signal can bring at most, by the rules after a change."""
    caps = (to_tenths(scored.cap) for scored in change.after.signals if scored.name == signal)
    return next(caps, None)
