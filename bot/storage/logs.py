"""Logged activities: what people told by hand, until a file shows the same days."""

from collections.abc import Mapping
from datetime import date, datetime

from sqlalchemy import bindparam, func
from sqlmodel import col, or_, select, update

from bot.activity import BY_HAND, LOGGED, Source
from bot.storage.database import Database
from bot.storage.members import lock
from bot.storage.recordings import Batch, add_recording
from bot.storage.tables import ActivityRow, Coverage
from bot.storage.times import from_day, to_day
from scoring.model import Kind

Days = tuple[date, date]
"""A first and a last day."""

SUPERSEDED = "Logged by hand, shown by a file now"

_SHOWN_BY = select(Coverage.kind, Coverage.source).where(
    Coverage.workspace_id == bindparam("workspace_id"),
    Coverage.member_id == bindparam("member_id"),
    col(Coverage.retracted_in).is_(None),
)


class Logs:
    """Queries about what was logged by hand, and about what was not."""

    def __init__(self, database: Database) -> None:
        """Ask this database."""
        self._database = database

    def shown_until(self, workspace_id: int, member_id: int, kind: Kind) -> date | None:
        """Give the last day of which a source other than a person shows a kind."""
        row = ActivityRow
        query = select(row.day).where(
            row.workspace_id == workspace_id,
            row.member_id == member_id,
            row.kind == kind,
            col(row.source).not_in(BY_HAND),
            col(row.retracted_in).is_(None),
        )
        with self._database.read() as session:
            last = session.exec(query.order_by(col(row.day).desc()).limit(1)).first()
        return None if last is None else from_day(last)

    def days(self, workspace_id: int, member_id: int) -> frozenset[date]:
        """Give the days on which something stands that a member logged."""
        row = ActivityRow
        query = select(row.day).where(
            row.workspace_id == workspace_id,
            row.member_id == member_id,
            row.source == int(Source.MANUAL_LOG),
            col(row.retracted_in).is_(None),
        )
        with self._database.read() as session:
            return frozenset(from_day(day) for day in session.exec(query.distinct()))

    def by_hand_only(self, workspace_id: int, member_id: int) -> tuple[Kind, ...]:
        """Give the kinds that nothing but people's own word shows."""
        given = {"workspace_id": workspace_id, "member_id": member_id}
        with self._database.read() as session:
            shown = session.connection().execute(_SHOWN_BY, given).all()
        otherwise = {kind for kind, source in shown if source not in BY_HAND}
        return tuple(Kind(kind) for kind in sorted({kind for kind, _ in shown} - otherwise))

    def supersede(  # noqa: PLR0913 - whose logs, what replaces them, and who brings it
        self,
        workspace_id: int,
        member_id: int,
        shown: Mapping[Kind, Days],
        *,
        recorded_by: str,
        now: datetime,
        import_number: int | None = None,
    ) -> dict[Kind, int]:
        """Retract what a member logged of kinds on days that a file shows now; count it by kind.

        It is one recording; where there is nothing to retract, none.
        """
        if not shown:
            return {}
        row = ActivityRow
        superseded = (
            col(row.workspace_id) == workspace_id,
            col(row.member_id) == member_id,
            col(row.source).in_(LOGGED),
            col(row.retracted_in).is_(None),
            or_(
                *(
                    (col(row.kind) == kind) & col(row.day).between(to_day(first), to_day(last))
                    for kind, (first, last) in shown.items()
                )
            ),
        )
        counted = (
            select(row.kind, func.sum(row.quantity)).where(*superseded).group_by(col(row.kind))
        )
        with self._database.write() as session:
            lock(session, workspace_id)
            counts = {Kind(kind): int(count) for kind, count in session.exec(counted)}
            if counts:
                batch = Batch(
                    Source.MANUAL_LOG,
                    SUPERSEDED,
                    recorded_by,
                    now.date(),
                    import_number=import_number,
                )
                number = add_recording(session, workspace_id, batch, now)
                session.exec(update(row).where(*superseded).values(retracted_in=number))
        return counts
