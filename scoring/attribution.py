"""Shares a signal's move among what moved it: Aumann-Shapley along a straight path.

Several things move a signal's amount at once: some units came in, some aged out, some were
corrected. Who earned what? Let all of them happen *together*, each at an even pace, and pay each
by what its tiny steps are worth at the time. With ``f`` the worth of an amount and ``move`` the
way from ``start`` to the end, the share of one mover is the path integral

    share = ∫₀¹ ∇f(start + t · move) · mover dt

The shares sum to ``f(end) - f(start)``, since the movers sum to the move. They do not depend on an
order of events, nor on whether sixty comments are one event or sixty: plain Shapley values do.
(Aumann and Shapley, *Values of Non-Atomic Games*, 1974.)

Where ``f`` has a kink, its slope is the mean of both sides. That matters only when a path stays on
a kink, as when as much came in as went out of a signal that stood exactly at its target.
"""

from collections.abc import Sequence
from fractions import Fraction
from itertools import pairwise
from math import log1p
from typing import NamedTuple

from scoring.model import Amount, Measure
from scoring.rulebook import Signal
from scoring.score import worth

Share = Fraction | float
"""A part of a change in hundredths of a point: exact, or for rates, with logarithms, a float."""

_HALF = Fraction(1, 2)


def share_out(signal: Signal, start: Amount, movers: Sequence[Amount]) -> list[Share]:
    """Share the change of a signal's worth among the movers of its amount.

    Args:
        signal: The signal, whose worth is capped and, below the cap, a straight line or a rate.
        start: The amount before any of the movers moved it.
        movers: Signed amounts; ``start`` and all of them together are the amount after.

    Returns:
        Each mover's share in hundredths of a point, in the order of the movers.
    """
    if signal.measure is Measure.RATE:
        return _share_out_rate(signal, start, movers)
    slope = _mean_slope(signal, start.value, start.value + sum(mover.value for mover in movers))
    return [slope * mover.value for mover in movers]


def _mean_slope(signal: Signal, start: int, end: int) -> Fraction:
    """Tell the mean slope of a straight line with a cap.

    On one line all movers walk through the same points, so the path integral is nothing but the
    mean slope times each mover's way: the slope of the chord, or where the path is a mere point,
    the slope there.
    """
    if start != end:
        return (worth(signal, Amount(end)) - worth(signal, Amount(start))) / (end - start)
    return signal.cap / signal.target * _side(signal.target - start)


def _side(distance: Fraction) -> Fraction:
    """Weigh one side of a kink: 1 on that side, 0 on the other, ½ for the kink itself."""
    return _HALF + _HALF * ((distance > 0) - (distance < 0))


class _Spot(NamedTuple):
    """A point on a rate's path, or a way between two: numerator and denominator."""

    value: Fraction
    of: Fraction


def _share_out_rate(signal: Signal, start: Amount, movers: Sequence[Amount]) -> list[Share]:
    """Integrate along the path of a rate, piece by piece between its kinks, in closed form."""
    origin = _Spot(Fraction(start.value), Fraction(start.of or 0))
    move = _Spot(
        Fraction(sum(mover.value for mover in movers)),
        Fraction(sum(mover.of or 0 for mover in movers)),
    )
    by_value = by_of = 0.0
    for begin, end in pairwise(_cuts(signal, origin, move)):
        slope = _mean_gradient(signal, _walk(origin, move, begin), _walk(origin, move, end))
        by_value += float(end - begin) * slope[0]
        by_of += float(end - begin) * slope[1]
    return [by_value * mover.value + by_of * (mover.of or 0) for mover in movers]


def _walk(origin: _Spot, move: _Spot, time: Fraction) -> _Spot:
    return _Spot(origin.value + time * move.value, origin.of + time * move.of)


def _cuts(signal: Signal, origin: _Spot, move: _Spot) -> list[Fraction]:
    """Tell the times from 0 to 1 between which the path meets no kink.

    With ``v`` of ``w`` measured, the kinks are at ``w = minimum``, and at the cap: at
    ``v = target · minimum`` or ``v = target · w``, whichever is more. Each is a line, so a path
    that does not stay on it crosses it once.
    """
    distances = (
        (origin.of - signal.minimum, move.of),
        (origin.value - signal.target * signal.minimum, move.value),
        (origin.value - signal.target * origin.of, move.value - signal.target * move.of),
    )
    crossings = {-distance / speed for distance, speed in distances if speed}
    return sorted({Fraction(0), Fraction(1)} | {time for time in crossings if 0 < time < 1})


def _mean_gradient(signal: Signal, begin: _Spot, end: _Spot) -> tuple[float, float]:
    """Tell the mean slopes of a rate's worth by ``v`` and by ``w`` on a piece without kinks.

    ====================  =====================  ==========================
    where                 slope by v             slope by w
    ====================  =====================  ==========================
    at the cap            0                      0
    w below the minimum   cap/target / minimum   0
    elsewhere             cap/target / w         -cap/target · v / w²
    ====================  =====================  ==========================
    """
    middle = _walk(begin, _Spot(end.value - begin.value, end.of - begin.of), _HALF)
    below_cap = _side(signal.target * max(middle.of, Fraction(signal.minimum)) - middle.value)
    past_minimum = _side(middle.of - signal.minimum)
    by_value = float((1 - past_minimum) / signal.minimum)
    by_of = 0.0
    if past_minimum:
        reciprocal, squared = _mean_reciprocals(begin, end)
        by_value += float(past_minimum) * reciprocal
        by_of -= float(past_minimum) * squared
    height = float(below_cap * signal.cap / signal.target)
    return height * by_value, height * by_of


def _mean_reciprocals(begin: _Spot, end: _Spot) -> tuple[float, float]:
    """Tell the means of 1/w and of v/w² along a straight piece on which w is positive.

    The mean of 1/w is the reciprocal of the logarithmic mean of both ends, ln(w₁/w₀) / (w₁ - w₀).
    The other follows from it, since along the piece d(v/w) = dv/w - v·dw/w².
    """
    climb = end.of - begin.of
    if not climb:
        return float(1 / end.of), float((begin.value + end.value) / 2 / end.of**2)
    reciprocal = log1p(climb / begin.of) / float(climb)
    rise = float(end.value / end.of - begin.value / begin.of)
    return reciprocal, (float(end.value - begin.value) * reciprocal - rise) / float(climb)
