"""A small language for phrases, and a fast finder of those that occur in a text's words.

A phrase is a row of places: ``who|whos`` is one of several words, ``{fall}`` any form of a word
class, ``a|the?`` may be missing, ``..`` is a gap of up to four words within the sentence, ``^`` an
end of the sentence. At most two gaps keep the search linear.
"""

import re
from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping
from functools import cached_property
from typing import Generic, TypeVar

from bot.understanding.word_classes import WORD_CLASSES

Label = TypeVar("Label", bound=Hashable)

_GAP = r"(?:(?!\. )\S+ ){0,4}"
_NOT_A_WORD = re.compile(r"[^\w@.?!;:\n-]+|_")
_SENTENCE_END = re.compile(r"[.?!;:\n]+(?!\d)")


def plain_words(text: str) -> str:
    """Keep a text's words, each followed by one space, with `` . `` around each sentence."""
    text = _SENTENCE_END.sub(" . ", f". {text} .").replace("-", " - ")
    words = _NOT_A_WORD.sub(" ", text).split()
    kept = [word for at, word in enumerate(words) if word != "." or at == 0 or words[at - 1] != "."]
    return " ".join(kept) + " "


class Phrase:
    """One phrase, compiled when it is first looked for."""

    def __init__(self, pattern: str) -> None:
        self._places = pattern.split()
        self.needs = [frozenset(_choices(place)) for place in self._places if _is_needed(place)]

    @property
    def telling(self) -> frozenset[str]:
        """Words one of which is there where the phrase is: as few as there are."""
        return min(self.needs, key=len)

    @cached_property
    def _regex(self) -> re.Pattern[str]:
        return re.compile("(?:(?<= )|^)" + "".join(_place_regex(place) for place in self._places))

    def search(self, words: str, present: frozenset[str]) -> re.Match[str] | None:
        """Find the phrase in plain words, of which ``present`` are the different ones."""
        if any(need.isdisjoint(present) for need in self.needs):
            return None
        return self._regex.search(words)

    def remove(self, words: str) -> str:
        """Take the phrase out of plain words wherever it stands."""
        return self._regex.sub("", words)


def _is_needed(place: str) -> bool:
    return place not in {"..", "^"} and not place.endswith("?")


def _choices(place: str) -> Iterable[str]:
    for choice in place.removesuffix("?").split("|"):
        if choice.startswith("{"):
            yield from WORD_CLASSES[choice[1:-1]]
        else:
            yield choice


def _place_regex(place: str) -> str:
    if place == "..":
        return _GAP
    if place == "^":
        return r"(?:\. |$)"
    words = "|".join(re.escape(word) for word in _choices(place))
    return f"(?:(?:{words}) )" + ("?" if place.endswith("?") else "")


class Phrases(Generic[Label]):
    """Labels, each with the phrases that stand for it, by the words that tell of them."""

    def __init__(self, patterns: Mapping[Label, Iterable[str]]) -> None:
        self._phrases = [
            (label, Phrase(pattern)) for label, several in patterns.items() for pattern in several
        ]
        self._by_word: defaultdict[str, list[int]] = defaultdict(list)
        for place, (_, phrase) in enumerate(self._phrases):
            for word in phrase.telling:
                self._by_word[word].append(place)

    def found(self, words: str) -> Iterator[tuple[Label, int]]:
        """Tell the label of each phrase that occurs in plain words, and where it first starts."""
        present = frozenset(words.split())
        for label, phrase in self._likely(present):
            if match := phrase.search(words, present):
                yield label, match.start()

    def first(self, words: str) -> Label | None:
        """Find the label whose phrase starts first in plain words; the earlier label wins ties."""
        label, _ = min(self.found(words), key=lambda found: found[1], default=(None, 0))
        return label

    def without(self, words: str) -> str:
        """Take all phrases out of plain words."""
        for _, phrase in self._likely(frozenset(words.split())):
            words = phrase.remove(words)
        return words

    def vocabulary(self) -> frozenset[str]:
        """All words that occur in the phrases."""
        return frozenset(
            word for _, phrase in self._phrases for need in phrase.needs for word in need
        )

    def _likely(self, present: frozenset[str]) -> list[tuple[Label, Phrase]]:
        """List the phrases, in their order, of which a telling word is present."""
        places = {place for word in present for place in self._by_word.get(word, ())}
        return [self._phrases[place] for place in sorted(places)]
