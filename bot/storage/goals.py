"""Goals: the score that a member, or the average that a team, wants to reach."""

from sqlalchemy import bindparam
from sqlmodel import col, delete, select

from bot.storage.database import Database
from bot.storage.members import lock
from bot.storage.tables import Goal, TeamGoal

_OF_MEMBER = select(Goal).where(
    Goal.workspace_id == bindparam("workspace_id"), Goal.member_id == bindparam("member_id")
)


class Goals:
    """Queries about goals. A member and a team have one each, or none."""

    def __init__(self, database: Database) -> None:
        """Ask this database."""
        self._database = database

    def of_member(self, workspace_id: int, member_id: int) -> Goal | None:
        """Give a member's goal."""
        with self._database.read() as session:
            given = {"workspace_id": workspace_id, "member_id": member_id}
            return session.exec(_OF_MEMBER, params=given).first()

    def of_team(self, workspace_id: int, team_id: int) -> TeamGoal | None:
        """Give a team's goal."""
        with self._database.read() as session:
            return session.get(TeamGoal, (workspace_id, team_id))

    def set(self, goal: Goal | TeamGoal) -> None:
        """Set a goal in the place of the one before."""
        with self._database.write() as session:
            lock(session, goal.workspace_id)
            session.merge(goal)

    def drop(self, workspace_id: int, member_id: int) -> None:
        """Drop a member's goal."""
        with self._database.write() as session:
            session.exec(
                delete(Goal).where(
                    col(Goal.workspace_id) == workspace_id, col(Goal.member_id) == member_id
                )
            )

    def drop_of_team(self, workspace_id: int, team_id: int) -> None:
        """Drop a team's goal."""
        with self._database.write() as session:
            session.exec(
                delete(TeamGoal).where(
                    col(TeamGoal.workspace_id) == workspace_id, col(TeamGoal.team_id) == team_id
                )
            )
