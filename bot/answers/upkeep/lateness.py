"""Lateness: how late each kind of message may come after an outage, and what is skipped then."""

from collections.abc import Mapping
from datetime import datetime, timedelta

from bot.storage.tables import Delivery, Workspace
from bot.storage.times import from_epoch

LATEST_DAYS = 6
"""The longest that a digest may be late: its next turn is about to come."""

NOTE_MOST_LATE = timedelta(days=3)
"""Of a note the next is nearer by then than the week that it tells of."""

_MOST_LATE: Mapping[str, timedelta] = {
    "note": NOTE_MOST_LATE,
    "nudge": timedelta(hours=12),  # it is for a Monday
    "heads_up": timedelta(days=1),  # it comes two days ahead, so that something can be done
    "cohort": timedelta(days=3),
}
"""What is worth less the later it comes. A digest and its story have their workspace's days; all
else that is owed is news on whichever day it comes, and is left after `LATEST_DAYS` alone.
"""

WITH_THE_DIGEST = frozenset({"digest", "story"})


def most_late(kind: str, workspace: Workspace) -> timedelta:
    """Tell how late a kind of message may come in a workspace."""
    if kind in WITH_THE_DIGEST:
        return timedelta(days=workspace.late_days)
    return _MOST_LATE.get(kind, timedelta(days=LATEST_DAYS))


def is_too_late(delivery: Delivery, workspace: Workspace, now: datetime) -> bool:
    """Whether a delivery is not worth sending any more."""
    return now - from_epoch(delivery.due_at) > most_late(delivery.kind, workspace)
