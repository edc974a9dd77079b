"""Tips: which were told to whom, and when last."""

from collections.abc import Iterable
from datetime import date

from sqlalchemy import bindparam
from sqlmodel import col, select

from bot.storage.database import Database
from bot.storage.members import lock
from bot.storage.tables import TeamTipTold, TipTold
from bot.storage.times import from_day, to_day

_TOLD = select(TipTold.tip, TipTold.told_on).where(
    TipTold.workspace_id == bindparam("workspace_id"),
    TipTold.member_id == bindparam("member_id"),
    col(TipTold.told_on) >= bindparam("since"),
)


class Tips:
    """Queries about the tips that members, and teams in their digests, were told."""

    def __init__(self, database: Database) -> None:
        """Ask this database."""
        self._database = database

    def told(self, workspace_id: int, member_id: int, since: date) -> dict[str, date]:
        """Map the tips that a member was told on a day or later to the last such day."""
        given = {"workspace_id": workspace_id, "member_id": member_id, "since": to_day(since)}
        with self._database.read() as session:
            return {tip: from_day(day) for tip, day in session.exec(_TOLD, params=given)}

    def told_team(self, workspace_id: int, team_id: int, since: date) -> dict[str, date]:
        """Map the tips that a team's digests had on a day or later to the last such day."""
        query = select(TeamTipTold.tip, TeamTipTold.told_on).where(
            TeamTipTold.workspace_id == workspace_id,
            TeamTipTold.team_id == team_id,
            col(TeamTipTold.told_on) >= to_day(since),
        )
        with self._database.read() as session:
            return {tip: from_day(day) for tip, day in session.exec(query)}

    def tell(self, workspace_id: int, member_id: int, tips: Iterable[str], on: date) -> None:
        """Note that a member was told some tips."""
        key = {"workspace_id": workspace_id, "member_id": member_id, "told_on": to_day(on)}
        rows = [{**key, "tip": tip} for tip in tips]
        if rows:
            with self._database.note() as session:
                lock(session, workspace_id)
                session.connection().execute(self._database.insert_or_replace(TipTold), rows)

    def tell_team(self, workspace_id: int, team_id: int, tip: str, on: date) -> None:
        """Note that a team's digest has a tip."""
        with self._database.write() as session:
            lock(session, workspace_id)
            session.merge(
                TeamTipTold(workspace_id=workspace_id, team_id=team_id, tip=tip, told_on=to_day(on))
            )
