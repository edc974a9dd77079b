"""Health: whether what is owed goes out, and how much of everything there is."""

from collections.abc import Mapping
from datetime import datetime

from sqlalchemy import func, or_
from sqlmodel import col, select

from bot.storage.database import Database
from bot.storage.deliveries import WAITING, DeliveryState
from bot.storage.tables import Coverage, Delivery, Recording, TeamMember
from bot.storage.times import from_epoch, to_epoch


class Health:
    """Queries about workspaces as a whole."""

    def __init__(self, database: Database) -> None:
        """Ask this database."""
        self._database = database

    @property
    def engine(self) -> str:
        """Name what stores everything, as people write it."""
        return "SQLite" if self._database.is_sqlite else "PostgreSQL"

    def deliveries(self, workspace_id: int, since: datetime) -> Mapping[str, int]:
        """Count what was due since an instant, by how far it has come."""
        query = (
            select(Delivery.state, func.count())
            .where(Delivery.workspace_id == workspace_id, Delivery.due_at >= to_epoch(since))
            .group_by(col(Delivery.state))
        )
        with self._database.read() as session:
            return dict(session.exec(query).all())

    def all_deliveries(self, since: datetime) -> Mapping[str, int]:
        """Count the deliveries of all workspaces that were to go out since an instant, by state.

        Those that wait are all counted, however long they do.
        """
        query = (
            select(Delivery.state, func.count())
            .where(
                or_(col(Delivery.state).in_(WAITING), col(Delivery.not_before) >= to_epoch(since))
            )
            .where(col(Delivery.state).in_(list(DeliveryState)))
            .group_by(col(Delivery.state))
        )
        with self._database.read() as session:
            return dict(session.exec(query).all())

    def waits_longest(self) -> datetime | None:
        """Tell since when the longest waiting delivery of all workspaces could have been sent."""
        query = select(func.min(Delivery.not_before)).where(col(Delivery.state).in_(WAITING))
        with self._database.read() as session:
            oldest: int | None = session.exec(query).one()
        return None if oldest is None else from_epoch(oldest)

    def overdue(self, workspace_id: int, before: datetime) -> datetime | None:
        """Tell since when the longest waiting delivery could have been sent, if that is long."""
        query = select(func.min(Delivery.not_before)).where(
            Delivery.workspace_id == workspace_id,
            col(Delivery.state).in_(WAITING),
            Delivery.not_before < to_epoch(before),
        )
        with self._database.read() as session:
            oldest: int | None = session.exec(query).one()
        return None if oldest is None else from_epoch(oldest)

    def joined(self, workspace_id: int) -> int:
        """Count who is in a team."""
        query = select(func.count(func.distinct(TeamMember.member_id)))
        with self._database.read() as session:
            return session.exec(
                query.where(
                    TeamMember.workspace_id == workspace_id, col(TeamMember.left_on).is_(None)
                )
            ).one()

    def shown(self, workspace_id: int) -> int:
        """Count of whom some source shows something."""
        query = select(func.count(func.distinct(Coverage.member_id))).where(
            Coverage.workspace_id == workspace_id, col(Coverage.retracted_in).is_(None)
        )
        with self._database.read() as session:
            return session.exec(query).one()

    def recordings(self, workspace_id: int) -> tuple[int, datetime | None]:
        """Count the recordings, with the instant of the last."""
        query = select(func.count(), func.max(Recording.recorded_at)).where(
            Recording.workspace_id == workspace_id
        )
        with self._database.read() as session:
            count, last = session.exec(query).one()
        return count, from_epoch(last) if count else None
