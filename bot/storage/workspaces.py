"""Workspaces: the owners of all data, and the events of theirs that were acted on."""

import secrets
from datetime import date, datetime

from sqlalchemy import ColumnElement, insert
from sqlalchemy.exc import IntegrityError
from sqlmodel import col, select, update

from bot.errors import NotFound
from bot.storage.database import Database
from bot.storage.tables import SeenEvent, Workspace
from bot.storage.times import to_day, to_epoch

SALT_BYTES = 16


class Workspaces:
    """Queries about workspaces."""

    def __init__(self, database: Database) -> None:
        """Ask this database."""
        self._database = database

    def ensure(self, slack_id: str, name: str, zone: str, now: datetime) -> Workspace:
        """Give the workspace of this Slack id, made with a fresh salt when it is new."""
        with self._database.write() as session:
            found = session.exec(select(Workspace).where(Workspace.slack_id == slack_id)).first()
            if found is None:
                found = Workspace(
                    slack_id=slack_id,
                    name=name,
                    zone=zone,
                    salt=secrets.token_bytes(SALT_BYTES),
                    created_at=to_epoch(now),
                )
                session.add(found)
                session.flush()
            return found

    def by_slack_id(self, slack_id: str) -> Workspace | None:
        """Find a workspace by its Slack id."""
        with self._database.read() as session:
            return session.exec(select(Workspace).where(Workspace.slack_id == slack_id)).first()

    def get(self, workspace_id: int) -> Workspace:
        """Give a workspace.

        Raises:
            NotFound: there is none of this id.
        """
        with self._database.read() as session:
            found = session.get(Workspace, workspace_id)
        if found is None:
            raise NotFound(f"There is no workspace {workspace_id} in this database.")
        return found

    def all(self) -> list[Workspace]:
        """List every workspace, oldest first."""
        with self._database.read() as session:
            return list(session.exec(select(Workspace).order_by(col(Workspace.workspace_id))))

    def mark_scored(self, workspace_id: int, day: date) -> None:
        """Remember that snapshots stand for every day up to this one."""
        scored = col(Workspace.scored_through)
        not_yet: ColumnElement[bool] = scored.is_(None) | (scored < to_day(day))
        with self._database.write() as session:
            session.exec(
                update(Workspace)
                .where(col(Workspace.workspace_id) == workspace_id, not_yet)
                .values(scored_through=to_day(day))
            )

    def first_sight(self, workspace_id: int, event_id: str, now: datetime) -> bool:
        """Note an event of Slack; false when it was seen before, and need not be acted on."""
        row = {"workspace_id": workspace_id, "event_id": event_id, "seen_at": to_epoch(now)}
        try:
            with self._database.write() as session:
                session.connection().execute(insert(SeenEvent).values(row))
        except IntegrityError:
            return False
        return True
