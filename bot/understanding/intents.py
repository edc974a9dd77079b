"""Ranks what a text may be asking, by a scorer's scores; and scores it by cues.

A scorer maps a plain text to a score by intent on a natural logarithmic scale, from which come the
probabilities. The trained model, which weighs the rules, is one scorer; the sentence model beside
it is the other.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Mapping
from functools import cache
from math import exp

from bot.understanding.cues import CUES
from bot.understanding.phrases import Phrases, plain_words
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
    chances = chances_of(scorer(text))
    return tuple(sorted(chances.items(), key=lambda chance: -chance[1]))


def chances_of(scores: Mapping[Intent, float]) -> dict[Intent, float]:
    """Turn the scores of all intents into probabilities."""
    highest = max(scores.values())
    likelihoods = {intent: exp(scores[intent] - highest) for intent in Intent}
    total = sum(likelihoods.values())
    return {intent: likelihood / total for intent, likelihood in likelihoods.items()}


def score_by_cues(words: str) -> Mapping[Intent, float]:
    """Score intents by the cues in the words, those of the asking sentences once more."""
    numbered = _NUMBER.sub("@number", words)
    scores = {intent: _BACKGROUND.get(intent, 0.0) for intent in Intent}
    focus = _asking_sentences(numbered)
    for text, share in ((numbered, 1.0), (focus, _FOCUS)):
        weights: defaultdict[Intent, list[float]] = defaultdict(list)
        for (intent, weight), _ in _cues().found(text):
            weights[intent].append(weight)
        for intent, several in weights.items():
            scores[intent] += share * _together(several)
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
def _cues() -> Phrases[tuple[Intent, float]]:
    return Phrases(
        {
            (intent, weight): patterns
            for intent, cues in CUES.items()
            for weight, patterns in cues.items()
        }
    )


@cache
def cue_vocabulary() -> frozenset[str]:
    """All words that occur in cues."""
    return _cues().vocabulary()
