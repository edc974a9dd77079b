"""`/ssi goal`: sets, shows and drops the asker's goal or a team's, and takes weeks off."""

import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date

from bot.answers.ahead.deadline import take_deadline
from bot.answers.aims.games import badges, streak_line, take_week_off
from bot.answers.aims.goals import (
    goal_line,
    read_aim,
    require_goals,
    set_goal,
    set_team_goal,
    team_goal_line,
)
from bot.answers.aims.streaks import WEEK, monday_of
from bot.answers.asker import Asker
from bot.answers.asking.subjects import managed_teams, own_teams, which_team
from bot.answers.desk import Desk, require_manager
from bot.answers.score.cohort import averages, pairs
from bot.answers.score.scores import is_known
from bot.answers.turn import Turn
from bot.errors import BadInput
from bot.messages import actions
from bot.messages.contexts import Context, NoData, Progress, TeamProgress
from bot.storage.tables import Member, Team

_OFF = frozenset({"off", "none", "stop", "remove", "drop", "delete", "clear"})
_TEAM = re.compile(r"(?:for\s+)?(?:my\s+|our\s+|the\s+)?team\b\s*(?P<rest>.*)", re.DOTALL)
_WEEK_OFF = re.compile(r"(?P<un>un)?(?:freeze|pause|holiday)\b\s*(?P<rest>.*)", re.DOTALL)


def goal(turn: Turn) -> Context:
    """Answer what follows `/ssi goal`.

    Raises:
        OpenSSIError: it cannot be read, or is not for this asker; the sentence says why.
    """
    said = " ".join(turn.text.lower().split())
    require_goals(turn.desk)
    if match := _TEAM.fullmatch(said):
        return _of_team(turn, match["rest"])
    member = turn.desk.store.members.by_slack_id(turn.desk.workspace_id, turn.asker.slack_id)
    if member is None or not is_known(turn.desk, member):
        return NoData(None)
    if match := _WEEK_OFF.fullmatch(said):
        return _week_off(turn.desk, member, turn.today, match["rest"], off=not match["un"])
    if said in _OFF:
        turn.desk.store.goals.drop(turn.desk.workspace_id, member.member_id)
        return progress(turn.desk, member, turn.today, news="dropped")
    if said:
        set_goal(turn.desk, member, read_aim(said, turn.today), turn.today)
    return progress(turn.desk, member, turn.today, news="set" if said else "")


def progress(
    desk: Desk, member: Member, today: date, *, news: str = "", monday: date | None = None
) -> Progress:
    """Show a member the own goal, streak and badges."""
    return Progress(
        today=today,
        news=news,
        monday=monday,
        line=goal_line(desk, member, today),
        streak=streak_line(desk, member, today),
        badges=badges(desk, member, today),
    )


def _week_off(desk: Desk, member: Member, today: date, said: str, *, off: bool) -> Progress:
    """Take this week off, the next one, or that of a day; or make it an ordinary one again."""
    return _rest(desk, member, today, monday_of(_day_of_week(said, today)), off=off)


def _rest(desk: Desk, member: Member, today: date, monday: date, *, off: bool) -> Progress:
    take_week_off(desk, member, monday, off=off)
    return progress(desk, member, today, news="off" if off else "on", monday=monday)


def _day_of_week(said: str, today: date) -> date:
    if said in {"", "this week", "week", "the week", "the streak", "streak", "my streak", "now"}:
        return today
    if said in {"next week", "next"}:
        return today + WEEK
    if said in {"last week", "last"}:
        return today - WEEK
    day, _ = take_deadline(f"on {said.removeprefix('the week of ').removeprefix('on ')}", today)
    if day is None:
        raise BadInput(
            "I could not read that week. Write it like `/ssi goal freeze next week`, "
            "or `/ssi goal freeze 24 Dec`."
        )
    return day


def _of_team(turn: Turn, said: str) -> TeamProgress:
    """Show a team's goal to whom it may concern; its managers set it and drop it."""
    desk, asker = turn.desk, turn.asker.slack_id
    managed = managed_teams(turn)
    named = next((team for team in managed if said.startswith(team.name.lower())), None)
    said = said.removeprefix(named.name.lower()).strip() if named else said
    elsewhere = replace(turn, text=named.name if named else "")
    team = which_team(elsewhere, [*managed, *own_teams(turn)])
    if said:
        require_manager(desk, asker, team)
    average = _average(desk, team, turn.today)
    news = ""
    if said in _OFF:
        desk.store.goals.drop_of_team(desk.workspace_id, team.team_id)
        news = "dropped"
    elif said:
        set_team_goal(desk, team, read_aim(said, turn.today), average, turn.today)
        news = "set"
    return TeamProgress(
        today=turn.today,
        team=team.name,
        news=news,
        line=team_goal_line(desk, team, average, turn.today),
        is_manager=any(team.team_id == each.team_id for each in managed),
    )


def _average(desk: Desk, team: Team, today: date) -> int | None:
    members = desk.store.teams.members(desk.workspace_id, team.team_id)
    average, _ = averages(desk, pairs(desk, members, today - WEEK, today))
    return average


def _pressed(*, off: bool, ahead: int) -> Callable[[Desk, Asker, str], Context]:
    def take(desk: Desk, asker: Asker, _text: str) -> Context:
        member = desk.store.members.by_slack_id(desk.workspace_id, asker.slack_id)
        if member is None or not is_known(desk, member):
            return NoData(None)
        require_goals(desk)
        today = desk.today(asker.zone)
        return _rest(desk, member, today, monday_of(today) + ahead * WEEK, off=off)

    return take


BUTTONS: Mapping[str, Callable[[Desk, Asker, str], Context]] = {
    actions.WEEK_OFF: _pressed(off=True, ahead=0),
    actions.NEXT_WEEK_OFF: _pressed(off=True, ahead=1),
    actions.WEEK_ON: _pressed(off=False, ahead=0),
    actions.NEXT_WEEK_ON: _pressed(off=False, ahead=1),
}
"""What the buttons under a streak do."""
