"""Activities as they are read back: one member's facts, and what is known of members at all."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import func
from sqlmodel import col, or_, select

from bot.storage.database import Database
from bot.storage.tables import ActivityRow, Coverage, Recording
from bot.storage.times import from_day, from_epoch, to_day
from scoring.model import STATES_FROM, Fact, Kind


@dataclass(frozen=True, slots=True)
class Shown:
    """A kind that an import shows of a member, from its recording on until it was undone.

    ``title`` and ``at`` are those of the import's recording.
    """

    kind: Kind
    known_from: int
    known_until: int | None
    title: str
    at: datetime

    def holds(self, known: int) -> bool:
        """Whether the import was there at a recording."""
        return self.known_from <= known and (self.known_until is None or self.known_until > known)


def seen_at(shown: Collection[Shown], known: int) -> frozenset[Kind]:
    """Give the kinds that some source showed at a recording."""
    return frozenset(each.kind for each in shown if each.holds(known))


_KINDS = {int(kind): kind for kind in Kind}
"""Kinds by number: of a team there are thousands, and a look-up is far quicker than a call."""


class Activities:
    """Queries about activities, and about what sources show."""

    def __init__(self, database: Database) -> None:
        """Ask this database."""
        self._database = database

    def facts(self, workspace_id: int, member_id: int, since: date) -> tuple[Fact, ...]:
        """Read a member's activities from a day on, retracted ones too, and all states."""
        row = ActivityRow
        query = select(  # type: ignore[call-overload]  # more columns than its overloads know
            row.kind, row.day, row.quantity, row.counterpart, row.recorded_in, row.retracted_in
        ).where(
            row.workspace_id == workspace_id,
            row.member_id == member_id,
            or_(row.day >= to_day(since), row.kind >= STATES_FROM),
        )
        with self._database.read() as session:
            return tuple(
                Fact(Kind(kind), from_day(day), quantity, counterpart, known_from, known_until)
                for kind, day, quantity, counterpart, known_from, known_until in session.exec(query)
            )

    def counterparts(self, workspace_id: int, member_id: int, kind: Kind) -> dict[int, date]:
        """Give the people that a member's activities of a kind were with, and the first day."""
        row = ActivityRow
        query = (
            select(row.counterpart, func.min(row.day))
            .where(
                row.workspace_id == workspace_id,
                row.member_id == member_id,
                row.kind == kind,
                col(row.counterpart).is_not(None),
                col(row.retracted_in).is_(None),
            )
            .group_by(col(row.counterpart))
        )
        with self._database.read() as session:
            return {person: from_day(day) for person, day in session.exec(query) if person}

    def shown(self, workspace_id: int, members: Collection[int]) -> dict[int, tuple[Shown, ...]]:
        """Give what imports show or once showed of members, the earliest import first."""
        query = (
            select(  # type: ignore[call-overload]  # more columns than its overloads know
                Coverage.member_id,
                Coverage.kind,
                Coverage.recorded_in,
                Coverage.retracted_in,
                Recording.title,
                Recording.recorded_at,
            )
            .join(
                Recording,
                (col(Recording.workspace_id) == Coverage.workspace_id)
                & (col(Recording.recording_id) == Coverage.recorded_in),
            )
            .where(
                Coverage.workspace_id == workspace_id, col(Coverage.member_id).in_(list(members))
            )
            .order_by(col(Coverage.recorded_in), col(Coverage.kind))
        )
        found: dict[int, list[Shown]] = {}
        with self._database.read() as session:
            for member_id, kind, since, until, title, at in session.exec(query):
                shown = Shown(Kind(kind), since, until, title, from_epoch(at))
                found.setdefault(member_id, []).append(shown)
        return {member_id: tuple(shown) for member_id, shown in found.items()}

    def observed(self, workspace_id: int, at: int | None = None) -> dict[int, frozenset[Kind]]:
        """Give the kinds that some connected source shows, now or at a recording, by member."""
        until = col(Coverage.retracted_in)
        query = select(Coverage.member_id, Coverage.kind).where(
            Coverage.workspace_id == workspace_id,
            until.is_(None) if at is None else or_(until.is_(None), until > at),
        )
        if at is not None:
            query = query.where(Coverage.recorded_in <= at)
        kinds: dict[int, set[Kind]] = {}
        with self._database.read() as session:
            for member_id, kind in session.exec(query):
                kinds.setdefault(member_id, set()).add(_KINDS[kind])
        return {member_id: frozenset(seen) for member_id, seen in kinds.items()}

    def last_days(self, workspace_id: int) -> dict[int, date]:
        """Give the day of each member's latest activity."""
        row = ActivityRow
        query = (
            select(row.member_id, func.max(row.day))
            .where(
                row.workspace_id == workspace_id,
                row.kind < STATES_FROM,
                col(row.retracted_in).is_(None),
            )
            .group_by(col(row.member_id))
        )
        with self._database.read() as session:
            return {member_id: from_day(day) for member_id, day in session.exec(query)}

    def extent(self, workspace_id: int, member_id: int) -> tuple[int, date | None, date | None]:
        """Count a member's activities, with the days of the first and the last."""
        row = ActivityRow
        query = select(func.count(), func.min(row.day), func.max(row.day)).where(
            row.workspace_id == workspace_id,
            row.member_id == member_id,
            row.kind < STATES_FROM,
            col(row.retracted_in).is_(None),
        )
        with self._database.read() as session:
            count, first, last = session.exec(query).one()
        if not count:
            return 0, None, None
        return count, from_day(first), from_day(last)
