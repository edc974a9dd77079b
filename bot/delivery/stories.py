"""The longer story of a digest: owed in its thread once the digest was sent, and not before."""

from datetime import datetime, timedelta

from bot.answers.upkeep.lateness import LATEST_DAYS
from bot.delivery.planner import DIGEST
from bot.storage import Store
from bot.storage.deliveries import DeliveryState
from bot.storage.tables import Delivery

STORY = "story"


def plan_stories(store: Store, workspace_id: int, now: datetime) -> None:
    """Write down the story of every digest that was sent and has none yet."""
    sent = store.deliveries.sent_without(
        workspace_id, DIGEST, STORY, now - timedelta(days=LATEST_DAYS)
    )
    for digest in sent:
        store.deliveries.owe(_story(digest))


def _story(digest: Delivery) -> Delivery:
    """Owe a story for the same week, and in the same channel, as its digest."""
    return Delivery(
        workspace_id=digest.workspace_id,
        kind=STORY,
        period=digest.period,
        channel_id=digest.channel_id,
        team_id=digest.team_id,
        thread_ts=digest.sent_ts,
        due_at=digest.due_at,
        state=DeliveryState.READY,
        not_before=digest.due_at,
    )
