"""Feedback on answers: taken by a button, kept four weeks, and counted by intent for admins."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from bot.answers.asker import Asker
from bot.answers.desk import Desk
from bot.answers.turn import Turn
from bot.answers.upkeep.settings import require_admin
from bot.errors import NotFound
from bot.messages.contexts import Context
from bot.messages.contexts.agent import (
    FeedbackLine,
    FeedbackReport,
    FeedbackRow,
    FeedbackTaken,
    Rated,
)
from bot.messages.presses import Rating
from bot.storage import Store
from bot.storage.feedback import Votes
from bot.storage.tables import Feedback
from bot.storage.times import to_day
from bot.understanding import Question

DAYS = 28
"""Feedback is shown of so many days, and then deleted."""


def rateable(answer: Context, question: Question) -> Rated:
    """Put the buttons under an answer that tell whether it was good."""
    named_days = question.period is not None
    good, bad = (Rating(question.intent, named_days, good).encode() for good in (True, False))
    return Rated(answer, good, bad)


def give_feedback(turn: Turn) -> FeedbackTaken:
    """Note what somebody says of the answer under which a button was pressed.

    Raises:
        NotFound: the button stands in no message.
    """
    if turn.channel_id is None or turn.ts is None:
        raise NotFound("I can't tell which answer that was about. Please ask once more.")
    rating = Rating.decode(turn.text)
    turn.desk.store.feedback.give(
        Feedback(
            workspace_id=turn.desk.workspace_id,
            channel_id=turn.channel_id,
            ts=turn.ts,
            slack_id=turn.asker.slack_id,
            day=to_day(turn.desk.today(turn.desk.workspace.zone)),
            intent=rating.intent,
            named_days=rating.named_days,
            good=rating.good,
        )
    )
    return FeedbackTaken(good=rating.good)


def feedback_line(desk: Desk) -> FeedbackLine:
    """Count what was said of all answers in four weeks."""
    return _line(_votes(desk))


def feedback_report(desk: Desk, asker: Asker) -> FeedbackReport:
    """Tell an admin what was said of answers in four weeks, by what they answered.

    Raises:
        NotAllowed: the asker is no admin.
    """
    require_admin(asker)
    votes = _votes(desk)
    rows = [_row(intent, votes) for intent in dict.fromkeys(vote.intent for vote in votes)]
    rows.sort(key=lambda row: (-row.bad, -row.good, row.intent))
    return FeedbackReport(_line(votes), tuple(rows))


def forget_old_feedback(store: Store, now: datetime) -> None:
    """Delete feedback that is not shown any more."""
    for workspace in store.workspaces.all():
        today = now.astimezone(ZoneInfo(workspace.zone)).date()
        store.feedback.forget_before(workspace.workspace_id, _first(today))


def _votes(desk: Desk) -> list[Votes]:
    today = desk.today(desk.workspace.zone)
    return desk.store.feedback.since(desk.workspace_id, _first(today))


def _first(today: date) -> date:
    return today - timedelta(days=DAYS - 1)


def _line(votes: list[Votes]) -> FeedbackLine:
    return FeedbackLine(
        days=DAYS,
        good=sum(vote.count for vote in votes if vote.good),
        bad=sum(vote.count for vote in votes if not vote.good),
    )


def _row(intent: str, votes: list[Votes]) -> FeedbackRow:
    own = [vote for vote in votes if vote.intent == intent]
    return FeedbackRow(
        intent=intent,
        good=sum(vote.count for vote in own if vote.good),
        bad=sum(vote.count for vote in own if not vote.good),
        bad_with_days=sum(vote.count for vote in own if vote.named_days and not vote.good),
    )
