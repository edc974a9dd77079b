"""Members: the people who are scored."""

from collections.abc import Collection, Mapping
from datetime import datetime

from sqlalchemy import bindparam, func
from sqlmodel import Session, col, or_, select, update

from bot.storage.asked import once_a_state
from bot.storage.database import Database
from bot.storage.tables import Member, Workspace
from bot.storage.times import to_epoch

AT_A_TIME = 400
"""People who are looked up with one statement."""

_BY_SLACK_ID = select(Member).where(
    Member.workspace_id == bindparam("workspace_id"), Member.slack_id == bindparam("slack_id")
)

_LOCKED = (
    select(Workspace.workspace_id)
    .where(Workspace.workspace_id == bindparam("workspace_id"))
    .with_for_update(key_share=True)
)

_LANGUAGE = select(Member.language).where(
    Member.workspace_id == Workspace.workspace_id,
    Workspace.slack_id == bindparam("team_id"),
    Member.slack_id == bindparam("slack_id"),
)
_SPOKEN = select(Member.language).where(
    Member.workspace_id == bindparam("workspace_id"), Member.slack_id == bindparam("slack_id")
)


class Members:
    """Queries about members."""

    def __init__(self, database: Database) -> None:
        """Ask this database."""
        self._database = database

    def all(self, workspace_id: int) -> list[Member]:
        """List a workspace's members in the order in which they came."""
        with self._database.read() as session:
            query = select(Member).where(Member.workspace_id == workspace_id)
            return list(session.exec(query.order_by(col(Member.member_id))))

    def get(self, workspace_id: int, member_id: int) -> Member | None:
        """Find a member by number."""
        with self._database.read() as session:
            return session.get(Member, (workspace_id, member_id))

    @once_a_state
    def by_slack_id(self, workspace_id: int, slack_id: str) -> Member | None:
        """Find a member by Slack id."""
        with self._database.read() as session:
            return _by_slack_id(session, workspace_id, slack_id)

    def find(self, workspace_id: int, who: str) -> list[Member]:
        """Find the members whose Slack id, e-mail or name is ``who``, whatever the case."""
        word = who.strip().lower()
        with self._database.read() as session:
            query = select(Member).where(
                Member.workspace_id == workspace_id,
                or_(
                    func.lower(Member.slack_id) == word,
                    func.lower(Member.email) == word,
                    func.lower(Member.name) == word,
                ),
            )
            return list(session.exec(query))

    def addressed(self, workspace_id: int, words: Collection[str]) -> dict[str, list[Member]]:
        """Find the members by e-mail or Slack id, whatever the case, by the word in lower case."""
        wanted = sorted({word.strip().lower() for word in words})
        found: dict[str, list[Member]] = {}
        with self._database.read() as session:
            for start in range(0, len(wanted), AT_A_TIME):
                part = wanted[start : start + AT_A_TIME]
                query = select(Member).where(
                    Member.workspace_id == workspace_id,
                    or_(func.lower(Member.slack_id).in_(part), func.lower(Member.email).in_(part)),
                )
                for member in session.exec(query):
                    for word in {member.slack_id, member.email} - {None}:
                        found.setdefault(str(word).lower(), []).append(member)
        return found

    def ensure(  # noqa: PLR0913 - a member's facts as Slack's user record gives them
        self,
        workspace_id: int,
        *,
        slack_id: str | None,
        name: str,
        email: str | None,
        zone: str,
        language: str | None = None,
        now: datetime,
    ) -> Member:
        """Give the member of this Slack id, made or brought up to date with these facts.

        Without a language, the member's stays.
        """
        with self._database.write() as session:
            lock(session, workspace_id)
            found = _by_slack_id(session, workspace_id, slack_id) if slack_id else None
            if found is None:
                number = session.exec(
                    select(func.coalesce(func.max(Member.member_id), 0)).where(
                        Member.workspace_id == workspace_id
                    )
                ).one()
                found = Member(
                    workspace_id=workspace_id,
                    member_id=number + 1,
                    slack_id=slack_id,
                    name=name,
                    email=email,
                    zone=zone,
                    joined_at=to_epoch(now),
                )
            found.name, found.email, found.zone = name, email, zone
            found.language = language or found.language
            session.add(found)
            return found

    def speak(self, workspace_id: int, slack_id: str, language: str) -> None:
        """Note in which language a member reads from now on; of others, nothing is kept."""
        known = self.spoken(workspace_id, slack_id)
        if known is None or known == language:
            return
        with self._database.write() as session:
            session.exec(
                update(Member)
                .where(col(Member.workspace_id) == workspace_id, col(Member.slack_id) == slack_id)
                .values(language=language)
            )

    def language(self, team_id: str, slack_id: str) -> str | None:
        """Tell in which language a member of a workspace reads, both by their Slack ids."""
        with self._database.read() as session:
            asked = {"team_id": team_id, "slack_id": slack_id}
            return session.connection().execute(_LANGUAGE, asked).scalar()

    def spoken(self, workspace_id: int, slack_id: str) -> str | None:
        """Tell in which language a member reads."""
        with self._database.read() as session:
            asked = {"workspace_id": workspace_id, "slack_id": slack_id}
            return session.connection().execute(_SPOKEN, asked).scalar()

    def show_on_boards(self, workspace_id: int, member_id: int, *, shown: bool) -> None:
        """Put a member on leaderboards, or take the member off."""
        with self._database.write() as session:
            session.exec(
                update(Member)
                .where(col(Member.workspace_id) == workspace_id, col(Member.member_id) == member_id)
                .values(on_board=shown)
            )

    def warn_from(self, workspace_id: int, member_id: int, drop: int | None) -> None:
        """Note from which drop on, in hundredths, a member wants a word before it, if any."""
        with self._database.write() as session:
            session.exec(
                update(Member)
                .where(col(Member.workspace_id) == workspace_id, col(Member.member_id) == member_id)
                .values(warned_from=drop)
            )

    def nudge(self, workspace_id: int, member_id: int, *, wanted: bool) -> None:
        """Begin or cease to ask a member once a week for what LinkedIn shows."""
        with self._database.write() as session:
            session.exec(
                update(Member)
                .where(col(Member.workspace_id) == workspace_id, col(Member.member_id) == member_id)
                .values(nudged=wanted)
            )

    def nudged(self, workspace_id: int) -> list[Member]:
        """List who wants to be asked once a week, and can be."""
        with self._database.read() as session:
            query = select(Member).where(
                Member.workspace_id == workspace_id,
                col(Member.nudged).is_(True),
                col(Member.slack_id).is_not(None),
            )
            return list(session.exec(query.order_by(col(Member.member_id))))

    def want_note(self, workspace_id: int, member_id: int, since: datetime | None) -> None:
        """Send a member a note each week from an instant on, or with None no more."""
        with self._database.write() as session:
            session.exec(
                update(Member)
                .where(col(Member.workspace_id) == workspace_id, col(Member.member_id) == member_id)
                .values(note_from=None if since is None else to_epoch(since))
            )

    def wanting_note(self, workspace_id: int) -> list[Member]:
        """List who wants a note each week, and can be reached."""
        with self._database.read() as session:
            query = select(Member).where(
                Member.workspace_id == workspace_id,
                col(Member.note_from).is_not(None),
                col(Member.slack_id).is_not(None),
            )
            return list(session.exec(query.order_by(col(Member.member_id))))

    def to_warn(self, workspace_id: int) -> list[Member]:
        """List the members who want a word before a drop."""
        with self._database.read() as session:
            query = select(Member).where(
                Member.workspace_id == workspace_id, col(Member.warned_from).is_not(None)
            )
            return list(session.exec(query.order_by(col(Member.member_id))))

    def names(self, workspace_id: int) -> Mapping[int, str]:
        """Map every member's number to the name."""
        return {member.member_id: member.name for member in self.all(workspace_id)}


def lock(session: Session, workspace_id: int) -> None:
    """Let one transaction at a time number things in a workspace (SQLite's write lock does so).

    On PostgreSQL the workspace's row is locked against whoever wants the same; rows that merely
    refer to it, such as events that were seen, come in meanwhile.
    """
    session.connection().execute(_LOCKED, {"workspace_id": workspace_id}).first()


def _by_slack_id(session: Session, workspace_id: int, slack_id: str) -> Member | None:
    given = {"workspace_id": workspace_id, "slack_id": slack_id}
    return session.exec(_BY_SLACK_ID, params=given).first()
