"""Wilcoxon's signed-rank test with its exact distribution, whatever ties and zeros there are.

Frank Wilcoxon, *Individual Comparisons by Ranking Methods*, Biometrics Bulletin 1 (1945).
"""

from collections.abc import Sequence
from itertools import chain, groupby, repeat
from operator import add
from statistics import NormalDist

EXACT_UP_TO = 50
"""So many values are counted out; for more, the sum of ranks is normal to three decimals."""


def chance_of(values: Sequence[float]) -> float:
    """Tell how probable it is that values are so clearly positive by chance.

    Sizes are ranked, equal ones by the mean of their ranks. Were either sign as likely for each, in
    how many of the 2ⁿ cases would the ranks of the values that are not positive sum to no more than
    they do here? A zero is not positive: it speaks against.

    Args:
        values: Differences that are independent and, by the hypothesis, symmetric around 0.

    Returns:
        The one-sided p-value, exact for up to 50 values; 1 where most of the rank speaks against.
    """
    ranks = _double_ranks([abs(value) for value in values])
    against = sum(rank for rank, value in zip(ranks, values, strict=True) if value <= 0)
    if 2 * against > sum(ranks):
        return 1.0
    if len(ranks) > EXACT_UP_TO:
        spread = sum(rank * rank for rank in ranks) ** 0.5 / 2
        return NormalDist(sum(ranks) / 2, spread).cdf(against + 1)  # half a step of 2 further
    # ways[s] counts the cases whose ranks sum to s; higher sums than the one seen do not matter.
    ways = [1, *repeat(0, against)]
    for rank in ranks:
        ways = list(map(add, ways, chain(repeat(0, rank), ways)))
    return float(sum(ways) / 2 ** len(ranks))


def _double_ranks(sizes: Sequence[float]) -> list[int]:
    """Rank sizes from the smallest; a mean rank can be a half, so all ranks come doubled."""
    places = sorted(range(len(sizes)), key=sizes.__getitem__)
    ranks = [0] * len(sizes)
    below = 0
    for _, group in groupby(places, key=sizes.__getitem__):
        tied = list(group)
        for place in tied:
            ranks[place] = 2 * below + len(tied) + 1
        below += len(tied)
    return ranks
