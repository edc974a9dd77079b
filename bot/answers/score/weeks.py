"""Weeks: how members' scores, and a team's average, went from week to week, as they were told."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from statistics import mean

from bot.answers.desk import Desk
from bot.answers.score.cohort import Pair, averages
from bot.answers.score.trend import rules_between
from bot.messages.contexts import RulesLine, TrendPoint
from bot.storage.activities import seen_at
from scoring.rounding import to_tenths

WEEKS = 12
"""The team's average is told of so many weeks."""

A_WEEK = timedelta(weeks=1)


@dataclass(frozen=True, slots=True)
class Weeks:
    """Points by member, in tenths, at the end of each of these days, the latest last.

    What was told of a day when sources showed other kinds, or not told at all, is None: a gap.
    """

    days: tuple[date, ...]
    points: Mapping[int, tuple[int | None, ...]]


def weeks(desk: Desk, found: Mapping[int, Pair], last: date) -> Weeks:
    """Look up what was told of members in the weeks that end with a day, in one query of scores.

    The last two days are the ends of the week's change, and so are scored as it is.
    """
    days = tuple(last - A_WEEK * ago for ago in reversed(range(WEEKS)))
    stored = desk.store.snapshots.on_days(desk.workspace_id, found, days[:-2])
    shown = desk.store.activities.shown(desk.workspace_id, tuple(found))
    known = desk.known()
    told = {
        (row.member_id, row.day): to_tenths(row.points)
        for row in stored
        if seen_at(shown.get(row.member_id, ()), row.known_at)
        == seen_at(shown.get(row.member_id, ()), known)
    }
    return Weeks(
        days,
        {
            number: (
                *(told.get((number, day)) for day in days[:-2]),
                to_tenths(pair.before.points) if pair.before else None,
                to_tenths(pair.after.points),
            )
            for number, pair in found.items()
        },
    )


def rules_before(desk: Desk, trend: tuple[TrendPoint, ...], since: date) -> tuple[RulesLine, ...]:
    """Name the changes of rules between the first day of a trend and the last week's begin."""
    return rules_between(desk, trend[0].day, since) if trend else ()


def team_trend(desk: Desk, found: Mapping[int, Pair], past: Weeks) -> tuple[TrendPoint, ...]:
    """Average each week; one of which fewer than the minimum are known is left out.

    The last is the average that is told besides; there is no trend where there is none.
    """
    average, _ = averages(desk, found)
    if average is None:
        return ()
    by_week = zip(past.days[:-1], zip(*past.points.values(), strict=True), strict=False)
    weekly = [
        TrendPoint(day, round(mean(told)))
        for day, row in by_week
        if len(told := [points for points in row if points is not None])
        >= desk.workspace.smallest_team
    ]
    return (*weekly, TrendPoint(past.days[-1], average))
