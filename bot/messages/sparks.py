"""Sparks: numbers as a line of little bars, where no chart can be drawn."""

from collections.abc import Iterable

BARS = "▁▂▃▅▇"
GAP = "·"
"""Stands where there is no number: that is not a zero."""


def spark(values: Iterable[float | None]) -> str:
    """Draw numbers as bars, the lowest and the highest to the full height; None is a gap."""
    drawn = tuple(values)
    heights = [value for value in drawn if value is not None]
    lowest = min(heights, default=0)
    whole = max(heights, default=0) - lowest
    return "".join(GAP if value is None else _bar(value - lowest, whole) for value in drawn)


def _bar(height: float, whole: float) -> str:
    """Draw one bar; where all are of one height, in the middle."""
    steps = len(BARS) - 1
    return BARS[round(height * steps / whole)] if whole else BARS[steps // 2]
