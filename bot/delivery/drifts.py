"""Files that differ from what is known: the admins are owed a word of each kind of them, once."""

from collections.abc import Callable
from datetime import datetime

from bot.delivery.direct import MEMBERS_A_TICK, direct
from bot.incident import Incident
from bot.storage import Store
from bot.storage.tables import Quarantine

DRIFT = "drift"


def plan_drifts(
    store: Store, workspace_id: int, now: datetime, open_dm: Callable[[str], str]
) -> None:
    """Write down whom to tell of which file, each once; ``open_dm`` gives somebody's channel.

    Told are those who were admins, by Slack's record, when they last spoke to the bot.
    """
    for quarantine in store.quarantines.untold(workspace_id)[:MEMBERS_A_TICK]:
        with Incident("drift_not_planned", workspace_id=workspace_id):
            _owe(store, quarantine, now, open_dm)
            store.quarantines.mark_told(quarantine)


def _owe(
    store: Store, quarantine: Quarantine, now: datetime, open_dm: Callable[[str], str]
) -> None:
    for slack_id in store.quarantines.admins(quarantine.workspace_id):
        member = store.members.by_slack_id(quarantine.workspace_id, slack_id)
        store.deliveries.owe(
            direct(
                DRIFT,
                str(quarantine.number),
                workspace_id=quarantine.workspace_id,
                member_id=member.member_id if member else None,
                channel_id=open_dm(slack_id),
                due=now,
            )
        )
