"""Reads intents and subjects by the trained model, which weighs the rules: the default."""

from collections.abc import Iterable, Mapping
from functools import lru_cache
from math import log

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


def find_subject(
    words: str, mentions: tuple[str, ...], chances: Iterable[tuple[Intent, float]]
) -> Subject:
    """Find whom the words ask about; the first mention wins.

    The model weighs what the rules say beside all other words: "our customers" are no team. Whom
    questions of an intent are mostly about counts as well, as far as it is likely to be that intent
    (Bayes, the words and the intent taken as independent given the subject).

    Args:
        words: The text's plain words.
        mentions: Slack ids of mentioned people, the bot's own left out.
        chances: The probabilities of all intents.
    """
    if mentions:
        return Subject(SubjectKind.PERSON, mentions[0])
    if is_fragment(words):
        return Subject(subject_by_rules(words))
    model = shipped_regression()
    learnt = _scores(model, words)[len(Intent) :]
    known = dict(chances)
    usual = [
        sum(known[intent] * times for intent, times in zip(Intent, column, strict=True))
        for column in zip(*model.about, strict=True)
    ]
    scores = {
        kind: score + log(times) for kind, score, times in zip(KINDS, learnt, usual, strict=True)
    }
    return Subject(max(KINDS, key=scores.__getitem__))


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
