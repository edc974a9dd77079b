"""Answers about one member: the asker, or somebody whom the asker may see."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from functools import partial, wraps

from bot.answers.ahead.efforts import efforts
from bot.answers.ahead.planning import plan_or_what_if
from bot.answers.ahead.upcoming import next_steps, outlook_of
from bot.answers.ahead.wish import read_wish
from bot.answers.aims.tips import one_tip, tips
from bot.answers.asking.about_teams import report_on_team
from bot.answers.asking.narrowing import signal_named
from bot.answers.asking.subjects import managed_teams, subject_of
from bot.answers.desk import person
from bot.answers.score.details import details
from bot.answers.score.me import me
from bot.answers.score.past import past_score
from bot.answers.score.scores import is_known
from bot.answers.score.trend import trend
from bot.answers.score.why import span_of, usual_span, why
from bot.answers.teams.coaching import coaching
from bot.answers.teams.consent import is_open, require_consent
from bot.answers.teams.looking import note_look
from bot.answers.turn import Turn
from bot.messages.contexts import Context, NoData
from bot.storage.looks import Looked
from bot.storage.tables import Member
from bot.understanding import Question, SubjectKind

EFFORT = {"effort", "efforts"}

Answer = Callable[[Turn, Question], Context]
AnswerAbout = Callable[[Turn, Question, Member], Context]


def _personal(answer_about: AnswerAbout, look: Looked | None = Looked.DETAILS) -> Answer:
    """Give an answer about a member, or the way to begin where nothing is known yet.

    A look at somebody else is noted, and takes consent where it is one at details; with no ``look``
    the answer sees to both itself.
    """

    @wraps(answer_about)
    def answer_or_begin(turn: Turn, question: Question) -> Context:
        if question.subject.kind is SubjectKind.TEAM and managed_teams(turn):
            return report_on_team(turn, question)
        member = subject_of(turn, question)
        if member is None:
            return NoData(None)
        if not is_known(turn.desk, member):
            return NoData(None if member.slack_id == turn.asker.slack_id else person(member))
        if look is Looked.DETAILS:
            require_consent(turn.desk, turn.asker.slack_id, member)
        if look is not None:
            note_look(turn.desk, turn.asker.slack_id, [member], look)
        return answer_about(turn, question, member)

    return answer_or_begin


_personal_score = partial(_personal, look=Looked.SCORE)


@partial(_personal, look=None)
def score(turn: Turn, question: Question, member: Member) -> Context:
    """Tell the score as it is, or of a past day; of somebody else only what their consent opens.

    Days that run until today tell since when the change is told.
    """
    desk, reader = turn.desk, turn.asker.slack_id
    if not is_open(desk, reader, member):
        return coaching(desk, reader, member, turn.today)
    note_look(desk, reader, [member], Looked.DETAILS)
    period, today = question.period, turn.today
    if period and period.last < today:
        return past_score(desk, member, period.last, today, reader=reader)
    since = period.first - timedelta(days=1) if period and period.first < today else None
    return me(desk, member, today, reader=reader, since=since)


def _about_change(explain: Callable[..., Context]) -> Answer:
    """Answer about a change over the days that are asked about, or over the usual ones."""

    def answer_about(turn: Turn, question: Question, member: Member) -> Context:
        desk, today = turn.desk, turn.today
        span = span_of(question.period, today) or usual_span(desk, member, today)
        return explain(
            desk,
            member,
            span,
            reader=turn.asker.slack_id,
            today=today,
            pillar=question.pillar,
            signal=signal_named(desk, question, span.last, span.first),
        )

    return _personal(answer_about)


change = _about_change(why)
every_cause = _about_change(details)


@_personal
def what_next(turn: Turn, question: Question, member: Member) -> Context:
    """Tell what is worth most to do; the asker gets a tip with it."""
    desk, today, pillar, asker = turn.desk, turn.today, question.pillar, turn.asker.slack_id
    steps = next_steps(desk, member, today, reader=asker, pillar=pillar)
    if steps.person is None:
        return replace(steps, tip=one_tip(desk, member, today, pillar))
    return steps


@_personal
def own_tips(turn: Turn, question: Question, member: Member) -> Context:
    """Tell the asker tips; of somebody else, what would help."""
    if member.slack_id != turn.asker.slack_id:
        return what_next(turn, question)
    return tips(turn.desk, member, turn.today, question.pillar)


@_personal
def what_leaves(turn: Turn, _question: Question, member: Member) -> Context:
    """Tell what leaves the window in the days to come."""
    return outlook_of(turn.desk, member, turn.today, reader=turn.asker.slack_id)


@_personal
def what_if(turn: Turn, question: Question, member: Member) -> Context:
    """Tell what a goal takes, or what more of something would bring."""
    signals = (signal.name for signal in turn.desk.rulebook(turn.today).signals)
    wish = read_wish(turn.text, question.signal, signals, turn.today)
    return plan_or_what_if(turn.desk, member, wish, turn.today, reader=turn.asker.slack_id)


def plan_or_efforts(turn: Turn, question: Question) -> Context:
    """Answer `/ssi plan`: a plan, or after "effort" how long things take."""
    word, _, rest = turn.text.partition(" ")
    if word.lower() in EFFORT:
        return efforts(turn.desk, turn.asker, rest)
    return what_if(turn, question)


@_personal_score
def past_scores(turn: Turn, question: Question, member: Member) -> Context:
    """Tell how a score, or a pillar of it, went."""
    period, pillar, reader = question.period, question.pillar, turn.asker.slack_id
    return trend(turn.desk, member, turn.today, reader=reader, period=period, pillar=pillar)
