"""App Homes: who looks at one, and up to which night each was drawn."""

from datetime import date, datetime

from sqlmodel import col, or_, select, update

from bot.storage.database import Database
from bot.storage.tables import Member
from bot.storage.times import to_day, to_epoch


class Homes:
    """Queries about App Homes."""

    def __init__(self, database: Database) -> None:
        """Ask this database."""
        self._database = database

    def mark_opened(
        self, workspace_id: int, slack_id: str, now: datetime, through: date | None = None
    ) -> None:
        """Note that somebody looks at App Home, and up to which scored day it tells.

        Of who is no member, nothing is kept.
        """
        values = {"home_opened_at": to_epoch(now)}
        if through is not None:
            values["home_through"] = to_day(through)
        self._note(workspace_id, slack_id, values)

    def mark_drawn(self, workspace_id: int, slack_id: str, through: date | None) -> None:
        """Note up to which scored day somebody's App Home tells."""
        if through is not None:
            self._note(workspace_id, slack_id, {"home_through": to_day(through)})

    def stale(
        self, workspace_id: int, through: date, opened_since: datetime, most: int
    ) -> list[Member]:
        """List who looked lately, and whose App Home misses a night up to the one given."""
        drawn = col(Member.home_through)
        query = (
            select(Member)
            .where(
                Member.workspace_id == workspace_id,
                col(Member.home_opened_at) >= to_epoch(opened_since),
                col(Member.slack_id).is_not(None),
                or_(drawn.is_(None), drawn < to_day(through)),
            )
            .order_by(col(Member.member_id))
            .limit(most)
        )
        with self._database.read() as session:
            return list(session.exec(query))

    def _note(self, workspace_id: int, slack_id: str, values: dict[str, int]) -> None:
        with self._database.note() as session:
            session.exec(
                update(Member)
                .where(col(Member.workspace_id) == workspace_id, col(Member.slack_id) == slack_id)
                .values(**values)
            )
