"""Personal data: what is stored of one member, what came in when, and forgetting all of it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import bindparam, func
from sqlmodel import Session, SQLModel, col, delete, or_, select, update

from bot.activity import Source
from bot.storage.database import Database
from bot.storage.members import lock
from bot.storage.tables import (
    ActivityRow,
    Admin,
    ApiEntry,
    ApiToken,
    Cheer,
    ColumnMapping,
    Consent,
    Coverage,
    Delivery,
    Dispute,
    Feedback,
    FileImport,
    Goal,
    HolidayWeek,
    Look,
    Member,
    Quarantine,
    Recording,
    ReportedScore,
    Seat,
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
    ApiEntry,
    Seat,
)
"""The tables whose rows are each about one member."""

BY_SLACK_ID: tuple[type[SQLModel], ...] = (Consent, Cheer, Feedback, Admin)
"""The tables that know somebody by Slack id, who need not be a member."""

BY_MEMBERS: tuple[tuple[type[SQLModel], str], ...] = (
    (Recording, "recorded_by"),
    (Dispute, "decided_by"),
    (ApiToken, "created_by"),
    (ApiToken, "revoked_by"),
    (FileImport, "slack_id"),
    (ColumnMapping, "mapped_by"),
    (Quarantine, "sent_by"),
)
"""What stays when a member is forgotten, and where it names who did it."""


@dataclass(frozen=True, slots=True)
class Holding:
    """How much of a kind from a source stands, with the days of the first and last of it."""

    source: Source
    kind: Kind
    count: int
    first: date
    last: date


@dataclass(frozen=True, slots=True)
class Import:
    """What came in and of which something stands: so many activities, profile sections included.

    ``recording`` is its last; of a brought-in file ``number`` is the import's.
    """

    recording: int
    at: datetime
    title: str
    entries: int
    source: Source
    number: int | None = None


@dataclass(frozen=True, slots=True)
class Wishes:
    """What a member set out to do: whether there is a goal, the weeks off, and the tips told."""

    goal: bool = False
    weeks_off: int = 0
    tips: int = 0


_HOLDINGS = (
    select(  # type: ignore[call-overload]  # more columns than its overloads know
        ActivityRow.source,
        ActivityRow.kind,
        func.sum(ActivityRow.quantity),
        func.min(ActivityRow.day),
        func.max(ActivityRow.day),
    )
    .where(
        ActivityRow.workspace_id == bindparam("workspace_id"),
        ActivityRow.member_id == bindparam("member_id"),
        col(ActivityRow.retracted_in).is_(None),
    )
    .group_by(col(ActivityRow.source), col(ActivityRow.kind))
    .order_by(col(ActivityRow.source), col(ActivityRow.kind))
)


class Personal:
    """Queries about what is stored of one member."""

    def __init__(self, database: Database) -> None:
        """Ask this database."""
        self._database = database

    def holdings(self, workspace_id: int, member_id: int) -> list[Holding]:
        """List what stands of a member, by source and kind."""
        given = {"workspace_id": workspace_id, "member_id": member_id}
        with self._database.read() as session:
            return [
                Holding(Source(source), Kind(kind), int(count), from_day(first), from_day(last))
                for source, kind, count, first, last in session.exec(_HOLDINGS, params=given)
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
        """List the last that came in and of which something of a member stands, the latest first.

        All recordings of one brought-in file are one.
        """
        row, whole = (
            ActivityRow,
            func.coalesce(-col(Recording.import_number), Recording.recording_id),
        )
        last = func.max(Recording.recording_id)
        query = (
            select(  # type: ignore[call-overload]  # more columns than its overloads know
                last,
                func.max(Recording.recorded_at),
                func.coalesce(func.max(FileImport.name), func.max(Recording.title)),
                func.max(Recording.source),
                func.count(),
                func.max(Recording.import_number),
            )
            .join(
                row,
                (col(row.workspace_id) == Recording.workspace_id)
                & (col(row.recorded_in) == Recording.recording_id),
            )
            .outerjoin(
                FileImport,
                (col(FileImport.workspace_id) == Recording.workspace_id)
                & (col(FileImport.number) == Recording.import_number),
            )
            .where(
                row.workspace_id == workspace_id,
                row.member_id == member_id,
                col(row.retracted_in).is_(None),
                col(Recording.undoes).is_(None),
            )
            .group_by(whole)
            .order_by(last.desc())
            .limit(most)
        )
        with self._database.read() as session:
            return [
                Import(recording, from_epoch(at), title, entries, Source(source), number)
                for recording, at, title, source, entries, number in session.exec(query)
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
            for table in BY_SLACK_ID:
                _delete_by(session, table, workspace_id, member.slack_id)
            session.exec(
                delete(FileImport).where(
                    col(FileImport.workspace_id) == workspace_id,
                    col(FileImport.slack_id) == member.slack_id,
                    col(FileImport.is_team).is_(False),
                )
            )
            for table, name in BY_MEMBERS:
                _unname(session, table, name, workspace_id, member.slack_id)
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


def _delete_by(
    session: Session, table: type[SQLModel], workspace_id: int, slack_id: str | None
) -> None:
    """Delete the rows of a table that are by somebody."""
    columns = SQLModel.metadata.tables[str(table.__tablename__)].c
    session.exec(
        delete(table).where(columns.workspace_id == workspace_id, columns.slack_id == slack_id)
    )


def _unname(
    session: Session, table: type[SQLModel], name: str, workspace_id: int, slack_id: str | None
) -> None:
    """Take somebody's Slack id out of a column."""
    columns = SQLModel.metadata.tables[str(table.__tablename__)].c
    session.exec(
        update(table)
        .where(columns.workspace_id == workspace_id, columns[name] == slack_id)
        .values({name: ""})
    )
