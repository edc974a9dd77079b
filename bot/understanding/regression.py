"""The trained regressions on the features of a text: shipped as plain numbers, read lazily.

``training/models.py`` makes them, for intents and for subjects side by side. They are evaluated in
plain Python. The file is a line of JSON, a mark for each feature, and the features' weights.
"""

import gzip
import json
import sys
from array import array
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from math import sqrt
from zlib import crc32

from bot.understanding.features import Features

MODEL_FILE = "questions.gz"
"""The shipped regressions, within ``bot/understanding/models``."""


@dataclass(frozen=True, slots=True, eq=False)
class Regression:
    """Multinomial logistic regressions, calibrated.

    All weights are integers, ``step`` of a natural logarithm each: one an outcome in ``bias``, and
    a row of them for each feature. The rows lie one after the other in ``weights``, in the order of
    ``marks``: the features are known by numbers made of their names (`mark_of`), smallest first,
    for names would take three times the memory of all the rest. A kind of features counts for its
    sum over the square root of how many there are. ``rules`` is the weight of the rules' scores of
    the intents beside. ``about`` tells of each intent, in their order, how many times likelier than
    in all questions each kind of subject is.
    """

    step: float
    rules: float
    bias: tuple[int, ...]
    marks: "array[int]"
    weights: "array[int]"
    about: tuple[tuple[float, ...], ...]

    def score(self, kinds: Iterable[Features]) -> list[float]:
        """Score all outcomes for the features of a text, on a natural logarithmic scale."""
        totals: list[float] = list(self.bias)
        for features in kinds:
            self._add(totals, list(self._rows_of(features)))
        return [self.step * total for total in totals]

    def _rows_of(self, features: Features) -> Iterator[int]:
        for name in features:
            mark = mark_of(name)
            row = bisect_left(self.marks, mark)
            if row < len(self.marks) and self.marks[row] == mark:
                yield row

    def _add(self, totals: list[float], rows: list[int]) -> None:
        if not rows:
            return
        share = 1 / sqrt(len(rows))
        weights, width = self.weights, len(totals)
        sums = map(sum, zip(*[weights[row * width : row * width + width] for row in rows],
                            strict=True))  # fmt: skip
        for at, total in enumerate(sums):
            totals[at] += share * total


def mark_of(name: str) -> int:
    """Give the number by which a feature is known, of 32 bits.

    Of some fifty thousand features hardly two share one; training leaves out the second.
    """
    return crc32(name.encode())


@cache
def shipped_regression() -> Regression:
    """Read the shipped regressions, once."""
    packed = files("bot.understanding").joinpath("models", MODEL_FILE).read_bytes()
    return read_regression(gzip.decompress(packed))


def read_regression(data: bytes) -> Regression:
    """Read regressions as training writes them."""
    head, _, rest = data.partition(b"\n")
    told = json.loads(head)
    marks, weights = array("I"), array("h")
    weights_from = told["features"] * marks.itemsize
    marks.frombytes(rest[:weights_from])
    weights.frombytes(rest[weights_from:])
    if sys.byteorder == "big":
        marks.byteswap()
        weights.byteswap()
    return Regression(
        step=told["step"],
        rules=told["rules"],
        bias=tuple(told["bias"]),
        marks=marks,
        weights=weights,
        about=tuple(map(tuple, told["about"])),
    )
