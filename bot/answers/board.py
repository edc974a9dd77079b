"""The leaderboard: in the weekly digest, when somebody asks, and one's own row in private."""

from collections.abc import Mapping
from datetime import date, timedelta

from bot.answers.cohort import MINIMUM_TEAM, Pair, averages, pairs, shared
from bot.answers.desk import Desk
from bot.answers.rank import rank_move, ranked, visible
from bot.answers.reference import reference_of_team
from bot.answers.rules import changed_rules
from bot.answers.shift import shift
from bot.answers.team import weakest
from bot.messages.contexts import Board, Digest, MyRow, Tip
from bot.storage.tables import Member, Team
from scoring.model import Pillar
from scoring.rounding import to_tenths

WEEK = 7
IMPROVED = 3


def board(desk: Desk, team: Team, today: date, asker: str) -> Board:
    """Show the top of a team's board over the last week, and the asker's own row."""
    since = today - timedelta(days=WEEK)
    members = desk.store.teams.members(desk.workspace_id, team.team_id)
    found = pairs(desk, members, since, today)
    rows = ranked(members, found)
    own = next((member for member in members if member.slack_id == asker), None)
    return Board(
        team=team.name,
        day=today,
        since=since,
        rows=visible(rows),
        members=len(members),
        mine=next((row for row in rows if row.person.slack_id == asker), None),
        reference=reference_of_team(desk, found),
        move=rank_move(members, found, own) if own else None,
    )


def my_row(desk: Desk, team: Team, member: Member, day: date) -> MyRow:
    """Show a member's own place, even one who is on no board.

    Raises:
        NotFound: nothing is known of the member yet.
    """
    members = desk.store.teams.members(desk.workspace_id, team.team_id)
    found = pairs(desk, members, day - timedelta(days=WEEK), day)
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
        move=rank_move(members, found, member),
    )


def digest(desk: Desk, team: Team, last: date, *, late_for: date | None = None) -> Digest:
    """Gather a team's digest of the seven days that end with ``last``."""
    since = last - timedelta(days=WEEK)
    members = desk.store.teams.members(desk.workspace_id, team.team_id)
    found = pairs(desk, members, since, last)
    rows = ranked(members, found)
    average, average_change = averages(found)
    return Digest(
        team=team.name,
        since=since,
        last=last,
        rows=visible(rows),
        members=len(members),
        improved=tuple(
            sorted(
                (row for row in rows if row.change and row.change > 0),
                key=lambda row: -(row.change or 0),
            )
        )[:IMPROVED],
        average=average,
        average_change=average_change,
        minimum=MINIMUM_TEAM,
        shared=shared(desk, found, since, last),
        rules=changed_rules(desk, since, last),
        tip=_tip(found),
        reference=reference_of_team(desk, found),
        late_for=late_for,
        shift=shift(desk, members, found, since, last),
    )


def _tip(found: Mapping[int, Pair]) -> Tip | None:
    """Choose the signal of the team's weakest pillar with the most points still to gain."""
    if not found:
        return None
    votes = [weakest(pair.after) for pair in found.values()]
    pillar = max(Pillar, key=votes.count)
    open_points: dict[str, int] = {}
    for pair in found.values():
        for signal in pair.after.signals:
            if signal.pillar is pillar and signal.observed:
                gap = open_points.get(signal.name, 0) + signal.cap - signal.points
                open_points[signal.name] = gap
    if not open_points:
        return None
    return Tip(pillar, max(open_points, key=lambda name: open_points[name]))
