"""`/ssi team`: a manager's report on every member, how the team went, and who could use a look."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from statistics import mean

from bot.answers.attention import Standing, attention, by_day, reason, seen
from bot.answers.cohort import averages, pairs, shared
from bot.answers.desk import Desk, person
from bot.answers.goals import team_goal_line
from bot.answers.reference import reference_of_team
from bot.messages.contexts import TeamReport, TeamRow, TrendPoint
from bot.storage.tables import Member, Snapshot, Team
from scoring.model import Pillar, Scorecard
from scoring.rounding import shown, to_tenths

WEEK = 7
TREND_WEEKS = 12


def team_report(
    desk: Desk, team: Team, today: date, page: int = 1, *, since: date | None = None
) -> TeamReport:
    """Report on a team at the end of a day, and what changed since another, or in a week.

    Whoever calls this has checked that the reader manages the team.
    """
    members = desk.store.teams.members(desk.workspace_id, team.team_id)
    since = since or today - timedelta(days=WEEK)
    found = pairs(desk, members, since, today)
    latest = desk.store.activities.last_days(desk.workspace_id)
    told = by_day(_told(desk, members, today))
    standings = [
        Standing(
            member,
            found.get(member.member_id),
            told.get(member.member_id, {}),
            latest.get(member.member_id),
        )
        for member in members
    ]
    reasons = [(each, reason(each, today)) for each in standings]
    average, change = averages(desk, found)
    rows = sorted((_row(standing, why) for standing, why in reasons), key=_by_score)
    report = TeamReport(
        team=team.name,
        number=team.team_id,
        day=today,
        since=since,
        rows=tuple(rows),
        attention=attention(desk, [(each, why) for each, why in reasons if why], today),
        average=average,
        average_change=change,
        trend=_trend(desk, told, today, average),
        shared=shared(desk, found, since, today),
        reference=reference_of_team(desk, found),
        goal=team_goal_line(desk, team, average, today),
    )
    return replace(report, page=min(page, report.pages))


def weakest(card: Scorecard) -> Pillar:
    """Tell the pillar with the least of the points that can be seen of it."""

    def share(pillar: Pillar) -> float:
        seen_of_it = card.pillar_seen(pillar)
        return card.pillar_points(pillar) / seen_of_it if seen_of_it else 1.0

    return min(Pillar, key=share)


def _row(standing: Standing, why: str | None) -> TeamRow:
    who, pair = person(standing.member), standing.pair
    if pair is None:
        return TeamRow(who, None, None, None, why)
    figures = shown(pair.after)
    return TeamRow(
        person=who,
        points=figures.total,
        change=pair.shown_change,
        weakest=weakest(pair.after),
        needs_help=why,
        pillars=tuple(figures.pillars[pillar] for pillar in Pillar),
        coverage=to_tenths(seen(pair.after)),
        last_activity=standing.last_activity,
    )


def _told(desk: Desk, members: Sequence[Member], today: date) -> list[Snapshot]:
    """Read what was told of members at the ends of twelve weeks, in one query."""
    ends = [today - timedelta(weeks=weeks) for weeks in range(1, TREND_WEEKS + 1)]
    numbers = [member.member_id for member in members]
    known = desk.known()
    rows = desk.store.snapshots.on_days(desk.workspace_id, numbers, ends)
    return [row for row in rows if row.known_at <= known]


def _trend(
    desk: Desk, told: Mapping[int, Mapping[date, Snapshot]], today: date, average: int | None
) -> tuple[TrendPoint, ...]:
    """Average each week's end over who had a score then; too few of them are left out."""
    ends: dict[date, list[int]] = {}
    for rows in told.values():
        for day, row in rows.items():
            ends.setdefault(day, []).append(row.points)
    smallest = desk.workspace.smallest_team
    points = [
        TrendPoint(day, round(mean(scores) / 10))
        for day, scores in sorted(ends.items())
        if len(scores) >= smallest
    ]
    return (*points, *([TrendPoint(today, average)] if average is not None else []))


def _by_score(row: TeamRow) -> tuple[bool, int, str]:
    return row.points is None, -(row.points or 0), row.person.name
