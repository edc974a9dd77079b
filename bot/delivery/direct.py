"""Direct messages that are owed to members: what all of them have in common."""

from datetime import datetime

from bot.storage.deliveries import DeliveryState
from bot.storage.tables import Delivery
from bot.storage.times import to_epoch

MEMBERS_A_TICK = 20
"""Slack lets an app open about fifty DMs a minute, and a tick comes twice a minute."""


def direct(  # noqa: PLR0913 - a delivery's key and whom it is about
    kind: str,
    period: str,
    *,
    workspace_id: int,
    member_id: int | None,
    channel_id: str,
    due: datetime,
) -> Delivery:
    """Make the delivery of a direct message, ready from when it is due."""
    return Delivery(
        workspace_id=workspace_id,
        kind=kind,
        period=period,
        channel_id=channel_id,
        member_id=member_id,
        due_at=to_epoch(due),
        state=DeliveryState.READY,
        not_before=to_epoch(due),
    )
