"""Ranks what a text may be asking, by a scorer's scores; and scores it by cues.

A scorer maps a plain text to a score by intent on a natural logarithmic scale, from which come the
probabilities. The trained model, which weighs the rules, is one scorer; the sentence model beside
it is the other.
"""

import re
from collections.abc import Callable, Mapping
from functools import cache
from math import exp

from bot.understanding.cues import CUES
from bot.understanding.phrases import Phrase, plain_words
from bot.understanding.question import Intent

Scorer = Callable[[str], Mapping[Intent, float]]
"""Scores all intents of a text, plain and with its typos mended."""

Ranking = tuple[tuple[Intent, float], ...]
"""All intents with their probabilities, likeliest first."""

_FOCUS = 0.7
_REPEAT = 0.35
_NUMBER = re.compile(r"(?<![^ ])\+?\d+(?:\.\d+)?(?= )")
_ASKS = frozenset(
    {
        "why", "what", "how", "who", "where", "which", "when", "is", "are", "did", "does", "do",
        "can", "could", "will", "would", "should",
    }
)  # fmt: skip
_BACKGROUND = {Intent.OUT_OF_SCOPE: 0.6, Intent.WHY_CHANGE: 0.4, Intent.SCORE: 0.2}
"""What each intent scores before a word is read: what matches nothing is out of scope."""


def rank_intents(text: str, scorer: Scorer) -> Ranking:
    """Rank all intents for a plain text; one without a letter or digit asks for help."""
    if not plain_words(text).replace(".", "").strip():
        rest = [intent for intent in Intent if intent is not Intent.HELP]
        return ((Intent.HELP, 1.0), *((intent, 0.0) for intent in rest))
    scores = scorer(text)
    highest = max(scores.values())
    likelihoods = {intent: exp(scores[intent] - highest) for intent in Intent}
    total = sum(likelihoods.values())
    ranked = sorted(Intent, key=lambda intent: -likelihoods[intent])
    return tuple((intent, likelihoods[intent] / total) for intent in ranked)


def score_by_cues(words: str) -> Mapping[Intent, float]:
    """Score intents by the cues in the words, those of the asking sentences once more."""
    numbered = _NUMBER.sub("@number", words)
    scores = {intent: _BACKGROUND.get(intent, 0.0) for intent in Intent}
    focus = _asking_sentences(numbered)
    for text, share in ((numbered, 1.0), (focus, _FOCUS)):
        present = frozenset(text.split())
        for intent, phrases in _phrases().items():
            weights = [weight for weight, phrase in phrases if phrase.search(text, present)]
            scores[intent] += share * _together(weights)
    return scores


def _together(weights: list[float]) -> float:
    """Add weights, each after the heaviest for less: cues of one intent overlap."""
    ordered = sorted(weights, reverse=True)
    return sum(weight * _REPEAT**rank for rank, weight in enumerate(ordered))


def _asking_sentences(words: str) -> str:
    """The sentences that begin with a question word, else the last one; empty if there is one."""
    sentences = [sentence for sentence in words.split(" . ") if sentence.strip(" .")]
    if not sentences[1:]:
        return ""
    asking = [text for text in sentences if _ASKS.intersection(text.split()[:3])]
    return " . " + " . ".join(asking or sentences[-1:]).strip(" .") + " . "


@cache
def _phrases() -> Mapping[Intent, tuple[tuple[float, Phrase], ...]]:
    return {
        intent: tuple(
            (weight, Phrase(pattern)) for weight, patterns in cues.items() for pattern in patterns
        )
        for intent, cues in CUES.items()
    }


@cache
def cue_vocabulary() -> frozenset[str]:
    """All words that occur in cues."""
    return frozenset(
        word
        for phrases in _phrases().values()
        for _, phrase in phrases
        for need in phrase.needs
        for word in need
    )
