"""Teams: who is of them, who manages them, and where and when their digest goes."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import BindParameter, Update, bindparam, delete, func
from sqlmodel import Session, col, select, update

from bot.storage.asked import once_a_state
from bot.storage.database import Database
from bot.storage.members import lock
from bot.storage.tables import Member, Team, TeamManager, TeamMember
from bot.storage.times import to_day, to_epoch

_WORKSPACE: BindParameter[int] = bindparam("workspace_id")
_TEAM: BindParameter[int] = bindparam("team_id")
_DAY: BindParameter[int] = bindparam("day")

_BY_CHANNEL = select(Team).where(
    Team.workspace_id == _WORKSPACE, Team.channel_id == bindparam("channel_id")
)
_MANAGED_BY = (
    select(Team)
    .join(
        TeamManager,
        (col(TeamManager.workspace_id) == Team.workspace_id)
        & (col(TeamManager.team_id) == Team.team_id),
    )
    .where(Team.workspace_id == _WORKSPACE, TeamManager.slack_id == bindparam("slack_id"))
    .order_by(col(Team.team_id))
)
_OF_MEMBER = (
    select(Team)
    .join(
        TeamMember,
        (col(TeamMember.workspace_id) == Team.workspace_id)
        & (col(TeamMember.team_id) == Team.team_id),
    )
    .where(
        Team.workspace_id == _WORKSPACE,
        TeamMember.member_id == bindparam("member_id"),
        col(TeamMember.left_on).is_(None),
    )
    .order_by(col(Team.team_id))
)
_EVER_IN = (
    select(Member)
    .join(
        TeamMember,
        (col(TeamMember.workspace_id) == Member.workspace_id)
        & (col(TeamMember.member_id) == Member.member_id),
    )
    .where(Member.workspace_id == _WORKSPACE, TeamMember.team_id == _TEAM)
    .order_by(col(Member.member_id))
)
_MEMBERS = _EVER_IN.where(col(TeamMember.left_on).is_(None))
_LEFT_SINCE = _EVER_IN.where(TeamMember.joined_on <= _DAY, col(TeamMember.left_on) > _DAY)
_JOINED_SINCE = select(TeamMember.member_id).where(
    TeamMember.workspace_id == _WORKSPACE,
    TeamMember.team_id == _TEAM,
    TeamMember.joined_on > _DAY,
    col(TeamMember.left_on).is_(None),
)


@dataclass(frozen=True, slots=True)
class TeamPlan:
    """What the set-up of a team says; ``minute`` counts from local midnight, Monday is 0.

    ``language`` is that of who sets it up, in which its channel is spoken to; with
    ``counts_links``, links to LinkedIn posts that are shared there count.
    """

    channel_id: str
    name: str
    managers: tuple[str, ...]
    weekday: int
    minute: int
    zone: str
    set_up_by: str
    language: str = "en"
    counts_links: bool = False


class Teams:
    """Queries about teams."""

    def __init__(self, database: Database) -> None:
        """Ask this database."""
        self._database = database

    def set_up(self, workspace_id: int, plan: TeamPlan, next_digest_at: datetime) -> Team:
        """Make a channel's team, or change it; its members stay."""
        with self._database.write() as session:
            lock(session, workspace_id)
            team = _by_channel(session, workspace_id, plan.channel_id) or Team(
                workspace_id=workspace_id,
                team_id=_next_id(session, workspace_id),
                channel_id=plan.channel_id,
                name=plan.name,
                zone=plan.zone,
                digest_weekday=plan.weekday,
                digest_minute=plan.minute,
                next_digest_at=to_epoch(next_digest_at),
                set_up_by=plan.set_up_by,
            )
            team.name, team.zone, team.set_up_by = plan.name, plan.zone, plan.set_up_by
            team.digest_weekday, team.digest_minute = plan.weekday, plan.minute
            team.next_digest_at = to_epoch(next_digest_at)
            team.language, team.counts_links = plan.language, plan.counts_links
            team.digest_stopped = False
            session.add(team)
            session.flush()
            _replace_managers(session, team, plan.managers)
            return team

    def stop_digest(self, workspace_id: int, team_id: int) -> None:
        """Owe a team no more digests, until it is set up anew."""
        with self._database.write() as session:
            session.exec(
                update(Team)
                .where(col(Team.workspace_id) == workspace_id, col(Team.team_id) == team_id)
                .values(digest_stopped=True)
            )

    def all(self, workspace_id: int) -> list[Team]:
        """List a workspace's teams."""
        with self._database.read() as session:
            query = select(Team).where(Team.workspace_id == workspace_id)
            return list(session.exec(query.order_by(col(Team.team_id))))

    def get(self, workspace_id: int, team_id: int) -> Team | None:
        """Find a team by number."""
        with self._database.read() as session:
            return session.get(Team, (workspace_id, team_id))

    def by_channel(self, workspace_id: int, channel_id: str) -> Team | None:
        """Find the team that a channel belongs to."""
        with self._database.read() as session:
            return _by_channel(session, workspace_id, channel_id)

    def by_name(self, workspace_id: int, name: str) -> Team | None:
        """Find a team by its name, whatever the case."""
        with self._database.read() as session:
            query = select(Team).where(
                Team.workspace_id == workspace_id, func.lower(Team.name) == name.strip().lower()
            )
            return session.exec(query).first()

    @once_a_state
    def managed_by(self, workspace_id: int, slack_id: str) -> Sequence[Team]:
        """List the teams that somebody manages."""
        given = {"workspace_id": workspace_id, "slack_id": slack_id}
        with self._database.read() as session:
            return list(session.exec(_MANAGED_BY, params=given))

    @once_a_state
    def of_member(self, workspace_id: int, member_id: int) -> Sequence[Team]:
        """List the teams that a member is of."""
        given = {"workspace_id": workspace_id, "member_id": member_id}
        with self._database.read() as session:
            return list(session.exec(_OF_MEMBER, params=given))

    @once_a_state
    def members(self, workspace_id: int, team_id: int) -> Sequence[Member]:
        """List a team's members."""
        given = {"workspace_id": workspace_id, "team_id": team_id}
        with self._database.read() as session:
            return list(session.exec(_MEMBERS, params=given))

    def joined_since(self, workspace_id: int, team_id: int, day: date) -> frozenset[int]:
        """Give the numbers of a team's members who joined after a day."""
        given = {"workspace_id": workspace_id, "team_id": team_id, "day": to_day(day)}
        with self._database.read() as session:
            return frozenset(session.connection().execute(_JOINED_SINCE, given).scalars())

    def left_since(self, workspace_id: int, team_id: int, day: date) -> list[Member]:
        """List who was in a team at the end of a day, and has left since."""
        given = {"workspace_id": workspace_id, "team_id": team_id, "day": to_day(day)}
        with self._database.read() as session:
            return list(session.exec(_LEFT_SINCE, params=given))

    @once_a_state
    def managers(self, workspace_id: int, team_id: int) -> Sequence[str]:
        """List the Slack ids of a team's managers."""
        with self._database.read() as session:
            query = select(TeamManager.slack_id).where(
                TeamManager.workspace_id == workspace_id, TeamManager.team_id == team_id
            )
            return sorted(session.exec(query))

    def join(self, workspace_id: int, team_id: int, member_id: int, on: date) -> bool:
        """Make a member one of a team from a day on; false when that was so already."""
        row = {"workspace_id": workspace_id, "team_id": team_id, "member_id": member_id}
        since = {"joined_on": to_day(on), "left_on": None}
        again = _membership(workspace_id, team_id, member_id).where(
            col(TeamMember.left_on).is_not(None)
        )
        with self._database.write() as session:
            new = self._database.insert_new(TeamMember).values({**row, **since})
            if session.connection().execute(new).rowcount == 1:
                return True
            return session.connection().execute(again.values(since)).rowcount == 1

    def leave(self, workspace_id: int, team_id: int, member_id: int, on: date) -> None:
        """Take a member out of a team on a day; the member's own data stays the member's."""
        gone = _membership(workspace_id, team_id, member_id).where(
            col(TeamMember.left_on).is_(None)
        )
        with self._database.write() as session:
            session.exec(gone.values(left_on=to_day(on)))


def _membership(workspace_id: int, team_id: int, member_id: int) -> Update:
    return update(TeamMember).where(
        col(TeamMember.workspace_id) == workspace_id,
        col(TeamMember.team_id) == team_id,
        col(TeamMember.member_id) == member_id,
    )


def _by_channel(session: Session, workspace_id: int, channel_id: str) -> Team | None:
    given = {"workspace_id": workspace_id, "channel_id": channel_id}
    return session.exec(_BY_CHANNEL, params=given).first()


def _next_id(session: Session, workspace_id: int) -> int:
    query = select(func.coalesce(func.max(Team.team_id), 0))
    return session.exec(query.where(Team.workspace_id == workspace_id)).one() + 1


def _replace_managers(session: Session, team: Team, managers: Iterable[str]) -> None:
    session.exec(
        delete(TeamManager).where(
            col(TeamManager.workspace_id) == team.workspace_id,
            col(TeamManager.team_id) == team.team_id,
        )
    )
    for slack_id in sorted(set(managers)):
        session.add(
            TeamManager(workspace_id=team.workspace_id, team_id=team.team_id, slack_id=slack_id)
        )
