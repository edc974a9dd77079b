"""Whether many moved together while inputs stood still: then it is the index, and not its members.

Each member brings one reported move: the score before, its change, and the change of the own score
that own activity accounts for. The question is whether one *common* move lies behind them.

**What inputs cannot account for.** The index weighs inputs in its own way and sees some that no
source shows. So of a reported change, anything from a half to one and a half times the own change
is put down to own inputs; what lies outside that range is *unexplained*. Who stood still has
nothing put down to them: their whole change is unexplained.

**The statistic.** A shift is found, in one direction, when all of this holds:

1. *Not chance.* Wilcoxon's signed-rank test of the unexplained changes, with its exact
   distribution and zeros counted against a shift (``scoring.signed_rank``): one-sided p ≤ 10 %.
2. *Not small.* The common share of their scores that members gained or lost is at least 2.5 %. It
   is the share θ that minimises the sum of abs(unexplained - θ · score), the least absolute
   deviations: a weighted median, which is what heavy tails leave standing.
3. *Not their doing.* That share is at least as large as the share that own inputs moved, measured
   in the same way and direction. In a holiday week inputs did not stand still.
4. *Together.* The median of the reported changes, inputs and all, goes the same way.

The first alone would alarm in up to one ordinary week of five; the second alone knows nothing of
how noisy this week was. ``tests/bench/cohort.py`` measures both errors on simulated teams.

**Assumptions.** In an ordinary week the unexplained changes of different members are independent,
and each is as likely up as down by the same amount. Most scores move by a point or two in a week,
a few by many. Whether members reported on both days has nothing to do with how they moved. What no
source shows does not move in step: where a whole team gives up together what no source sees, that
looks like a shift.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import accumulate
from statistics import median
from typing import Self

from scoring.model import CauseKind, Change
from scoring.signed_rank import chance_of

FEWEST = 5
"""Fewer members than this decide nothing: four who move alike do so once in eight weeks."""

CHANCE = 0.10
"""The most that the one-sided p-value of a shift may be."""

SMALLEST = 0.025
"""The least share of their scores that members gain or lose in a shift."""

_LEAST_WEIGHT = 0.5
_MOST_WEIGHT = 1.5
_INPUTS = {CauseKind.NEW, CauseKind.AGED_OUT}


@dataclass(frozen=True, slots=True)
class SharedChange:
    """How the scores of a group changed: counts of members, and the median in hundredths."""

    fell: int
    rose: int
    members: int
    median: int


@dataclass(frozen=True, slots=True)
class Movement:
    """How one member's score moved between two days, in hundredths of a point.

    ``score`` is the score before; ``own`` is how much own activity, coming in and aging out, moved
    the own score over the same days.
    """

    score: int
    change: int
    own: int = 0

    @classmethod
    def of_reported(cls, before: int, after: int, own: Change) -> Self:
        """Make the move of a reported SSI, beside the change of the own score on these days."""
        inputs = sum(cause.points for cause in own.causes if cause.cause in _INPUTS)
        return cls(before, after - before, inputs)

    @classmethod
    def of_own(cls, change: Change) -> Self:
        """Make the move of an own score, rules apart.

        An own score is explained to the last hundredth: without the rules and own activity, what
        remains is what was corrected.
        """
        corrected = (c.points for c in change.causes if c.cause is CauseKind.CORRECTED)
        return cls(change.before.points, sum(corrected))

    @property
    def unexplained(self) -> float:
        """How far the change lies outside of what own inputs can account for."""
        low, high = sorted((_LEAST_WEIGHT * self.own, _MOST_WEIGHT * self.own))
        return self.change - min(max(self.change, low), high)


@dataclass(frozen=True, slots=True)
class CohortShift:
    """Many members moved together while inputs stood still.

    Attributes:
        moved: How many members' scores changed in the direction of the shift.
        of: How many members were compared.
        median: The median of their changes in hundredths of a point, negative for a fall.
        own: The median of what own inputs moved own scores, in hundredths of a point.
        share: The common share of their scores that inputs do not account for; -0.07 is 7 % down.
        chance: How probable unexplained changes so much to one side were, if there were no shift.
    """

    moved: int
    of: int
    median: int
    own: int
    share: float
    chance: float

    @property
    def fell(self) -> bool:
        """Whether the shift went down."""
        return self.share < 0


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
        median=_median(changes),
    )


def cohort_shift(movements: Iterable[Movement]) -> CohortShift | None:
    """Decide whether members moved together while inputs stood still; see this module's words.

    Args:
        movements: One movement for each member who was seen on both days. A score of 0 has no
            share to lose and is passed over.

    Returns:
        The shift, or None where nothing speaks for one or fewer than five members can be compared.
    """
    compared = [movement for movement in movements if movement.score > 0]
    if len(compared) < FEWEST:
        return None
    scores = [movement.score for movement in compared]
    share = _common_share([movement.unexplained for movement in compared], scores)
    way = 1 if share > 0 else -1
    own_share = _common_share([movement.own for movement in compared], scores)
    changes = [movement.change for movement in compared]
    middle = _median(changes)
    if way * share < max(SMALLEST, way * own_share) or way * middle <= 0:
        return None
    chance = chance_of([way * movement.unexplained for movement in compared])
    if chance > CHANCE:
        return None
    return CohortShift(
        moved=sum(way * change > 0 for change in changes),
        of=len(compared),
        median=middle,
        own=_median([movement.own for movement in compared]),
        share=share,
        chance=chance,
    )


def _common_share(parts: Sequence[float], scores: Sequence[int]) -> float:
    """Tell the share θ that minimises the sum of abs(part - θ · score).

    It is the median of each member's share, weighted by scores. Where all between two shares are
    as good, it is the one in the middle, so that a rise is measured as a fall is.
    """
    shares = sorted((part / score, score) for part, score in zip(parts, scores, strict=True))
    half = sum(scores) / 2
    so_far = list(accumulate(score for _, score in shares))
    low, high = bisect_left(so_far, half), bisect_right(so_far, half)
    return (shares[low][0] + shares[high][0]) / 2


def _median(values: Sequence[int]) -> int:
    return round(median(map(Fraction, values)))
