"""Verification: every snapshot, computed again from what was known, must come out the same."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date

from bot.answers.desk import Desk
from bot.storage.snapshots import as_snapshot
from bot.storage.tables import Snapshot
from bot.storage.times import from_day
from scoring.model import Kind, Tallies
from scoring.rulebook import Rulebook
from scoring.score import score


@dataclass(frozen=True, slots=True)
class Difference:
    """A snapshot that does not come out again: points stored and recomputed, in hundredths.

    ``recomputed`` is absent when its rulebook is not here any more.
    """

    member_id: int
    day: date
    stored: int
    recomputed: int | None


@dataclass(frozen=True, slots=True)
class Verification:
    """How many snapshots were recomputed, and which of them differ."""

    checked: int
    differences: tuple[Difference, ...]


def verify(desk: Desk) -> Verification:
    """Recompute every snapshot of a workspace."""
    checked = 0
    differences: list[Difference] = []
    for day in desk.store.snapshots.days(desk.workspace_id):
        stored = desk.store.snapshots.on(desk.workspace_id, day).values()
        checked += len(stored)
        differences.extend(_differences(desk, day, stored))
    return Verification(checked, tuple(differences))


def _differences(desk: Desk, day: date, stored: Collection[Snapshot]) -> Iterator[Difference]:
    """Recompute a day's snapshots, those of one rulebook and one state of knowledge together."""
    rulebooks = {rulebook.version: rulebook for rulebook in desk.rulebooks}
    for version, known in sorted({(snapshot.rulebook, snapshot.known_at) for snapshot in stored}):
        rulebook = rulebooks.get(version)
        held = desk.store.tallies.on(desk.workspace_id, rulebook, day, known) if rulebook else {}
        observed = desk.store.activities.observed(desk.workspace_id, known)
        for snapshot in stored:
            if (snapshot.rulebook, snapshot.known_at) == (version, known):
                tallies = held.get(snapshot.member_id, {})  # nothing is in a window any more
                seen = observed.get(snapshot.member_id, frozenset())
                again = _recomputed(snapshot, rulebook, tallies, seen) if rulebook else None
                if again != snapshot:
                    points = again.points if again else None
                    yield Difference(snapshot.member_id, day, snapshot.points, points)


def _recomputed(
    snapshot: Snapshot, rulebook: Rulebook, tallies: Tallies, seen: frozenset[Kind]
) -> Snapshot:
    """Make a snapshot anew, from what was in the windows and what sources showed then."""
    card = score(rulebook, tallies, from_day(snapshot.day), seen)
    return as_snapshot(snapshot.workspace_id, snapshot.member_id, card, snapshot.known_at)
