"""The conversation: what people say, type after `/ssi` or click goes to its one answer."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date, timedelta

from bot.answers.board import board
from bot.answers.compare import compare
from bot.answers.data import data
from bot.answers.desk import person, require_manager
from bot.answers.details import details
from bot.answers.me import me
from bot.answers.planning import plan_or_what_if
from bot.answers.privacy import privacy
from bot.answers.reported import linkedin
from bot.answers.rules_today import rules
from bot.answers.subjects import managed_teams, own_teams, subject_of, which_team
from bot.answers.team import team_report
from bot.answers.trend import trend
from bot.answers.turn import Turn, understood
from bot.answers.upcoming import next_steps, outlook_of
from bot.answers.why import Span, usual_span, why
from bot.answers.wish import read_wish
from bot.intake.reported import is_pasted
from bot.messages.contexts import (
    Context,
    Greeting,
    Help,
    NoData,
    OutOfScope,
    Thanks,
    Unsure,
)
from bot.storage.tables import Member
from bot.understanding import (
    Intent,
    Period,
    Question,
    SubjectKind,
    is_greeting,
    is_thanks,
)

SURE = 0.6
"""Below this probability the likeliest readings are offered instead of an answer."""

READINGS = 3


Answer = Callable[[Turn, Question], Context]


def reply(turn: Turn) -> Context:
    """Answer what somebody says; when unsure what is meant, offer the likeliest readings.

    Raises:
        OpenSSIError: there is no answer, or not for this asker; the sentence says why.
    """
    if is_pasted(turn.text):
        return linkedin(turn.desk, turn.asker, turn.text)
    if is_thanks(turn.text):
        return Thanks()
    if is_greeting(turn.text):
        return Greeting()
    question = understood(turn)
    if question.confidence < SURE and question.intent is not Intent.OUT_OF_SCOPE:
        likeliest = dict.fromkeys((question.intent, *question.alternatives))
        return Unsure(turn.text, tuple(intent.value for intent in likeliest)[:READINGS])
    return answer(turn, question)


def reply_to_command(turn: Turn) -> Context:
    """Answer what follows `/ssi`: a known word and what belongs to it, or any question.

    Raises:
        OpenSSIError: there is no answer, or not for this asker; the sentence says why.
    """
    word, _, rest = turn.text.strip().partition(" ")
    if word.lower() not in COMMANDS:
        return reply(turn)
    turn = replace(turn, text=rest)
    return COMMANDS[word.lower()](turn, understood(turn))


def answer(turn: Turn, question: Question) -> Context:
    """Answer a question of which the intent is certain.

    Raises:
        OpenSSIError: there is no answer, or not for this asker; the sentence says why.
    """
    return _BY_INTENT[question.intent](turn, question)


def _personal(answer_about: Callable[[Turn, Question, Member], Context]) -> Answer:
    """Give an answer about a member, or the way to begin where nothing is known yet."""

    def answer_or_begin(turn: Turn, question: Question) -> Context:
        if question.subject.kind is SubjectKind.TEAM and managed_teams(turn):
            return _team(turn, question)
        member = subject_of(turn, question)
        if member is None:
            return NoData(None)
        observed = turn.desk.store.activities.observed(turn.desk.workspace_id)
        if member.member_id not in observed:
            return NoData(None if member.slack_id == turn.asker.slack_id else person(member))
        return answer_about(turn, question, member)

    return answer_or_begin


def _me(turn: Turn, _question: Question, member: Member) -> Context:
    return me(turn.desk, member, turn.today, reader=turn.asker.slack_id)


def _about_change(explain: Callable[..., Context]) -> Callable[[Turn, Question, Member], Context]:
    """Answer about a change over the days that are asked about, or over the usual ones."""

    def answer_about(turn: Turn, question: Question, member: Member) -> Context:
        span = _span(question.period, turn.today) or usual_span(turn.desk, member, turn.today)
        return explain(
            turn.desk,
            member,
            span,
            reader=turn.asker.slack_id,
            today=turn.today,
            pillar=question.pillar,
        )

    return answer_about


_why = _about_change(why)
_details = _about_change(details)


def _span(period: Period | None, today: date) -> Span | None:
    """Turn the days asked about into a change: from the end of the day before to their end."""
    if period is None:
        return None
    return Span(period.first - timedelta(days=1), min(period.last, today))


def _next(turn: Turn, question: Question, member: Member) -> Context:
    return next_steps(
        turn.desk, member, turn.today, reader=turn.asker.slack_id, pillar=question.pillar
    )


def _outlook(turn: Turn, _question: Question, member: Member) -> Context:
    return outlook_of(turn.desk, member, turn.today, reader=turn.asker.slack_id)


def _plan(turn: Turn, question: Question, member: Member) -> Context:
    signals = (signal.name for signal in turn.desk.rulebook(turn.today).signals)
    wish = read_wish(turn.text, question.signal, signals)
    return plan_or_what_if(turn.desk, member, wish, turn.today, reader=turn.asker.slack_id)


def _trend(turn: Turn, question: Question, member: Member) -> Context:
    period, pillar, reader = question.period, question.pillar, turn.asker.slack_id
    return trend(turn.desk, member, turn.today, reader=reader, period=period, pillar=pillar)


def _compare(turn: Turn, question: Question) -> Context:
    return compare(turn.desk, turn.asker.slack_id, turn.today, question)


def _rules(turn: Turn, _question: Question) -> Context:
    return rules(turn.desk, turn.today, turn.asker.slack_id)


def _team(turn: Turn, _question: Question) -> Context:
    """Report on a team to its manager."""
    team = which_team(turn, [*managed_teams(turn), *own_teams(turn)])
    require_manager(turn.desk, turn.asker.slack_id, team)
    return team_report(turn.desk, team, turn.today)


def _board(turn: Turn, _question: Question) -> Context:
    """Show a team's board to somebody who is of the team or manages it, or is in its channel."""
    team = which_team(turn, [*own_teams(turn), *managed_teams(turn)])
    return board(turn.desk, team, turn.today, turn.asker.slack_id)


def _privacy(turn: Turn, _question: Question) -> Context:
    desk = turn.desk
    return privacy(desk, desk.store.members.by_slack_id(desk.workspace_id, turn.asker.slack_id))


def _data(turn: Turn, _question: Question) -> Context:
    return data(turn.desk, turn.asker)


def _linkedin(turn: Turn, _question: Question) -> Context:
    return linkedin(turn.desk, turn.asker, turn.text)


def _help(turn: Turn, _question: Question) -> Context:
    return Help(is_manager=bool(managed_teams(turn)), has_team=bool(own_teams(turn)))


COMMANDS: Mapping[str, Answer] = {
    "": _help,
    "help": _help,
    "me": _personal(_me),
    "why": _personal(_why),
    "details": _personal(_details),
    "team": _team,
    "board": _board,
    "next": _personal(_next),
    "outlook": _personal(_outlook),
    "plan": _personal(_plan),
    "whatif": _personal(_plan),
    "trend": _personal(_trend),
    "compare": _compare,
    "rules": _rules,
    "privacy": _privacy,
    "data": _data,
    "linkedin": _linkedin,
}
"""What `/ssi` takes for certain by its first word; buttons of the same names lead here, too."""

_BY_INTENT: Mapping[Intent, Answer] = {
    Intent.WHY_CHANGE: _personal(_why),
    Intent.COHORT: _personal(_why),
    Intent.SCORE: _personal(_me),
    Intent.TREND: _personal(_trend),
    Intent.LEADERBOARD: _board,
    Intent.COMPARE: _compare,
    Intent.IMPROVE: _personal(_next),
    Intent.RULES: _rules,
    Intent.WHATIF: _personal(_plan),
    Intent.DATA: _data,
    Intent.PRIVACY: _privacy,
    Intent.TEAM_REPORT: _team,
    Intent.HELP: _help,
    Intent.OUT_OF_SCOPE: lambda _turn, _question: OutOfScope(),
}
