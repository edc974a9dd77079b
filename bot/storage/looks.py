"""Looks: who looked at which member's data, and when, for the member to see."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from sqlalchemy import func
from sqlmodel import col, select

from bot.storage.database import Database
from bot.storage.members import lock
from bot.storage.tables import Look
from bot.storage.times import to_epoch


class Looked(StrEnum):
    """At what somebody looked."""

    REPORT = "report"
    """The row in a team's report."""
    SCORE = "score"
    """The score, its pillars and how they went."""
    DETAILS = "details"
    """What is behind the score, which takes the member's consent."""
    EXPORT = "export"
    """The row in a file of the team."""


@dataclass(frozen=True, slots=True)
class Glance:
    """Who looks, at what, and when."""

    slack_id: str
    what: Looked
    at: datetime


class Looks:
    """Queries about looks."""

    def __init__(self, database: Database) -> None:
        """Ask this database."""
        self._database = database

    def note(
        self,
        workspace_id: int,
        members: Iterable[int],
        glance: Glance,
        once_since: datetime | None = None,
    ) -> None:
        """Note that somebody looks at members; with ``once_since`` only the first since then."""
        with self._database.write() as session:
            lock(session, workspace_id)
            query = select(Look.member_id).where(
                Look.workspace_id == workspace_id,
                Look.slack_id == glance.slack_id,
                Look.what == glance.what,
                col(Look.looked_at) >= to_epoch(once_since or glance.at),
            )
            seen = set(session.exec(query))
            rows = [
                {
                    "workspace_id": workspace_id,
                    "member_id": member_id,
                    "looked_at": to_epoch(glance.at),
                    "slack_id": glance.slack_id,
                    "what": glance.what.value,
                }
                for member_id in sorted(set(members) - seen)
            ]
            if rows:
                session.connection().execute(self._database.insert_new(Look), rows)

    def last(self, workspace_id: int, member_id: int, most: int) -> list[Look]:
        """List the last looks at a member's data, the latest first."""
        query = (
            select(Look)
            .where(Look.workspace_id == workspace_id, Look.member_id == member_id)
            .order_by(col(Look.looked_at).desc(), col(Look.slack_id), col(Look.what))
            .limit(most)
        )
        with self._database.read() as session:
            return list(session.exec(query))

    def count(self, workspace_id: int, member_id: int) -> int:
        """Count the looks at a member's data."""
        query = select(func.count()).where(
            Look.workspace_id == workspace_id, Look.member_id == member_id
        )
        with self._database.read() as session:
            return session.exec(query).one()
