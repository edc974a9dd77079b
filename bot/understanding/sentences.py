"""Scores intents by a sentence model where the default one is in doubt: better read, more memory.

The sentence model (``encoder``) needs numpy, which ``pip install openssi[sentences]`` brings. It
turns a sentence into numbers that lie near those of sentences with the same meaning; a regression
on them is added to the default model's scores.
"""

import gzip
import json
import os
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from math import hypot
from typing import TYPE_CHECKING

from bot.errors import NotReady
from bot.understanding.intents import chances_of
from bot.understanding.model import score_by_model
from bot.understanding.question import Intent
from bot.understanding.wordpieces import pieces_of

if TYPE_CHECKING:
    from bot.understanding.encoder import Encoder

HEAD_FILE = "sentences.json.gz"

BEYOND_DOUBT = 0.8
"""From this probability on, what the default model reads stands.

Of people unheard it is right in 97 of 100 such readings, and those with the sentence model are not
better by two tenths of a point; yet most questions are such.
"""


def score_by_sentences(text: str) -> Mapping[Intent, float]:
    """Score intents of a plain text by the default model, and the sentence model in doubt.

    Raises:
        NotReady: the extra that brings the sentence model is not installed.
    """
    scores = score_by_model(text)
    if max(chances_of(scores).values()) >= BEYOND_DOUBT:
        return scores
    head, meaning = _head(), meaning_of(text)
    return {
        intent: head.default * scores[intent]
        + bias
        + sum(weight * number for weight, number in zip(row, meaning, strict=True))
        for intent, bias, row in zip(Intent, head.bias, head.weights, strict=True)
    }


def meaning_of(text: str) -> list[float]:
    """Tell the meaning of a plain text: two directions in 384 dimensions, each of length 1.

    Raises:
        NotReady: the extra that brings the sentence model is not installed.
    """
    directions = sentence_encoder().meanings(pieces_of(text))
    return [number / (hypot(*place) or 1.0) for place in directions for number in place]


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
