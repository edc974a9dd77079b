"""Cheers: who cheered whom by a digest."""

from sqlalchemy import func
from sqlmodel import col, delete, select

from bot.storage.database import Database
from bot.storage.members import lock
from bot.storage.tables import Cheer


class Cheers:
    """Queries about cheers."""

    def __init__(self, database: Database) -> None:
        """Ask this database."""
        self._database = database

    def give(self, cheer: Cheer, most: int) -> Cheer | None:
        """Write a cheer down, and give the one that stands: who gave one already keeps that.

        Nothing is written, and None returned, where a digest has as many as it may have.
        """
        key = cheer.workspace_id, cheer.team_id, cheer.day, cheer.slack_id
        with self._database.write() as session:
            lock(session, cheer.workspace_id)
            given = session.get(Cheer, key)
            if given is not None:
                return given
            count = select(func.count()).where(
                Cheer.workspace_id == cheer.workspace_id,
                Cheer.team_id == cheer.team_id,
                Cheer.day == cheer.day,
            )
            if session.exec(count).one() >= most:
                return None
            session.add(cheer)
            return cheer

    def take_back(self, workspace_id: int, team_id: int, day: int, slack_id: str) -> None:
        """Delete a cheer that nobody got to read."""
        with self._database.write() as session:
            session.exec(
                delete(Cheer).where(
                    col(Cheer.workspace_id) == workspace_id,
                    col(Cheer.team_id) == team_id,
                    col(Cheer.day) == day,
                    col(Cheer.slack_id) == slack_id,
                )
            )

    def received(self, workspace_id: int, member_id: int) -> int:
        """Count the cheers that a member got."""
        count = select(func.count()).where(
            Cheer.workspace_id == workspace_id, Cheer.member_id == member_id
        )
        with self._database.read() as session:
            return session.exec(count).one()
