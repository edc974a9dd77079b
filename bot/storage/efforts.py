"""Efforts: how long things take by a workspace's own reckoning, in place of the rulebook's."""

from collections.abc import Mapping

from sqlalchemy import bindparam
from sqlmodel import col, delete, select

from bot.storage.database import Database
from bot.storage.members import lock
from bot.storage.tables import Effort

_MINUTES = select(Effort.signal, Effort.minutes).where(
    Effort.workspace_id == bindparam("workspace_id")
)


class Efforts:
    """Queries about efforts; who may set one is decided elsewhere."""

    def __init__(self, database: Database) -> None:
        """Ask this database."""
        self._database = database

    def all(self, workspace_id: int) -> Mapping[str, int]:
        """Map signals by name to their minutes; those that take the rulebook's are left out."""
        with self._database.read() as session:
            rows = session.connection().execute(_MINUTES, {"workspace_id": workspace_id})
            return {row.signal: row.minutes for row in rows}

    def set(self, workspace_id: int, signal: str, minutes: int) -> None:
        """Let one more unit of a signal take so many minutes from now on."""
        with self._database.write() as session:
            lock(session, workspace_id)
            session.merge(Effort(workspace_id=workspace_id, signal=signal, minutes=minutes))

    def reset(self, workspace_id: int, signal: str) -> None:
        """Let a signal take what the rulebook says again."""
        with self._database.write() as session:
            session.exec(
                delete(Effort).where(
                    col(Effort.workspace_id) == workspace_id, col(Effort.signal) == signal
                )
            )
