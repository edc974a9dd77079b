"""One note to a team's managers when many moved together while inputs stood still."""

from collections.abc import Callable
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from bot.answers.desk import Desk
from bot.answers.score.shift import WEEK, shift_note
from bot.delivery.mornings import Mornings
from bot.incident import Incident
from bot.storage import Store
from bot.storage.deliveries import DeliveryState
from bot.storage.tables import Delivery, Team
from bot.storage.times import to_epoch

COHORT = "cohort"

A_DAY = timedelta(days=1)


class ShiftNotes:
    """Writes down the notes that are owed, once a shift: it stays in sight for up to two weeks."""

    def __init__(self, store: Store) -> None:
        """Plan over a store."""
        self._store = store
        self._mornings = Mornings()

    def plan(self, workspace_id: int, now: datetime, open_dm: Callable[[str], str]) -> None:
        """Look at every team that was not looked at today.

        ``open_dm`` opens a DM by Slack id, and gives its channel.
        """
        teams = self._store.teams.all(workspace_id)
        new = [team for team in teams if self._mornings.has_come(*_key(team), now)]
        if new:
            desk = Desk.of(self._store, workspace_id, now)
            for team in new:
                with Incident("shift_not_noted", **_ids(team)):
                    self._look_at(desk, team, open_dm)
                    self._mornings.looked(*_key(team), now)

    def _look_at(self, desk: Desk, team: Team, open_dm: Callable[[str], str]) -> None:
        local = desk.now.astimezone(ZoneInfo(team.zone))
        if self._was_told(team, local) or not shift_note(desk, team, local.date() - A_DAY):
            return
        managers = self._store.teams.managers(team.workspace_id, team.team_id)
        for channel_id in [open_dm(manager) for manager in managers]:
            note = Delivery(
                workspace_id=team.workspace_id,
                kind=COHORT,
                period=_period(team, local),
                channel_id=channel_id,
                team_id=team.team_id,
                due_at=to_epoch(desk.now),
                state=DeliveryState.READY,
                not_before=to_epoch(desk.now),
            )
            self._store.deliveries.owe(note)

    def _was_told(self, team: Team, local: datetime) -> bool:
        """Whether this team's managers had a note this week or in the one before."""
        return any(
            self._store.deliveries.owed(team.workspace_id, COHORT, _period(team, when))
            for when in (local, local - WEEK)
        )


def _period(team: Team, local: datetime) -> str:
    """Name a team's week: who manages two teams gets a note about each."""
    year, week, _ = local.isocalendar()
    return f"{year}-W{week:02}/{team.team_id}"


def _key(team: Team) -> tuple[tuple[int, int], str]:
    return (team.workspace_id, team.team_id), team.zone


def _ids(team: Team) -> dict[str, int]:
    return {"workspace_id": team.workspace_id, "team_id": team.team_id}
