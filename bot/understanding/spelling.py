"""Mends typos toward the words that the phrases know, and leaves ordinary English alone."""

from functools import cache

from rapidfuzz import process
from rapidfuzz.distance import OSA

from bot.understanding.intents import cue_vocabulary
from bot.understanding.ordinary import is_ordinary
from bot.understanding.periods.tokens import MONTHS, UNITS, WEEKDAYS
from bot.understanding.pillars import PILLAR_NAMES
from bot.understanding.signals import SIGNAL_NAMES
from bot.understanding.subjects import SUBJECT_NAMES
from bot.understanding.word_classes import WORD_CLASSES

_SHORTEST, _MIDDLING, _LONG = 4, 6, 8
"""Lengths from which a word is mended at all, on its first letter, too, and for two slips."""

_MENDED_AT_MOST = 60
"""Unknown words looked at in one text: more are no typing mistakes, and time stays bounded."""


def mend(text: str) -> str:
    """Replace misspelt words of plain lower-case text by the known words they are nearest to."""
    words = text.split(" ")
    left = _MENDED_AT_MOST
    for at, word in enumerate(words):
        core = word.strip(".,;:!?()\"'")
        if len(core) < _SHORTEST or not core.isalpha() or not core.isascii() or core in _known():
            continue
        if is_ordinary(core):
            continue
        if (left := left - 1) < 0:
            break
        if (better := _nearest(core)) is not None:
            words[at] = word.replace(core, better)
    return " ".join(words)


def _nearest(word: str) -> str | None:
    """The known word one slip away, or two for long words; None where it is no clear slip."""
    slips = 2 if len(word) >= _LONG else 1
    names = _mendable() if len(word) >= _MIDDLING else _by_first_letter().get(word[0], ())
    best = process.extractOne(word, names, scorer=OSA.distance, score_cutoff=slips)
    return best[0] if best else None


@cache
def _mendable() -> tuple[str, ...]:
    times = {*MONTHS, *UNITS, *WEEKDAYS, "yesterday", "today", "tomorrow", "weekend", "overnight"}
    words = times | {"since", "between", "until", "last", "past", "fortnight", "this"}
    words |= cue_vocabulary().union(*WORD_CLASSES.values())
    for names in (PILLAR_NAMES, SIGNAL_NAMES, SUBJECT_NAMES):
        words |= names
    return tuple(sorted(word for word in words if len(word) >= _SHORTEST and word.isalpha()))


@cache
def _by_first_letter() -> dict[str, tuple[str, ...]]:
    letters = {word[0] for word in _mendable()}
    return {letter: tuple(word for word in _mendable() if word[0] == letter) for letter in letters}


@cache
def _known() -> frozenset[str]:
    plurals = {f"{name}s" for name in WEEKDAYS}
    return frozenset(_mendable()) | plurals
