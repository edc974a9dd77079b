"""Scores each day once it has ended in the workspace's own zone, and keeps what was said of it."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from bot.answers.rules.rulebooks import rulebooks_of
from bot.incident import Incident
from bot.storage import Store
from bot.storage.tables import Workspace
from bot.storage.times import from_day, from_epoch
from scoring.rulebook import Rulebook, in_force
from scoring.score import score

NIGHT = timedelta(hours=2)
"""How long after local midnight the day that ended is scored."""

A_DAY = timedelta(days=1)


def score_nights(store: Store, now: datetime) -> None:
    """Store snapshots for every day that has ended and has none yet, one day after the other.

    Nights missed in an outage are made up for with what is known now. Days that have snapshots
    keep them, so that a run that is repeated, or was cut short, changes nothing.
    """
    for workspace in store.workspaces.all():
        with Incident("nights_not_scored", workspace_id=workspace.workspace_id):
            rulebooks = rulebooks_of(store, workspace.workspace_id)
            for day in _days_to_score(workspace, now):
                _score_day(store, workspace.workspace_id, day, in_force(rulebooks, day))
                store.workspaces.mark_scored(workspace.workspace_id, day)


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


def _score_day(store: Store, workspace_id: int, day: date, rulebook: Rulebook) -> None:
    """Score whoever has a source; without one a score would be unknown rather than zero."""
    known = store.recordings.latest(workspace_id)
    tallies = store.tallies.on(workspace_id, rulebook, day, known)
    cards = [
        (member_id, score(rulebook, tallies.get(member_id, {}), day, kinds))
        for member_id, kinds in sorted(store.activities.observed(workspace_id).items())
    ]
    store.snapshots.save(workspace_id, cards, known)
