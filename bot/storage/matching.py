"""What people told once of the files they bring: whose a seat is, and what columns are."""

from collections.abc import Mapping
from datetime import datetime

from sqlmodel import col, delete, select

from bot.storage.database import Database
from bot.storage.members import lock
from bot.storage.tables import ColumnMapping, Seat
from bot.storage.times import to_epoch


class Matching:
    """Queries about seats and columns."""

    def __init__(self, database: Database) -> None:
        """Ask this database."""
        self._database = database

    def seats(self, workspace_id: int) -> dict[str, int]:
        """Map the seats that are known to members' numbers."""
        query = select(Seat).where(Seat.workspace_id == workspace_id)
        with self._database.read() as session:
            return {seat.seat: seat.member_id for seat in session.exec(query)}

    def remember_seats(self, workspace_id: int, seats: Mapping[str, int]) -> None:
        """Remember whose seats are; what was told before of the same seats is forgotten."""
        with self._database.write() as session:
            lock(session, workspace_id)
            session.exec(
                delete(Seat).where(
                    col(Seat.workspace_id) == workspace_id, col(Seat.seat).in_(list(seats))
                )
            )
            for seat, member_id in sorted(seats.items()):
                session.add(Seat(workspace_id=workspace_id, seat=seat, member_id=member_id))

    def columns(self, workspace_id: int) -> list[ColumnMapping]:
        """List what is known of files' columns."""
        query = select(ColumnMapping).where(ColumnMapping.workspace_id == workspace_id)
        with self._database.read() as session:
            return list(session.exec(query.order_by(col(ColumnMapping.headers))))

    def remember_columns(  # noqa: PLR0913 - which columns of which files, and who told it when
        self, workspace_id: int, headers: str, *, format_: str, columns: str, by: str, now: datetime
    ) -> None:
        """Remember what the columns are of files with these headers, in the place of what was."""
        made = ColumnMapping(
            workspace_id=workspace_id,
            headers=headers,
            format=format_,
            columns=columns,
            mapped_by=by,
            mapped_at=to_epoch(now),
        )
        with self._database.write() as session:
            lock(session, workspace_id)
            session.exec(
                delete(ColumnMapping).where(
                    col(ColumnMapping.workspace_id) == workspace_id,
                    col(ColumnMapping.headers) == headers,
                    col(ColumnMapping.format) == format_,
                )
            )
            session.add(made)
