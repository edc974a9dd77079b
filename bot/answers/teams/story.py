"""The longer story of a week, which stands in the thread of the team's digest."""

from collections.abc import Mapping
from datetime import date, timedelta

from bot.answers.desk import Desk
from bot.answers.rules.differences import changed_rules
from bot.answers.score.cohort import Pair, pairs, shared
from bot.answers.score.rank import most_improved
from bot.answers.score.reference import reference_of_team
from bot.answers.score.shift import shift
from bot.answers.score.weeks import rules_before, team_trend, weeks
from bot.answers.teams.board import WEEK
from bot.answers.teams.leagues import newcomers
from bot.messages.contexts.weekly import Movement, Story
from bot.storage.tables import Team
from scoring.model import Pillar


def story(desk: Desk, team: Team, last: date) -> Story:
    """Tell what lies behind a team's digest of the seven days that end with ``last``."""
    since = last - timedelta(days=WEEK)
    members = desk.store.teams.members(desk.workspace_id, team.team_id)
    found = pairs(desk, members, since, last)
    trend = team_trend(desk, found, weeks(desk, found, last))
    return Story(
        team=team.name,
        since=since,
        last=last,
        movement=_movement(desk, found),
        shared=shared(desk, found, since, last),
        shift=shift(desk, members, found, since, last),
        rules=changed_rules(desk, since, last),
        movers=tuple(
            (mover, _grown_most(found[number]))
            for number, mover in most_improved(members, found).items()
        ),
        trend=trend,
        rules_before=rules_before(desk, trend, since),
        minimum=desk.workspace.smallest_team,
        swings=any(pair.swing is not None for pair in found.values()),
        newcomers=bool(newcomers(members, found, last)),
        reference=reference_of_team(desk, found),
    )


def _movement(desk: Desk, found: Mapping[int, Pair]) -> Movement | None:
    """Count who moved which way; nothing for a team under the minimum size."""
    moved = [pair for pair in found.values() if pair.before]
    if len(moved) < desk.workspace.smallest_team:
        return None
    standing_out = [pair.change or 0 for pair in moved if pair.stands_out]
    rose = sum(change > 0 for change in standing_out)
    fell = sum(change < 0 for change in standing_out)
    return Movement(rose, fell, len(moved) - rose - fell)


def _grown_most(pair: Pair) -> Pillar:
    """Name the pillar that grew most; pillars of equal growth in their own order."""
    before, after = pair.before or pair.after, pair.after
    return max(Pillar, key=lambda each: after.pillar_points(each) - before.pillar_points(each))
