"""What the cast aims at: Maya has a goal, and so has her team, both set a week ago."""

from collections.abc import Mapping
from datetime import date, timedelta

from bot.answers.desk import Desk
from bot.storage.tables import Goal, TeamGoal
from bot.storage.times import to_day

SET = timedelta(weeks=1)
TIME = timedelta(weeks=7)
"""How long ago the goals were set, and how long they were given then."""

MAYAS_GOAL = 7500
TEAM_GOAL = 6500
"""The goals, in hundredths of a point."""


def set_goals(desk: Desk, members: Mapping[str, int], team_id: int, today: date) -> None:
    """Set the goals as they were set then, from the scores that were told of that day."""
    set_on = today - SET
    told = desk.store.snapshots.on(desk.workspace_id, set_on)
    maya = told.get(members.get("maya", 0))
    set_on_day, by = to_day(set_on), to_day(set_on + TIME)
    if maya:
        desk.store.goals.set(
            Goal(
                workspace_id=desk.workspace_id,
                member_id=maya.member_id,
                points=MAYAS_GOAL,
                by=by,
                set_on=set_on_day,
                start=maya.points,
            )
        )
    desk.store.goals.set(
        TeamGoal(
            workspace_id=desk.workspace_id,
            team_id=team_id,
            points=TEAM_GOAL,
            by=by,
            set_on=set_on_day,
            start=sum(each.points for each in told.values()) // len(told) if told else None,
        )
    )
