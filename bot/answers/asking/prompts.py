"""Suggested questions: what somebody may well want to ask, from their own figures of the moment."""

from collections.abc import Iterator
from datetime import date, timedelta

from bot.answers.ahead.upcoming import leaving_soon
from bot.answers.aims.goals import goal_line
from bot.answers.asker import Asker
from bot.answers.desk import Desk
from bot.answers.score.scores import Move, is_known, unexplained_move
from bot.messages.contexts.agent import About, Offer, Prompts
from bot.storage.tables import Member
from scoring.rounding import shown_change

MOST = 4
"""Slack shows no more."""

SOON_DAYS = 14
"""What leaves within these days is worth a question; its answer looks as far."""

FIRST = (Offer(About.BEGIN), Offer(About.RULES), Offer(About.PRIVACY))
"""What who has no data yet may want to know."""


def prompts(desk: Desk, asker: Asker) -> Prompts:
    """Choose four questions at most, the asker's own score first, then a team that they manage."""
    today = desk.today(asker.zone)
    member = desk.store.members.by_slack_id(desk.workspace_id, asker.slack_id)
    known = member and is_known(desk, member)
    first, *others = _own(desk, member, today) if member and known else FIRST
    managed = desk.store.teams.managed_by(desk.workspace_id, asker.slack_id)
    teams = [Offer(About.TEAM, team=team.name) for team in managed[:1]]
    return Prompts(today, (first, *teams, *others)[:MOST], is_new=not known)


def _own(desk: Desk, member: Member, today: date) -> Iterator[Offer]:
    """Offer what fits a member's score, goal and window today."""
    since = _last_monday(today)
    moved = unexplained_move(desk, member, since - timedelta(days=1), today)
    change = shown_change(moved.change).total
    if change:
        yield Offer(About.CHANGE, points=change, since_last=today.weekday() == 0)
    else:
        yield Offer(About.SCORE)
    yield from _goal(desk, member, today)
    if _leaves(desk, moved, today):
        yield Offer(About.LEAVING)
    yield Offer(About.NEXT)
    yield Offer(About.RULES)


def _last_monday(today: date) -> date:
    """Give the last Monday before today: from it on there is a change to speak of."""
    return today - timedelta(days=today.weekday() or 7)


def _goal(desk: Desk, member: Member, today: date) -> Iterator[Offer]:
    goal = goal_line(desk, member, today)
    is_open = goal and goal.points < goal.goal and (goal.by is None or goal.by > today)
    if goal and is_open:
        yield Offer(About.GOAL, points=goal.goal, by=goal.by)


def _leaves(desk: Desk, moved: Move, today: date) -> bool:
    return bool(leaving_soon(desk, moved.stored, today, SOON_DAYS))
