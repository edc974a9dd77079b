"""Standings in a team: ranks with ties shown as ties, who improved most, and why a rank changed.

A rank changes with one's own points, with those of others, and with who is in the team at all. It
is one more than the number of members ahead, so each other member is a case of their own, who takes
or gives one place:

- who *left* had been ahead on the day before, or not; who *joined* is ahead on the day after, or
  not;
- with who was there on both days, two things moved, one's own points and theirs. Each is paid the
  mean of moving first and of moving second (the Shapley value of two players), so that no order of
  events is made up. Where one's own move alone would have done, and theirs alone would not, the
  place is one's own doing; where either would have done, or only both, it is half and half.

Half a place is nothing that can be told. Over all members, one's own part is rounded up: a half
gain is one's own, a half loss is the others'.
"""

from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
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


@dataclass(frozen=True, slots=True)
class RankChange:
    """How a member's rank changed between two days, in places: positive is up the board.

    ``before`` or ``after`` is None for a member without points on that day; nothing changed then.

    Attributes:
        own: Places that the member's own points won or lost.
        others: Places that the points of those who were there on both days won or lost.
        joined: Places lost to members who came in ahead: never positive.
        left: Places won as members went who had been ahead: never negative.
        passed_by: Who was there on both days, not ahead then, and is now; by number.
        passed: Who was there on both days, ahead then, and is no more; by number.
    """

    before: Standing | None
    after: Standing | None
    own: int = 0
    others: int = 0
    joined: int = 0
    left: int = 0
    passed_by: tuple[int, ...] = ()
    passed: tuple[int, ...] = ()

    @property
    def places(self) -> int:
        """The change of rank: the sum of its four parts."""
        return self.own + self.others + self.joined + self.left


def rank_change(before: Mapping[int, int], after: Mapping[int, int], member: int) -> RankChange:
    """Split the change of a member's rank into what moved it.

    Args:
        before: Points by member on the day before, in the unit that is shown; see ``standings``.
        after: The same on the day after.
        member: Whose rank it is.

    Returns:
        The change, whose parts sum to ``before.rank - after.rank``.
    """
    standing_before, standing_after = _standing(before, member), _standing(after, member)
    if standing_before is None or standing_after is None:
        return RankChange(standing_before, standing_after)
    mine, mine_now = before[member], after[member]
    stayed = sorted(before.keys() & after.keys() - {member})
    then, now = [before[other] for other in stayed], [after[other] for other in stayed]
    own, others = _split(mine, mine_now, then, now)
    places = list(zip(stayed, then, now, strict=True))
    return RankChange(
        standing_before,
        standing_after,
        own=own,
        others=others,
        joined=-_ahead(mine_now, [after[other] for other in after.keys() - before.keys()]),
        left=_ahead(mine, [before[other] for other in before.keys() - after.keys()]),
        passed_by=tuple(
            other for other, was, is_now in places if was <= mine and is_now > mine_now
        ),
        passed=tuple(other for other, was, is_now in places if was > mine and is_now <= mine_now),
    )


def _split(mine: int, mine_now: int, then: Sequence[int], now: Sequence[int]) -> tuple[int, int]:
    """Split the places won among those who stayed into one's own and those of the others."""
    moving_first = _ahead(mine, then) - _ahead(mine_now, then)
    moving_second = _ahead(mine, now) - _ahead(mine_now, now)
    own = (moving_first + moving_second + 1) // 2
    return own, _ahead(mine, then) - _ahead(mine_now, now) - own


def _ahead(mine: int, points: Iterable[int]) -> int:
    return sum(theirs > mine for theirs in points)


def _standing(points: Mapping[int, int], member: int) -> Standing | None:
    return next((standing for standing in standings(points) if standing.member == member), None)
