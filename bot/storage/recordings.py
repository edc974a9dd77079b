"""Recordings: what comes in is stored once, what was wrong is retracted, nothing is changed.

One call to `record` is one recording and one transaction, so a file comes in wholly or not at all.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime

from sqlalchemy import bindparam, func, insert, update
from sqlmodel import Session, col, select

from bot.activity import Activity, PackedActivities, Source
from bot.errors import NotFound
from bot.measures import count_recording
from bot.storage.asked import once_a_state
from bot.storage.database import Database
from bot.storage.insertion import insert_unless_they_stand
from bot.storage.maxima import largest, retract_smaller, settle
from bot.storage.members import lock
from bot.storage.tables import ActivityRow, Coverage, Recording
from bot.storage.times import EPOCH, to_epoch
from scoring.model import STATES_FROM, Kind

_LAST = select(func.coalesce(func.max(Recording.recording_id), 0)).where(
    Recording.workspace_id == bindparam("workspace_id")
)
_LAST_BEFORE = _LAST.where(Recording.recorded_at < bindparam("instant"))


@dataclass(frozen=True, slots=True)
class Batch:
    """What one file, or one act of logging, brings in for a member.

    ``covers`` are the kinds that the source shows, even where it holds none of them;
    ``standings`` says how many entries each profile section has on the day ``as_of``.
    ``import_number`` names the brought-in file that it is a part of, if it is. With
    ``keeps_maximum`` an activity that stands with a smaller quantity is brought up to date.
    """

    source: Source
    title: str
    recorded_by: str
    as_of: date
    activities: Sequence[Activity] = ()
    covers: frozenset[Kind] = frozenset()
    standings: Mapping[Kind, int] = field(default_factory=dict)
    import_number: int | None = None
    keeps_maximum: bool = False

    @property
    def shows(self) -> frozenset[Kind]:
        """The kinds of which a score can say more now: outcomes are never scored."""
        return frozenset(kind for kind in self.covers if not kind.is_outcome)


@dataclass(frozen=True, slots=True)
class Recorded:
    """How much a batch told that was taken, by which recording, and how much was known before."""

    taken: int
    known: int
    recording: int = field(default=0, compare=False)


class Recordings:
    """Acts of bringing in and retracting activities, numbered in order within a workspace."""

    def __init__(self, database: Database) -> None:
        """Ask this database."""
        self._database = database

    def record(self, workspace_id: int, member_id: int, batch: Batch, now: datetime) -> Recorded:
        """Store what is new of a batch as one recording; nothing new leaves no trace."""
        with self._database.write() as session:
            lock(session, workspace_id)
            recorded = record_in(session, workspace_id, member_id, batch, now)
        if recorded.taken and self._database.keeps:
            count_recording(batch.source.name.lower(), recorded.taken)
        return recorded

    def record_many(
        self, workspace_id: int, batches: Iterable[tuple[int, Batch, datetime]]
    ) -> None:
        """Store batches by member and instant, each as its own recording: all of them or none."""
        with self._database.write() as session:
            lock(session, workspace_id)
            for member_id, batch, now in batches:
                record_in(session, workspace_id, member_id, batch, now)

    def retract(
        self, workspace_id: int, recording_id: int, *, recorded_by: str, now: datetime
    ) -> int:
        """Retract what a recording brought in, by a recording of its own; counts activities.

        Raises:
            NotFound: there is no such recording.
        """
        with self._database.write() as session:
            lock(session, workspace_id)
            return retract_in(session, workspace_id, recording_id, recorded_by=recorded_by, now=now)

    @once_a_state
    def latest(self, workspace_id: int) -> int:
        """Give the number of the last recording: what is known now. 0 when there is none."""
        with self._database.read() as session:
            return _last_recording(session, workspace_id)

    @once_a_state
    def known_at(self, workspace_id: int, instant: datetime) -> int:
        """Give the number of the last recording made before an instant, 0 when there is none."""
        given = {"workspace_id": workspace_id, "instant": to_epoch(instant)}
        with self._database.read() as session:
            return int(session.connection().execute(_LAST_BEFORE, given).scalar_one())


def record_in(
    session: Session, workspace_id: int, member_id: int, batch: Batch, now: datetime
) -> Recorded:
    """Store what is new of a batch in a transaction that has locked the workspace."""
    recording = _next_recording(session, workspace_id, batch, now)
    changed = _changed_states(session, member_id, batch, recording)
    offered = batch.activities
    if batch.keeps_maximum:
        offered = largest(offered)
        retract_smaller(session, member_id, offered, recording)
    taken = sum(_insert_new(session, member_id, each, recording) for each in (offered, changed))
    if taken or _shows_more(session, member_id, batch, workspace_id):
        session.add(recording)
        _cover(session, member_id, batch, recording)
        session.flush()
    told = len(batch.activities) + len(batch.standings)
    return Recorded(taken=taken, known=told - taken, recording=recording.recording_id)


def retract_in(
    session: Session, workspace_id: int, recording_id: int, *, recorded_by: str, now: datetime
) -> int:
    """Retract a recording in a transaction that has locked the workspace; counts activities.

    Raises:
        NotFound: there is no such recording.
    """
    undone = session.get(Recording, (workspace_id, recording_id))
    if undone is None or undone.undoes is not None:
        raise NotFound(f"There is no import {recording_id} to undo.")
    title, source = f"Undo of {undone.title}", Source(undone.source)
    undoing = Batch(source, title, recorded_by, now.date())
    number = add_recording(session, workspace_id, undoing, now, undoes=recording_id)
    session.exec(
        update(Coverage)
        .where(
            col(Coverage.workspace_id) == workspace_id,
            col(Coverage.recorded_in) == recording_id,
            col(Coverage.retracted_in).is_(None),
        )
        .values(retracted_in=number)
    )
    retracted = session.connection().execute(
        update(ActivityRow)
        .where(
            col(ActivityRow.workspace_id) == workspace_id,
            col(ActivityRow.recorded_in) == recording_id,
            col(ActivityRow.retracted_in).is_(None),
        )
        .values(retracted_in=number)
    )
    if undone.keeps_maximum:
        settle(session, undone, number)
    return retracted.rowcount


def add_recording(
    session: Session, workspace_id: int, batch: Batch, now: datetime, *, undoes: int | None = None
) -> int:
    """Add a batch's recording, without what the batch holds, and give its number."""
    recording = _next_recording(session, workspace_id, batch, now)
    recording.undoes = undoes
    session.add(recording)
    session.flush()
    return recording.recording_id


def _next_recording(session: Session, workspace_id: int, batch: Batch, now: datetime) -> Recording:
    return Recording(
        workspace_id=workspace_id,
        recording_id=_last_recording(session, workspace_id) + 1,
        recorded_at=to_epoch(now),
        source=batch.source,
        recorded_by=batch.recorded_by,
        title=batch.title,
        import_number=batch.import_number,
        keeps_maximum=batch.keeps_maximum,
    )


def _last_recording(session: Session, workspace_id: int) -> int:
    given = {"workspace_id": workspace_id}
    return int(session.connection().execute(_LAST, given).scalar_one())


def _changed_states(
    session: Session, member_id: int, batch: Batch, recording: Recording
) -> list[Activity]:
    """Turn standings into activities where they differ from what stands.

    A section seen for the first time has stood for nobody knows how long: it is dated at the
    epoch, so that a first import does not look like a burst of work on the profile.
    """
    if not batch.standings:
        return []
    stands = _standing(session, recording.workspace_id, member_id)
    return [
        Activity(
            kind=kind,
            day=batch.as_of if kind in stands else EPOCH,
            ref=recording.recording_id,
            quantity=entries,
        )
        for kind, entries in batch.standings.items()
        if stands.get(kind) != entries
    ]


def _standing(session: Session, workspace_id: int, member_id: int) -> dict[Kind, int]:
    row = ActivityRow
    query = (
        select(row.kind, row.quantity)
        .where(
            row.workspace_id == workspace_id,
            row.member_id == member_id,
            row.kind >= STATES_FROM,
            col(row.retracted_in).is_(None),
        )
        .order_by(col(row.day), col(row.recorded_in))
    )
    return {Kind(kind): quantity for kind, quantity in session.exec(query)}


def _insert_new(
    session: Session, member_id: int, offered: Sequence[Activity], recording: Recording
) -> int:
    """Insert the activities that do not stand yet, in the order of the key, and count them."""
    packed = offered if isinstance(offered, PackedActivities) else PackedActivities(offered)
    of = recording.workspace_id, member_id
    by = recording.recording_id, int(recording.source)
    first = EPOCH.toordinal()
    return insert_unless_they_stand(
        session,
        (
            (*of, kind, day - first, ref, *by, quantity, other)
            for kind, day, ref, quantity, other in packed.in_order()
        ),
    )


def _cover(session: Session, member_id: int, batch: Batch, recording: Recording) -> None:
    if batch.shows:
        of = {"workspace_id": recording.workspace_id, "member_id": member_id}
        by = {"source": int(batch.source), "recorded_in": recording.recording_id}
        rows = [{**of, "kind": int(kind), **by} for kind in sorted(batch.shows)]
        session.connection().execute(insert(Coverage), rows)


def _shows_more(session: Session, member_id: int, batch: Batch, workspace_id: int) -> bool:
    """Whether a batch's source shows kinds of a member that it did not show before."""
    query = select(Coverage.kind).where(
        Coverage.workspace_id == workspace_id,
        Coverage.member_id == member_id,
        Coverage.source == batch.source,
        col(Coverage.retracted_in).is_(None),
    )
    return not batch.shows <= {Kind(kind) for kind in session.exec(query)}
