"""Undoing a brought-in file: its recordings are retracted, and what it replaced holds again.

History is not rewritten: what comes back comes by a recording of its own, named as the one that
brought it first.
"""

from collections.abc import Iterable
from datetime import datetime
from itertools import groupby

from sqlmodel import Session, col, select

from bot.activity import Source
from bot.storage.insertion import insert_unless_they_stand
from bot.storage.logs import SUPERSEDED
from bot.storage.overlaps import REPLACED
from bot.storage.recordings import Batch, add_recording, retract_in
from bot.storage.tables import ActivityRow, FileImport, Recording

REPLACING = (SUPERSEDED, REPLACED)
"""Titles of recordings that bring nothing in, but take the place of what others brought."""


def take_back(session: Session, file: FileImport, *, by: str, now: datetime) -> int:
    """Retract a file's recordings in a transaction that has locked the workspace.

    Returns:
        How many activities count no more.
    """
    count = 0
    for recording in _recordings(session, file):
        if recording.title in REPLACING:
            _bring_back(session, recording, now)
        else:
            number = recording.recording_id
            count += retract_in(session, file.workspace_id, number, recorded_by=by, now=now)
    return count


def _recordings(session: Session, file: FileImport) -> list[Recording]:
    query = select(Recording).where(
        Recording.workspace_id == file.workspace_id, Recording.import_number == file.number
    )
    return list(session.exec(query.order_by(col(Recording.recording_id))))


def _bring_back(session: Session, superseding: Recording, now: datetime) -> None:
    """Record again what counted until a recording took its place, but for what was undone."""
    workspace_id = superseding.workspace_id
    replaced = (
        select(ActivityRow)
        .where(
            ActivityRow.workspace_id == workspace_id,
            ActivityRow.retracted_in == superseding.recording_id,
        )
        .order_by(col(ActivityRow.recorded_in))
    )
    for first, rows in groupby(session.exec(replaced), key=lambda row: row.recorded_in):
        logged = session.get_one(Recording, (workspace_id, first))
        if _is_undone(session, logged):
            continue
        again = Batch(
            Source(logged.source),
            logged.title,
            logged.recorded_by,
            now.date(),
            import_number=logged.import_number,
        )
        number = add_recording(session, workspace_id, again, now)
        _insert(session, rows, number)


def _is_undone(session: Session, recording: Recording) -> bool:
    query = select(Recording.recording_id).where(
        Recording.workspace_id == recording.workspace_id,
        Recording.undoes == recording.recording_id,
    )
    return session.exec(query.limit(1)).first() is not None


def _insert(session: Session, rows: Iterable[ActivityRow], number: int) -> None:
    """Insert rows once more, as of a recording."""
    insert_unless_they_stand(
        session,
        (
            (
                row.workspace_id,
                row.member_id,
                row.kind,
                row.day,
                row.ref,
                number,
                row.source,
                row.quantity,
                row.counterpart,
            )
            for row in rows
        ),
    )
