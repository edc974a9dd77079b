"""The weekly nudge: who wants it is asked on Monday mornings for what LinkedIn shows."""

from collections.abc import Callable
from datetime import datetime, timedelta

from bot.calendar import Occurrence, next_occurrence
from bot.delivery.direct import MEMBERS_A_TICK, direct
from bot.incident import Incident
from bot.storage import Store
from bot.storage.tables import Delivery, Member

NUDGE = "nudge"
MONDAY = 0
NINE_O_CLOCK = 9 * 60

RECENT = timedelta(days=6)
"""Who entered a reading so long before Monday or later need not be asked."""

MOST_LATE = timedelta(hours=8)
"""After an outage, a nudge is still owed within Monday's working hours, and not on other days."""


def plan_nudges(
    store: Store, workspace_id: int, now: datetime, open_dm: Callable[[str], str]
) -> None:
    """Write down whom to ask, each once a week, at nine on Monday where the member is.

    Args:
        store: Where members and their readings are.
        workspace_id: Whose members.
        now: The present instant.
        open_dm: Opens the bot's DM with somebody by Slack id, and gives its channel.
    """
    left = MEMBERS_A_TICK
    for member in store.members.nudged(workspace_id):
        with Incident("nudge_not_planned", workspace_id=workspace_id, member_id=member.member_id):
            turn = next_occurrence(now - MOST_LATE, MONDAY, NINE_O_CLOCK, member.zone)
            if turn.at <= now and not _is_settled(store, member, turn):
                left -= 1
                store.deliveries.owe(_nudge(member, turn, open_dm(member.slack_id or "")))
        if not left:
            return


def _is_settled(store: Store, member: Member, turn: Occurrence) -> bool:
    """Whether a member was asked this week, or told of late without being asked."""
    asked = store.deliveries.owed(member.workspace_id, NUDGE, turn.period)
    if any(delivery.member_id == member.member_id for delivery in asked):
        return True
    told = store.reported.entered_since(member.workspace_id, turn.at - RECENT)
    return member.member_id in told


def _nudge(member: Member, turn: Occurrence, channel_id: str) -> Delivery:
    return direct(
        NUDGE,
        turn.period,
        workspace_id=member.workspace_id,
        member_id=member.member_id,
        channel_id=channel_id,
        due=turn.at,
    )
