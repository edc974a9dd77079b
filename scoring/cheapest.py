"""The cheapest way to earn so many points where several works may each be done to some extent.

This is a knapsack with many ways to do each work, of which one is chosen; it is solved exactly.
Going up each work's frontier where a unit of cost earns most, until enough is earned, tells a
*price* of points: the cost of the last step for what it earned. Whatever is chosen, its *waste*
(what it costs above the price of its points) is a sum over works. So a whole that costs little more
than all points at that price wastes little in each work, and few ways are left to combine. If none
of them is enough, some more waste is allowed, until one is: then nothing cheaper was left out.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from operator import itemgetter
from typing import NamedTuple


class Way(NamedTuple):
    """One way to do some works: its cost, the points it earns, and the units of each work."""

    cost: int
    points: int
    units: tuple[int, ...]

    def joined(self, other: "Way") -> "Way":
        """Do both."""
        return Way(self.cost + other.cost, self.points + other.points, self.units + other.units)


NO_WORK = Way(0, 0, ())

_BY_COST_THEN_POINTS = itemgetter(0, 1)

FIRST_TRY = 128
"""The first waste allowed: this part of the last step's cost; any number is right, not as fast."""


class _Climb(NamedTuple):
    """A step up the best of a work's frontier."""

    cost: int
    points: int

    @property
    def pace(self) -> float:
        """What a unit of cost earns; used to order steps, where a rounded digit does no harm."""
        return self.points / self.cost


def frontier(ways: Iterable[Way]) -> list[Way]:
    """Keep the ways that no cheaper one equals, cheapest first; of equal ones the first."""
    kept: list[Way] = []
    for way in sorted(ways, key=lambda way: (way.cost, -way.points)):
        if not kept or way.points > kept[-1].points:
            kept.append(way)
    return kept


def joined_frontier(pairs: Iterable[tuple[Way, Way]]) -> list[Way]:
    """Do both ways of each pair, and keep the frontier; only what is kept is put together."""
    sums = [(one.cost + other.cost, -one.points - other.points, one, other) for one, other in pairs]
    kept: list[Way] = []
    for cost, negative, one, other in sorted(sums, key=_BY_COST_THEN_POINTS):
        if not kept or -negative > kept[-1].points:
            kept.append(Way(cost, -negative, one.units + other.units))
    return kept


def cheapest(works: Sequence[Sequence[Way]], need: int) -> Way:
    """Choose one way for each work, so that all earn what is needed at the least cost.

    Args:
        works: The frontier of each work; it begins with the way that costs and earns nothing.
        need: The points to earn.

    Returns:
        All that is chosen, joined in the order of the works. Where the works cannot earn as much,
        it is the cheapest way to earn the most.
    """
    most = _all(ways[-1] for ways in works)
    if most.points <= need or need <= 0:
        return most if need > 0 else _all(ways[0] for ways in works)
    price = _price(works, need)
    spare = price.cost * price.points // FIRST_TRY + 1
    while (found := _within(works, need, price, spare)) is None:
        spare *= 2
    return found


def _within(works: Sequence[Sequence[Way]], need: int, price: _Climb, spare: int) -> Way | None:
    """Find the cheapest whole, if all that it wastes above what cannot be avoided is in a bound."""

    def waste(way: Way) -> int:
        return price.points * way.cost - price.cost * way.points

    found, allowed = [NO_WORK], spare
    for ways in works:
        wasted = [(way, waste(way)) for way in ways]
        least = min(its_waste for _, its_waste in wasted)
        allowed += least
        usable = [(way, its_waste) for way, its_waste in wasted if its_waste <= least + spare]
        found = joined_frontier(
            (so_far, way)
            for so_far, left in [(so_far, allowed - waste(so_far)) for so_far in found]
            for way, its_waste in usable
            if its_waste <= left
        )
    limit = allowed + price.cost * need
    return next(
        (way for way in found if way.points >= need and price.points * way.cost <= limit), None
    )


def _all(ways: Iterable[Way]) -> Way:
    joined = NO_WORK
    for way in ways:
        joined = joined.joined(way)
    return joined


def _price(works: Sequence[Sequence[Way]], need: int) -> _Climb:
    """Climb where a unit of cost earns most until enough is earned; give the last step."""
    points = 0
    climbs = [climb for ways in works for climb in _climbs(ways)]
    for climb in sorted(climbs, key=lambda climb: -climb.pace):
        points += climb.points
        if points >= need:
            return climb
    raise ValueError("all works together do not earn what is needed")


def _climbs(ways: Sequence[Way]) -> Iterator[_Climb]:
    """Give the steps up the hull of a frontier, each slower than the one before."""
    hull: list[Way] = []
    for way in ways:
        while len(hull) > 1 and _climb(*hull[-2:]).pace < _climb(hull[-1], way).pace:
            hull.pop()
        hull.append(way)
    return (_climb(low, high) for low, high in pairwise(hull))


def _climb(low: Way, high: Way) -> _Climb:
    return _Climb(high.cost - low.cost, high.points - low.points)
