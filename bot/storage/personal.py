"""Personal data: what is stored of one member, what came in when, and forgetting all of it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import func
from sqlmodel import Session, SQLModel, col, delete, or_, select, update

from bot.activity import Source
from bot.storage.database import Database
from bot.storage.members import lock
from bot.storage.tables import (
    ActivityRow,
    Cheer,
    Consent,
    Coverage,
    Delivery,
    Dispute,
    Feedback,
    Goal,
    HolidayWeek,
    Look,
    Member,
    Recording,
    ReportedScore,
    Snapshot,
    TeamMember,
    ThreadQuestion,
    TipTold,
)
from bot.storage.times import from_day, from_epoch
from scoring.model import Kind

OF_MEMBERS: tuple[type[SQLModel], ...] = (
    ActivityRow,
    Coverage,
    Snapshot,
    ReportedScore,
    TeamMember,
    Delivery,
    Goal,
    HolidayWeek,
    TipTold,
    Cheer,
    Dispute,
    Consent,
    Look,
)
"""The tables whose rows are each about one member."""


@dataclass(frozen=True, slots=True)
class Holding:
    """How many activities of a kind from a source stand, with the days of the first and last."""

    source: Source
    kind: Kind
    count: int
    first: date
    last: date


@dataclass(frozen=True, slots=True)
class Import:
    """A recording of which something stands: so many activities, profile sections included."""

    recording: int
    at: datetime
    title: str
    entries: int
    source: Source


@dataclass(frozen=True, slots=True)
class Wishes:
    """What a member set out to do: whether there is a goal, the weeks off, and the tips told."""

    goal: bool = False
    weeks_off: int = 0
    tips: int = 0


class Personal:
    """Queries about what is stored of one member."""

    def __init__(self, database: Database) -> None:
        """Ask this database."""
        self._database = database

    def holdings(self, workspace_id: int, member_id: int) -> list[Holding]:
        """List what stands of a member, by source and kind."""
        row = ActivityRow
        query = (
            select(  # type: ignore[call-overload]  # more columns than its overloads know
                row.source, row.kind, func.count(), func.min(row.day), func.max(row.day)
            )
            .where(
                row.workspace_id == workspace_id,
                row.member_id == member_id,
                col(row.retracted_in).is_(None),
            )
            .group_by(col(row.source), col(row.kind))
            .order_by(col(row.source), col(row.kind))
        )
        with self._database.read() as session:
            return [
                Holding(Source(source), Kind(kind), count, from_day(first), from_day(last))
                for source, kind, count, first, last in session.exec(query)
            ]

    def readings(self, workspace_id: int, member_id: int) -> tuple[int, date | None, date | None]:
        """Count the days of which a member told what LinkedIn showed, with the first and last."""
        day = ReportedScore.day
        query = select(func.count(func.distinct(day)), func.min(day), func.max(day)).where(
            ReportedScore.workspace_id == workspace_id, ReportedScore.member_id == member_id
        )
        with self._database.read() as session:
            count, first, last = session.exec(query).one()
        if not count:
            return 0, None, None
        return count, from_day(first), from_day(last)

    def wishes(self, workspace_id: int, member_id: int) -> Wishes:
        """Tell what is stored of a member's goal, weeks off and tips."""
        with self._database.read() as session:
            goals, weeks, tips = (
                session.exec(
                    select(func.count())
                    .select_from(table)
                    .where(table.workspace_id == workspace_id, table.member_id == member_id)
                ).one()
                for table in (Goal, HolidayWeek, TipTold)
            )
        return Wishes(bool(goals), weeks, tips)

    def imports(self, workspace_id: int, member_id: int, most: int) -> list[Import]:
        """List the last recordings of which something of a member stands, the latest first."""
        row = ActivityRow
        query = (
            select(  # type: ignore[call-overload]  # more columns than its overloads know
                Recording.recording_id,
                Recording.recorded_at,
                Recording.title,
                Recording.source,
                func.count(),
            )
            .join(
                row,
                (col(row.workspace_id) == Recording.workspace_id)
                & (col(row.recorded_in) == Recording.recording_id),
            )
            .where(
                row.workspace_id == workspace_id,
                row.member_id == member_id,
                col(row.retracted_in).is_(None),
            )
            .group_by(
                col(Recording.recording_id),
                col(Recording.recorded_at),
                col(Recording.title),
                col(Recording.source),
            )
            .order_by(col(Recording.recording_id).desc())
            .limit(most)
        )
        with self._database.read() as session:
            return [
                Import(number, from_epoch(at), title, entries, Source(source))
                for number, at, title, source, entries in session.exec(query)
            ]

    def brought_in(self, workspace_id: int, recording_id: int) -> Mapping[int, int]:
        """Count what stands of a recording, by the member it is of."""
        row = ActivityRow
        query = (
            select(row.member_id, func.count())
            .where(
                row.workspace_id == workspace_id,
                row.recorded_in == recording_id,
                col(row.retracted_in).is_(None),
            )
            .group_by(col(row.member_id))
        )
        with self._database.read() as session:
            return dict(session.exec(query).all())

    def recording(self, workspace_id: int, recording_id: int) -> Recording | None:
        """Find a recording by number."""
        with self._database.read() as session:
            return session.get(Recording, (workspace_id, recording_id))

    def forget(self, workspace_id: int, member_id: int) -> None:
        """Delete a member and everything that is stored of the member; nothing of it can come back.

        Recordings stay, for they number what is known of everybody: they lose who made them. Teams
        that the member manages stay managed.
        """
        with self._database.write() as session:
            lock(session, workspace_id)
            member = session.get(Member, (workspace_id, member_id))
            if member is None:
                return
            for table in OF_MEMBERS:
                _delete_of(session, table, workspace_id, member_id)
            session.exec(
                update(Recording)
                .where(
                    col(Recording.workspace_id) == workspace_id,
                    col(Recording.recorded_by) == member.slack_id,
                )
                .values(recorded_by="")
            )
            session.exec(
                update(Dispute)
                .where(
                    col(Dispute.workspace_id) == workspace_id,
                    col(Dispute.decided_by) == member.slack_id,
                )
                .values(decided_by="")
            )
            session.exec(
                delete(Consent).where(
                    col(Consent.workspace_id) == workspace_id,
                    col(Consent.slack_id) == member.slack_id,
                )
            )
            session.exec(
                delete(Cheer).where(
                    col(Cheer.workspace_id) == workspace_id,
                    col(Cheer.slack_id) == member.slack_id,
                )
            )
            session.exec(
                delete(Feedback).where(
                    col(Feedback.workspace_id) == workspace_id,
                    col(Feedback.slack_id) == member.slack_id,
                )
            )
            session.exec(
                delete(ThreadQuestion).where(
                    col(ThreadQuestion.workspace_id) == workspace_id,
                    or_(
                        col(ThreadQuestion.slack_id) == member.slack_id,
                        col(ThreadQuestion.subject) == member.slack_id,
                    ),
                )
            )
            session.delete(member)


def _delete_of(session: Session, table: type[SQLModel], workspace_id: int, member_id: int) -> None:
    """Delete a member's rows of a table."""
    columns = SQLModel.metadata.tables[str(table.__tablename__)].c
    session.exec(
        delete(table).where(columns.workspace_id == workspace_id, columns.member_id == member_id)
    )
