"""Consents: which managers a member lets see what is behind the score, and until when."""

from datetime import datetime, timedelta

from sqlalchemy import func
from sqlmodel import col, select, update

from bot.storage.database import Database
from bot.storage.members import lock
from bot.storage.tables import Consent
from bot.storage.times import to_epoch

ASK_AGAIN = timedelta(days=7)
"""A member is not asked again by the same manager before this."""


class Consents:
    """Queries about consents. There is one at most for each manager of a member, the last."""

    def __init__(self, database: Database) -> None:
        """Ask this database."""
        self._database = database

    def of(self, workspace_id: int, member_id: int, slack_id: str) -> Consent | None:
        """Give what a member last answered a manager, or is asked."""
        with self._database.read() as session:
            return session.get(Consent, (workspace_id, member_id, slack_id))

    def in_force(self, workspace_id: int, member_id: int, now: datetime) -> list[Consent]:
        """List the consents of a member that hold, by manager."""
        query = select(Consent).where(
            Consent.workspace_id == workspace_id,
            Consent.member_id == member_id,
            col(Consent.revoked).is_(False),
            col(Consent.until) > to_epoch(now),
        )
        with self._database.read() as session:
            return list(session.exec(query.order_by(col(Consent.slack_id))))

    def count(self, workspace_id: int, member_id: int) -> int:
        """Count the managers whom a member answered, or is asked by."""
        query = select(func.count()).where(
            Consent.workspace_id == workspace_id, Consent.member_id == member_id
        )
        with self._database.read() as session:
            return session.exec(query).one()

    def ask(self, workspace_id: int, member_id: int, slack_id: str, now: datetime) -> bool:
        """Ask a member for consent; false where that was asked within a week, or is given."""
        with self._database.write() as session:
            lock(session, workspace_id)
            last = session.get(Consent, (workspace_id, member_id, slack_id), populate_existing=True)
            if last and (holds(last, now) or to_epoch(now - ASK_AGAIN) < last.asked_at):
                return False
            session.merge(
                Consent(
                    workspace_id=workspace_id,
                    member_id=member_id,
                    slack_id=slack_id,
                    asked_at=to_epoch(now),
                )
            )
            return True

    def answer(
        self, workspace_id: int, member_id: int, slack_id: str, *, until: datetime | None
    ) -> None:
        """Give a consent that was asked for; with no ``until`` refuse it, or take it back."""
        with self._database.write() as session:
            session.exec(
                update(Consent)
                .where(
                    col(Consent.workspace_id) == workspace_id,
                    col(Consent.member_id) == member_id,
                    col(Consent.slack_id) == slack_id,
                )
                .values(revoked=until is None, until=until and to_epoch(until))
            )

    def unasked(self, workspace_id: int) -> list[Consent]:
        """List those whose members are still to be asked, the oldest wish first."""
        query = select(Consent).where(
            Consent.workspace_id == workspace_id, col(Consent.asked).is_(False)
        )
        with self._database.read() as session:
            return list(session.exec(query.order_by(col(Consent.asked_at))))

    def mark_asked(self, consent: Consent) -> None:
        """Note that a member was asked, or is owed the question."""
        with self._database.write() as session:
            session.exec(
                update(Consent)
                .where(
                    col(Consent.workspace_id) == consent.workspace_id,
                    col(Consent.member_id) == consent.member_id,
                    col(Consent.slack_id) == consent.slack_id,
                )
                .values(asked=True)
            )


def holds(consent: Consent, now: datetime) -> bool:
    """Whether a consent is in force."""
    return not consent.revoked and consent.until is not None and consent.until > to_epoch(now)
