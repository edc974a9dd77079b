"""Streaks and badges: when a member was active, off, or at what height; and who wants neither."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import bindparam, func
from sqlmodel import col, delete, select, update

from bot.storage.asked import once_a_state
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


_ACTIVE_DAYS = (
    select(ActivityRow.day)
    .where(
        ActivityRow.workspace_id == bindparam("workspace_id"),
        ActivityRow.member_id == bindparam("member_id"),
        col(ActivityRow.kind).in_(bindparam("kinds", expanding=True)),
        col(ActivityRow.retracted_in).is_(None),
    )
    .distinct()
)
_FIRST_DAYS = (
    select(ActivityRow.kind, func.min(ActivityRow.day))
    .where(
        ActivityRow.workspace_id == bindparam("workspace_id"),
        ActivityRow.member_id == bindparam("member_id"),
        col(ActivityRow.kind).in_(bindparam("kinds", expanding=True)),
        col(ActivityRow.retracted_in).is_(None),
    )
    .group_by(col(ActivityRow.kind))
)
_HEIGHTS = (
    select(  # type: ignore[call-overload]  # more columns than its overloads know
        Snapshot.day,
        Snapshot.points,
        Snapshot.brand,
        Snapshot.people,
        Snapshot.insights,
        Snapshot.relationships,
    )
    .where(
        Snapshot.workspace_id == bindparam("workspace_id"),
        Snapshot.member_id == bindparam("member_id"),
    )
    .order_by(col(Snapshot.day))
)
_SHOWN_LAST = (
    select(Recording.recorded_at)
    .join(
        Coverage,
        (col(Coverage.workspace_id) == Recording.workspace_id)
        & (col(Coverage.recorded_in) == Recording.recording_id),
    )
    .where(
        Coverage.workspace_id == bindparam("workspace_id"),
        Coverage.member_id == bindparam("member_id"),
        col(Coverage.retracted_in).is_(None),
        Recording.workspace_id == bindparam("workspace_id"),
    )
    .order_by(col(Recording.recorded_at).desc())
    .limit(1)
)
_MONDAYS_OFF = select(HolidayWeek.monday).where(
    HolidayWeek.workspace_id == bindparam("workspace_id"),
    HolidayWeek.member_id == bindparam("member_id"),
)


class Streaks:
    """Queries about what streaks and badges are made of, and the two switches that hide them."""

    def __init__(self, database: Database) -> None:
        """Ask this database."""
        self._database = database

    @once_a_state
    def active_days(
        self, workspace_id: int, member_id: int, kinds: frozenset[Kind]
    ) -> frozenset[date]:
        """Give every day on which something of some kinds stands of a member."""
        given = {
            "workspace_id": workspace_id,
            "member_id": member_id,
            "kinds": [int(kind) for kind in kinds],
        }
        with self._database.read() as session:
            days = session.connection().execute(_ACTIVE_DAYS, given).scalars().all()
        return frozenset(map(from_day, days))

    def first_days(
        self, workspace_id: int, member_id: int, kinds: frozenset[Kind]
    ) -> dict[Kind, date]:
        """Give the first day on which something of each of some kinds stands of a member."""
        given = {
            "workspace_id": workspace_id,
            "member_id": member_id,
            "kinds": [int(kind) for kind in kinds],
        }
        with self._database.read() as session:
            rows = session.connection().execute(_FIRST_DAYS, given).all()
        return {Kind(kind): from_day(day) for kind, day in rows}

    def heights(self, workspace_id: int, member_id: int) -> list[Height]:
        """List how high a member stood, day by day."""
        given = {"workspace_id": workspace_id, "member_id": member_id}
        with self._database.read() as session:
            rows = session.connection().execute(_HEIGHTS, given).all()
        return [
            Height(from_day(day), points, dict(zip(Pillar, each, strict=True)))
            for day, points, *each in rows
        ]

    @once_a_state
    def known_through(self, workspace_id: int, member_id: int) -> datetime | None:
        """Tell when a source last showed something of a member, if any has."""
        given = {"workspace_id": workspace_id, "member_id": member_id}
        with self._database.read() as session:
            last = session.connection().execute(_SHOWN_LAST, given).scalar()
        return None if last is None else from_epoch(last)

    @once_a_state
    def holidays(self, workspace_id: int, member_id: int) -> frozenset[date]:
        """Give the Mondays of a member's weeks off."""
        given = {"workspace_id": workspace_id, "member_id": member_id}
        with self._database.read() as session:
            return frozenset(
                map(from_day, session.connection().execute(_MONDAYS_OFF, given).scalars())
            )

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
