"""Scores each day once it has ended in the workspace's own zone, and keeps what was said of it."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from bot.answers.rules.rulebooks import rulebooks_of
from bot.clock import Clock
from bot.incident import Incident
from bot.storage import Store
from bot.storage.nights import Night
from bot.storage.tables import Workspace
from bot.storage.times import from_day, from_epoch
from scoring.rulebook import Rulebook, in_force
from scoring.score import score

NIGHT = timedelta(hours=2)
"""How long after local midnight the day that ended is scored."""

A_DAY = timedelta(days=1)


def score_nights(store: Store, clock: Clock) -> None:
    """Store snapshots for every day that has ended and has none yet, one day after the other.

    Nights missed in an outage are made up for with what is known now. Days that have snapshots
    keep them, so that a run that is repeated, or was cut short, changes nothing. A workspace whose
    night another process has claimed is left to it. A round may take hours: the clock is asked at
    each claim.
    """
    for workspace in store.workspaces.all():
        with Incident("nights_not_scored", workspace_id=workspace.workspace_id):
            rulebooks = rulebooks_of(store, workspace.workspace_id)
            for day in _days_to_score(workspace, clock()):
                night = store.nights.claim(workspace.workspace_id, day, clock())
                if night is None or not _score(store, night, in_force(rulebooks, day)):
                    break


def _days_to_score(workspace: Workspace, now: datetime) -> Iterator[date]:
    zone = ZoneInfo(workspace.zone)
    if workspace.scored_through is None:
        day = from_epoch(workspace.created_at).astimezone(zone).date()
    else:
        day = from_day(workspace.scored_through) + A_DAY
    today = (now.astimezone(zone) - NIGHT).date()
    while day < today:
        yield day
        day += A_DAY


def _score(store: Store, night: Night, rulebook: Rulebook) -> bool:
    """Score whoever has a source; without one a score would be unknown rather than zero.

    False when that took so long that somebody else has claimed the night.
    """
    known = store.recordings.latest(night.workspace_id)
    tallies = store.tallies.on(night.workspace_id, rulebook, night.day, known)
    cards = [
        (member_id, score(rulebook, tallies.get(member_id, {}), night.day, kinds))
        for member_id, kinds in sorted(store.activities.observed(night.workspace_id).items())
    ]
    return store.nights.keep(night, cards, known)
