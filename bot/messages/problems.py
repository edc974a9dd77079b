"""What went wrong, in the reader's language.

A problem's sentence is English where it arises, and that is its key: a language's
``problems.toml`` has each sentence with ``{}`` where its facts stand, and what it is there.
"""

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from bot.messages.languages import FALLBACK

_FACT = re.compile(r"\{\w*\}")


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence in another language, and what English sentences it stands for."""

    english: re.Pattern[str]
    meant: str


@cache
def load_problems(language: str) -> tuple[Sentence, ...]:
    """Read a language's sentences, those with the most words of their own first.

    Raises:
        FileNotFoundError: the language has none.
    """
    text = files("templates").joinpath(language, "problems.toml").read_text("utf-8")
    pairs: dict[str, str] = tomllib.loads(text)
    known = sorted(pairs.items(), key=lambda pair: -len(_FACT.sub("", pair[0])))
    return tuple(Sentence(_pattern(english), meant) for english, meant in known)


def in_language(sentence: str, language: str) -> str:
    """Say a problem's sentence in a language; one that it does not know stays English.

    What stands in it may be a sentence itself, such as an example, and is said likewise.
    """
    if language == FALLBACK:
        return sentence
    for known in load_problems(language):
        found = known.english.fullmatch(sentence)
        if found:
            return known.meant.format(*(in_language(fact, language) for fact in found.groups()))
    return sentence


def _pattern(english: str) -> re.Pattern[str]:
    return re.compile("(.+?)".join(map(re.escape, _FACT.split(english))), re.DOTALL)
