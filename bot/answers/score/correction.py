"""Corrections: what was said of a day, held against what is known of it now."""

from datetime import date

from bot.answers.desk import Desk
from bot.answers.score.scores import Move
from bot.messages.contexts import Told
from bot.storage.tables import Member
from scoring.model import Fact
from scoring.rounding import to_tenths
from scoring.rulebook import Rulebook
from scoring.score import score
from scoring.window import History, tallies_of


def told(desk: Desk, member: Member, moved: Move) -> Told | None:
    """Tell what was said of a change's first day, where it is another score by what is known now.

    What was said stands in the day's snapshot; without one, it is what was known when the day
    ended. It is scored again by the rules of that day.
    """
    if moved.rebased_on is not None:
        return None
    before, stored = moved.change.before, moved.stored
    rulebook, day = desk.rulebook(before.day), before.day
    snapshots = desk.store.snapshots.of(desk.workspace_id, member.member_id, day, day)
    said = to_tenths(snapshots[0].points if snapshots else before.points)
    history = History.known_at(stored.facts, stored.known)
    card = score(rulebook, tallies_of(rulebook, history, day), day, stored.observed)
    if to_tenths(card.points) == said:
        return None
    had = _counted(rulebook, History.known_at(stored.facts, moved.known_then), day)
    has = _counted(rulebook, history, day)
    return Told(
        day=day,
        points=said,
        now=to_tenths(card.points),
        late=bool(has - had),
        retracted=bool(had - has),
    )


def _counted(rulebook: Rulebook, history: History, day: date) -> frozenset[Fact]:
    """Give the facts that counted at the end of a day."""
    return frozenset(
        fact
        for signal in rulebook.signals
        for fact in history.within(signal.kinds | signal.of, signal.window, day)
    )
