"""`/ssi me`: the score today, its change over a week, what leaves soon, and what can be seen."""

from datetime import date, timedelta

from bot.answers.ahead.upcoming import leaving_soon
from bot.answers.aims.games import badges, streak_line
from bot.answers.aims.goals import goal_line
from bot.answers.desk import Desk, person
from bot.answers.rules.impact import by_old_rules
from bot.answers.score.leeway import swing_of
from bot.answers.score.reference import reference_of_change
from bot.answers.score.scores import unexplained_move
from bot.answers.score.sight import sights
from bot.messages.contexts import Me, Missing, PillarLine
from bot.storage.tables import Member
from scoring.model import Pillar, Scorecard
from scoring.rounding import shown_change, to_tenths

WEEK = 7


def me(
    desk: Desk, member: Member, today: date, *, reader: str | None, since: date | None = None
) -> Me:
    """Show a member's score to a reader, and its change since the end of a day, or in a week.

    Raises:
        NotFound: nothing is known of the member yet.
    """
    since = since or today - timedelta(days=WEEK)
    moved = unexplained_move(desk, member, since, today)
    card = moved.change.after
    shown = shown_change(moved.change)
    is_own = reader == member.slack_id
    return Me(
        person=None if is_own else person(member),
        day=today,
        since=since,
        points=shown.after.total,
        change=shown.total,
        rulebook=card.rulebook,
        reference=reference_of_change(desk, moved.change),
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
        by_old_rules=by_old_rules(desk, moved.stored, today),
        swing=swing_of(desk, member.member_id, since, today),
        sights=sights(desk, moved),
        by_hand=desk.store.logs.by_hand_only(desk.workspace_id, member.member_id),
        goal=goal_line(desk, member, today) if is_own else None,
        streak=streak_line(desk, member, today) if is_own else None,
        badges=badges(desk, member, today) if is_own else (),
    )


def _missing(card: Scorecard) -> tuple[Missing, ...]:
    """Name, pillar by pillar, the signals that no connected source shows."""
    unseen = {
        pillar: tuple(s.name for s in card.signals if s.pillar is pillar and not s.observed)
        for pillar in Pillar
    }
    return tuple(Missing(pillar, signals) for pillar, signals in unseen.items() if signals)
