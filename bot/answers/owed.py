"""What each kind of delivery says, gathered when it is sent."""

from collections.abc import Callable, Mapping
from datetime import timedelta
from zoneinfo import ZoneInfo

from bot.answers.board import digest
from bot.answers.desk import Desk
from bot.messages.contexts import Context
from bot.storage.tables import Delivery
from bot.storage.times import from_epoch

LATE = timedelta(hours=2)
"""A digest posted later than this says so."""


def content(desk: Desk, delivery: Delivery) -> Context | None:
    """Gather what a delivery says; nothing when there is nothing to say any more."""
    return _BY_KIND[delivery.kind](desk, delivery)


def _digest(desk: Desk, delivery: Delivery) -> Context | None:
    """Gather a digest of the seven days before the day that it was due on."""
    team = desk.store.teams.get(desk.workspace_id, delivery.team_id or 0)
    if team is None:
        return None
    due = from_epoch(delivery.due_at).astimezone(ZoneInfo(team.zone))
    late = due.date() if desk.now - due > LATE else None
    return digest(desk, team, due.date() - timedelta(days=1), late_for=late)


_BY_KIND: Mapping[str, Callable[[Desk, Delivery], Context | None]] = {"digest": _digest}
