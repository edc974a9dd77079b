"""Reads intents and subjects by the trained model, which weighs the rules: the default."""

from collections.abc import Mapping
from functools import lru_cache

from bot.understanding.features import Features, features_of
from bot.understanding.phrases import plain_words
from bot.understanding.question import Intent, Subject, SubjectKind
from bot.understanding.regression import Regression, shipped_regression
from bot.understanding.rules import score_by_rules
from bot.understanding.subjects import subject_by_rules

KINDS = (SubjectKind.ME, SubjectKind.TEAM, SubjectKind.EVERYONE)
"""Whom words may be about, in the order of the models' outcomes, which follow on the intents."""

_FRAGMENT = 5
"""Words of a text that says too little for the model: only whom it names counts."""


def score_by_model(text: str) -> Mapping[Intent, float]:
    """Score intents of a plain text by the shipped model, on a natural logarithmic scale."""
    return score_beside_rules(shipped_regression(), plain_words(text))


def score_beside_rules(model: Regression, words: str) -> dict[Intent, float]:
    """Score intents for plain words by a model, with the rules' scores beside."""
    by_rules = score_by_rules(words)
    learnt = _scores(model, words)
    return {
        intent: score + model.rules * by_rules[intent]
        for intent, score in zip(Intent, learnt, strict=False)
    }


def find_subject(words: str, mentions: tuple[str, ...]) -> Subject:
    """Find whom the words ask about; the first mention wins.

    The model weighs what the rules say beside all other words: "our customers" are no team.

    Args:
        words: The text's plain words.
        mentions: Slack ids of mentioned people, the bot's own left out.
    """
    if mentions:
        return Subject(SubjectKind.PERSON, mentions[0])
    if is_fragment(words):
        return Subject(subject_by_rules(words))
    learnt = _scores(shipped_regression(), words)[len(Intent) :]
    return Subject(max(zip(learnt, KINDS, strict=True), key=lambda pair: pair[0])[1])


def is_fragment(words: str) -> bool:
    """Whether plain words are too few to tell more than they name."""
    return len(words.replace(".", " ").split()) <= _FRAGMENT


def known_features(words: str) -> tuple[Features, ...]:
    """Name what plain words hold, by kind, and whom the rules find in them."""
    return *features_of(words), frozenset({f"s{subject_by_rules(words)}"})


@lru_cache(maxsize=4)
def _scores(model: Regression, words: str) -> list[float]:
    """Score all outcomes: what asks for a text's intents soon asks for its subject."""
    return model.score(known_features(words))
