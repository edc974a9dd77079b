"""How the bot is, for admins: whether messages go out, and whether nights are scored."""

from datetime import timedelta
from zoneinfo import ZoneInfo

from bot.answers.asking.feedback import feedback_line
from bot.answers.desk import Desk
from bot.answers.upkeep.deliveries import LOOKS_BACK, OVERDUE
from bot.messages.contexts.home import HomeHealth
from bot.storage.deliveries import UNDONE, DeliveryState
from bot.storage.times import from_day

MORNING = timedelta(hours=4)
"""By this time of the workspace's day, the night before is scored."""


def health(desk: Desk) -> HomeHealth:
    """Gather what an admin should know; `ssi doctor` tells the rest."""
    store, number, zone = desk.store, desk.workspace_id, ZoneInfo(desk.workspace.zone)
    counts = store.health.deliveries(number, desk.now - LOOKS_BACK)
    recordings, last = store.health.recordings(number)
    scored = desk.workspace.scored_through
    through = None if scored is None else from_day(scored)
    begun = (desk.now - MORNING).astimezone(zone).date()
    return HomeHealth(
        owed=counts.get(DeliveryState.READY, 0) + counts.get(DeliveryState.SENDING, 0),
        in_doubt=counts.get(DeliveryState.VERIFY, 0),
        failed=sum(counts.get(state, 0) for state in UNDONE),
        late=store.health.overdue(number, desk.now - OVERDUE) is not None,
        scored_through=through,
        night_missing=through is not None and through < begun - timedelta(days=1),
        engine=store.health.engine,
        recordings=recordings,
        last_recording=last.astimezone(zone).date() if last else None,
        disputes=len(store.disputes.open(number)),
        feedback=feedback_line(desk),
        unread_files=store.quarantines.count(number, desk.now - LOOKS_BACK),
    )
