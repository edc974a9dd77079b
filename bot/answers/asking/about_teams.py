"""Answers about a team: its report for a manager, and its board for who has to do with it."""

from collections.abc import Callable, Mapping
from datetime import date, timedelta

from bot.answers.asker import Asker
from bot.answers.asking.subjects import managed_teams, own_teams, which_team
from bot.answers.desk import Desk, mentioned, require_manager
from bot.answers.score.scores import end_of
from bot.answers.score.why import Span, span_of, week_until
from bot.answers.teams.board import board
from bot.answers.teams.coaching import coaching
from bot.answers.teams.looking import note_look
from bot.answers.teams.outcomes import team_outcomes
from bot.answers.teams.report import team_report
from bot.answers.turn import Turn
from bot.errors import NotFound
from bot.messages import actions
from bot.messages.contexts import Context, TeamReport
from bot.storage.looks import Looked
from bot.storage.tables import Team
from bot.understanding import Question


def report_on_team(turn: Turn, question: Question) -> Context:
    """Report to a manager on a team, or on the member who is mentioned."""
    desk, asker = turn.desk, turn.asker
    member = mentioned(desk, asker.slack_id, question.subject)
    if member:
        return coaching(desk, asker.slack_id, member, turn.today)
    team = which_team(turn, [*managed_teams(turn), *own_teams(turn)])
    return _report(desk, asker, team, span=span_of(question.period, turn.today))


def turn_page(desk: Desk, asker: Asker, value: str) -> TeamReport:
    """Report on a team to its manager from another page; the value tells page, team and days.

    Raises:
        NotAllowed: the asker does not manage the team.
        NotFound: the team is gone.
    """
    page, number, since, day = value.split()
    team = desk.store.teams.get(desk.workspace_id, int(number))
    if team is None:
        raise NotFound("That team is gone. `/ssi team` reports on the one that you manage.")
    span = Span(date.fromisoformat(since), date.fromisoformat(day))
    return _report(desk, asker, team, int(page), span)


def _report(
    desk: Desk, asker: Asker, team: Team, page: int = 1, span: Span | None = None
) -> TeamReport:
    """Report on a team over some days or a week; members see that somebody looked, once a day."""
    require_manager(desk, asker.slack_id, team)
    today = desk.today(asker.zone)
    members = desk.store.teams.members(desk.workspace_id, team.team_id)
    midnight = end_of(today - timedelta(days=1), asker.zone)
    note_look(desk, asker.slack_id, members, Looked.REPORT, once_since=midnight)
    if span:
        return team_report(desk, team, span.last, page, since=span.first)
    return team_report(desk, team, today, page)


def impact_on_team(turn: Turn, _question: Question) -> Context:
    """Tell a manager what went with outcomes in a team; it shows nobody in particular."""
    team = which_team(turn, [*managed_teams(turn), *own_teams(turn)])
    require_manager(turn.desk, turn.asker.slack_id, team)
    return team_outcomes(turn.desk, team, turn.today)


def board_of_team(turn: Turn, question: Question) -> Context:
    """Show a team's board to somebody who is of the team or manages it, or is in its channel."""
    team = which_team(turn, [*own_teams(turn), *managed_teams(turn)])
    span = span_of(question.period, turn.today) or week_until(turn.today)
    return board(turn.desk, team, span, turn.today, turn.asker.slack_id)


BUTTONS: Mapping[str, Callable[[Desk, Asker, str], Context]] = {actions.TEAM_PAGE: turn_page}
"""What the buttons under a report do."""
