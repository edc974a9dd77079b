"""Disputes: what members say is missing or wrong; an accepted one becomes a correcting entry."""

import secrets
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from sqlalchemy import func
from sqlmodel import Session, col, select, update

from bot.activity import Activity, Source
from bot.storage.database import Database
from bot.storage.members import lock
from bot.storage.recordings import Batch, add_recording, record_in
from bot.storage.tables import ActivityRow, Dispute
from bot.storage.times import from_day, to_day, to_epoch
from scoring.model import Kind

CORRECTED = "A manager's correction"


class DisputeState(StrEnum):
    """How far a dispute has come."""

    OPEN = "open"
    ACCEPTED = "accepted"
    DECLINED = "declined"


@dataclass(frozen=True, slots=True)
class Claim:
    """What a member says: so much of a kind is missing on a day, or with a minus too much."""

    kind: Kind
    day: date
    quantity: int


class Disputes:
    """Queries about disputes, which are numbered in order within a workspace."""

    def __init__(self, database: Database) -> None:
        """Ask this database."""
        self._database = database

    def bring(self, workspace_id: int, member_id: int, claim: Claim, now: datetime) -> Dispute:
        """Open a dispute; the same one again is the one that is open."""
        with self._database.write() as session:
            lock(session, workspace_id)
            query = select(Dispute).where(
                Dispute.workspace_id == workspace_id,
                Dispute.member_id == member_id,
                Dispute.kind == claim.kind,
                Dispute.day == to_day(claim.day),
                Dispute.quantity == claim.quantity,
                Dispute.state == DisputeState.OPEN,
            )
            found = session.exec(query).first()
            if found:
                return found
            last = select(func.coalesce(func.max(Dispute.number), 0))
            made = Dispute(
                workspace_id=workspace_id,
                number=session.exec(last.where(Dispute.workspace_id == workspace_id)).one() + 1,
                member_id=member_id,
                kind=claim.kind,
                day=to_day(claim.day),
                quantity=claim.quantity,
                state=DisputeState.OPEN,
                raised_at=to_epoch(now),
            )
            session.add(made)
            return made

    def get(self, workspace_id: int, number: int) -> Dispute | None:
        """Find a dispute by number."""
        with self._database.read() as session:
            return session.get(Dispute, (workspace_id, number))

    def open(self, workspace_id: int) -> list[Dispute]:
        """List the disputes that nobody has decided, the oldest first."""
        query = select(Dispute).where(
            Dispute.workspace_id == workspace_id, Dispute.state == DisputeState.OPEN
        )
        with self._database.read() as session:
            return list(session.exec(query.order_by(col(Dispute.number))))

    def count(self, workspace_id: int, member_id: int) -> int:
        """Count a member's disputes."""
        query = select(func.count()).where(
            Dispute.workspace_id == workspace_id, Dispute.member_id == member_id
        )
        with self._database.read() as session:
            return session.exec(query).one()

    def counted(self, workspace_id: int, member_id: int, kind: Kind, day: date) -> int:
        """Tell how much of a kind stands of a member on a day."""
        with self._database.read() as session:
            standing = _standing(session, workspace_id, member_id, kind, day)
        return sum(row.quantity for row in standing)

    def decide(
        self, workspace_id: int, number: int, *, accepted: bool, by: str, now: datetime
    ) -> Dispute | None:
        """Decide a dispute that is open; one that is decided already stays, and gives None.

        With it goes, in one transaction, the correcting recording of an accepted one.
        """
        with self._database.write() as session:
            lock(session, workspace_id)
            dispute = session.get(Dispute, (workspace_id, number), populate_existing=True)
            if dispute is None or dispute.state != DisputeState.OPEN:
                return None
            dispute.state = DisputeState.ACCEPTED if accepted else DisputeState.DECLINED
            dispute.decided_by, dispute.decided_at = by, to_epoch(now)
            session.add(dispute)
            if accepted and dispute.quantity > 0:
                record_in(session, workspace_id, dispute.member_id, _missing(dispute), now)
            elif accepted:
                _take_back(session, dispute, now)
            return dispute

    def untold(self, workspace_id: int) -> list[Dispute]:
        """List the disputes whose members are to be told of a decision."""
        query = select(Dispute).where(
            Dispute.workspace_id == workspace_id,
            Dispute.state != DisputeState.OPEN,
            col(Dispute.told).is_(False),
        )
        with self._database.read() as session:
            return list(session.exec(query.order_by(col(Dispute.decided_at))))

    def mark_told(self, dispute: Dispute) -> None:
        """Note that a decision was told, or is owed."""
        with self._database.write() as session:
            session.exec(
                update(Dispute)
                .where(
                    col(Dispute.workspace_id) == dispute.workspace_id,
                    col(Dispute.number) == dispute.number,
                )
                .values(told=True)
            )


def _missing(dispute: Dispute) -> Batch:
    kind, day = Kind(dispute.kind), from_day(dispute.day)
    return Batch(
        source=Source.CORRECTION,
        title=CORRECTED,
        recorded_by=dispute.decided_by or "",
        as_of=day,
        activities=[Activity(kind, day, secrets.randbits(63)) for _ in range(dispute.quantity)],
        covers=frozenset({kind}),
    )


def _take_back(session: Session, dispute: Dispute, now: datetime) -> None:
    """Retract as much as a dispute says, the last recorded first; of a larger entry, a part."""
    workspace_id, left = dispute.workspace_id, -dispute.quantity
    kind, day = Kind(dispute.kind), from_day(dispute.day)
    by = dispute.decided_by or ""
    batch = Batch(Source.CORRECTION, CORRECTED, by, day)
    number = add_recording(session, workspace_id, batch, now)
    for row in _standing(session, workspace_id, dispute.member_id, kind, day):
        taken = min(left, row.quantity)
        if not taken:
            return
        left -= taken
        row.retracted_in = number
        session.add(row)
        session.flush()
        if row.quantity > taken:
            rest = row.model_dump() | {
                "quantity": row.quantity - taken,
                "recorded_in": number,
                "retracted_in": None,
            }
            session.add(ActivityRow(**rest))


def _standing(
    session: Session, workspace_id: int, member_id: int, kind: Kind, day: date
) -> list[ActivityRow]:
    """List what stands of a kind on a day, the last recorded first."""
    query = select(ActivityRow).where(
        ActivityRow.workspace_id == workspace_id,
        ActivityRow.member_id == member_id,
        ActivityRow.kind == kind,
        ActivityRow.day == to_day(day),
        col(ActivityRow.retracted_in).is_(None),
    )
    newest = (col(ActivityRow.recorded_in).desc(), col(ActivityRow.ref))
    return list(session.exec(query.order_by(*newest)))
