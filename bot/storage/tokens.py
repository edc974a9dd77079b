"""Tokens of the API: who may call, with what, and how often."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func
from sqlmodel import Session, col, delete, or_, select, update

from bot.storage.database import Database
from bot.storage.members import lock
from bot.storage.tables import ApiMinute, ApiToken
from bot.storage.times import to_day, to_epoch

MINUTE = 60


@dataclass(frozen=True, slots=True)
class Leave:
    """What a token lets its bearer do, under which name, and who gives it."""

    name: str
    may_write: bool
    may_read: bool
    by: str


class Tokens:
    """Queries about tokens."""

    def __init__(self, database: Database) -> None:
        """Ask this database."""
        self._database = database

    def all(self, workspace_id: int) -> list[ApiToken]:
        """List the tokens of a workspace, the latest first, revoked ones too."""
        query = select(ApiToken).where(ApiToken.workspace_id == workspace_id)
        with self._database.read() as session:
            return list(session.exec(query.order_by(col(ApiToken.token_id).desc())))

    def get(self, workspace_id: int, token_id: int) -> ApiToken | None:
        """Find a token by its number."""
        with self._database.read() as session:
            return session.get(ApiToken, (workspace_id, token_id))

    def number_next(self, workspace_id: int) -> int:
        """Give the number that the next token may have."""
        with self._database.read() as session:
            return _last(session, workspace_id) + 1

    def add(
        self, workspace_id: int, token_id: int, digest: str, leave: Leave, now: datetime
    ) -> bool:
        """Keep a new token by its digest; false where its number was given away meanwhile."""
        with self._database.write() as session:
            lock(session, workspace_id)
            if token_id != _last(session, workspace_id) + 1:
                return False
            session.add(
                ApiToken(
                    workspace_id=workspace_id,
                    token_id=token_id,
                    name=leave.name,
                    digest=digest,
                    may_write=leave.may_write,
                    may_read=leave.may_read,
                    created_by=leave.by,
                    created_at=to_epoch(now),
                )
            )
            return True

    def revoke(self, workspace_id: int, token_id: int, by: str, now: datetime) -> bool:
        """Let a token hold no more; false where there is none that holds."""
        with self._database.write() as session:
            revoked = session.connection().execute(
                update(ApiToken)
                .where(
                    col(ApiToken.workspace_id) == workspace_id,
                    col(ApiToken.token_id) == token_id,
                    col(ApiToken.revoked_at).is_(None),
                )
                .values(revoked_at=to_epoch(now), revoked_by=by)
            )
            return revoked.rowcount > 0

    def count_call(self, workspace_id: int, token_id: int, now: datetime, most: int) -> bool:
        """Count a call of a token, and note the day; false where it called often enough.

        The count of a minute is raised only while it is below ``most``, so that replicas that do it
        at once let no more through.
        """
        minute = to_epoch(now) // MINUTE
        with self._database.write() as session:
            return (
                _raise(session, workspace_id, token_id, minute, most)
                or self._begin(session, workspace_id, token_id, minute, now)
                or _raise(session, workspace_id, token_id, minute, most)
            )

    def _begin(
        self, session: Session, workspace_id: int, token_id: int, minute: int, now: datetime
    ) -> bool:
        """Begin a minute, and forget those before; false where it was begun already."""
        first = {"workspace_id": workspace_id, "token_id": token_id, "minute": minute, "calls": 1}
        begun = session.connection().execute(self._database.insert_new(ApiMinute), first)
        if not begun.rowcount:
            return False
        session.exec(
            delete(ApiMinute).where(
                col(ApiMinute.workspace_id) == workspace_id,
                col(ApiMinute.token_id) == token_id,
                col(ApiMinute.minute) < minute,
            )
        )
        day = to_day(now.date())
        used = col(ApiToken.last_used_on)
        session.exec(
            update(ApiToken)
            .where(
                col(ApiToken.workspace_id) == workspace_id,
                col(ApiToken.token_id) == token_id,
                or_(used.is_(None), used != day),
            )
            .values(last_used_on=day)
        )
        return True


def _last(session: Session, workspace_id: int) -> int:
    query = select(func.coalesce(func.max(ApiToken.token_id), 0))
    return session.exec(query.where(ApiToken.workspace_id == workspace_id)).one()


def _raise(session: Session, workspace_id: int, token_id: int, minute: int, most: int) -> bool:
    counted = session.connection().execute(
        update(ApiMinute)
        .where(
            col(ApiMinute.workspace_id) == workspace_id,
            col(ApiMinute.token_id) == token_id,
            col(ApiMinute.minute) == minute,
            col(ApiMinute.calls) < most,
        )
        .values(calls=col(ApiMinute.calls) + 1)
    )
    return counted.rowcount > 0
