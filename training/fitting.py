"""Fits regressions to labelled sentences, and finds how sure their readings may be."""

from collections import Counter
from collections.abc import Sequence
from functools import cache
from math import sqrt

import numpy as np
from scipy.optimize import minimize_scalar
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression

from bot.understanding.model import KINDS, known_features
from bot.understanding.question import Intent
from bot.understanding.wordpieces import KNOWN
from training.encoder import pieces_in_space, published
from training.labelled import Labelled

HEARD_AT_LEAST = 6
"""Texts a feature must occur in to be learnt."""

TOLERANCE = 1e-3

LIKENESS, LIKENESS_PENALTY = 0.5, 10.0
"""Weight of the regression on places beside that on features, and its inverse penalty.

Chosen with four authors held out.
"""

FOR_WHY = np.array([0.6 if intent is Intent.WHY_CHANGE else 0.0 for intent in Intent])
"""What is added to the logarithm of the chance that a text asks why a score changed.

Some authors were asked to write as much of each intent, so that it is a seventh of the sentences;
of what people ask it is rather a fourth, and it is what must not be missed.
"""

SUPPOSED = 15
"""So often each intent is taken to have been asked beyond the sentences: none is impossible."""

features = cache(known_features)


@cache
def places() -> np.ndarray:
    """Tell where each piece of words lies for the sentence model, before it reads any sentence."""
    return pieces_in_space(published())


def _fitted(
    matrix: csr_matrix | np.ndarray, outcomes: Sequence[int], inverse_penalty: float
) -> LogisticRegression:
    regression = LogisticRegression(C=inverse_penalty, max_iter=1000, tol=TOLERANCE)
    return regression.fit(matrix, outcomes)


def heard(words: Sequence[str]) -> list[str]:
    """Name the features that occur in enough texts, the sentence model's pieces left out."""
    texts = Counter(name for text in words for kind in features(text) for name in kind)
    often = (name for name, count in texts.items() if count >= HEARD_AT_LEAST)
    return sorted(name for name in often if not name.startswith("p"))


class Trained:
    """Two logistic regressions on sentences, added up, and their weights in the order of the names.

    One learns of each feature that was heard. The other learns of directions in the space in which
    the sentence model's pieces of words lie, where like ones are neighbours: so a word that no
    sentence held is read as those that it is like.
    """

    def __init__(
        self,
        words: Sequence[str],
        outcomes: Sequence[int],
        names: Sequence[str],
        inverse_penalty: float,
    ) -> None:
        self.names = [*names, *(f"p{number}" for number in range(KNOWN))]
        self._column = {name: at for at, name in enumerate(self.names)}
        matrix = self._matrix(words)
        heard_of = _fitted(matrix[:, : len(names)], outcomes, inverse_penalty)
        likened = _fitted(matrix[:, len(names) :] @ places(), outcomes, LIKENESS_PENALTY)
        self.bias = heard_of.intercept_ + LIKENESS * likened.intercept_
        self.weights = np.vstack([heard_of.coef_.T, LIKENESS * places() @ likened.coef_.T])

    def scores(self, words: Sequence[str]) -> np.ndarray:
        """Score all outcomes of each text, on a natural logarithmic scale, not calibrated."""
        return self._matrix(words) @ self.weights + self.bias

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


def subjects_by_intent(rows: Sequence[Labelled]) -> np.ndarray:
    """Tell how many times likelier each kind of subject is in questions of an intent than in all.

    An intent is taken to have been asked ``SUPPOSED`` times more, about whom all are asked.
    """
    told = [row for row in rows if row.subject]
    counts = np.array(
        [
            [sum(row.intent is intent and row.subject is kind for row in told) for kind in KINDS]
            for intent in Intent
        ]
    )
    shares = counts.sum(axis=0) / counts.sum()
    by_intent = (counts + SUPPOSED * shares) / (counts.sum(axis=1, keepdims=True) + SUPPOSED)
    return np.round(by_intent / shares, 3)


def chances(scores: np.ndarray, temperature: float) -> np.ndarray:
    """Turn rows of scores into the probabilities of all intents."""
    return probabilities(scores / temperature + FOR_WHY)


def best_temperature(scores: np.ndarray, rows: Sequence[Labelled]) -> float:
    """Find the temperature under which the accepted readings are likeliest."""
    order = list(Intent)
    accepted = np.array([[intent in row.accepted for intent in order] for row in rows])

    def surprise(temperature: float) -> float:
        return -np.log((chances(scores, temperature) * accepted).sum(axis=1)).mean()

    return round(float(minimize_scalar(surprise, bounds=(0.3, 5.0), method="bounded").x), 2)


def probabilities(scores: np.ndarray) -> np.ndarray:
    """Turn rows of logarithmic scores into probabilities."""
    likelihoods = np.exp(scores - scores.max(axis=1, keepdims=True))
    return likelihoods / likelihoods.sum(axis=1, keepdims=True)
