"""Threads: what somebody asked last in each, so that a follow-up is understood anywhere."""

from datetime import datetime

from sqlalchemy import bindparam, func
from sqlmodel import col, delete, select

from bot.storage.database import Database
from bot.storage.tables import ThreadQuestion
from bot.storage.times import to_epoch

_LATEST = (
    select(ThreadQuestion)
    .where(
        ThreadQuestion.workspace_id == bindparam("workspace_id"),
        ThreadQuestion.channel_id == bindparam("channel_id"),
        ThreadQuestion.slack_id == bindparam("slack_id"),
        ThreadQuestion.asked_at >= bindparam("first"),
        ThreadQuestion.asked_at <= bindparam("last"),
    )
    .order_by(col(ThreadQuestion.asked_at).desc(), col(ThreadQuestion.thread_ts).desc())
    .limit(1)
)


class Threads:
    """Queries about the last questions of threads."""

    def __init__(self, database: Database) -> None:
        """Ask this database."""
        self._database = database

    def question(
        self, workspace_id: int, channel_id: str, slack_id: str, thread_ts: str
    ) -> ThreadQuestion | None:
        """Give somebody's last question in a thread."""
        with self._database.read() as session:
            return session.get(ThreadQuestion, (workspace_id, channel_id, slack_id, thread_ts))

    def latest(
        self, workspace_id: int, channel_id: str, slack_id: str, first: datetime, last: datetime
    ) -> ThreadQuestion | None:
        """Give somebody's latest question in a channel between two instants, both included."""
        given = {
            "workspace_id": workspace_id,
            "channel_id": channel_id,
            "slack_id": slack_id,
            "first": to_epoch(first),
            "last": to_epoch(last),
        }
        with self._database.read() as session:
            return session.exec(_LATEST, params=given).first()

    def remember(self, question: ThreadQuestion) -> None:
        """Put a question in the place of the one before it in its thread."""
        row = question.model_dump()
        with self._database.note() as session:
            session.connection().execute(self._database.insert_or_replace(ThreadQuestion), row)

    def count(self, workspace_id: int, slack_id: str) -> int:
        """Count the questions that are remembered of somebody."""
        query = select(func.count()).where(
            col(ThreadQuestion.workspace_id) == workspace_id,
            col(ThreadQuestion.slack_id) == slack_id,
        )
        with self._database.read() as session:
            return session.exec(query).one()

    def forget(self, workspace_id: int, slack_id: str) -> None:
        """Delete the questions that are remembered of somebody."""
        with self._database.write() as session:
            session.exec(
                delete(ThreadQuestion).where(
                    col(ThreadQuestion.workspace_id) == workspace_id,
                    col(ThreadQuestion.slack_id) == slack_id,
                )
            )

    def forget_before(self, workspace_id: int, instant: datetime) -> None:
        """Delete what was asked in a workspace before an instant."""
        with self._database.write() as session:
            session.exec(
                delete(ThreadQuestion).where(
                    col(ThreadQuestion.workspace_id) == workspace_id,
                    col(ThreadQuestion.asked_at) < to_epoch(instant),
                )
            )
