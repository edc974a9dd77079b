"""Standings in a team: ranks with ties shown as ties, and who improved the most."""

from bisect import bisect_left
from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Standing:
    """A member's rank, from 1; ``tied`` where somebody else has the same points."""

    member: int
    points: int
    rank: int
    tied: bool


@dataclass(frozen=True, slots=True)
class Mover:
    """How far a member's points moved between two days."""

    member: int
    points: int


def standings(points: Mapping[int, int]) -> tuple[Standing, ...]:
    """Rank members by points: 1, 2, 2, 4.

    Args:
        points: Points by member, all in the same unit. Pass what is shown (tenths), so that those
            who look equal on a board are equal.

    Returns:
        One standing a member, the best first; tied members in the order of their numbers.
    """
    lowest_first = sorted(points.values())
    best_first = sorted(points, key=lambda member: (-points[member], member))
    return tuple(_stand(member, points[member], lowest_first) for member in best_first)


def _stand(member: int, points: int, lowest_first: list[int]) -> Standing:
    behind = bisect_left(lowest_first, points)
    not_ahead = bisect_left(lowest_first, points + 1)
    ahead = len(lowest_first) - not_ahead
    return Standing(member, points, rank=ahead + 1, tied=not_ahead - behind > 1)


def movers(before: Mapping[int, int], after: Mapping[int, int]) -> tuple[Mover, ...]:
    """Tell how far each member moved, the most improved first.

    Only members with points on both days moved: whoever joined in between did not climb from 0.
    """
    moved = [Mover(member, after[member] - before[member]) for member in after if member in before]
    return tuple(sorted(moved, key=lambda mover: (-mover.points, mover.member)))
