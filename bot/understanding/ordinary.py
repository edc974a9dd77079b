"""Ordinary English words, which are no slips of the words that the phrases know.

They are the whole words among the word pieces of BERT (Google, Apache-2.0), 21,000 words in order
of their frequency, which the larger model of ``sentences`` reads, too.
"""

import gzip
from functools import cache
from importlib.resources import files

_ENDINGS = (("s", ""), ("ed", ""), ("ed", "e"), ("ing", ""), ("ing", "e"), ("es", ""), ("er", ""),
            ("ers", ""), ("ly", ""), ("ies", "y"))  # fmt: skip
_SHORTEST_STEM = 4


@cache
def word_pieces() -> tuple[str, ...]:
    """Read BERT's pieces of words, in the order of their numbers."""
    packed = files("bot.understanding").joinpath("models", "wordpieces.txt.gz").read_bytes()
    return tuple(gzip.decompress(packed).decode().splitlines())


def is_ordinary(word: str) -> bool:
    """Tell whether a plain word is English, as it stands or without its ending."""
    return word in _words() or any(
        len(stem := word.removesuffix(ending)) >= _SHORTEST_STEM and stem + instead in _words()
        for ending, instead in _ENDINGS
        if word.endswith(ending)
    )


@cache
def _words() -> frozenset[str]:
    return frozenset(
        word for word in (*word_pieces(), *_RARE) if word.isalpha() and word not in _TYPED
    )


_RARE = ("sundry", "voucher")
"""Words that BERT cuts, and that look like slips of the words of the rules."""

_TYPED = frozenset({"mod"})
"""Pieces that people rather type by mistake."""
