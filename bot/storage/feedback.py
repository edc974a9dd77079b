"""Feedback: what people say of answers, by intent, and never what was asked."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import func
from sqlmodel import col, delete, select

from bot.storage.database import Database
from bot.storage.members import lock
from bot.storage.tables import Feedback
from bot.storage.times import to_day


@dataclass(frozen=True, slots=True)
class Votes:
    """How many answers to questions of a kind were called good, or bad."""

    intent: str
    named_days: bool
    good: bool
    count: int


class Feedbacks:
    """Queries about feedback."""

    def __init__(self, database: Database) -> None:
        """Ask this database."""
        self._database = database

    def give(self, vote: Feedback) -> None:
        """Put somebody's word on a message in the place of the one before."""
        with self._database.write() as session:
            lock(session, vote.workspace_id)
            session.merge(vote)

    def since(self, workspace_id: int, day: date) -> list[Votes]:
        """Count what was said on a day or later, by intent."""
        kind = col(Feedback.intent), col(Feedback.named_days), col(Feedback.good)
        query = (
            select(*kind, func.count())
            .where(Feedback.workspace_id == workspace_id, Feedback.day >= to_day(day))
            .group_by(*kind)
            .order_by(*kind)
        )
        with self._database.read() as session:
            return [Votes(*row) for row in session.exec(query)]

    def count(self, workspace_id: int, slack_id: str) -> int:
        """Count the answers of which it is stored what somebody said."""
        query = select(func.count()).where(
            Feedback.workspace_id == workspace_id, Feedback.slack_id == slack_id
        )
        with self._database.read() as session:
            return session.exec(query).one()

    def forget(self, workspace_id: int, slack_id: str) -> None:
        """Delete what somebody said."""
        with self._database.write() as session:
            session.exec(
                delete(Feedback).where(
                    col(Feedback.workspace_id) == workspace_id,
                    col(Feedback.slack_id) == slack_id,
                )
            )

    def forget_before(self, workspace_id: int, day: date) -> None:
        """Delete what was said in a workspace before a day."""
        with self._database.write() as session:
            session.exec(
                delete(Feedback).where(
                    col(Feedback.workspace_id) == workspace_id, col(Feedback.day) < to_day(day)
                )
            )
