"""Retention: what has done its work is deleted, once a night. History is never among it."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from bot.incident import Incident
from bot.storage import Store

REQUESTS_KEPT = timedelta(days=8)
"""Slack repeats an event for some hours; a week and a day is beyond every doubt."""

DELIVERIES_KEPT = timedelta(days=400)
"""What was sent, failed or skipped is on record for more than a year."""

NIGHT = timedelta(hours=3)
"""How long after local midnight: nightly scoring is done by then."""


class Retention:
    """Deletes once a night in each workspace's own zone.

    The nights are remembered for this process only: one that starts anew looks once more.
    """

    def __init__(self, store: Store) -> None:
        """Delete from this store."""
        self._store = store
        self._done: dict[int, date] = {}

    def forget(self, now: datetime) -> None:
        """Delete what is not kept any longer, where that was not done since the last night."""
        for workspace in self._store.workspaces.all():
            workspace_id = workspace.workspace_id
            night = (now.astimezone(ZoneInfo(workspace.zone)) - NIGHT).date()
            if self._done.get(workspace_id) == night:
                continue
            with Incident("old_not_forgotten", workspace_id=workspace_id):
                self._store.deliveries.forget_ended(workspace_id, now - DELIVERIES_KEPT)
                self._store.workspaces.forget_requests(workspace_id, now - REQUESTS_KEPT)
            self._done[workspace_id] = night
