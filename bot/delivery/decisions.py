"""Decisions: who disputed something is owed a word of how it was decided."""

from collections.abc import Callable
from datetime import datetime

from bot.delivery.direct import MEMBERS_A_TICK, direct
from bot.incident import Incident
from bot.storage import Store

DISPUTE = "dispute"


def plan_decisions(
    store: Store, workspace_id: int, now: datetime, open_dm: Callable[[str], str]
) -> None:
    """Write down whom to tell of a decision, each once; ``open_dm`` gives somebody's channel."""
    for dispute in store.disputes.untold(workspace_id)[:MEMBERS_A_TICK]:
        ids = {"workspace_id": workspace_id, "member_id": dispute.member_id}
        with Incident("decision_not_planned", **ids):
            member = store.members.get(workspace_id, dispute.member_id)
            if member and member.slack_id:
                channel_id, period = open_dm(member.slack_id), str(dispute.number)
                store.deliveries.owe(direct(DISPUTE, period, **ids, channel_id=channel_id, due=now))
            store.disputes.mark_told(dispute)
