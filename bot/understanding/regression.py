"""The trained regressions on the features of a text: shipped as plain numbers, read lazily.

``training/models.py`` makes them, for intents and for subjects side by side. They are evaluated in
plain Python. The file is a line of JSON, the features' names, a line each, and their weights.
"""

import gzip
import json
import sys
from array import array
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from math import sqrt

from bot.understanding.features import Features

MODEL_FILE = "questions.gz"
"""The shipped regressions, within ``bot/understanding/models``."""


@dataclass(frozen=True, slots=True)
class Regression:
    """Multinomial logistic regressions, calibrated.

    All weights are integers, ``step`` of a natural logarithm each: one an outcome in ``bias``, and
    a row of them for each feature. The rows lie one after the other in ``weights``; ``rows`` tells
    the number of each. A kind of features counts for its sum over the square root of how many
    there are. ``rules`` is the weight of the rules' scores of the intents beside.
    """

    step: float
    rules: float
    bias: tuple[int, ...]
    rows: Mapping[str, int]
    weights: "array[int]"

    def score(self, kinds: Iterable[Features]) -> list[float]:
        """Score all outcomes for the features of a text, on a natural logarithmic scale."""
        totals: list[float] = list(self.bias)
        for features in kinds:
            self._add(totals, [self.rows[name] for name in features if name in self.rows])
        return [self.step * total for total in totals]

    def _add(self, totals: list[float], rows: list[int]) -> None:
        if not rows:
            return
        share = 1 / sqrt(len(rows))
        weights, width = self.weights, len(totals)
        sums = map(sum, zip(*[weights[row * width : row * width + width] for row in rows],
                            strict=True))  # fmt: skip
        for at, total in enumerate(sums):
            totals[at] += share * total


@cache
def shipped_regression() -> Regression:
    """Read the shipped regressions, once."""
    packed = files("bot.understanding").joinpath("models", MODEL_FILE).read_bytes()
    return read_regression(gzip.decompress(packed))


def read_regression(data: bytes) -> Regression:
    """Read regressions as training writes them."""
    head, _, rest = data.partition(b"\n")
    told = json.loads(head)
    weights = array("h")
    weights.frombytes(rest[told["names"] :])
    if sys.byteorder == "big":
        weights.byteswap()
    names = rest[: told["names"]].decode().splitlines()
    return Regression(
        step=told["step"],
        rules=told["rules"],
        bias=tuple(told["bias"]),
        rows={name: row for row, name in enumerate(names)},
        weights=weights,
    )
