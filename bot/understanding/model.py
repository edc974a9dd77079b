"""Scores intents by a trained model and the rules together.

The model is a multinomial logistic regression, trained by ``training/intent_model.py`` and shipped
as plain numbers. It is read when the first question comes, and evaluated in plain Python.
"""

import gzip
import json
from array import array
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from math import sqrt

from bot.understanding.features import features_of
from bot.understanding.question import Intent
from bot.understanding.rules import score_by_rules

MODEL_FILE = "intents.json.gz"
"""The shipped model, within ``bot/understanding/models``."""


@dataclass(frozen=True, slots=True)
class Model:
    """A trained model, calibrated.

    ``rules`` is the weight of the rules' scores. All other weights are integers, ``step`` of a
    natural logarithm each: one an intent in ``bias``, and a row of them for each feature, in the
    order of ``Intent``. The rows lie one after the other in ``weights``; ``rows`` tells where each
    begins. A kind of features counts for its sum over the square root of how many there are.
    """

    step: float
    rules: float
    bias: tuple[int, ...]
    rows: Mapping[str, int]
    weights: "array[int]"

    def score(self, words: str) -> dict[Intent, float]:
        """Score all intents for plain words, on a natural logarithmic scale."""
        totals: list[float] = list(self.bias)
        for features in features_of(words):
            self._add(totals, [self.rows[name] for name in features if name in self.rows])
        by_rules = score_by_rules(words)
        return {
            intent: self.step * total + self.rules * by_rules[intent]
            for intent, total in zip(Intent, totals, strict=True)
        }

    def _add(self, totals: list[float], rows: list[int]) -> None:
        if not rows:
            return
        share = 1 / sqrt(len(rows))
        weights, width = self.weights, len(totals)
        sums = map(sum, zip(*[weights[row : row + width] for row in rows], strict=True))
        for at, total in enumerate(sums):
            totals[at] += share * total


def score_by_model(words: str) -> Mapping[Intent, float]:
    """Score intents for plain words by the shipped model, on a natural logarithmic scale."""
    return shipped_model().score(words)


@cache
def shipped_model() -> Model:
    """Read the shipped model, once."""
    packed = files("bot.understanding").joinpath("models", MODEL_FILE).read_bytes()
    return read_model(gzip.decompress(packed))


def read_model(text: bytes) -> Model:
    """Read a model from JSON, as training writes it."""
    told = json.loads(text)
    return Model(
        step=told["step"],
        rules=told["rules"],
        bias=tuple(told["bias"]),
        rows={name: len(Intent) * at for at, name in enumerate(told["features"])},
        weights=array("h", (weight for row in told["features"].values() for weight in row)),
    )
