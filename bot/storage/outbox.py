"""The outbox: what of the deliveries somebody should look at, and which digests come next."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, case, func
from sqlmodel import and_, col, or_, select

from bot.storage.database import Database
from bot.storage.deliveries import UNDONE, DeliveryState
from bot.storage.tables import Delivery, Team
from bot.storage.times import to_epoch


@dataclass(frozen=True, slots=True)
class Since:
    """From when on something is worth a look.

    Told is what ended badly and was due from ``due`` on, and what could have been sent before
    ``overdue``; what is in doubt always is. A sender that is at work ``now`` is not in doubt.
    """

    now: datetime
    due: datetime
    overdue: datetime


class Outbox:
    """Queries about deliveries, for those who look after them."""

    def __init__(self, database: Database) -> None:
        """Ask this database."""
        self._database = database

    def count(self, workspace_id: int, since: Since) -> int:
        """Count the deliveries that somebody should look at."""
        query = select(func.count()).where(
            Delivery.workspace_id == workspace_id, or_(*_kinds(since))
        )
        with self._database.read() as session:
            return session.exec(query).one()

    def troubled(
        self, workspace_id: int, since: Since, first: int = 0, most: int | None = None
    ) -> list[Delivery]:
        """List them: what ended badly, what is in doubt, what is late; each the latest due first.

        ``first`` is how many to pass over, ``most`` how many to list.
        """
        undone, in_doubt, late = _kinds(since)
        query = (
            select(Delivery)
            .where(Delivery.workspace_id == workspace_id, or_(undone, in_doubt, late))
            .order_by(
                case((undone, 0), (in_doubt, 1), else_=2),
                col(Delivery.due_at).desc(),
                col(Delivery.kind),
                col(Delivery.period),
                col(Delivery.channel_id),
            )
            .offset(first)
            .limit(most)
        )
        with self._database.read() as session:
            return list(session.exec(query))

    def next_digests(self, workspace_id: int, most: int) -> list[Team]:
        """List the teams whose digest is due next, the soonest first."""
        query = (
            select(Team)
            .where(Team.workspace_id == workspace_id, col(Team.digest_stopped).is_(False))
            .order_by(col(Team.next_digest_at), col(Team.team_id))
            .limit(most)
        )
        with self._database.read() as session:
            return list(session.exec(query))

    def stopped(self, workspace_id: int) -> list[Team]:
        """List the teams that get no digest any more, for their channels are gone."""
        query = (
            select(Team)
            .where(Team.workspace_id == workspace_id, col(Team.digest_stopped).is_(True))
            .order_by(col(Team.team_id))
        )
        with self._database.read() as session:
            return list(session.exec(query))


def _kinds(since: Since) -> tuple[ColumnElement[bool], ...]:
    """Tell what ended badly, what is in doubt, and what is late."""
    state, moment = col(Delivery.state), to_epoch(since.now)
    return (
        and_(state.in_(UNDONE), col(Delivery.due_at) >= to_epoch(since.due)),
        or_(
            state == DeliveryState.VERIFY,
            and_(state == DeliveryState.SENDING, col(Delivery.lease_until) <= moment),
        ),
        and_(state == DeliveryState.READY, col(Delivery.not_before) < to_epoch(since.overdue)),
    )
