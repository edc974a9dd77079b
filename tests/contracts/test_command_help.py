"""Each word after `/ssi` has its short help in every language, whose examples work."""

import re
from importlib.resources import files
from pathlib import Path

import pytest

from bot.answers.asking.answering import COMMANDS, WORDS
from bot.messages.guides import load_guides
from bot.slack.modals import BY_OPENER

TEMPLATES = Path(str(files("templates")))
LANGUAGES = sorted(folder.parent.name for folder in TEMPLATES.glob("*/words.toml"))
LONGEST = 300

every_language = pytest.mark.parametrize("language", LANGUAGES)


@every_language
def test_each_word_has_a_short_help_and_no_other_has(language: str) -> None:
    assert set(load_guides(language)) == WORDS


def test_each_word_is_answered_or_opens_a_form() -> None:
    assert {word for word in WORDS if word not in COMMANDS and word not in BY_OPENER} == set()


@every_language
@pytest.mark.parametrize("word", sorted(WORDS))
def test_a_short_help_is_short_and_tells_what_to_type_and_who_sees_it(
    language: str, word: str
) -> None:
    guide = load_guides(language)[word]

    assert all(re.match(rf"/ssi {word}( |$)", typed) for typed in (guide.usage, *guide.examples))
    assert 1 <= len(guide.examples) <= 2
    assert all(text.endswith(".") for text in (guide.shows, guide.seen_by))
    assert len(guide.shows) < LONGEST


@every_language
def test_languages_give_as_many_examples(language: str) -> None:
    english, other = load_guides("en"), load_guides(language)

    assert {word: len(guide.examples) for word, guide in other.items()} == {
        word: len(guide.examples) for word, guide in english.items()
    }
