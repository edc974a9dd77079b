"""The conversation: what people say, type after `/ssi` or click goes to its one answer."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from zoneinfo import ZoneInfo

from bot.answers.asker import Asker
from bot.answers.board import board
from bot.answers.compare import compare
from bot.answers.data import data
from bot.answers.desk import Desk, mentioned, person, require_access, require_manager
from bot.answers.details import details
from bot.answers.me import me
from bot.answers.planning import plan_or_what_if
from bot.answers.privacy import privacy
from bot.answers.reported import linkedin
from bot.answers.rules_today import rules
from bot.answers.team import team_report
from bot.answers.trend import trend
from bot.answers.upcoming import next_steps, outlook_of
from bot.answers.why import Span, usual_span, why
from bot.answers.wish import read_wish
from bot.errors import NotFound
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
from bot.storage.tables import Member, Team
from bot.understanding import (
    Intent,
    Period,
    Question,
    SubjectKind,
    is_greeting,
    is_thanks,
    understand,
)

SURE = 0.6
"""Below this probability the likeliest readings are offered instead of an answer."""

READINGS = 3


@dataclass(frozen=True, slots=True)
class Turn:
    """One turn of a conversation: who says what, and in which channel.

    ``bot_user`` is the bot's own Slack id, whose mention is not part of what is said.
    """

    desk: Desk
    asker: Asker
    channel_id: str | None
    text: str
    bot_user: str | None = None

    @property
    def today(self) -> date:
        """The date where the asker is."""
        return self.desk.today(self.asker.zone)


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


def understood(turn: Turn) -> Question:
    """Understand what is said, with dates as they are where the asker is."""
    zone = ZoneInfo(turn.asker.zone)
    return understand(turn.text, now=turn.desk.now, zone=zone, bot_user=turn.bot_user)


def _about(turn: Turn, question: Question) -> Member | None:
    """Find whom a question is about: the asker, or somebody mentioned whom the asker may see."""
    desk, asker = turn.desk, turn.asker.slack_id
    member = mentioned(desk, asker, question.subject)
    if member is None:
        return desk.store.members.by_slack_id(desk.workspace_id, asker)
    require_access(desk, asker, member)
    return member


def _personal(answer_about: Callable[[Turn, Question, Member], Context]) -> Answer:
    """Give an answer about a member, or the way to begin where nothing is known yet."""

    def answer_or_begin(turn: Turn, question: Question) -> Context:
        if question.subject.kind is SubjectKind.TEAM and _managed(turn):
            return _team(turn, question)
        member = _about(turn, question)
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
    team = _which_team(turn, [*_managed(turn), *_teams_of(turn)])
    require_manager(turn.desk, turn.asker.slack_id, team)
    return team_report(turn.desk, team, turn.today)


def _board(turn: Turn, _question: Question) -> Context:
    """Show a team's board to somebody who is of the team or manages it, or is in its channel."""
    team = _which_team(turn, [*_teams_of(turn), *_managed(turn)])
    return board(turn.desk, team, turn.today, turn.asker.slack_id)


def _which_team(turn: Turn, own: list[Team]) -> Team:
    """Choose the team that is named, else the channel's, else the first of the asker's own."""
    desk = turn.desk
    named = next((team for team in own if team.name.lower() == turn.text.strip().lower()), None)
    here = desk.store.teams.by_channel(desk.workspace_id, turn.channel_id or "")
    team = named or here or next(iter(own), None)
    if team is None:
        raise NotFound("You have no team yet. Join one in its channel, or make one: `/ssi setup`.")
    return team


def _managed(turn: Turn) -> list[Team]:
    return turn.desk.store.teams.managed_by(turn.desk.workspace_id, turn.asker.slack_id)


def _teams_of(turn: Turn) -> list[Team]:
    desk = turn.desk
    member = desk.store.members.by_slack_id(desk.workspace_id, turn.asker.slack_id)
    return desk.store.teams.of_member(desk.workspace_id, member.member_id) if member else []


def _privacy(turn: Turn, _question: Question) -> Context:
    desk = turn.desk
    return privacy(desk, desk.store.members.by_slack_id(desk.workspace_id, turn.asker.slack_id))


def _data(turn: Turn, _question: Question) -> Context:
    return data(turn.desk, turn.asker)


def _linkedin(turn: Turn, _question: Question) -> Context:
    return linkedin(turn.desk, turn.asker, turn.text)


def _help(turn: Turn, _question: Question) -> Context:
    return Help(is_manager=bool(_managed(turn)), has_team=bool(_teams_of(turn)))


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
