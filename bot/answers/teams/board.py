"""The leaderboard: in the weekly digest, when somebody asks, and one's own row in private."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta

from bot.answers.aims.goals import team_goal_line
from bot.answers.aims.tips import tip_of_the_week
from bot.answers.desk import Desk
from bot.answers.rules.differences import changed_rules
from bot.answers.score.cohort import Pair, averages, pairs, shared
from bot.answers.score.rank import most_improved, rank_move, ranked, visible
from bot.answers.score.reference import reference_of_team
from bot.answers.score.shift import shift
from bot.answers.score.turnover import turnover
from bot.answers.score.weeks import rules_before, team_trend, weeks
from bot.answers.score.why import Span
from bot.answers.teams.leagues import newcomers
from bot.messages.contexts import Board, Digest, MyRow
from bot.storage.tables import Member, Team
from scoring.rounding import to_tenths

WEEK = 7
SPARK = 8
"""A row of the digest's board shows so many weeks."""


def board(desk: Desk, team: Team, span: Span, today: date, asker: str) -> Board:
    """Show the top of a team's board at the end of some days, and the asker's own row."""
    members = desk.store.teams.members(desk.workspace_id, team.team_id)
    found = pairs(desk, members, span.first, span.last)
    rows = ranked(members, found)
    own = next((member for member in members if member.slack_id == asker), None)
    return Board(
        team=team.name,
        day=span.last,
        since=span.first,
        rows=visible(rows),
        members=len(members),
        mine=next((row for row in rows if row.person.slack_id == asker), None),
        reference=reference_of_team(desk, found),
        move=rank_move(members, found, own, turnover(desk, team, span.first)) if own else None,
        past=span.last < today,
    )


def my_row(desk: Desk, team: Team, member: Member, day: date) -> MyRow:
    """Show a member's own place, even one who is on no board.

    Raises:
        NotFound: nothing is known of the member yet.
    """
    members = desk.store.teams.members(desk.workspace_id, team.team_id)
    since = day - timedelta(days=WEEK)
    found = pairs(desk, members, since, day)
    rows = ranked(members, found)
    pair = found.get(member.member_id)
    mine = next((row for row in rows if row.person.slack_id == member.slack_id), None)
    return MyRow(
        team=team.name,
        day=day,
        rank=mine.rank if mine else None,
        of=len(rows),
        points=to_tenths(pair.after.points) if pair else None,
        change=pair.shown_change if pair else None,
        hidden=not member.on_board,
        reference=reference_of_team(desk, found),
        move=rank_move(members, found, member, turnover(desk, team, since)),
        tied=mine is not None and mine.tied,
        newcomers=_among_newcomers(members, found, member, day),
    )


def _among_newcomers(
    members: Sequence[Member], found: Mapping[int, Pair], member: Member, day: date
) -> tuple[int, int] | None:
    """Give a newcomer's rank among the newcomers, and how many they are."""
    league = newcomers(members, found, day)
    ranks = [row.rank for row in league if row.person.slack_id == member.slack_id]
    return (ranks[0], len(league)) if ranks else None


def digest(desk: Desk, team: Team, last: date, *, late_for: date | None = None) -> Digest:
    """Gather a team's digest of the seven days that end with ``last``."""
    since = last - timedelta(days=WEEK)
    members = desk.store.teams.members(desk.workspace_id, team.team_id)
    found = pairs(desk, members, since, last)
    past = weeks(desk, found, last)
    spark = {number: points[-SPARK:] for number, points in past.points.items()}
    average, average_change = averages(desk, found)
    trend = team_trend(desk, found, past)
    return Digest(
        team=team.name,
        since=since,
        last=last,
        rows=visible(ranked(members, found, spark)),
        newcomers=visible(newcomers(members, found, last, spark)),
        members=len(members),
        improved=tuple(most_improved(members, found).values()),
        average=average,
        average_change=average_change,
        trend=trend,
        rules_before=rules_before(desk, trend, since),
        minimum=desk.workspace.smallest_team,
        shared=shared(desk, found, since, last),
        rules=changed_rules(desk, since, last),
        tip=tip_of_the_week(desk, team, members, last),
        reference=reference_of_team(desk, found),
        late_for=late_for,
        shift=shift(desk, members, found, since, last),
        goal=team_goal_line(desk, team, average, last),
    )
