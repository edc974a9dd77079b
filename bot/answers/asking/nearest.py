"""The command that is nearest to a word that is none."""

from rapidfuzz import process
from rapidfuzz.distance import OSA

from bot.answers.asking.answering import WORDS

_NEAR = 0.7
"""At least so alike: one slip in four letters, two in seven."""


def nearest_command(word: str) -> str | None:
    """Find the command that a mistyped word most likely means; None where none is near."""
    found = process.extractOne(
        word, sorted(WORDS), scorer=OSA.normalized_similarity, score_cutoff=_NEAR
    )
    return found[0] if found else None
