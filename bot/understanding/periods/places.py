"""Tells places on a board from days of a month: "dropped from 2nd to 4th" names no days."""

from bot.understanding.periods.tokens import Kind, Token, Words, word_set
from bot.understanding.word_classes import WORD_CLASSES

PLACES = 9
"""Up to this number "the 9th" may be somebody's place on the board."""

_MOVED = WORD_CLASSES["fall"] | WORD_CLASSES["rise"] | word_set("went moved came")


def is_late(token: Token) -> bool:
    """Whether an ordinal is too high for a place on a short board."""
    return token.kind is Kind.ORDINAL and token.number > PLACES


def is_place(words: Words, index: int) -> bool:
    """Whether "2nd" or "4th" of "dropped from 2nd to 4th" is a place, and no day."""
    start = index if words.text(index - 1) == "from" else index - 2
    moved = words.text(start - 2) in _MOVED and words.text(start - 1) == "from"
    ends = words.at(start), words.at(start + 2)
    ordinals = all(end.kind is Kind.ORDINAL and not is_late(end) for end in ends)
    return moved and words.text(start + 1) == "to" and ordinals
