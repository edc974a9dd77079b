"""`/ssi me`: the score today, its change over a week, what leaves soon, and what can be seen."""

from datetime import date, timedelta

from bot.answers.desk import Desk, person
from bot.answers.impact import by_old_rules
from bot.answers.scores import move
from bot.answers.upcoming import leaving_soon
from bot.messages.contexts import Me, Missing, PillarLine
from bot.storage.tables import Member
from scoring.model import Pillar, Scorecard
from scoring.rounding import shown_change, to_tenths

WEEK = 7


def me(desk: Desk, member: Member, today: date, *, reader: str | None) -> Me:
    """Show a member's score to a reader.

    Raises:
        NotFound: nothing is known of the member yet.
    """
    moved = move(desk, member, today - timedelta(days=WEEK), today)
    card = moved.change.after
    shown = shown_change(moved.change)
    return Me(
        person=None if reader == member.slack_id else person(member),
        day=today,
        since=today - timedelta(days=WEEK),
        points=shown.after.total,
        change=shown.total,
        rulebook=card.rulebook,
        pillars=tuple(
            PillarLine(
                pillar=pillar,
                points=shown.after.pillars[pillar],
                change=shown.pillars[pillar],
                seen=to_tenths(card.pillar_seen(pillar)),
            )
            for pillar in Pillar
        ),
        leaving_days=WEEK,
        leaving=leaving_soon(desk, moved.stored, today, WEEK),
        missing=_missing(card),
        by_old_rules=by_old_rules(desk, member, today),
    )


def _missing(card: Scorecard) -> tuple[Missing, ...]:
    """Name, pillar by pillar, the signals that no connected source shows."""
    unseen = {
        pillar: tuple(s.name for s in card.signals if s.pillar is pillar and not s.observed)
        for pillar in Pillar
    }
    return tuple(Missing(pillar, signals) for pillar, signals in unseen.items() if signals)
