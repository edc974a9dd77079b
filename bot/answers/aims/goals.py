"""Goals: what a member or a team wants to reach, and how far that is."""

import re
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from bot.answers.ahead.deadline import take_deadline
from bot.answers.ahead.upcoming import action_lines
from bot.answers.desk import Desk
from bot.answers.score.scores import tallies_now
from bot.errors import BadInput, NotFound
from bot.messages.contexts import GoalLine, TeamGoalLine
from bot.storage.activities import seen_at
from bot.storage.tables import Goal, Member, Team, TeamGoal
from bot.storage.times import from_day, to_day
from scoring.model import Kind, Scorecard
from scoring.plan import actions, plan
from scoring.rounding import to_tenths
from scoring.score import score

HIGHEST = 10_000
"""The highest score, in hundredths."""

LONGEST_DAYS = 731
"""A goal's day is within about two years."""

EXAMPLE = "Write it like `/ssi goal 70 by 31 Dec`, or `/ssi goal off`."

_SCORE = re.compile(
    r"\s*(?:to|at|of|reach|is|=)?\s*(?P<whole>\d{1,3})(?:[.,](?P<tenth>\d))?\s*(?:points?)?[\s.!]*"
)


@dataclass(frozen=True, slots=True)
class Aim:
    """A score to reach, in hundredths, perhaps by a day."""

    points: int
    by: date | None


def read_aim(text: str, today: date) -> Aim:
    """Read "70 by 31 Dec".

    Raises:
        BadInput: it cannot be read, is no score, or its day is not to come.
    """
    by, rest = take_deadline(text.lower(), today)
    match = _SCORE.fullmatch(rest)
    if match is None:
        raise BadInput(f"I could not read that goal. {EXAMPLE}")
    points = int(match["whole"]) * 100 + int(match["tenth"] or 0) * 10
    if not 0 < points <= HIGHEST:
        raise BadInput(f"A goal is a score from 1 to 100. {EXAMPLE}")
    if by is not None and not 0 < (by - today).days <= LONGEST_DAYS:
        raise BadInput(f"A goal's day lies ahead, within two years. {EXAMPLE}")
    return Aim(points, by)


def are_on(desk: Desk) -> bool:
    """Whether an admin allows goals."""
    return desk.workspace.games


def require_goals(desk: Desk) -> None:
    """Go on only where goals are allowed.

    Raises:
        NotFound: an admin has switched them off.
    """
    if not are_on(desk):
        raise NotFound(
            "An admin has switched goals, streaks and badges off here. "
            "`/ssi plan 70` still tells what a score takes."
        )


def set_goal(desk: Desk, member: Member, aim: Aim, today: date) -> None:
    """Set a member's goal in the place of the one before."""
    desk.store.goals.set(
        Goal(
            workspace_id=desk.workspace_id,
            member_id=member.member_id,
            points=aim.points,
            by=None if aim.by is None else to_day(aim.by),
            set_on=to_day(today),
            start=_card(desk, member, today).points,
        )
    )


def set_team_goal(desk: Desk, team: Team, aim: Aim, average: int | None, today: date) -> None:
    """Set a team's goal; ``average`` is what it has today, in tenths, if it is large enough."""
    desk.store.goals.set(
        TeamGoal(
            workspace_id=desk.workspace_id,
            team_id=team.team_id,
            points=aim.points,
            by=None if aim.by is None else to_day(aim.by),
            set_on=to_day(today),
            start=None if average is None else 10 * average,
        )
    )


def goal_line(desk: Desk, member: Member, today: date) -> GoalLine | None:
    """Tell how far a member is on the way to the own goal; nothing where there is none."""
    goal = desk.store.goals.of_member(desk.workspace_id, member.member_id)
    if goal is None or not are_on(desk):
        return None
    observed = observed_of(desk, member)
    rulebook, tallies = desk.rulebook(today), tallies_now(desk, member, today)
    cheapest = plan(rulebook, tallies, goal.points, observed)
    steps = actions(rulebook, tallies, observed) if cheapest.start < goal.points else ()
    return GoalLine(
        goal=to_tenths(goal.points),
        points=to_tenths(cheapest.start),
        by=_by(goal),
        days_left=_days_left(goal, today),
        expected=_expected(goal, goal.start, today),
        step=next(iter(action_lines(steps[:1])), None),
        minutes=sum(action.minutes for action in cheapest.actions),
        leads_to=to_tenths(cheapest.reaches),
    )


def team_goal_line(desk: Desk, team: Team, average: int | None, day: date) -> TeamGoalLine | None:
    """Tell how far a team is on the way to its goal; nothing where there is none.

    ``average`` is the team's on that day in tenths, absent where the team is too small for one.
    """
    goal = desk.store.goals.of_team(desk.workspace_id, team.team_id)
    if goal is None or not are_on(desk):
        return None
    return TeamGoalLine(
        goal=to_tenths(goal.points),
        average=average,
        minimum=desk.workspace.smallest_team,
        by=_by(goal),
        days_left=_days_left(goal, day),
        expected=None if goal.start is None else _expected(goal, goal.start, day),
    )


def observed_of(desk: Desk, member: Member) -> frozenset[Kind]:
    """Give the kinds that some source shows of a member; none where nothing is known yet."""
    shown = desk.store.activities.shown(desk.workspace_id, (member.member_id,))
    return seen_at(shown.get(member.member_id, ()), desk.known())


def _card(desk: Desk, member: Member, day: date) -> Scorecard:
    tallies = tallies_now(desk, member, day)
    return score(desk.rulebook(day), tallies, day, observed_of(desk, member))


def _by(goal: Goal | TeamGoal) -> date | None:
    return None if goal.by is None else from_day(goal.by)


def _days_left(goal: Goal | TeamGoal, day: date) -> int | None:
    return None if goal.by is None else goal.by - to_day(day)


def _expected(goal: Goal | TeamGoal, start: int, day: date) -> int | None:
    """Give what a straight way from the start asks for on a day, in tenths."""
    if goal.by is None:
        return None
    passed = min(max(to_day(day), goal.set_on), goal.by) - goal.set_on
    share = Fraction(passed, goal.by - goal.set_on)
    return to_tenths(round(start + (goal.points - start) * share))
