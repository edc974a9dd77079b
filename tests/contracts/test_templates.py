"""The texts are whole: every context has its template, every template uses what it is given."""

import re
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path
from typing import get_args

import pytest
from jinja2 import meta

from bot.messages.contexts import Context
from bot.messages.environment import environment
from bot.messages.render import template_name, variables
from bot.messages.words import load_words
from bot.understanding import Intent
from scoring.model import Measure
from scoring.rulebook import Signal, shipped

TEMPLATES = Path(str(files("templates")))
LANGUAGES = sorted(folder.parent.name for folder in TEMPLATES.glob("*/words.toml"))
CONTEXTS = {template_name(context): context for context in get_args(Context)}

every_language = pytest.mark.parametrize("language", LANGUAGES)


def signals() -> Iterator[Signal]:
    for rulebook in shipped():
        yield from rulebook.signals


def test_english_is_there() -> None:
    assert "en" in LANGUAGES


@every_language
def test_each_context_has_a_template_and_each_template_a_context(language: str) -> None:
    shown = {path.name for path in (TEMPLATES / language).glob("*.j2") if path.name[0] != "_"}
    assert shown == set(CONTEXTS)


@every_language
@pytest.mark.parametrize("name", sorted(CONTEXTS))
def test_a_template_uses_all_that_its_context_gives_and_nothing_else(
    language: str, name: str
) -> None:
    made = environment(language)
    source = (TEMPLATES / language / name).read_text("utf-8")
    used = meta.find_undeclared_variables(made.parse(source)) - set(made.globals) - {"today"}
    given = set(variables(CONTEXTS[name])) - {"today"}
    derived = {n for n, what in vars(CONTEXTS[name]).items() if isinstance(what, property)}
    assert used <= given
    assert given - derived <= used


@every_language
def test_every_shipped_signal_has_words(language: str) -> None:
    assert {s.name for s in signals()} <= set(load_words(language).signals)


@every_language
def test_every_rate_is_told_by_its_two_amounts(language: str) -> None:
    words = load_words(language)
    for signal in signals():
        if signal.measure is Measure.RATE:
            told = words.signal(signal.name).rate.format(value=12, of=30)
            assert "12" in told
            assert "30" in told


@every_language
def test_every_reading_of_a_text_can_be_offered(language: str) -> None:
    assert set(load_words(language).intents) == set(Intent)


@every_language
def test_languages_have_the_same_words(language: str) -> None:
    english, other = load_words("en"), load_words(language)
    assert set(other.signals) == set(english.signals)
    assert set(other.nouns) == set(english.nouns)
    assert (len(other.dates.weekdays), len(other.dates.months)) == (7, 12)


def folder(language: str) -> set[str]:
    return {path.name for path in (TEMPLATES / language).glob("*.*")}


@every_language
def test_languages_have_the_same_templates(language: str) -> None:
    assert folder(language) - {"problems.toml"} == folder("en")


@every_language
@pytest.mark.parametrize("name", sorted(name for name in folder("en") if name.endswith(".j2")))
def test_languages_offer_the_same_buttons(language: str, name: str) -> None:
    offered, others = (
        sorted(set(re.findall(r"\bids\.\w+", (TEMPLATES / each / name).read_text("utf-8"))))
        for each in ("en", language)
    )
    assert others == offered


def test_a_signal_of_an_own_rulebook_goes_by_its_name() -> None:
    assert load_words("en").signal("coffee_chats").noun.of(3) == "coffee chats"
