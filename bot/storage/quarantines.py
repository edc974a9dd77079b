"""Files that are not as their format is known: their structure is kept, and admins are told."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import bindparam, func
from sqlmodel import col, delete, select, update

from bot.storage.database import Database
from bot.storage.members import lock
from bot.storage.tables import Admin, Quarantine
from bot.storage.times import to_epoch

_ADMIN = select(Admin.slack_id).where(
    Admin.workspace_id == bindparam("workspace_id"), Admin.slack_id == bindparam("slack_id")
)


@dataclass(frozen=True, slots=True)
class Strange:
    """How a file is built that differs from what is known; ``mark`` is the same for its like.

    ``structure`` and ``question``, of which columns a person could match, are JSON.
    """

    recognised: str
    mark: str
    structure: str
    question: str | None
    sent_by: str


class Quarantines:
    """Queries about such files, which are numbered in order within a workspace."""

    def __init__(self, database: Database) -> None:
        """Ask this database."""
        self._database = database

    def keep(self, workspace_id: int, strange: Strange, now: datetime) -> None:
        """Keep how a file is built; of its like, which is kept already, it is counted again."""
        with self._database.write() as session:
            lock(session, workspace_id)
            like = select(Quarantine).where(
                Quarantine.workspace_id == workspace_id, Quarantine.mark == strange.mark
            )
            found = session.exec(like).first()
            if found:
                found.times += 1
                found.found_at = to_epoch(now)
                session.add(found)
                return
            last = select(func.coalesce(func.max(Quarantine.number), 0))
            session.add(
                Quarantine(
                    workspace_id=workspace_id,
                    number=session.exec(last.where(Quarantine.workspace_id == workspace_id)).one()
                    + 1,
                    recognised=strange.recognised,
                    mark=strange.mark,
                    structure=strange.structure,
                    question=strange.question,
                    sent_by=strange.sent_by,
                    found_at=to_epoch(now),
                )
            )

    def get(self, workspace_id: int, number: int) -> Quarantine | None:
        """Find one by number."""
        with self._database.read() as session:
            return session.get(Quarantine, (workspace_id, number))

    def last(self, workspace_id: int, most: int) -> list[Quarantine]:
        """List the last that were found, the latest first."""
        query = select(Quarantine).where(Quarantine.workspace_id == workspace_id)
        newest = (col(Quarantine.found_at).desc(), col(Quarantine.number).desc())
        with self._database.read() as session:
            return list(session.exec(query.order_by(*newest).limit(most)))

    def count(self, workspace_id: int, since: datetime) -> int:
        """Count those that were found since an instant."""
        query = select(func.count()).where(
            Quarantine.workspace_id == workspace_id, Quarantine.found_at >= to_epoch(since)
        )
        with self._database.read() as session:
            return session.exec(query).one()

    def untold(self, workspace_id: int) -> list[Quarantine]:
        """List those that no admin was told of."""
        query = select(Quarantine).where(
            Quarantine.workspace_id == workspace_id, col(Quarantine.told).is_(False)
        )
        with self._database.read() as session:
            return list(session.exec(query.order_by(col(Quarantine.number))))

    def mark_told(self, quarantine: Quarantine) -> None:
        """Note that the admins were told, or are owed it."""
        with self._database.write() as session:
            session.exec(
                update(Quarantine)
                .where(
                    col(Quarantine.workspace_id) == quarantine.workspace_id,
                    col(Quarantine.number) == quarantine.number,
                )
                .values(told=True)
            )

    def forget_old(self, workspace_id: int, before: datetime) -> None:
        """Forget those that were last found before an instant."""
        with self._database.write() as session:
            session.exec(
                delete(Quarantine).where(
                    col(Quarantine.workspace_id) == workspace_id,
                    col(Quarantine.found_at) < to_epoch(before),
                )
            )

    def admins(self, workspace_id: int) -> list[str]:
        """List who was an admin, by Slack id, when last seen."""
        query = select(Admin.slack_id).where(Admin.workspace_id == workspace_id)
        with self._database.read() as session:
            return list(session.exec(query.order_by(col(Admin.slack_id))))

    def note_admin(self, workspace_id: int, slack_id: str, *, is_admin: bool) -> None:
        """Note whether somebody is an admin, where that is news."""
        with self._database.read() as session:
            given = {"workspace_id": workspace_id, "slack_id": slack_id}
            known = session.connection().execute(_ADMIN, given).first() is not None
        if known == is_admin:
            return
        with self._database.write() as session:
            if is_admin:
                session.connection().execute(
                    self._database.insert_new(Admin).values(
                        workspace_id=workspace_id, slack_id=slack_id
                    )
                )
                return
            session.exec(
                delete(Admin).where(
                    col(Admin.workspace_id) == workspace_id, col(Admin.slack_id) == slack_id
                )
            )
