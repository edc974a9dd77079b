"""Deliveries: what is owed to whom, and how far each has come.

Whoever acts on a delivery changes it by compare-and-set on what was seen of it, so that of two
processes only one gets it. No row stays locked while Slack is called; the lease does that work.
"""

from collections.abc import Iterable, Sequence
from datetime import datetime
from enum import StrEnum
from typing import TypedDict, Unpack

from sqlalchemy import exists
from sqlalchemy.orm import aliased
from sqlmodel import Session, col, delete, select, update

from bot.storage.database import Database
from bot.storage.tables import Delivery, Team, Workspace
from bot.storage.times import to_epoch


class DeliveryState(StrEnum):
    """How far a delivery has come; ``unknown`` may be there, and cannot be looked for."""

    READY = "ready"
    SENDING = "sending"
    VERIFY = "verify"
    SENT = "sent"
    FAILED = "failed"
    UNKNOWN = "unknown"
    SKIPPED = "skipped"


WAITING = (DeliveryState.READY, DeliveryState.SENDING, DeliveryState.VERIFY)
"""What has not come to its end."""

UNDONE = (DeliveryState.FAILED, DeliveryState.UNKNOWN)
"""Ends that somebody may want to do something about."""

OUR_FAULT = "fault"
"""The problem of what could not be handled for a fault of our own: it holds up nothing else."""


class Progress(TypedDict, total=False):
    """The columns of a delivery that change on its way; instants are epoch seconds."""

    state: DeliveryState
    attempt: int
    owner: str | None
    lease_until: int | None
    not_before: int
    begun_at: int | None
    sent_ts: str | None
    problem: str | None


class Deliveries:
    """Queries about deliveries, and about the teams that are due one."""

    def __init__(self, database: Database) -> None:
        """Ask this database."""
        self._database = database

    def due_teams(self, workspace_id: int, now: datetime) -> list[Team]:
        """List a workspace's teams whose digest is due, the longest waiting first."""
        query = (
            select(Team)
            .where(
                Team.workspace_id == workspace_id,
                Team.next_digest_at <= to_epoch(now),
                col(Team.digest_stopped).is_(False),
            )
            .order_by(col(Team.next_digest_at))
        )
        with self._database.read() as session:
            return list(session.exec(query))

    def plan(self, team: Team, owed: Sequence[Delivery], next_digest_at: datetime) -> bool:
        """Write down what is owed to a team and when it is due again, both or neither.

        What is owed already stays as it is. Nothing is done, and false returned, when the team was
        planned or set up anew since it was read.
        """
        due_again = (
            update(Team)
            .where(
                col(Team.workspace_id) == team.workspace_id,
                col(Team.team_id) == team.team_id,
                col(Team.next_digest_at) == team.next_digest_at,
            )
            .values(next_digest_at=to_epoch(next_digest_at))
        )
        with self._database.write() as session:
            if session.exec(due_again).rowcount == 0:
                return False
            for delivery in owed:
                session.exec(self._database.insert_new(Delivery).values(delivery.model_dump()))
            return True

    def owed(self, workspace_id: int, kind: str, period: str) -> list[Delivery]:
        """List what is or was owed of a kind for a period, whatever became of it."""
        query = select(Delivery).where(
            Delivery.workspace_id == workspace_id,
            Delivery.kind == kind,
            Delivery.period == period,
        )
        with self._database.read() as session:
            return list(session.exec(query))

    def sent_without(
        self, workspace_id: int, kind: str, reply: str, since: datetime
    ) -> list[Delivery]:
        """List what was sent of a kind since an instant, and has no delivery of another kind.

        That is known by the same period and channel.
        """
        answer = aliased(Delivery)
        query = select(Delivery).where(
            Delivery.workspace_id == workspace_id,
            Delivery.kind == kind,
            Delivery.state == DeliveryState.SENT,
            Delivery.not_before >= to_epoch(since),
            ~exists().where(
                col(answer.workspace_id) == workspace_id,
                col(answer.kind) == reply,
                col(answer.period) == Delivery.period,
                col(answer.channel_id) == Delivery.channel_id,
            ),
        )
        with self._database.read() as session:
            return list(session.exec(query.order_by(col(Delivery.due_at))))

    def owe(self, delivery: Delivery) -> None:
        """Write down what is owed; what is owed already stays as it is."""
        with self._database.write() as session:
            session.exec(self._database.insert_new(Delivery).values(delivery.model_dump()))

    def waiting(self, now: datetime) -> list[Delivery]:
        """List what may be acted on now, by workspace: of each channel the earliest due alone.

        What is being sent, in doubt or put off holds back all that is due in its channel after it,
        so that nothing overtakes it, whichever process is at it. The longest due comes first, and
        of these what was begun.
        """
        query = (
            select(Delivery)
            .where(col(Delivery.state).in_(WAITING), Delivery.due_at <= to_epoch(now))
            .order_by(col(Delivery.due_at), col(Delivery.kind), col(Delivery.period))
        )
        with self._database.read() as session:
            return [
                delivery
                for workspace_id in _workspaces(session)
                for delivery in _foremost(
                    session.exec(query.where(Delivery.workspace_id == workspace_id)), to_epoch(now)
                )
            ]

    def get(self, workspace_id: int, kind: str, period: str, channel_id: str) -> Delivery | None:
        """Give a delivery by its key."""
        with self._database.read() as session:
            return session.get(Delivery, (workspace_id, kind, period, channel_id))

    def advance(self, seen: Delivery, **progress: Unpack[Progress]) -> Delivery | None:
        """Change a delivery if it still is as it was seen, and give it as it is then.

        State, attempt and owner are the fence: nothing is changed, and None returned, when
        somebody else has acted on it since.
        """
        change = (
            update(Delivery)
            .where(
                col(Delivery.workspace_id) == seen.workspace_id,
                col(Delivery.kind) == seen.kind,
                col(Delivery.period) == seen.period,
                col(Delivery.channel_id) == seen.channel_id,
                col(Delivery.state) == seen.state,
                col(Delivery.attempt) == seen.attempt,
                col(Delivery.owner).is_not_distinct_from(seen.owner),
            )
            .values(**progress)
        )
        with self._database.write() as session:
            if session.exec(change).rowcount == 0:
                return None
            key = (seen.workspace_id, seen.kind, seen.period, seen.channel_id)
            return session.get(Delivery, key)

    def forget_ended(self, workspace_id: int, before: datetime) -> None:
        """Delete what was due before an instant and has come to its end."""
        with self._database.write() as session:
            session.exec(
                delete(Delivery).where(
                    col(Delivery.workspace_id) == workspace_id,
                    col(Delivery.state).not_in(WAITING),
                    col(Delivery.due_at) < to_epoch(before),
                )
            )


def _workspaces(session: Session) -> list[int]:
    """List the workspaces, so that each query names one: the parts of a database are theirs."""
    return list(session.exec(select(Workspace.workspace_id).order_by(col(Workspace.workspace_id))))


def _foremost(deliveries: Iterable[Delivery], moment: int) -> list[Delivery]:
    """Of deliveries in the order of their channels, keep each channel's first, if it may go on."""
    first: dict[str, Delivery] = {}
    for delivery in deliveries:
        if delivery.problem != OUR_FAULT or delivery.not_before <= moment:
            first.setdefault(delivery.channel_id, delivery)
    able = [delivery for delivery in first.values() if _free_from(delivery) <= moment]
    return sorted(able, key=lambda delivery: (delivery.due_at, -delivery.attempt))


def _free_from(delivery: Delivery) -> int:
    """Tell from when on somebody may act on a delivery."""
    is_ready = delivery.state == DeliveryState.READY
    return delivery.not_before if is_ready else delivery.lease_until or 0
