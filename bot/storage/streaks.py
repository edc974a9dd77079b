"""Streaks and badges: when a member was active, off, or at what height; and who wants neither."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from sqlmodel import col, delete, select, update

from bot.storage.database import Database
from bot.storage.members import lock
from bot.storage.tables import (
    ActivityRow,
    Coverage,
    HolidayWeek,
    Member,
    Recording,
    Snapshot,
    Workspace,
)
from bot.storage.times import from_day, from_epoch, to_day
from scoring.model import Kind, Pillar


@dataclass(frozen=True, slots=True)
class Height:
    """How high a member stood on a day, as it was told then, in hundredths."""

    day: date
    points: int
    pillars: Mapping[Pillar, int]


class Streaks:
    """Queries about what streaks and badges are made of, and the two switches that hide them."""

    def __init__(self, database: Database) -> None:
        """Ask this database."""
        self._database = database

    def active_days(
        self, workspace_id: int, member_id: int, kinds: Collection[Kind]
    ) -> frozenset[date]:
        """Give every day on which something of some kinds stands of a member."""
        row = ActivityRow
        query = select(row.day).where(
            row.workspace_id == workspace_id,
            row.member_id == member_id,
            col(row.kind).in_([int(kind) for kind in kinds]),
            col(row.retracted_in).is_(None),
        )
        with self._database.read() as session:
            return frozenset(from_day(day) for day in session.exec(query.distinct()))

    def heights(self, workspace_id: int, member_id: int) -> list[Height]:
        """List how high a member stood, day by day."""
        row = Snapshot
        pillars = (row.brand, row.people, row.insights, row.relationships)
        query = select(  # type: ignore[call-overload]  # more columns than its overloads know
            row.day, row.points, *pillars
        ).where(row.workspace_id == workspace_id, row.member_id == member_id)
        with self._database.read() as session:
            return [
                Height(from_day(day), points, dict(zip(Pillar, each, strict=True)))
                for day, points, *each in session.exec(query.order_by(col(row.day)))
            ]

    def known_through(self, workspace_id: int, member_id: int) -> datetime | None:
        """Tell when a source last showed something of a member, if any has."""
        query = (
            select(Recording.recorded_at)
            .join(
                Coverage,
                (col(Coverage.workspace_id) == Recording.workspace_id)
                & (col(Coverage.recorded_in) == Recording.recording_id),
            )
            .where(
                Coverage.workspace_id == workspace_id,
                Coverage.member_id == member_id,
                col(Coverage.retracted_in).is_(None),
                Recording.workspace_id == workspace_id,
            )
            .order_by(col(Recording.recorded_at).desc())
        )
        with self._database.read() as session:
            last = session.exec(query.limit(1)).first()
        return None if last is None else from_epoch(last)

    def holidays(self, workspace_id: int, member_id: int) -> frozenset[date]:
        """Give the Mondays of a member's weeks off."""
        query = select(HolidayWeek.monday).where(
            HolidayWeek.workspace_id == workspace_id, HolidayWeek.member_id == member_id
        )
        with self._database.read() as session:
            return frozenset(from_day(day) for day in session.exec(query))

    def rest(self, workspace_id: int, member_id: int, monday: date, *, off: bool) -> None:
        """Make the week that begins on a Monday one off, or an ordinary one again."""
        key = HolidayWeek(workspace_id=workspace_id, member_id=member_id, monday=to_day(monday))
        with self._database.write() as session:
            lock(session, workspace_id)
            if off:
                session.merge(key)
                return
            session.exec(
                delete(HolidayWeek).where(
                    col(HolidayWeek.workspace_id) == workspace_id,
                    col(HolidayWeek.member_id) == member_id,
                    col(HolidayWeek.monday) == key.monday,
                )
            )

    def show(self, workspace_id: int, member_id: int, *, shown: bool) -> None:
        """Show a member the own streaks and badges, or hide them."""
        with self._database.write() as session:
            session.exec(
                update(Member)
                .where(col(Member.workspace_id) == workspace_id, col(Member.member_id) == member_id)
                .values(games=shown)
            )

    def show_anybody(self, workspace_id: int, *, shown: bool) -> None:
        """Allow goals, streaks and badges in a workspace, or hide them from everybody."""
        with self._database.write() as session:
            session.exec(
                update(Workspace)
                .where(col(Workspace.workspace_id) == workspace_id)
                .values(games=shown)
            )
