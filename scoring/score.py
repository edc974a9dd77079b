"""The score: what each signal's amount is worth, rounded once, and from there on only added."""

from collections.abc import Set as AbstractSet
from datetime import date
from fractions import Fraction

from scoring.measures import measure
from scoring.model import Amount, Kind, Scorecard, SignalScore, Tallies, Tally
from scoring.rulebook import Rulebook, Signal

_NOTHING = Tally()


def worth(signal: Signal, amount: Amount) -> Fraction:
    """Tell exactly what an amount is worth, in hundredths of a point.

    A straight line up to the target, then the cap::

        worth = cap · min(1, amount / target)

    where a rate's amount is ``value / max(of, minimum)``.
    """
    reached, needed = _progress(signal, amount)
    return Fraction(signal.cap * reached, needed)


def _progress(signal: Signal, amount: Amount) -> tuple[int, int]:
    """Tell how far an amount reaches toward the target, out of how much."""
    base = 1 if amount.of is None else max(amount.of, signal.minimum)
    target, shares = signal.target.as_integer_ratio()
    needed = target * base
    return min(amount.value * shares, needed), needed


def points(signal: Signal, amount: Amount) -> int:
    """Tell what an amount earns in whole hundredths; a half goes to the even neighbour.

    It is ``round(worth(signal, amount))`` in whole numbers, five times as fast: teams are scored
    while somebody waits.
    """
    reached, needed = _progress(signal, amount)
    whole, rest = divmod(signal.cap * reached, needed)
    return whole + (2 * rest + whole % 2 > needed)


def is_observed(signal: Signal, observed: AbstractSet[Kind]) -> bool:
    """Whether the observed kinds can show a signal at all; a rate needs both of its halves."""
    return not observed.isdisjoint(signal.kinds) and (
        not signal.of or not observed.isdisjoint(signal.of)
    )


def score(
    rulebook: Rulebook, tallies: Tallies, day: date, observed: AbstractSet[Kind]
) -> Scorecard:
    """Score a member at the end of a day.

    Args:
        rulebook: The rules to score by.
        tallies: What each signal's window holds, by signal name; see ``scoring.window.tallies``.
        day: The day scored.
        observed: The kinds that the member's connected sources can show. A signal outside them
            scores 0 and says so: missing is not zero.
    """
    return Scorecard(
        day,
        rulebook.version,
        tuple(
            score_signal(signal, tallies.get(signal.name, _NOTHING), observed)
            for signal in rulebook.signals
        ),
    )


def score_signal(signal: Signal, tally: Tally, observed: AbstractSet[Kind]) -> SignalScore:
    """Score one signal by what its window holds."""
    amount = measure(signal, tally)
    is_seen = is_observed(signal, observed)
    earned = points(signal, amount) if is_seen else 0
    return SignalScore(signal.name, signal.pillar, amount, earned, signal.cap, is_seen)
