"""What the trained model sees in a text: its words, alone and together, pieces and classes of them.

Every feature is a name that begins with a letter for its kind. Training and answering both take
them from here.
"""

from collections.abc import Iterator
from functools import cache
from itertools import pairwise

from bot.understanding.word_classes import WORD_CLASSES
from bot.understanding.wordpieces import pieces_of

PIECES = range(2, 6)
"""Lengths of pieces, in characters; a word's two ends count as one each."""

NEAR = 3
"""Words that a pair spans at most, the first not counted."""

_LONGEST = 40
"""Characters of a word that are looked at: longer ones are no words, and time stays bounded."""

Features = frozenset[str]


def features_of(words: str) -> tuple[Features, ...]:
    """Name what plain words hold, by kind.

    The kinds are pieces of words; words, and two in a row; two near each other; classes of words;
    two classes in a row, where a word without a class stands for itself; and the pieces of words
    that the sentence model knows, of which the models learnt what is like what.
    """
    row = [word[:_LONGEST] for word in words.split()]
    different = set(row)
    stood_for = [(_classes_of(word) or (word,))[0] for word in row]
    return (
        frozenset(f"c{piece}" for word in different for piece in _pieces(word)),
        frozenset(f"w{word}" for word in different).union(_in_a_row("w", row)),
        frozenset(
            f"n{first} {second}"
            for at, first in enumerate(row)
            for second in row[at + 1 : at + 1 + NEAR]
        ),
        frozenset(f"k{name}" for word in different for name in _classes_of(word)),
        frozenset(_in_a_row("r", stood_for)),
        frozenset(f"p{number}" for number in pieces_of(words)[1:-1]),
    )


def _in_a_row(kind: str, row: list[str]) -> Iterator[str]:
    return (f"{kind}{first} {second}" for first, second in pairwise(row))


def _pieces(word: str) -> Iterator[str]:
    bounded = f" {word} "
    for length in PIECES:
        for start in range(len(bounded) - length + 1):
            yield bounded[start : start + length]


def _classes_of(word: str) -> tuple[str, ...]:
    return _classes().get("@number" if word[0].isdigit() else word, ())


@cache
def _classes() -> dict[str, tuple[str, ...]]:
    """The classes of each word; ``domain`` is left out, for it is made of the others."""
    classes: dict[str, tuple[str, ...]] = {}
    for name, members in WORD_CLASSES.items():
        for word in members if name != "domain" else ():
            classes[word] = (*classes.get(word, ()), name)
    return classes
