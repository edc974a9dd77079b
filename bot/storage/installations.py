"""Installations: the encrypted token of each workspace, and the installs that were begun."""

from datetime import datetime

from sqlmodel import col, delete, update

from bot.storage.database import Database
from bot.storage.tables import Installation, OAuthState
from bot.storage.times import to_epoch

NOBODYS = 0
"""The workspace of an install of which it is not known yet where it will be."""


class Installations:
    """Queries about installations."""

    def __init__(self, database: Database) -> None:
        """Ask this database."""
        self._database = database

    def get(self, workspace_id: int) -> Installation | None:
        """Find a workspace's installation."""
        with self._database.read() as session:
            return session.get(Installation, workspace_id)

    def save(self, installation: Installation) -> None:
        """Keep an installation, in the place of the one before it."""
        values = installation.model_dump()
        with self._database.write() as session:
            made = session.connection().execute(self._database.insert_new(Installation), values)
            if not made.rowcount:
                session.exec(
                    update(Installation)
                    .where(col(Installation.workspace_id) == installation.workspace_id)
                    .values(values)
                )

    def reseal(self, seen: Installation, sealed_token: str) -> None:
        """Put the same token there, sealed anew, unless the workspace was installed meanwhile."""
        with self._database.write() as session:
            session.exec(
                update(Installation)
                .where(
                    col(Installation.workspace_id) == seen.workspace_id,
                    col(Installation.sealed_token) == seen.sealed_token,
                )
                .values(sealed_token=sealed_token)
            )

    def forget(self, seen: Installation) -> bool:
        """Delete an installation if it still is as it was seen; tell whether it was."""
        with self._database.write() as session:
            gone = session.exec(
                delete(Installation).where(
                    col(Installation.workspace_id) == seen.workspace_id,
                    col(Installation.sealed_token) == seen.sealed_token,
                )
            )
            return gone.rowcount > 0

    def begin(self, state: str, now: datetime, until: datetime) -> None:
        """Note that an install was begun, which holds until an instant; forget those of old."""
        with self._database.write() as session:
            session.exec(
                delete(OAuthState).where(
                    col(OAuthState.workspace_id) == NOBODYS,
                    col(OAuthState.expires_at) <= to_epoch(now),
                )
            )
            session.add(OAuthState(workspace_id=NOBODYS, state=state, expires_at=to_epoch(until)))

    def finish(self, state: str, now: datetime) -> bool:
        """Take the note of an install away; false where there is none, or it came too late.

        Of several who do it at once, one is told that there was one.
        """
        with self._database.write() as session:
            taken = session.exec(
                delete(OAuthState).where(
                    col(OAuthState.workspace_id) == NOBODYS,
                    col(OAuthState.state) == state,
                    col(OAuthState.expires_at) > to_epoch(now),
                )
            )
            return taken.rowcount > 0
