"""Whether a change was shared: how many members fell, how many rose, and by how much."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from statistics import median


@dataclass(frozen=True, slots=True)
class SharedChange:
    """How the scores of a group changed: counts of members, and the median in hundredths."""

    fell: int
    rose: int
    members: int
    median: int


def shared_change(changes: Sequence[int]) -> SharedChange | None:
    """Sum up the changes of a group's scores over the same days.

    Args:
        changes: One change a member, in hundredths of a point, zeros included.

    Returns:
        The counts and the median (of an even number, the mean of the middle two, a half hundredth
        to the even neighbour); None for a group of nobody, which has no median.
    """
    if not changes:
        return None
    return SharedChange(
        fell=sum(change < 0 for change in changes),
        rose=sum(change > 0 for change in changes),
        members=len(changes),
        median=round(median(map(Fraction, changes))),
    )
