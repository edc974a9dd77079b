"""Workspaces: the owners of all data, and the requests of theirs that were acted on."""

import secrets
from datetime import date, datetime

from sqlalchemy import bindparam, or_
from sqlmodel import col, delete, select, update

from bot.errors import NotFound
from bot.storage.database import Database
from bot.storage.tables import SeenEvent, Workspace
from bot.storage.times import from_epoch, to_day, to_epoch

SALT_BYTES = 16

_BY_SLACK_ID = select(Workspace).where(Workspace.slack_id == bindparam("slack_id"))
_PLAIN_SINCE = select(Workspace.plain_since).where(
    Workspace.workspace_id == bindparam("workspace_id")
)
_NUMBER = select(Workspace.workspace_id).where(Workspace.slack_id == bindparam("slack_id"))
_BY_NUMBER = select(Workspace).where(Workspace.workspace_id == bindparam("workspace_id"))


class Workspaces:
    """Queries about workspaces."""

    def __init__(self, database: Database) -> None:
        """Ask this database."""
        self._database = database
        self._numbers: dict[str, int] = {}

    def ensure(self, slack_id: str, name: str, zone: str, now: datetime) -> Workspace:
        """Give the workspace of this Slack id, made with a fresh salt when it is new."""
        known = self.by_slack_id(slack_id)
        if known:
            return known
        new = Workspace(
            slack_id=slack_id,
            name=name,
            zone=zone,
            salt=secrets.token_bytes(SALT_BYTES),
            created_at=to_epoch(now),
        )
        with self._database.write() as session:
            row = new.model_dump(exclude={"workspace_id"})
            session.exec(self._database.insert_new(Workspace).values(row))
            return session.exec(select(Workspace).where(Workspace.slack_id == slack_id)).one()

    def by_slack_id(self, slack_id: str) -> Workspace | None:
        """Find a workspace by its Slack id."""
        with self._database.read() as session:
            return session.exec(_BY_SLACK_ID, params={"slack_id": slack_id}).first()

    def number(self, slack_id: str) -> int | None:
        """Give the number of a workspace by its Slack id: it never changes, and is asked once."""
        known = self._numbers.get(slack_id)
        if known is None:
            with self._database.read() as session:
                known = session.connection().execute(_NUMBER, {"slack_id": slack_id}).scalar()
            if known is not None:
                self._numbers[slack_id] = known
        return known

    def get(self, workspace_id: int) -> Workspace:
        """Give a workspace.

        Raises:
            NotFound: there is none of this id.
        """
        with self._database.read() as session:
            found = session.exec(_BY_NUMBER, params={"workspace_id": workspace_id}).first()
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
        not_yet = or_(scored.is_(None), scored < to_day(day))
        with self._database.write() as session:
            session.exec(
                update(Workspace)
                .where(col(Workspace.workspace_id) == workspace_id, not_yet)
                .values(scored_through=to_day(day))
            )

    def plain_since(self, workspace_id: int) -> datetime | None:
        """Tell when a workspace last refused the newest blocks, if it has."""
        with self._database.read() as session:
            given = {"workspace_id": workspace_id}
            refused = session.connection().execute(_PLAIN_SINCE, given).scalar()
        return from_epoch(refused) if refused is not None else None

    def mark_plain(self, workspace_id: int, now: datetime) -> None:
        """Remember that a workspace refused the newest blocks just now."""
        with self._database.write() as session:
            session.exec(
                update(Workspace)
                .where(col(Workspace.workspace_id) == workspace_id)
                .values(plain_since=to_epoch(now))
            )

    def try_newest_again(self, workspace_id: int) -> None:
        """Forget that a workspace refused the newest blocks, so that they are tried once more."""
        self._set(workspace_id, plain_since=None)

    def set_smallest_team(self, workspace_id: int, members: int) -> None:
        """Show averages of teams with so many scored members or more."""
        self._set(workspace_id, smallest_team=members)

    def post_in_doubt(self, workspace_id: int, *, again: bool) -> None:
        """Post a message again that may be there and cannot be looked for, or leave it out."""
        self._set(workspace_id, posts_in_doubt=again)

    def set_late_days(self, workspace_id: int, days: int) -> None:
        """Skip digests that are later than so many days."""
        self._set(workspace_id, late_days=days)

    def mark_previewed(self, workspace_id: int, now: datetime) -> None:
        """Remember that an admin had a look at a digest."""
        self._set(workspace_id, previewed_at=to_epoch(now))

    def _set(self, workspace_id: int, **values: int | None) -> None:
        with self._database.write() as session:
            session.exec(
                update(Workspace)
                .where(col(Workspace.workspace_id) == workspace_id)
                .values(**values)
            )

    def first_sight(self, workspace_id: int, request: str, now: datetime) -> bool:
        """Note a request of Slack's; false when it was seen before, and need not be acted on."""
        row = {"workspace_id": workspace_id, "event_id": request, "seen_at": to_epoch(now)}
        with self._database.note() as session:
            new = self._database.insert_new(SeenEvent)
            return session.connection().execute(new, row).rowcount == 1

    def forget_requests(self, workspace_id: int, before: datetime) -> None:
        """Delete the notes of requests that came before an instant."""
        with self._database.write() as session:
            session.exec(
                delete(SeenEvent).where(
                    col(SeenEvent.workspace_id) == workspace_id,
                    col(SeenEvent.seen_at) < to_epoch(before),
                )
            )
