"""The desk: what every answer works with, and who may see what."""

from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import date, datetime
from typing import Self
from zoneinfo import ZoneInfo

from bot.answers.rules.rulebooks import rulebooks_of
from bot.errors import NotAllowed, NotFound
from bot.messages.contexts import Person
from bot.storage import Store
from bot.storage.tables import Member, Team, Workspace
from bot.understanding import Subject, SubjectKind
from scoring.rulebook import Rulebook, in_force


@dataclass(frozen=True, slots=True)
class Desk:
    """A store, the rulebooks, one workspace and the present instant.

    With ``as_of``, a recording's number, nothing recorded later is known: past answers come out
    again as they were given.
    """

    store: Store
    rulebooks: tuple[Rulebook, ...]
    workspace: Workspace
    now: datetime
    as_of: int | None = None

    @classmethod
    def of(cls, store: Store, workspace_id: int, now: datetime) -> Self:
        """Prepare the desk of a workspace, with the rules that it has now.

        Raises:
            NotFound: there is no such workspace.
        """
        return cls(
            store, rulebooks_of(store, workspace_id), store.workspaces.get(workspace_id), now
        )

    @property
    def workspace_id(self) -> int:
        """The workspace's number, first in every query."""
        return self.workspace.workspace_id

    def known(self) -> int:
        """Give the last recording that is known."""
        return self.as_of or self.store.recordings.latest(self.workspace_id)

    def one_state(self) -> AbstractContextManager[None]:
        """Read all that is read within from one state of the database, which is also quicker."""
        return self.store.database.one_state()

    def today(self, zone: str) -> date:
        """Tell the calendar date in somebody's time zone."""
        return self.now.astimezone(ZoneInfo(zone)).date()

    def rulebook(self, day: date) -> Rulebook:
        """Give the rulebook in force on a day."""
        return in_force(self.rulebooks, day)


def person(member: Member) -> Person:
    """Name a member as messages do."""
    return Person(name=member.name, slack_id=member.slack_id)


def mentioned(desk: Desk, asker: str, subject: Subject) -> Member | None:
    """Find the member whom a question mentions, other than the asker.

    Raises:
        NotFound: whoever is mentioned is no member.
    """
    if subject.kind is not SubjectKind.PERSON or subject.user in (None, asker):
        return None
    member = desk.store.members.by_slack_id(desk.workspace_id, str(subject.user))
    if member is None:
        raise NotFound(f"<@{subject.user}> has not joined a team, so there is no score to show.")
    return member


def require_access(desk: Desk, asker: str, member: Member) -> None:
    """Let somebody see the own data, and a manager that of the team's members.

    Raises:
        NotAllowed: the asker is neither.
    """
    if asker == member.slack_id:
        return
    managed = {team.team_id for team in desk.store.teams.managed_by(desk.workspace_id, asker)}
    teams = desk.store.teams.of_member(desk.workspace_id, member.member_id)
    if not any(team.team_id in managed for team in teams):
        raise NotAllowed(
            f"{member.name}'s score is for {member.name} and the managers of their team. "
            "You can see your own with `/ssi me`."
        )


def require_manager(desk: Desk, asker: str, team: Team) -> None:
    """Let a team's manager go on.

    Raises:
        NotAllowed: the asker does not manage the team; the sentence names who does.
    """
    managers = desk.store.teams.managers(desk.workspace_id, team.team_id)
    if asker not in managers:
        names = ", ".join(f"<@{manager}>" for manager in managers)
        raise NotAllowed(
            f"The report on {team.name} is for its managers ({names}). "
            "You can see your own score with `/ssi me`, and the leaderboard with `/ssi board`."
        )
