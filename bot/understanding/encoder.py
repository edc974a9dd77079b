"""The sentence model: reads a text's pieces in the light of each other, and tells its meaning.

It is all-MiniLM-L6-v2 (Apache-2.0; ``training/encoder.py``), a transformer of six layers (Vaswani
et al. 2017, "Attention is all you need"; Devlin et al. 2019, "BERT"). Its weights are shipped as
whole numbers of one byte. Those of the layers are made fractions when they are loaded, those of the
pieces when they are read.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from math import sqrt
from typing import IO

import numpy as np
from numpy.typing import NDArray

ENCODER_FILE = "encoder.npz"
"""The shipped model, within ``bot/understanding/models``: arrays by name, as numpy saves them.

``X.units`` tells how much one unit of the whole numbers in X is, ``X.added`` what is added.
"""

HEADS = 12
"""So many looks at the other pieces, each by its own measure, in every layer."""

_TINY = 1e-12

Numbers = NDArray[np.float32]
Linear = tuple[Numbers, Numbers]
"""Weights and what is added."""


@dataclass(frozen=True, slots=True)
class Layer:
    """One layer: what a piece asks of the others, and what it makes of the answers."""

    attend: Linear
    attended: Linear
    attended_norm: Linear
    widen: Linear
    narrow: Linear
    norm: Linear


@dataclass(frozen=True, slots=True)
class Encoder:
    """The whole model; the pieces' ``words`` are whole numbers, of as much as ``units`` tell."""

    words: NDArray[np.int8]
    units: Numbers
    places: Numbers
    norm: Linear
    layers: tuple[Layer, ...]

    def meanings(self, pieces: Sequence[int]) -> tuple[list[float], list[float]]:
        """Tell the meaning of a sentence half way and in the end, given its pieces' numbers.

        Each is a place in 384 dimensions. Half way a sentence still says how it is put; in the end
        only what it is about.
        """
        at = list(pieces)
        read = self.words[at] * self.units[at]
        rows = _normal(read + self.places[: len(at)], self.norm)
        half = len(self.layers) // 2
        middle = rows = _read_on(rows, self.layers[:half])
        rows = _read_on(rows, self.layers[half:])
        return middle.mean(0).tolist(), rows.mean(0).tolist()


def _read_on(rows: Numbers, layers: Iterable[Layer]) -> Numbers:
    for layer in layers:
        rows = _normal(rows + _attended(layer, rows), layer.attended_norm)
        rows = _normal(rows + _thought(layer, rows), layer.norm)
    return rows


def _attended(layer: Layer, rows: Numbers) -> Numbers:
    length, size = rows.shape
    asked = _through(rows, layer.attend).reshape(length, 3, HEADS, size // HEADS)
    query, key, value = asked.transpose(1, 2, 0, 3)
    shares = query @ key.transpose(0, 2, 1) / np.float32(sqrt(size / HEADS))
    shares = np.exp(shares - shares.max(-1, keepdims=True))
    shares /= shares.sum(-1, keepdims=True)
    return _through((shares @ value).transpose(1, 0, 2).reshape(length, size), layer.attended)


def _thought(layer: Layer, rows: Numbers) -> Numbers:
    return _through(_gelu(_through(rows, layer.widen)), layer.narrow)


def _through(rows: Numbers, by: Linear) -> Numbers:
    told: Numbers = rows @ by[0] + by[1]
    return told


def _normal(rows: Numbers, by: Linear) -> Numbers:
    centred = rows - rows.mean(-1, keepdims=True)
    spread = np.sqrt((centred * centred).mean(-1, keepdims=True) + np.float32(_TINY))
    told: Numbers = centred / spread * by[0] + by[1]
    return told


def _gelu(x: Numbers) -> Numbers:
    """Hendrycks and Gimpel 2016, in the form with the hyperbolic tangent."""
    inner = np.float32(sqrt(2 / np.pi)) * (x + np.float32(0.044715) * x * x * x)
    told: Numbers = np.float32(0.5) * x * (1 + np.tanh(inner))
    return told


@cache
def shipped_encoder() -> Encoder:
    """Read the shipped model, once."""
    with files("bot.understanding").joinpath("models", ENCODER_FILE).open("rb") as file:
        return read_encoder(file)


def read_encoder(file: IO[bytes]) -> Encoder:
    """Read a model as training writes it."""
    with np.load(file) as arrays:

        def linear(name: str) -> Linear:
            return arrays[name] * arrays[f"{name}.units"], arrays[f"{name}.added"]

        def normal(name: str) -> Linear:
            return arrays[name], arrays[f"{name}.added"]

        def layer(at: int) -> Layer:
            return Layer(
                attend=linear(f"{at}.attend"),
                attended=linear(f"{at}.attended"),
                attended_norm=normal(f"{at}.attended_norm"),
                widen=linear(f"{at}.widen"),
                narrow=linear(f"{at}.narrow"),
                norm=normal(f"{at}.norm"),
            )

        return Encoder(
            words=arrays["words"],
            units=arrays["words.units"],
            places=arrays["places"],
            norm=normal("norm"),
            layers=tuple(map(layer, range(int(arrays["layers"])))),
        )
