"""Rounding that keeps sums true: what is shown adds up to what is shown.

Scores are whole hundredths and shown in tenths. The two totals of a change are rounded to the
nearest tenth (a half up); every finer number is then rounded down or up, never further, so that it
adds up: pillars to the total, signals to their pillar, causes to their signal. That is the method
of the largest remainder (Hamilton's way of sharing out seats), once a floor.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import floor
from typing import TypeVar

from scoring.model import Cause, Change, Pillar, Scorecard

Key = TypeVar("Key")


def apportion(parts: Sequence[Fraction | float], whole: int) -> tuple[int, ...]:
    """Round parts to integers that sum to a given whole, each as near to its part as can be.

    Every part is rounded down; what is then missing goes to those that lost most, the earlier one
    first where two lost the same. A part that is nothing stays nothing.

    Args:
        parts: Numbers of any sign whose sum should be about ``whole``.
        whole: What the integers must sum to.

    Raises:
        ValueError: All parts are nothing and the whole is not.
    """
    exact = [Fraction(part) for part in parts]
    rounded = [floor(part) for part in exact]
    return _apportion(
        rounded, [part - down for part, down in zip(exact, rounded, strict=True)], whole
    )


def _apportion(rounded: list[int], lost: Sequence[Fraction | int], whole: int) -> tuple[int, ...]:
    """Give what is missing to parts that were rounded down, by what each of them lost so."""
    sharing = [place for place, loss in enumerate(lost) if loss or rounded[place]]
    if not sharing:
        if whole:
            raise ValueError(f"there is no part that {whole} could be given to")
        return tuple(rounded)
    for_each, left_over = divmod(whole - sum(rounded), len(sharing))
    by_loss = sorted(sharing, key=lost.__getitem__, reverse=True)
    for order, place in enumerate(by_loss):
        rounded[place] += for_each + (order < left_over)
    return tuple(rounded)


def to_tenths(points: int) -> int:
    """Round points from hundredths to the nearest tenth; a half goes up."""
    return (points + 5) // 10


@dataclass(frozen=True, slots=True)
class ShownCard:
    """A scorecard in tenths: signals sum to their pillars, and pillars to the total."""

    total: int
    pillars: Mapping[Pillar, int]
    signals: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class ShownCause:
    """A cause and how it is shown, in tenths."""

    cause: Cause
    tenths: int


@dataclass(frozen=True, slots=True)
class ShownChange:
    """A change in tenths, of which any grouping adds up.

    ``after.total - before.total`` is the sum of ``pillars`` and the sum of all ``causes``; a
    pillar's change is the sum of its causes. A pillar that did not change is shown unchanged, which
    is why its change is rounded for itself and not read off two rounded cards.
    """

    before: ShownCard
    after: ShownCard
    pillars: Mapping[Pillar, int]
    causes: tuple[ShownCause, ...]

    @property
    def total(self) -> int:
        """The change of the score as shown, in tenths."""
        return self.after.total - self.before.total


def shown(card: Scorecard) -> ShownCard:
    """Round a scorecard for showing."""
    total, pillars = to_tenths(card.points), shown_pillars(card)
    signals: dict[str, int] = {}
    for pillar, tenths in pillars.items():
        signals |= _share({s.name: s.points for s in card.signals if s.pillar is pillar}, tenths)
    return ShownCard(total, pillars, signals)


def shown_pillars(card: Scorecard) -> dict[Pillar, int]:
    """Round the pillars of a scorecard for showing, so that they sum to its total."""
    return _share({pillar: card.pillar_points(pillar) for pillar in Pillar}, to_tenths(card.points))


def shown_change(change: Change) -> ShownChange:
    """Round a change and its causes, where it has them, for showing; they keep their order."""
    before, after = shown(change.before), shown(change.after)
    pillars = _share(
        {
            pillar: change.after.pillar_points(pillar) - change.before.pillar_points(pillar)
            for pillar in Pillar
        },
        after.total - before.total,
    )
    causes = _shown_causes(change.causes, pillars) if change.causes else ()
    return ShownChange(before, after, pillars, causes)


def _shown_causes(causes: Sequence[Cause], pillars: Mapping[Pillar, int]) -> tuple[ShownCause, ...]:
    """Round causes so that those of a pillar sum to its change as shown."""
    tenths: dict[int, int] = {}
    for pillar, pillar_tenths in pillars.items():
        by_signal: dict[str, dict[int, int]] = {}
        for place, cause in enumerate(causes):
            if cause.pillar is pillar:
                by_signal.setdefault(cause.signal, {})[place] = cause.points
        signals = _share({name: sum(by_signal[name].values()) for name in by_signal}, pillar_tenths)
        for name, signal_tenths in signals.items():
            tenths |= _share(by_signal[name], signal_tenths)
    return tuple(ShownCause(cause, tenths[n]) for n, cause in enumerate(causes))


def _share(hundredths: Mapping[Key, int], tenths: int) -> dict[Key, int]:
    """Round hundredths to tenths that sum to so many: `apportion` in whole numbers."""
    points = hundredths.values()
    parts = _apportion([each // 10 for each in points], [each % 10 for each in points], tenths)
    return dict(zip(hundredths, parts, strict=True))
