"""What went with outcomes: weeks in which people did more than is usual for them, and the others.

The statistic is an exact permutation test, and says nothing about causes.

*What is compared.* Each week of each member has an amount of a signal's activity, and an outcome or
none: several in one week count once, for a deal that is won had its meeting before. A member's
weeks are cut into *seasons* of 13 weeks, back from the last. Within a season, the weeks with more
than the season's median are the busy ones, the others the calm ones. So everybody is compared with
nobody but themselves, and not long ago: that some are busier than others, or sell in an easier
market, or have got better at both, moves nothing.

*The test.* If activity and outcomes have nothing to do with each other, a season's eventful weeks
fall on its busy weeks as if drawn from a hat: their number is hypergeometric. The sum over all
seasons has the convolution of these as its exact distribution (it is the exact form of the test of
Cochran, Mantel and Haenszel); the p-value is twice the smaller tail. Of the signals that were
looked at, those stay that Holm's procedure finds at 5 %: where no signal has to do with outcomes,
one is named in at most one team of twenty (in 2.7 % of 4,500 teams made up by this module's tests).

*What it assumes.* Within a season, a member's weeks could have come in any other order. What makes
both sides of a week rich or poor, such as holidays, can still make a signal go with outcomes that
does nothing for them. So can what comes of an outcome, such as a connection made at a meeting.

The shares of busy and of calm weeks have Wilson's intervals of 95 %, each on its own.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import comb, sqrt
from statistics import median

SEASON = 13
"""Weeks within which a member is compared with themselves."""

MEMBERS, WEEKS, EVENTFUL = 5, 12, 20
"""The least that says anything: members, weeks, and member-weeks with an outcome."""

LEVEL = 0.05
"""How often one signal or more may be named where none has to do with outcomes."""

_NORMAL = 1.959963984540054
"""Within so many standard deviations lies 95 % of a normal distribution."""


@dataclass(frozen=True, slots=True)
class Week:
    """A week of a member: how much of a signal's activity it held, and whether an outcome came."""

    amount: int
    eventful: bool


@dataclass(frozen=True, slots=True)
class Share:
    """So many of so many weeks were eventful."""

    eventful: int
    weeks: int

    @property
    def rate(self) -> float:
        """The share, from 0 to 1; 0 of no weeks."""
        return self.eventful / self.weeks if self.weeks else 0.0

    @property
    def interval(self) -> tuple[float, float]:
        """Wilson's interval of 95 %: from 0 to 1 where there are no weeks."""
        if not self.weeks:
            return 0.0, 1.0
        square = _NORMAL**2 / self.weeks
        middle = self.rate + square / 2
        reach = _NORMAL * sqrt(self.rate * (1 - self.rate) / self.weeks + square / 4 / self.weeks)
        low, high = (middle - reach) / (1 + square), (middle + reach) / (1 + square)
        # At 0 and at 1 the interval ends there, but for the last digits of a float.
        return max(0.0, min(low, self.rate)), min(1.0, max(high, self.rate))


@dataclass(frozen=True, slots=True)
class Relation:
    """How a signal went with outcomes; ``clear`` where that is more than chance, of all looked at.

    ``p`` is the exact two-sided p-value of this signal alone.
    """

    signal: str
    busy: Share
    calm: Share
    p: float
    clear: bool


@dataclass(frozen=True, slots=True)
class _Season:
    """A season that has both busy and calm weeks: how many are which, and eventful."""

    weeks: int
    busy: int
    eventful: int
    both: int


def is_enough(members: int, weeks: int, eventful: int) -> bool:
    """Whether so many members, weeks, and member-weeks with an outcome can say anything."""
    return members >= MEMBERS and weeks >= WEEKS and eventful >= EVENTFUL


def relations(weeks: Mapping[str, Sequence[Sequence[Week]]]) -> tuple[Relation, ...]:
    """Tell how each signal went with outcomes, the most telling first.

    Args:
        weeks: By signal, the weeks of each member of whom it can be seen, in order. A signal that
            nobody does in some weeks more than in others is left out: it was not looked at.
    """
    found = [
        _relation(signal, seasons)
        for signal, members in weeks.items()
        if (seasons := [season for weeks in members for season in _seasons(weeks)])
    ]
    found.sort(key=lambda relation: (relation.p, relation.signal))
    return tuple(_by_holm(found))


def _by_holm(found: Sequence[Relation]) -> Iterable[Relation]:
    """Mark the clear relations of those in order of p: each has to be clearer than the next."""
    clear = True
    for number, each in enumerate(found):
        clear = clear and each.p <= LEVEL / (len(found) - number)
        yield Relation(each.signal, each.busy, each.calm, each.p, clear)


def _relation(signal: str, seasons: Sequence[_Season]) -> Relation:
    busy = sum(season.busy for season in seasons)
    weeks = sum(season.weeks for season in seasons)
    eventful = sum(season.eventful for season in seasons)
    both = sum(season.both for season in seasons)
    return Relation(
        signal=signal,
        busy=Share(both, busy),
        calm=Share(eventful - both, weeks - busy),
        p=_p_value(seasons, both),
        clear=False,
    )


def _seasons(weeks: Sequence[Week]) -> Iterable[_Season]:
    """Cut a member's weeks into seasons, back from the last, and leave out those all alike."""
    for end in range(len(weeks), 0, -SEASON):
        season = weeks[max(0, end - SEASON) : end]
        is_busy = _busy([week.amount for week in season])
        if any(is_busy) and not all(is_busy):
            eventful = [week.eventful for week in season]
            both = sum(map(min, is_busy, eventful))
            yield _Season(len(season), sum(is_busy), sum(eventful), both)


def _busy(amounts: Sequence[int]) -> list[bool]:
    """Tell the weeks above the median; where most are at it, those at it belong to fewer.

    Of "more than the median" and "as much or more", it is what parts the weeks more evenly.
    """
    middle = median(amounts)
    above = [amount > middle for amount in amounts]
    not_below = [amount >= middle for amount in amounts]
    half = len(amounts) / 2
    return above if abs(sum(above) - half) <= abs(sum(not_below) - half) else not_below


def _p_value(seasons: Iterable[_Season], both: int) -> float:
    """Give the exact chance, were there no relation, to be as far off; twice the smaller tail."""
    chances = [1.0]
    for season in seasons:
        chances = _convolved(chances, _hypergeometric(season))
    return min(1.0, 2 * min(sum(chances[: both + 1]), sum(chances[both:])))


def _hypergeometric(season: _Season) -> list[float]:
    """Give the chance of each number of busy weeks among a season's eventful ones."""
    draws = comb(season.weeks, season.eventful)
    calm = season.weeks - season.busy
    return [
        comb(season.busy, hits) * comb(calm, season.eventful - hits) / draws
        for hits in range(season.eventful + 1)
    ]


def _convolved(one: Sequence[float], other: Sequence[float]) -> list[float]:
    """Give the distribution of the sum of two independent numbers."""
    sums = [0.0] * (len(one) + len(other) - 1)
    for number, chance in enumerate(one):
        for more, chance_of_more in enumerate(other):
            sums[number + more] += chance * chance_of_more
    return sums
