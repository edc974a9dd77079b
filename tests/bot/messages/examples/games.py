"""Goals, streaks, badges and tips, as examples."""

from datetime import timedelta

from bot.messages import contexts as c
from bot.messages.tips import load_tips
from scoring.model import Pillar
from tests.bot.messages.samples import HOSTILE, TODAY, Makers, some_actions

TIPS = tuple(load_tips("en"))
TIP = c.TipLine("comments.people_to_meet", Pillar.INSIGHTS, 6)


def a_goal(rows: int) -> c.GoalLine:
    dated = rows % 3 > 0
    return c.GoalLine(
        goal=700,
        points=600 + rows,
        by=TODAY + timedelta(days=43) if dated else None,
        days_left=(43, 3, -1)[rows % 3] if dated else None,
        expected=603 if dated else None,
        step=some_actions(1)[0] if rows < 100 else None,
        minutes=125 * rows,
        leads_to=700 - rows % 2,
    )


def a_team_goal(rows: int) -> c.TeamGoalLine:
    return c.TeamGoalLine(
        goal=650,
        average=600 + rows if rows >= 5 else None,
        minimum=5,
        by=TODAY if rows % 2 else None,
        days_left=0 if rows % 2 else None,
        expected=603 if rows % 2 else None,
    )


def a_streak(rows: int) -> c.StreakLine:
    return c.StreakLine(
        weeks=rows // 2,
        longest=rows + 1,
        this_week=rows % 2 > 0,
        week_off=rows % 3 == 1,
        next_week_off=rows % 3 == 2,
        as_of=TODAY if rows == 5 else None,
    )


def some_badges(rows: int) -> tuple[c.BadgeLine, ...]:
    return tuple(
        c.BadgeLine(
            tuple(c.Badge)[n % 6], TODAY, n % 2 > 0, tuple(Pillar)[n % 4], weeks=n, points=200
        )
        for n in range(rows)
    )


GAMES: Makers = {
    c.Tips: lambda rows: c.Tips(
        TODAY,
        Pillar.BRAND if rows % 2 else None,
        tuple(c.TipLine(tip, Pillar.BRAND, n) for n, tip in enumerate(TIPS[:rows], 1)),
        None if rows else TODAY,
    ),
    c.Progress: lambda rows: c.Progress(
        TODAY,
        ("", "set", "dropped", "off", "on")[rows % 5],
        TODAY if rows % 5 > 2 else None,
        a_goal(rows) if rows else None,
        a_streak(rows) if rows % 2 else None,
        some_badges(rows),
    ),
    c.TeamProgress: lambda rows: c.TeamProgress(
        TODAY,
        HOSTILE,
        ("", "set", "dropped")[rows % 3],
        a_team_goal(rows) if rows else None,
        is_manager=bool(rows),
    ),
    c.GamesSwitched: lambda rows: c.GamesSwitched(on=bool(rows)),
}
