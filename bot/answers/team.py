"""`/ssi team`: a manager's report on every member, and who could use a look."""

from datetime import date, timedelta

from bot.answers.cohort import Pair, averages, pairs, shared
from bot.answers.desk import Desk, person
from bot.answers.reference import reference_of_team
from bot.messages.contexts import TeamReport, TeamRow
from bot.storage.tables import Member, Team
from scoring.model import Pillar, Scorecard
from scoring.rounding import to_tenths

WEEK = 7
FELL_BY = 300
"""A drop of so many hundredths in a week is worth a look."""
SILENT_AFTER = 14
"""So many days without any activity are worth a look."""


def team_report(desk: Desk, team: Team, today: date) -> TeamReport:
    """Report on a team; whoever calls this has checked that the reader manages it."""
    members = desk.store.teams.members(desk.workspace_id, team.team_id)
    since = today - timedelta(days=WEEK)
    found = pairs(desk, members, since, today)
    latest = desk.store.activities.last_days(desk.workspace_id)
    rows = [
        _row(member, found.get(member.member_id), latest.get(member.member_id), today)
        for member in members
    ]
    average, change = averages(found)
    return TeamReport(
        team=team.name,
        day=today,
        since=since,
        rows=tuple(sorted(rows, key=_by_score)),
        average=average,
        average_change=change,
        shared=shared(desk, found, since, today),
        reference=reference_of_team(desk, found),
    )


def weakest(card: Scorecard) -> Pillar:
    """Tell the pillar with the least of the points that can be seen of it."""

    def share(pillar: Pillar) -> float:
        seen = card.pillar_seen(pillar)
        return card.pillar_points(pillar) / seen if seen else 1.0

    return min(Pillar, key=share)


def _row(member: Member, pair: Pair | None, latest: date | None, today: date) -> TeamRow:
    if pair is None:
        return TeamRow(person(member), None, None, None, "no_data")
    change = pair.change
    silent = latest is None or (today - latest).days >= SILENT_AFTER
    fell = change is not None and change <= -FELL_BY
    return TeamRow(
        person=person(member),
        points=to_tenths(pair.after.points),
        change=pair.shown_change,
        weakest=weakest(pair.after),
        needs_help="silent" if silent else "fell" if fell else None,
    )


def _by_score(row: TeamRow) -> tuple[bool, int, str]:
    return row.points is None, -(row.points or 0), row.person.name
