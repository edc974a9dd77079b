"""Scores intents by a sentence model beside the default one: better read, for more memory.

The sentence model (``encoder``) needs numpy, which ``pip install openssi[sentences]`` brings. It
turns a sentence into 384 numbers that lie near those of sentences with the same meaning; a
regression on them is added to the default model's scores.
"""

import gzip
import json
import os
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from math import sqrt
from typing import TYPE_CHECKING

from bot.errors import NotReady
from bot.understanding.model import score_by_model
from bot.understanding.question import Intent
from bot.understanding.wordpieces import pieces_of

if TYPE_CHECKING:
    from bot.understanding.encoder import Encoder

HEAD_FILE = "sentences.json.gz"


def score_by_sentences(words: str) -> Mapping[Intent, float]:
    """Score intents for plain words by the default model and the sentence model.

    Raises:
        NotReady: the extra that brings the sentence model is not installed.
    """
    head = _head()
    scores = score_by_model(words)
    meaning = meaning_of(words)
    return {
        intent: head.default * scores[intent]
        + bias
        + sum(weight * number for weight, number in zip(row, meaning, strict=True))
        for intent, bias, row in zip(Intent, head.bias, head.weights, strict=True)
    }


def meaning_of(words: str) -> list[float]:
    """Tell the meaning of plain words: a direction in 384 dimensions, of length 1.

    Raises:
        NotReady: the extra that brings the sentence model is not installed.
    """
    meaning = sentence_encoder().meaning(pieces_of(words))
    length = sqrt(sum(number * number for number in meaning)) or 1.0
    return [number / length for number in meaning]


@dataclass(frozen=True, slots=True)
class _Head:
    """The shipped regression on meanings, calibrated together with the default model's weight."""

    default: float
    bias: tuple[float, ...]
    weights: tuple[tuple[float, ...], ...]


@cache
def _head() -> _Head:
    packed = files("bot.understanding").joinpath("models", HEAD_FILE).read_bytes()
    told = json.loads(gzip.decompress(packed))
    rows = (tuple(told["step"] * weight for weight in row) for row in told["weights"])
    bias = tuple(told["step"] * weight for weight in told["bias"])
    return _Head(default=told["default"], bias=bias, weights=tuple(rows))


@cache
def sentence_encoder() -> "Encoder":
    """Load the sentence model, once.

    Raises:
        NotReady: the extra that brings what it needs is not installed.
    """
    # One thread: sums, and answers, are the same on any machine, and questions do not wait.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    try:
        from bot.understanding.encoder import shipped_encoder  # noqa: PLC0415 - numpy is an extra
    except ImportError:
        raise NotReady(
            "The sentence model is asked for but not installed. Run `pip install"
            " openssi[sentences]`, or take SSI_SENTENCES away to use the small model."
        ) from None
    return shipped_encoder()
