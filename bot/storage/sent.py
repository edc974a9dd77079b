"""What other programs send: all good rows of a call come in together, and each of them once."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, time

from sqlmodel import Session, col, select

from bot.activity import Activity, Source
from bot.measures import count_recording
from bot.storage.database import Database
from bot.storage.members import lock
from bot.storage.recordings import Batch, record_in
from bot.storage.tables import ApiEntry, Coverage, Recording
from bot.storage.times import to_epoch
from scoring.model import Kind

AT_A_TIME = 500
"""References that are looked up with one statement."""


@dataclass(frozen=True, slots=True)
class Sent:
    """A row of a call: whose activity it is; ``content`` hashes it where it has a name of its own.

    The name is the activity's ``ref``.
    """

    member_id: int
    activity: Activity
    content: int | None


@dataclass(frozen=True, slots=True)
class Arrived:
    """How many rows of a call were taken, and which, by place, differ from what has their name."""

    taken: int
    conflicts: frozenset[int]


class SentActivities:
    """What programs sent, and under which names."""

    def __init__(self, database: Database) -> None:
        """Ask this database."""
        self._database = database

    def take(
        self, workspace_id: int, title: str, by: str, rows: Sequence[Sent], now: datetime
    ) -> Arrived:
        """Record what is new of a call's rows, of each member as a recording of its own.

        A name stands for what was first sent under it: the same again is known, something else is a
        conflict and left out.

        Args:
            workspace_id: Where to.
            title: What the recordings are called.
            by: The Slack id of who let the program in.
            rows: What was sent.
            now: The present instant.
        """
        with self._database.write() as session:
            lock(session, workspace_id)
            conflicts = self._keep_names(session, workspace_id, rows)
            good = [row for place, row in enumerate(rows) if place not in conflicts]
            taken = 0
            for member_id in sorted({row.member_id for row in good}):
                own = {row.activity.ref: row.activity for row in good if row.member_id == member_id}
                kinds = frozenset(activity.kind for activity in own.values())
                shown = _shown_today(session, workspace_id, member_id, now)
                batch = Batch(
                    source=Source.API,
                    title=title,
                    recorded_by=by,
                    as_of=now.date(),
                    activities=list(own.values()),
                    covers=kinds - shown,
                )
                taken += record_in(session, workspace_id, member_id, batch, now).taken
        if taken:
            count_recording(Source.API.label, taken)
        return Arrived(taken, conflicts)

    def _keep_names(
        self, session: Session, workspace_id: int, rows: Sequence[Sent]
    ) -> frozenset[int]:
        """Note which names stand for what, and give the places of rows that differ from theirs."""
        names = [row.activity.ref for row in rows if row.content is not None]
        stand = _standing(session, workspace_id, names)
        new: list[dict[str, int]] = []
        conflicts: set[int] = set()
        for place, row in enumerate(rows):
            ref = row.activity.ref
            if row.content is None:
                continue
            if ref not in stand:
                stand[ref] = row.content
                new.append(
                    {
                        "workspace_id": workspace_id,
                        "ref": ref,
                        "member_id": row.member_id,
                        "content": row.content,
                    }
                )
            elif stand[ref] != row.content:
                conflicts.add(place)
        if new:
            session.connection().execute(self._database.insert_new(ApiEntry), new)
        return frozenset(conflicts)


def _standing(session: Session, workspace_id: int, names: Sequence[int]) -> dict[int, int]:
    """Give what stands under names."""
    found: dict[int, int] = {}
    for start in range(0, len(names), AT_A_TIME):
        query = select(ApiEntry.ref, ApiEntry.content).where(
            ApiEntry.workspace_id == workspace_id,
            col(ApiEntry.ref).in_(names[start : start + AT_A_TIME]),
        )
        found |= dict(session.exec(query).all())
    return found


def _shown_today(
    session: Session, workspace_id: int, member_id: int, now: datetime
) -> frozenset[Kind]:
    """Give the kinds of which is noted today that programs show them: once a day is enough."""
    midnight = datetime.combine(now.astimezone(UTC).date(), time(), UTC)
    query = (
        select(Coverage.kind)
        .join(
            Recording,
            (col(Recording.workspace_id) == Coverage.workspace_id)
            & (col(Recording.recording_id) == Coverage.recorded_in),
        )
        .where(
            Coverage.workspace_id == workspace_id,
            Coverage.member_id == member_id,
            Coverage.source == int(Source.API),
            col(Coverage.retracted_in).is_(None),
            Recording.recorded_at >= to_epoch(midnight),
        )
    )
    return frozenset(Kind(kind) for kind in session.exec(query))
