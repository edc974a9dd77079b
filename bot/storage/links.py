"""Links to LinkedIn posts in channels: what was asked of them, and what counts already."""

from datetime import date

from sqlmodel import col, select

from bot.storage.database import Database
from bot.storage.tables import ActivityRow, OfferedPost
from bot.storage.times import from_day
from scoring.model import Kind


class Links:
    """Queries about shared posts, each named by a salted hash."""

    def __init__(self, database: Database) -> None:
        """Ask this database."""
        self._database = database

    def offer(self, workspace_id: int, team_id: int, ref: int) -> bool:
        """Note that a team's channel is asked of a post; false when it was asked before."""
        row = {"workspace_id": workspace_id, "team_id": team_id, "ref": ref}
        with self._database.write() as session:
            return session.exec(self._database.insert_new(OfferedPost).values(row)).rowcount == 1

    def counted_on(self, workspace_id: int, member_id: int, kind: Kind, ref: int) -> date | None:
        """Give the day on which something counts that a member did with a post, if it does."""
        row = ActivityRow
        query = select(row.day).where(
            row.workspace_id == workspace_id,
            row.member_id == member_id,
            row.kind == kind,
            row.ref == ref,
            col(row.retracted_in).is_(None),
        )
        with self._database.read() as session:
            day = session.exec(query.limit(1)).first()
        return None if day is None else from_day(day)
