"""Trains the model that reads intents, and measures it with each voice held out in turn.

Run ``uv run --with scikit-learn==1.9.1 --with numpy==2.4.6 python -m training.intent_model``. It
writes the model and its manifest into ``bot/understanding/models``, and what the models that had
not heard a voice made of it into ``training/left_out.jsonl``. Run again, it writes the same bytes.
"""

import gzip
import hashlib
import json
from collections import Counter
from collections.abc import Sequence
from math import sqrt
from pathlib import Path

import numpy as np
import sklearn
from scipy.optimize import minimize_scalar
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression
from threadpoolctl import threadpool_limits

from bot.understanding.features import features_of
from bot.understanding.model import MODEL_FILE
from bot.understanding.question import Intent
from bot.understanding.rules import score_by_rules
from training.labelled import Labelled, read_beside, read_voices

INVERSE_PENALTY = 10.0
RULES = 0.1
"""Weight of the rules' scores beside the model's; with more, fewer voices are understood.

The regression does not learn it: its author's own sentences would teach it to trust the rules.
"""

HEARD_AT_LEAST = 2
"""Texts a feature must occur in to be learnt."""

STEP = 0.01
"""Natural logarithm of one unit of the shipped weights, which are whole numbers."""

MODELS = Path(__file__).parents[1] / "bot" / "understanding" / "models"
LEFT_OUT = Path(__file__).with_name("left_out.jsonl")


class Trained:
    """A logistic regression on the features of rows, its weights by name, and the rules beside."""

    def __init__(self, rows: Sequence[Labelled]) -> None:
        texts = Counter(name for row in rows for kind in features_of(row.words) for name in kind)
        self.names = sorted(name for name, count in texts.items() if count >= HEARD_AT_LEAST)
        self._column = {name: at for at, name in enumerate(self.names)}
        order = list(Intent)
        regression = LogisticRegression(C=INVERSE_PENALTY, max_iter=2000, tol=1e-7)
        regression.fit(self._matrix(rows), [order.index(row.intent) for row in rows])
        self.bias = regression.intercept_
        self.weights = regression.coef_.T
        self._regression = regression

    def scores(self, rows: Sequence[Labelled]) -> np.ndarray:
        """Score all intents of each row, on a natural logarithmic scale, not yet calibrated."""
        told = [score_by_rules(row.words) for row in rows]
        rules = np.array([[scores[intent] for intent in Intent] for scores in told])
        return self._regression.decision_function(self._matrix(rows)) + RULES * rules

    def _matrix(self, rows: Sequence[Labelled]) -> csr_matrix:
        shares: list[float] = []
        columns: list[int] = []
        ends = [0]
        for row in rows:
            for kind in features_of(row.words):
                here = sorted(self._column[name] for name in kind if name in self._column)
                columns += here
                shares += [1 / sqrt(len(here))] * len(here) if here else []
            ends.append(len(columns))
        return csr_matrix((shares, columns, ends), shape=(len(rows), len(self.names)))


def left_out_scores(voices: Sequence[Labelled], beside: Sequence[Labelled]) -> np.ndarray:
    """Score each voice's rows by a model that learnt from all others."""
    scores = np.zeros((len(voices), len(Intent)))
    for voice in sorted({row.voice for row in voices}):
        theirs = [at for at, row in enumerate(voices) if row.voice == voice]
        others = [row for row in voices if row.voice != voice]
        scores[theirs] = Trained([*others, *beside]).scores([voices[at] for at in theirs])
    return scores


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


def write_left_out(scores: np.ndarray, rows: Sequence[Labelled]) -> None:
    """Write what was made of each row by the model that had not heard its voice."""
    order = list(Intent)
    lines = []
    for row, chances in zip(rows, probabilities(scores), strict=True):
        likeliest = np.argsort(-chances, kind="stable")[:3]
        told = {
            "voice": row.voice,
            "text": row.text,
            "readings": [order[at].value for at in likeliest],
            "confidence": round(float(chances.max()), 3),
        }
        lines.append(json.dumps(told, ensure_ascii=False) + "\n")
    LEFT_OUT.write_text("".join(lines), encoding="utf-8")


def write_model(trained: Trained, temperature: float, learnt: int) -> None:
    """Write the model in whole numbers, calibrated, and its manifest."""

    def whole(weights: np.ndarray) -> list:
        return np.rint(weights / temperature / STEP).astype(int).tolist()

    rows = zip(trained.names, whole(trained.weights), strict=True)
    told = {
        "step": STEP,
        "rules": round(RULES / temperature, 4),
        "bias": whole(trained.bias),
        "features": {name: row for name, row in rows if any(row)},
    }
    text = json.dumps(told, ensure_ascii=False, separators=(",", ":")).encode()
    MODELS.mkdir(exist_ok=True)
    (MODELS / MODEL_FILE).write_bytes(gzip.compress(text, mtime=0))
    manifest = {
        "file": MODEL_FILE,
        "sha256 of the unpacked file": hashlib.sha256(text).hexdigest(),
        "sentences": learnt,
        "features": len(told["features"]),
        "temperature": temperature,
        "scikit-learn": sklearn.__version__,
        "numpy": np.__version__,
    }
    text = json.dumps(manifest, indent=2) + "\n"
    (MODELS / "manifest.json").write_text(text, encoding="utf-8")


def main() -> None:
    """Measure, calibrate, train on everything, write."""
    voices, beside = read_voices(), read_beside()
    with threadpool_limits(1):
        scores = left_out_scores(voices, beside)
        temperature = best_temperature(scores, voices)
        write_left_out(scores / temperature, voices)
        write_model(Trained([*voices, *beside]), temperature, len(voices) + len(beside))


if __name__ == "__main__":
    main()
