"""Tips are enough, short, tied to signals of the shipped rules, and the same in any language."""

from collections import Counter
from importlib.resources import files
from pathlib import Path

import pytest

from bot.messages.tips import load_tips
from scoring.model import Measure, Pillar
from scoring.rulebook import Rulebook, shipped

TEMPLATES = Path(str(files("templates")))
LANGUAGES = sorted(folder.parent.name for folder in TEMPLATES.glob("*/words.toml"))
LONGEST = 200

every_language = pytest.mark.parametrize("language", LANGUAGES)


@pytest.mark.parametrize("rulebook", shipped(), ids=lambda rulebook: rulebook.version)
def test_each_pillar_has_twelve_tips_under_each_rulebook(rulebook: Rulebook) -> None:
    pillars = {signal.name: signal.pillar for signal in rulebook.signals}

    found = Counter(
        pillars[tip.signal] for tip in load_tips("en").values() if tip.signal in pillars
    )

    assert min(found[pillar] for pillar in Pillar) >= 12


@pytest.mark.parametrize("rulebook", shipped(), ids=lambda rulebook: rulebook.version)
def test_each_signal_has_two_tips_or_more(rulebook: Rulebook) -> None:
    found = Counter(tip.signal for tip in load_tips("en").values())

    assert {signal.name for signal in rulebook.signals if found[signal.name] < 2} == set()


def test_each_tip_is_for_a_signal_of_a_shipped_rulebook() -> None:
    known = {signal.name for rulebook in shipped() for signal in rulebook.signals}

    assert {tip.signal for tip in load_tips("en").values()} <= known


@every_language
def test_tips_are_short_sentences_and_no_two_are_alike(language: str) -> None:
    texts = [tip.text for tip in load_tips(language).values()]

    assert {text for text in texts if len(text) > LONGEST or text[-1] != "."} == set()
    assert len(set(texts)) == len(texts)


@every_language
def test_each_tip_takes_time_and_brings_something(language: str) -> None:
    tips = load_tips(language).values()

    assert {tip.id for tip in tips if tip.minutes < 1 or tip.units < 1} == set()


@every_language
def test_a_tip_asks_for_no_more_than_fills_its_signal(language: str) -> None:
    targets = {
        signal.name: signal.target
        for rulebook in shipped()
        for signal in rulebook.signals
        if signal.measure is not Measure.RATE
    }
    tips = load_tips(language).values()

    assert {tip.id for tip in tips if tip.units > targets.get(tip.signal, tip.units)} == set()


@every_language
def test_languages_tell_the_same_tips(language: str) -> None:
    english, other = load_tips("en"), load_tips(language)

    assert [(tip.id, tip.units, tip.minutes) for tip in other.values()] == [
        (tip.id, tip.units, tip.minutes) for tip in english.values()
    ]
