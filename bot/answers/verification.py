"""Verification: every snapshot, computed again from what was known, must come out the same."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date

from bot.answers.desk import Desk
from bot.storage.snapshots import as_snapshot
from bot.storage.tables import Snapshot
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
    for version, known in {(snapshot.rulebook, snapshot.known_at) for snapshot in stored}:
        rulebook = rulebooks.get(version)
        again = _recomputed(desk, day, known, rulebook) if rulebook else {}
        for snapshot in stored:
            if (snapshot.rulebook, snapshot.known_at) == (version, known):
                found = again.get(snapshot.member_id)
                if found != snapshot:
                    points = found.points if found else None
                    yield Difference(snapshot.member_id, day, snapshot.points, points)


def _recomputed(desk: Desk, day: date, known: int, rulebook: Rulebook) -> dict[int, Snapshot]:
    tallies = desk.store.tallies.on(desk.workspace_id, rulebook, day, known)
    return {
        member_id: as_snapshot(
            desk.workspace_id,
            member_id,
            # What is observed tells what could be seen, and adds no points.
            score(rulebook, found, day, frozenset()),
            known,
        )
        for member_id, found in tallies.items()
    }
