"""Imports: files that people bring in, each from its preview to its undoing, done once.

Whatever changes a state names the state that it changes, so of two that press a button at once, in
whichever process, one acts.
"""

import json
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from sqlalchemy import exists, func
from sqlmodel import col, delete, select, update

from bot.storage.database import Database
from bot.storage.members import lock
from bot.storage.tables import ActivityRow, FileImport, Recording
from bot.storage.tables.imports import ImportState
from bot.storage.times import to_day, to_epoch
from bot.storage.undoing import take_back

LEASE = timedelta(minutes=2)
"""Whoever imports a file says so again before this is over; who does not any more was stopped."""

PREVIEW_HOLDS = timedelta(days=1)
"""A preview is good for so long: then what it says of the score is old."""


OPEN = (ImportState.ASKING, ImportState.WAITING, ImportState.MATCHED)
"""Nothing of these files is stored."""


@dataclass(frozen=True, slots=True)
class Brought:
    """A file as it was brought in: by whom, and what Slack and its sender call it."""

    by: str
    name: str
    state: ImportState
    file_id: str = ""
    digest: str = ""
    is_team: bool = False
    question: str | None = None
    unmatched: tuple[str, ...] = ()


class Imports:
    """Queries about brought-in files, which are numbered in order within a workspace."""

    def __init__(self, database: Database) -> None:
        """Ask this database."""
        self._database = database

    def begin(self, workspace_id: int, brought: Brought, now: datetime) -> FileImport:
        """Remember a file under a new number."""
        with self._database.write() as session:
            lock(session, workspace_id)
            last = select(func.coalesce(func.max(FileImport.number), 0))
            made = FileImport(
                workspace_id=workspace_id,
                number=session.exec(last.where(FileImport.workspace_id == workspace_id)).one() + 1,
                slack_id=brought.by,
                file_id=brought.file_id,
                name=brought.name,
                digest=brought.digest,
                state=brought.state,
                is_team=brought.is_team,
                question=brought.question,
                unmatched=json.dumps(brought.unmatched),
                asked_at=to_epoch(now),
            )
            session.add(made)
            return made

    def get(self, workspace_id: int, number: int) -> FileImport | None:
        """Find a file by number."""
        with self._database.read() as session:
            return session.get(FileImport, (workspace_id, number))

    def match(self, workspace_id: int, number: int, days: tuple[date, date] | None = None) -> bool:
        """Note that a person said how to read a file that nothing is stored of, and of which days.

        It is to be previewed anew; tells whether it is such a file.
        """
        told = {} if days is None else {"first_day": to_day(days[0]), "last_day": to_day(days[1])}
        return self._move(workspace_id, number, OPEN, state=ImportState.MATCHED, **told)

    def look_again(self, workspace_id: int, number: int) -> FileImport | None:
        """Take up a file that is to be previewed anew, once."""
        matched = (ImportState.MATCHED,)
        if not self._move(workspace_id, number, matched, state=ImportState.ASKING):
            return None
        return self.get(workspace_id, number)

    def preview_anew(self, workspace_id: int, number: int, brought: Brought, now: datetime) -> None:
        """Let a file wait again as it is previewed now, or for a person who says how to read it."""
        self._move(
            workspace_id,
            number,
            OPEN,
            state=brought.state,
            digest=brought.digest,
            is_team=brought.is_team,
            question=brought.question,
            unmatched=json.dumps(brought.unmatched),
            asked_at=to_epoch(now),
        )

    def claim(
        self, workspace_id: int, number: int, place: tuple[str, str], now: datetime
    ) -> FileImport | None:
        """Begin to import a file that waits; one that does not, or too long, stays as it is.

        Args:
            workspace_id: Whose file it is.
            number: Which.
            place: The channel and the ts of the message that tells of it.
            now: The present instant.
        """
        channel_id, message_ts = place
        with self._database.write() as session:
            done = session.exec(
                update(FileImport)
                .where(
                    col(FileImport.workspace_id) == workspace_id,
                    col(FileImport.number) == number,
                    col(FileImport.state) == ImportState.WAITING,
                    col(FileImport.asked_at) > to_epoch(now - PREVIEW_HOLDS),
                )
                .values(
                    state=ImportState.IMPORTING,
                    lease_until=to_epoch(now + LEASE),
                    channel_id=channel_id,
                    message_ts=message_ts,
                )
            )
            return session.get(FileImport, (workspace_id, number)) if done.rowcount else None

    def renew(self, workspace_id: int, number: int, now: datetime) -> None:
        """Say that a file is still being imported."""
        lease = to_epoch(now + LEASE)
        self._move(workspace_id, number, (ImportState.IMPORTING,), lease_until=lease)

    def finish(self, workspace_id: int, number: int) -> None:
        """Note that a file was imported, even by who was thought to have been stopped.

        What there was to ask about it is forgotten.
        """
        begun = (ImportState.IMPORTING, ImportState.WAITING)
        self._move(
            workspace_id,
            number,
            begun,
            state=ImportState.DONE,
            lease_until=None,
            question=None,
            unmatched=None,
        )

    def release(self, workspace_id: int, number: int) -> None:
        """Let a file wait again whose import broke off."""
        importing = (ImportState.IMPORTING,)
        self._move(workspace_id, number, importing, state=ImportState.WAITING, lease_until=None)

    def cancel(self, workspace_id: int, number: int) -> bool:
        """Give up a file that nothing is stored of; tell whether it was such a one."""
        return self._move(workspace_id, number, OPEN, state=ImportState.CANCELLED)

    def give_up(self, workspace_id: int, number: int) -> None:
        """Give up a file that turned out not to be there any more while it was to be imported."""
        importing = (ImportState.IMPORTING,)
        self._move(workspace_id, number, importing, state=ImportState.CANCELLED, lease_until=None)

    def interrupted(self, workspace_id: int, now: datetime) -> list[FileImport]:
        """Let the files wait again whose import was stopped, as nobody says that it goes on."""
        stopped = (
            col(FileImport.workspace_id) == workspace_id,
            col(FileImport.state) == ImportState.IMPORTING,
            col(FileImport.lease_until) <= to_epoch(now),
        )
        with self._database.read() as session:
            if session.exec(select(FileImport.number).where(*stopped)).first() is None:
                return []
        with self._database.write() as session:
            found = list(session.exec(select(FileImport).where(*stopped).with_for_update()))
            for file in found:
                file.state, file.lease_until = ImportState.WAITING, None
                session.add(file)
            return found

    def members(self, workspace_id: int, number: int) -> frozenset[int]:
        """Give whom a file's recordings told of anything, of what stands."""
        row = ActivityRow
        query = (
            select(row.member_id)
            .join(
                Recording,
                (col(Recording.workspace_id) == row.workspace_id)
                & (col(Recording.recording_id) == row.recorded_in),
            )
            .where(
                row.workspace_id == workspace_id,
                Recording.import_number == number,
                col(row.retracted_in).is_(None),
            )
            .distinct()
        )
        with self._database.read() as session:
            return frozenset(session.exec(query))

    def undo(self, workspace_id: int, number: int, *, by: str, now: datetime) -> int | None:
        """Take back all of a file's recordings at once; counts activities, None if done before.

        What they took the place of holds again.
        """
        with self._database.write() as session:
            lock(session, workspace_id)
            found = session.get(FileImport, (workspace_id, number), populate_existing=True)
            if found is None or found.state in (ImportState.IMPORTING, ImportState.UNDONE):
                return None
            found.state = ImportState.UNDONE
            session.add(found)
            session.flush()
            return take_back(session, found, by=by, now=now)

    def forget_old(self, workspace_id: int, before: datetime) -> None:
        """Forget files of which nothing came in, brought in before an instant."""
        came_in = exists().where(
            col(Recording.workspace_id) == workspace_id,
            col(Recording.import_number) == col(FileImport.number),
        )
        with self._database.write() as session:
            session.exec(
                delete(FileImport).where(
                    col(FileImport.workspace_id) == workspace_id,
                    col(FileImport.state).in_((*OPEN, ImportState.CANCELLED)),
                    col(FileImport.asked_at) < to_epoch(before),
                    ~came_in,
                )
            )

    def _move(
        self, workspace_id: int, number: int, states: tuple[ImportState, ...], **values: object
    ) -> bool:
        """Change a file that is in one of these states; tell whether it was."""
        with self._database.write() as session:
            done = session.exec(
                update(FileImport)
                .where(
                    col(FileImport.workspace_id) == workspace_id,
                    col(FileImport.number) == number,
                    col(FileImport.state).in_(states),
                )
                .values(**values)
            )
            return bool(done.rowcount)
