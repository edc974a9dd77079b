"""The score of a past day: as it was told then, by what is known now, and beside today's."""

from datetime import date

from bot.answers.desk import Desk, person
from bot.answers.score.correction import told
from bot.answers.score.reference import reference_of_change
from bot.answers.score.scores import cards, move
from bot.answers.score.trend import unknown_days
from bot.messages.contexts.score import PastScore
from bot.storage.tables import Member
from scoring.model import Pillar
from scoring.rounding import shown, to_tenths


def past_score(
    desk: Desk, member: Member, day: date, today: date, *, reader: str | None
) -> PastScore:
    """Tell a reader a member's score at the end of a past day.

    Raises:
        NotFound: nothing is known of the member, or of that day.
    """
    _, first, _ = desk.store.activities.extent(desk.workspace_id, member.member_id)
    if first and first > day:
        raise unknown_days(first)
    moved = move(desk, member, day, today)
    card = cards(desk, [member.member_id], day, desk.known())[member.member_id]
    figures = shown(card)
    return PastScore(
        person=None if reader == member.slack_id else person(member),
        day=day,
        points=figures.total,
        pillars=tuple((p, figures.pillars[p]) for p in Pillar if card.pillar_seen(p)),
        told=told(desk, member, moved),
        known_since=moved.rebased_on,
        points_today=to_tenths(moved.change.after.points),
        today=today,
        rulebook=card.rulebook,
        reference=reference_of_change(desk, moved.change),
    )
