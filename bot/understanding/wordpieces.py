"""Cuts a plain text into the pieces that the sentence model knows, as BERT does."""

import re
from collections.abc import Mapping
from functools import cache

from bot.understanding.ordinary import word_pieces
from bot.understanding.text import PERSON

KNOWN = 16_000
"""So many pieces of BERT's are known, the most frequent ones; rarer words are cut into these."""

LONGEST = 64
"""Pieces that are read of a text; what lies beyond is seldom what is asked."""

_SOMEBODY = "kim"
"""Who stands in for a mentioned person: the model knows names, not our mark."""

_LONGEST_WORD = 40
_START, _END, _UNKNOWN = "[CLS]", "[SEP]", "[UNK]"
_WORD = re.compile(r"\w+|[^\w\s]")


def pieces_of(text: str) -> list[int]:
    """Cut a plain text into the numbers of the longest pieces of words that are known."""
    numbers = _numbers()
    found = [numbers[_START]]
    for word in _WORD.findall(text.replace(PERSON, _SOMEBODY)):
        found += _pieces_of_word(word[:_LONGEST_WORD], numbers)
        if len(found) >= LONGEST:
            break
    return [*found[: LONGEST - 1], numbers[_END]]


def _pieces_of_word(word: str, numbers: Mapping[str, int]) -> list[int]:
    found: list[int] = []
    start = 0
    while start < len(word):
        ends = range(len(word), start, -1)
        mark = "##" if start else ""
        end = next((end for end in ends if mark + word[start:end] in numbers), None)
        if end is None:
            return [numbers[_UNKNOWN]]
        found.append(numbers[mark + word[start:end]])
        start = end
    return found


@cache
def _numbers() -> Mapping[str, int]:
    return {piece: number for number, piece in enumerate(word_pieces()[:KNOWN])}
