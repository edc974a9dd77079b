"""Fits regressions to labelled sentences, and finds how sure their readings may be."""

from collections import Counter
from collections.abc import Sequence
from functools import cache
from math import sqrt

import numpy as np
from scipy.optimize import minimize_scalar
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression

from bot.understanding.model import known_features
from bot.understanding.question import Intent
from training.labelled import Labelled

HEARD_AT_LEAST = 3
"""Texts a feature must occur in to be learnt."""

TOLERANCE = 1e-4

features = cache(known_features)


def heard(words: Sequence[str]) -> list[str]:
    """Name the features that occur in enough texts."""
    texts = Counter(name for text in words for kind in features(text) for name in kind)
    return sorted(name for name, count in texts.items() if count >= HEARD_AT_LEAST)


class Trained:
    """A logistic regression on sentences, and its weights in the order of the names."""

    def __init__(
        self,
        words: Sequence[str],
        outcomes: Sequence[int],
        names: Sequence[str],
        inverse_penalty: float,
    ) -> None:
        self._column = {name: at for at, name in enumerate(names)}
        regression = LogisticRegression(C=inverse_penalty, max_iter=1000, tol=TOLERANCE)
        regression.fit(self._matrix(words), outcomes)
        self.bias = regression.intercept_
        self.weights = regression.coef_.T
        self._regression = regression

    def scores(self, words: Sequence[str]) -> np.ndarray:
        """Score all outcomes of each text, on a natural logarithmic scale, not calibrated."""
        return self._regression.decision_function(self._matrix(words))

    def _matrix(self, words: Sequence[str]) -> csr_matrix:
        shares: list[float] = []
        columns: list[int] = []
        ends = [0]
        for text in words:
            for kind in features(text):
                here = sorted(self._column[name] for name in kind if name in self._column)
                columns += here
                shares += [1 / sqrt(len(here))] * len(here) if here else []
            ends.append(len(columns))
        return csr_matrix((shares, columns, ends), shape=(len(words), len(self._column)))


def best_temperature(scores: np.ndarray, rows: Sequence[Labelled]) -> float:
    """Find the temperature under which the accepted readings are likeliest."""
    order = list(Intent)
    accepted = np.array([[intent in row.accepted for intent in order] for row in rows])

    def surprise(temperature: float) -> float:
        return -np.log((probabilities(scores / temperature) * accepted).sum(axis=1)).mean()

    return round(float(minimize_scalar(surprise, bounds=(0.3, 5.0), method="bounded").x), 2)


def probabilities(scores: np.ndarray) -> np.ndarray:
    """Turn rows of logarithmic scores into probabilities."""
    likelihoods = np.exp(scores - scores.max(axis=1, keepdims=True))
    return likelihoods / likelihoods.sum(axis=1, keepdims=True)
