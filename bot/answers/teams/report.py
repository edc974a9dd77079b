"""`/ssi team`: a manager's report on every member, how the team went, and who could use a look."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from statistics import mean

from bot.answers.aims.goals import team_goal_line
from bot.answers.desk import Desk, person
from bot.answers.score.cohort import Pair, averages, pairs, shared
from bot.answers.score.reference import reference_of_team
from bot.answers.teams.attention import Standing, attention, by_day, reason, seen
from bot.messages.contexts import TeamReport, TeamRow, TrendPoint
from bot.storage.snapshots import Said
from bot.storage.tables import Member, Team
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
    latest = desk.store.activities.last_days(desk.workspace_id, [m.member_id for m in members])
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
        trend=_trend(desk, found, told, today, average),
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


def _ends(today: date) -> list[date]:
    """List the ends of the twelve weeks before today, the latest first."""
    return [today - timedelta(weeks=weeks) for weeks in range(1, TREND_WEEKS + 1)]


def _told(desk: Desk, members: Sequence[Member], today: date) -> list[Said]:
    """Read what was told of members at the ends of twelve weeks, in one query."""
    numbers = [member.member_id for member in members]
    known = desk.known()
    rows = desk.store.snapshots.on_days(desk.workspace_id, numbers, _ends(today))
    return [row for row in rows if row.known_at <= known]


def _trend(
    desk: Desk,
    found: Mapping[int, Pair],
    told: Mapping[int, Mapping[date, Said]],
    today: date,
    average: int | None,
) -> tuple[TrendPoint, ...]:
    """Tell how the average went, week by week back from today, as far as enough had a score.

    Each week moves it by what those gained who had a score at both of its ends, so that nobody
    moves it who only joined or left.
    """
    if average is None:
        return ()
    level, points = float(average), [TrendPoint(today, average)]
    later = {number: pair.after.points for number, pair in found.items()}
    for day in _ends(today):
        earlier = {number: rows[day].points for number, rows in told.items() if day in rows}
        both = later.keys() & earlier.keys()
        if len(both) < desk.workspace.smallest_team:
            break
        level -= mean(later[number] - earlier[number] for number in both) / 10
        points.append(TrendPoint(day, round(level)))
        later = earlier
    return tuple(reversed(points))


def _by_score(row: TeamRow) -> tuple[bool, int, str]:
    return row.points is None, -(row.points or 0), row.person.name
