"""Scores intents by the rules alone: cues that settle a question, and combinations of words."""

from collections.abc import Mapping

from bot.understanding.backoff import score_by_combinations
from bot.understanding.intents import score_by_cues
from bot.understanding.question import Intent

RULES = (score_by_cues, score_by_combinations)
"""The rules; their scores of an intent add up."""

_TEMPERATURE = 1.6
"""How much a sum of rules' weights overstates the logarithm of a likelihood."""


def score_by_rules(words: str) -> Mapping[Intent, float]:
    """Score intents for plain words by all rules, on a natural logarithmic scale."""
    scores = dict.fromkeys(Intent, 0.0)
    for rule in RULES:
        for intent, score in rule(words).items():
            scores[intent] += score / _TEMPERATURE
    return scores
