"""Overlaps: the days on which sources show a kind, and what one source replaces of another."""

from collections.abc import Collection, Mapping
from datetime import date, datetime

from sqlalchemy import ColumnElement, and_, func
from sqlmodel import Session, col, or_, select, update

from bot.activity import Source
from bot.storage.database import Database
from bot.storage.members import lock
from bot.storage.recordings import Batch, add_recording
from bot.storage.tables import ActivityRow, Coverage
from bot.storage.times import from_day, to_day
from scoring.model import Kind

Days = tuple[date, date]
"""A first and a last day."""

REPLACED = "Shown better by another file"


class Overlaps:
    """Queries about what several sources show of one member."""

    def __init__(self, database: Database) -> None:
        """Ask this database."""
        self._database = database

    def sources(self, workspace_id: int, member_id: int) -> frozenset[Source]:
        """Give the sources that show anything of a member."""
        query = select(Coverage.source).where(
            Coverage.workspace_id == workspace_id,
            Coverage.member_id == member_id,
            col(Coverage.retracted_in).is_(None),
        )
        with self._database.read() as session:
            return frozenset(map(Source, session.exec(query.distinct())))

    def extents(
        self, workspace_id: int, member_id: int, kinds: Collection[Kind]
    ) -> dict[tuple[Kind, Source], Days]:
        """Give the first and the last day that each source shows of a member's kinds."""
        row = ActivityRow
        query = (
            select(row.kind, row.source, func.min(row.day), func.max(row.day))
            .where(
                col(row.workspace_id) == workspace_id,
                col(row.member_id) == member_id,
                col(row.kind).in_([int(kind) for kind in kinds]),
                col(row.retracted_in).is_(None),
            )
            .group_by(col(row.kind), col(row.source))
        )
        with self._database.read() as session:
            return {
                (Kind(kind), Source(source)): (from_day(first), from_day(last))
                for kind, source, first, last in session.exec(query)
            }

    def replace(  # noqa: PLR0913 - whose, what is replaced, and who brings what replaces it
        self,
        workspace_id: int,
        member_id: int,
        replaced: Mapping[tuple[Kind, Source], Days],
        *,
        but: Collection[int] = (),
        recorded_by: str,
        now: datetime,
        import_number: int | None = None,
    ) -> int:
        """Retract what sources show of a member's kinds between two days; counts activities.

        Those with a ref in ``but`` stay. It is one recording; where there is nothing, none.
        """
        if not replaced:
            return 0
        row = ActivityRow
        chosen = and_(
            col(row.workspace_id) == workspace_id,
            col(row.member_id) == member_id,
            col(row.retracted_in).is_(None),
            col(row.ref).not_in(but),
            or_(*(_within(kind, source, days) for (kind, source), days in replaced.items())),
        )
        with self._database.write() as session:
            lock(session, workspace_id)
            if not _any(session, chosen):
                return 0
            source = next(iter(replaced))[1]
            batch = Batch(source, REPLACED, recorded_by, now.date(), import_number=import_number)
            number = add_recording(session, workspace_id, batch, now)
            done = session.exec(update(row).where(chosen).values(retracted_in=number))
            return done.rowcount


def _within(kind: Kind, source: Source, days: Days) -> ColumnElement[bool]:
    row = ActivityRow
    return and_(
        col(row.kind) == int(kind),
        col(row.source) == int(source),
        col(row.day).between(to_day(days[0]), to_day(days[1])),
    )


def _any(session: Session, chosen: ColumnElement[bool]) -> bool:
    return session.exec(select(ActivityRow.kind).where(chosen).limit(1)).first() is not None
