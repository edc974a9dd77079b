"""What the trained model sees in a text: pieces of its words, its words, and their classes.

Every feature is a name: ``c`` and a piece of a word; ``w`` and a word, or two that stand near each
other; ``k`` and a class of words. Training and answering both take them from here.
"""

from collections.abc import Iterator
from functools import cache

from bot.understanding.word_classes import WORD_CLASSES

PIECES = range(2, 6)
"""Lengths of pieces, in characters; a word's two ends count as one each."""

NEAR = 3
"""Words that a pair spans at most, the first not counted."""

_LONGEST = 40
"""Characters of a word that are looked at: longer ones are no words, and time stays bounded."""

Features = frozenset[str]


def features_of(words: str) -> tuple[Features, Features, Features]:
    """Name what plain words hold: pieces of words, words and pairs of them, classes of words."""
    row = [word[:_LONGEST] for word in words.split()]
    different = set(row)
    pieces = frozenset(piece for word in different for piece in _pieces(word))
    pairs = frozenset(
        f"w{first} {second}"
        for at, first in enumerate(row)
        for second in row[at + 1 : at + 1 + NEAR]
    )
    classes = frozenset(name for word in different for name in _classes_of(word))
    return pieces, pairs.union(f"w{word}" for word in different), classes


def _pieces(word: str) -> Iterator[str]:
    bounded = f" {word} "
    for length in PIECES:
        for start in range(len(bounded) - length + 1):
            yield f"c{bounded[start : start + length]}"


def _classes_of(word: str) -> tuple[str, ...]:
    return _classes().get("@number" if word[0].isdigit() else word, ())


@cache
def _classes() -> dict[str, tuple[str, ...]]:
    """The classes of each word; ``domain`` is left out, for it is made of the others."""
    classes: dict[str, tuple[str, ...]] = {}
    for name, members in WORD_CLASSES.items():
        for word in members if name != "domain" else ():
            classes[word] = (*classes.get(word, ()), f"k{name}")
    return classes
