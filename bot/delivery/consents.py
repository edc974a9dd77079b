"""Consents: a member whose manager wants to see more is owed the question, once."""

from collections.abc import Callable
from datetime import datetime

from bot.delivery.direct import MEMBERS_A_TICK, direct
from bot.incident import Incident
from bot.storage import Store
from bot.storage.tables import Consent, Delivery

CONSENT = "consent"


def plan_consents(
    store: Store, workspace_id: int, now: datetime, open_dm: Callable[[str], str]
) -> None:
    """Write down whom to ask for consent, each once; ``open_dm`` gives somebody's channel."""
    for consent in store.consents.unasked(workspace_id)[:MEMBERS_A_TICK]:
        ids = {"workspace_id": workspace_id, "member_id": consent.member_id}
        with Incident("consent_not_planned", **ids):
            member = store.members.get(workspace_id, consent.member_id)
            if member and member.slack_id:
                store.deliveries.owe(_question(consent, open_dm(member.slack_id), now))
            store.consents.mark_asked(consent)


def _question(consent: Consent, channel_id: str, now: datetime) -> Delivery:
    """Make the delivery; its period names the manager, and when the manager asked."""
    return direct(
        CONSENT,
        f"{consent.slack_id} {consent.asked_at}",
        workspace_id=consent.workspace_id,
        member_id=consent.member_id,
        channel_id=channel_id,
        due=now,
    )
