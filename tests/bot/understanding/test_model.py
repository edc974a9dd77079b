"""The trained model: the shipped file is the one that was made, small, and quick to read."""

import gzip
import hashlib
import json
from array import array
from importlib.resources import files
from math import isclose

import pytest

from bot.understanding.intents import rank_intents
from bot.understanding.model import Model, score_by_model, shipped_model
from bot.understanding.question import Intent
from bot.understanding.rules import score_by_rules

MODELS = files("bot.understanding").joinpath("models")
MANIFEST = json.loads(MODELS.joinpath("manifest.json").read_text("utf-8"))


def test_the_shipped_model_is_the_one_that_its_manifest_tells_of() -> None:
    packed = MODELS.joinpath(MANIFEST["file"]).read_bytes()
    digest = hashlib.sha256(gzip.decompress(packed)).hexdigest()
    assert digest == MANIFEST["sha256 of the unpacked file"]


def test_the_shipped_model_is_small() -> None:
    model = shipped_model()
    assert len(MODELS.joinpath(MANIFEST["file"]).read_bytes()) <= 700_000
    assert len(model.rows) == MANIFEST["features"]
    assert len(model.weights) == len(model.rows) * len(Intent)


def test_the_model_is_read_once() -> None:
    assert shipped_model() is shipped_model()


def test_chances_add_up_to_one() -> None:
    ranking = rank_intents(". why did my score drop . ", score_by_model)
    assert isclose(sum(chance for _, chance in ranking), 1)
    assert {intent for intent, _ in ranking} == set(Intent)


def test_a_text_without_a_known_feature_is_left_to_the_rules() -> None:
    model = Model(step=0.01, rules=0.5, bias=(0,) * len(Intent), rows={}, weights=array("h"))
    by_rules = score_by_rules(". why did my score drop . ")
    assert model.score(". why did my score drop . ") == {
        intent: pytest.approx(0.5 * score) for intent, score in by_rules.items()
    }
