"""The trained models: the shipped files are those that were made, small, and quick to read."""

import gzip
import hashlib
import json
import sys
from array import array
from importlib.resources import files
from math import isclose
from types import SimpleNamespace

import numpy as np
import pytest

from bot.errors import NotReady
from bot.settings import Settings
from bot.understanding import choice, sentences
from bot.understanding.encoder import ENCODER_FILE, shipped_encoder
from bot.understanding.intents import rank_intents
from bot.understanding.model import KINDS, find_subject, score_beside_rules, score_by_model
from bot.understanding.question import Intent, SubjectKind
from bot.understanding.regression import MODEL_FILE, Regression, shipped_regression
from bot.understanding.rules import score_by_rules
from bot.understanding.wordpieces import pieces_of, word_pieces

MODELS = files("bot.understanding").joinpath("models")
MANIFEST = json.loads(MODELS.joinpath("manifest.json").read_text("utf-8"))
DIGESTS = MANIFEST["sha256 of the unpacked files"]
OUTCOMES = len(Intent) + len(KINDS)
WORDS = ". why did my score drop . "


@pytest.mark.parametrize("name", [MODEL_FILE, sentences.HEAD_FILE])
def test_a_shipped_model_is_the_one_that_its_manifest_tells_of(name: str) -> None:
    packed = MODELS.joinpath(name).read_bytes()
    assert hashlib.sha256(gzip.decompress(packed)).hexdigest() == DIGESTS[name]


def test_the_shipped_models_are_small() -> None:
    model = shipped_regression()
    sizes = {path.name: len(path.read_bytes()) for path in MODELS.iterdir() if path.is_file()}
    assert sizes.pop(ENCODER_FILE) <= 20_000_000
    assert sum(sizes.values()) <= 2_000_000
    assert len(model.bias) == OUTCOMES
    assert len(model.weights) == len(model.marks) * OUTCOMES


def test_the_model_is_read_once() -> None:
    assert shipped_regression() is shipped_regression()


def test_chances_add_up_to_one() -> None:
    ranking = rank_intents(WORDS, score_by_model)
    assert isclose(sum(chance for _, chance in ranking), 1)
    assert {intent for intent, _ in ranking} == set(Intent)


def test_a_text_without_a_known_feature_is_left_to_the_rules() -> None:
    nothing = array("I"), array("h")
    model = Regression(0.01, 0.5, (0,) * OUTCOMES, *nothing, about=())
    by_rules = score_by_rules(WORDS)
    assert score_beside_rules(model, WORDS) == {
        intent: pytest.approx(0.5 * score) for intent, score in by_rules.items()
    }


def test_a_word_said_in_passing_does_not_make_a_team_the_subject() -> None:
    certain = [(intent, float(intent is Intent.SCORE)) for intent in Intent]
    assert find_subject(". our customers never answer me . ", (), certain).kind is SubjectKind.ME
    assert find_subject(". how is our team doing . ", (), certain).kind is SubjectKind.TEAM


def test_whom_a_report_is_about_is_told_by_the_intent_where_words_are_few() -> None:
    words = ". and those two interns of mine then . "

    def subject(intent: Intent) -> SubjectKind:
        return find_subject(words, (), [(other, float(other is intent)) for other in Intent]).kind

    assert subject(Intent.TEAM_REPORT) is SubjectKind.TEAM
    assert subject(Intent.SCORE) is SubjectKind.ME


def test_words_are_cut_into_the_longest_pieces_that_are_known() -> None:
    numbers = pieces_of("why @person's snowshoeings?")
    pieces = " ".join(word_pieces()[number] for number in numbers)
    assert pieces == "[CLS] why kim ' s snow ##sh ##oe ##ings ? [SEP]"


def test_a_text_of_any_length_has_few_pieces() -> None:
    assert len(pieces_of("a" * 40_000)) < 100
    assert len(pieces_of("why " * 10_000)) < 100


def test_sentences_with_one_meaning_lie_nearer_than_others() -> None:
    asked, again, other = (
        np.array(sentences.meaning_of(words))
        for words in (
            "why did my score drop?",
            "why has my score gone down?",
            "delete all that you keep about me",
        )
    )
    assert asked @ again > asked @ other + 0.5


def test_what_lies_beyond_the_longest_text_is_not_read() -> None:
    assert [len(meaning) for meaning in shipped_encoder().meanings(pieces_of("why " * 10_000))] == [
        384,
        384,
    ]


@pytest.fixture
def read_by_sentences(monkeypatch: pytest.MonkeyPatch) -> list[list[int]]:
    """What the sentence model was given to read; its reading is always the same."""
    given: list[list[int]] = []

    def meanings(pieces: list[int]) -> tuple[list[float], list[float]]:
        given.append(pieces)
        return [1.0] + [0.0] * 383, [1.0] + [0.0] * 383

    monkeypatch.setattr(sentences, "sentence_encoder", lambda: SimpleNamespace(meanings=meanings))
    return given


def test_the_sentence_model_adds_its_reading_where_the_default_one_is_in_doubt(
    read_by_sentences: list[list[int]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sentences, "BEYOND_DOUBT", 1.1)
    scores = sentences.score_by_sentences(WORDS)
    assert len(read_by_sentences) == 1
    assert set(scores) == set(Intent)
    assert scores != score_by_model(WORDS)


def test_where_the_default_model_is_not_in_doubt_the_sentence_model_is_not_asked(
    read_by_sentences: list[list[int]],
) -> None:
    assert sentences.score_by_sentences(WORDS) == score_by_model(WORDS)
    assert read_by_sentences == []


@pytest.fixture
def chosen_anew(monkeypatch: pytest.MonkeyPatch) -> pytest.MonkeyPatch:
    monkeypatch.setattr(choice, "chosen_scorer", choice.chosen_scorer.__wrapped__)
    sentences.sentence_encoder.cache_clear()
    return monkeypatch


def test_the_small_model_is_chosen_unless_the_setting_asks_for_sentences(
    chosen_anew: pytest.MonkeyPatch,
) -> None:
    chosen_anew.setattr(choice, "read_settings", lambda: Settings(sentences=False))
    assert choice.chosen_scorer() is score_by_model


def test_sentences_asked_for_and_not_installed_are_told_with_the_way_out(
    chosen_anew: pytest.MonkeyPatch,
) -> None:
    chosen_anew.setitem(sys.modules, "bot.understanding.encoder", None)
    chosen_anew.setattr(choice, "read_settings", lambda: Settings(sentences=True))
    with pytest.raises(NotReady, match=r"pip install openssi\[sentences\]"):
        choice.chosen_scorer()
