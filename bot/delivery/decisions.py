"""Decisions: who disputed something is owed a word of how it was decided."""

from collections.abc import Callable
from datetime import datetime

from bot.incident import Incident
from bot.storage import Store
from bot.storage.deliveries import DeliveryState
from bot.storage.tables import Delivery
from bot.storage.times import to_epoch

DISPUTE = "dispute"

MEMBERS_A_TICK = 20
"""Slack lets an app open about fifty DMs a minute, and a tick comes twice a minute."""


def plan_decisions(store: Store, now: datetime, open_dm: Callable[[str], str]) -> None:
    """Write down whom to tell of a decision, each once; ``open_dm`` gives somebody's channel."""
    workspaces = store.workspaces.all()
    untold = [made for each in workspaces for made in store.disputes.untold(each.workspace_id)]
    for dispute in untold[:MEMBERS_A_TICK]:
        ids = {"workspace_id": dispute.workspace_id, "member_id": dispute.member_id}
        with Incident("decision_not_planned", **ids):
            member = store.members.get(dispute.workspace_id, dispute.member_id)
            if member and member.slack_id:
                store.deliveries.owe(
                    Delivery(
                        workspace_id=dispute.workspace_id,
                        kind=DISPUTE,
                        period=str(dispute.number),
                        channel_id=open_dm(member.slack_id),
                        member_id=dispute.member_id,
                        due_at=to_epoch(now),
                        state=DeliveryState.READY,
                        not_before=to_epoch(now),
                    )
                )
            store.disputes.mark_told(dispute)
