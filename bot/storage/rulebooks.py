"""Rulebooks of workspaces' own: drafts until they are published, and unchangeable from then on."""

from datetime import datetime

from sqlalchemy import bindparam
from sqlmodel import col, delete, select, update

from bot.storage.database import Database
from bot.storage.members import lock
from bot.storage.tables import WorkspaceRulebook
from bot.storage.times import to_day, to_epoch
from scoring.rulebook import Rulebook

_PUBLISHED = (
    select(WorkspaceRulebook)
    .where(
        WorkspaceRulebook.workspace_id == bindparam("workspace_id"),
        col(WorkspaceRulebook.published_at).is_not(None),
    )
    .order_by(col(WorkspaceRulebook.effective))
)


class Rulebooks:
    """Queries about workspaces' own rulebooks; who may bring one in is decided elsewhere."""

    def __init__(self, database: Database) -> None:
        """Ask this database."""
        self._database = database

    def add(
        self, workspace_id: int, rulebook: Rulebook, text: str, *, uploaded_by: str, now: datetime
    ) -> None:
        """Keep a rulebook as a draft, in place of an earlier draft of its version.

        A version that is published stays as it is.
        """
        with self._database.write() as session:
            lock(session, workspace_id)
            found = session.get(WorkspaceRulebook, (workspace_id, rulebook.version))
            if found and found.published_at is not None:
                return
            session.merge(
                WorkspaceRulebook(
                    workspace_id=workspace_id,
                    version=rulebook.version,
                    effective=to_day(rulebook.effective),
                    text=text,
                    uploaded_by=uploaded_by,
                    uploaded_at=to_epoch(now),
                )
            )

    def publish(self, draft: WorkspaceRulebook, now: datetime) -> bool:
        """Publish a draft; false when it is not there any more as it was seen."""
        change = (
            update(WorkspaceRulebook)
            .where(
                col(WorkspaceRulebook.workspace_id) == draft.workspace_id,
                col(WorkspaceRulebook.version) == draft.version,
                col(WorkspaceRulebook.text) == draft.text,
                col(WorkspaceRulebook.published_at).is_(None),
            )
            .values(published_at=to_epoch(now))
        )
        with self._database.write() as session:
            return session.exec(change).rowcount == 1

    def discard(self, draft: WorkspaceRulebook) -> None:
        """Forget a draft; what is published stays."""
        with self._database.write() as session:
            session.exec(
                delete(WorkspaceRulebook).where(
                    col(WorkspaceRulebook.workspace_id) == draft.workspace_id,
                    col(WorkspaceRulebook.version) == draft.version,
                    col(WorkspaceRulebook.published_at).is_(None),
                )
            )

    def all(self, workspace_id: int) -> list[WorkspaceRulebook]:
        """List the published rulebooks by the days from which they are in force."""
        with self._database.read() as session:
            return list(session.exec(_PUBLISHED, params={"workspace_id": workspace_id}))

    def drafts(self, workspace_id: int) -> list[WorkspaceRulebook]:
        """List what waits to be published."""
        with self._database.read() as session:
            query = select(WorkspaceRulebook).where(
                WorkspaceRulebook.workspace_id == workspace_id,
                col(WorkspaceRulebook.published_at).is_(None),
            )
            return list(session.exec(query))
