"""What somebody asks of the future: a goal, more of something, other rules, or doing nothing."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

from bot.answers.ahead.deadline import take_deadline
from bot.messages.words import load_words

STAND_STILL_DAYS = 28
LONGEST_DAYS = 180
HIGHEST = 100


NEW_RULES, OLD_RULES = "new", "old"
"""Rules that are meant without their version: the next ones, and those before."""


@dataclass(frozen=True, slots=True)
class Level:
    """A signal as it is to be: so many units, or so many per cent where it is a share."""

    signal: str
    value: int
    is_share: bool = False


@dataclass(frozen=True, slots=True)
class Wish:
    """A wish as it was read; what was not said is absent.

    ``goal`` is a score in hundredths, to be reached ``until`` a day; ``units`` are signals with how
    many more of each, and ``levels`` signals with what they are to be; ``rules`` is a version;
    ``days`` is for how long nothing is done, and ``signal`` narrows a goal, or the doing of
    nothing, to one.
    """

    goal: int | None = None
    units: tuple[tuple[str, int], ...] = ()
    days: int | None = None
    signal: str | None = None
    until: date | None = None
    levels: tuple[Level, ...] = ()
    rules: str | None = None


_NUMBERS: Mapping[str, int] = {
    "a couple of": 2, "a couple": 2, "a dozen": 12, "another": 1, "one": 1, "two": 2, "three": 3,
    "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10, "twelve": 12,
    "twenty": 20, "an": 1, "a": 1,
}  # fmt: skip
_NUMBER = r"(?P<number>\d{1,4}|" + "|".join(_NUMBERS) + r")"
_MORE = r"(?:\s+(?:more|new|other|extra|further|additional|good))*"
_DAYS_OF = {"day": 1, "week": 7, "fortnight": 14, "month": 30}
_SPAN = re.compile(rf"\b(?:{_NUMBER}|the\s+next|next)\s+(?P<unit>{'|'.join(_DAYS_OF)})s?\b")
_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*"
_NO_SCORE = re.compile(
    rf"\d{{4}}-\d\d-\d\d|\d{{1,2}}(?:st|nd|rd|th)\b|\b\d{{1,2}}\s+{_MONTH}\b"
    rf"|\b{_MONTH}\s+\d{{1,2}}\b|\d+(?:[.,]\d+)?\s*%|\d+:\d+|\b(?:19|20)\d\d\b|<[^>]*>"
)
_AMOUNT = re.compile(r"(?<![\w.+])\+?(?P<whole>\d{1,3})(?:[.,](?P<tenth>\d))?(?![\w.]*\w)")
_TO = re.compile(
    r"\b(?:for|to|at|reach|hit|make|above|over|past|goal|target|score|of|be|get|until)\s*$"
)
_ALONE = re.compile(
    r"^\s*$|^\s*(?:by|before|points?|in|until|or|again|on|and|this|next|with|under)\b|^\s*[^\w\s]"
)
_IDLE = re.compile(
    r"\b(?:nothing|idle|inactive|vacation|holidays?|leave|pause|break|(?:day|time) off|stop\w*"
    r"|no more|quit)\b"
)
_STOP = re.compile(r"\b(?:stop\w*|no more|quit|nothing)\b")
_RULES = re.compile(r"\brules?\s*[=:]\s*(?P<version>[\w.-]+)")
_SOME_RULES = re.compile(
    r"\b(?:(?P<new>new|next|coming|upcoming)|old|previous|former|last)\s+rules?\b"
)
_HOW_MANY = re.compile(r"\bhow (?:many|much|far)\b")


def read_wish(text: str, signal: str | None, signals: Iterable[str], today: date) -> Wish:
    """Read what a text wishes.

    Args:
        text: What was said or typed.
        signal: The signal that the text was understood to name.
        signals: The names of all signals that the rules know.
        today: The day on which it is said.
    """
    said = " ".join(text.lower().replace("’", "'").split())
    version = _RULES.search(said)
    if version:
        return Wish(rules=version["version"])
    names = tuple(sorted(signals))
    levels, said = _take_levels(said, names)
    units, said = _take_units(said, names)
    if units or levels:
        return Wish(units=units, levels=levels)
    until, said = take_deadline(said, today)
    days, said = _take_days(said)
    if days is None and until and until > today:
        days = min((until - today).days, LONGEST_DAYS)
    if _IDLE.search(said):
        narrowed = signal if _STOP.search(said) else None
        return Wish(days=days or STAND_STILL_DAYS, signal=narrowed)
    return _read_goal(said, signal, days, until or (today + timedelta(days) if days else None))


def _read_goal(said: str, signal: str | None, days: int | None, until: date | None) -> Wish:
    """Read what is left of a text without its day: a score to reach, or what is meant instead."""
    goal, number = _read_amount(_NO_SCORE.sub(" ", said), named=signal is not None)
    rules = _SOME_RULES.search(said)
    if signal and number is not None:
        return Wish(units=((signal, number),))
    if goal is None and rules:
        return Wish(rules=NEW_RULES if rules["new"] else OLD_RULES)
    if signal and goal is None and not _HOW_MANY.search(said):
        return Wish(units=((signal, 1),))
    if goal is None and days is not None and said.strip():
        return Wish(days=days)
    return Wish(goal=goal, signal=signal, until=until)


def _take_levels(said: str, signals: tuple[str, ...]) -> tuple[tuple[Level, ...], str]:
    """Take each "posts=10" and "replies=40%" out of a text; of two for one signal, the last."""
    found: dict[str, Level] = {}
    named = nouns(signals)

    def take(match: re.Match[str]) -> str:
        noun = named[match["noun"]]
        found[noun] = Level(noun, int(match["number"]), is_share=bool(match["share"]))
        return " "

    pattern = rf"\b(?P<noun>{_either(named)})\s*=\s*(?P<number>\d{{1,4}})\b\s*(?P<share>%)?"
    said = re.sub(pattern, take, said)
    return tuple(found.values()), said


def _take_units(said: str, signals: tuple[str, ...]) -> tuple[tuple[tuple[str, int], ...], str]:
    """Take each "3 articles" and "articles+3" out of a text."""
    named = nouns(signals)
    either = _either(named)
    found: dict[str, int] = {}

    def take(match: re.Match[str]) -> str:
        noun = named[match["noun"]]
        found[noun] = found.get(noun, 0) + _number(match["number"])
        return " "

    said = re.sub(rf"\b(?P<noun>{either})\s*\+\s*(?P<number>\d{{1,4}})\b", take, said)
    said = re.sub(rf"\b{_NUMBER}{_MORE}\s+(?P<noun>{either})\b", take, said)
    return tuple(found.items()), said


def _take_days(said: str) -> tuple[int | None, str]:
    """Take a span such as "two weeks" out of a text."""
    match = _SPAN.search(said)
    if match is None:
        return None, said
    days = _number(match["number"] or "one") * _DAYS_OF[match["unit"]]
    return min(max(days, 1), LONGEST_DAYS), said[: match.start()] + " " + said[match.end() :]


def _read_amount(said: str, *, named: bool) -> tuple[int | None, int | None]:
    """Read a number as a score to reach, or as how many of the signal that was named."""
    for match in _AMOUNT.finditer(said):
        whole, tenth = int(match["whole"]), int(match["tenth"] or 0)
        before, after = said[: match.start()], said[match.end() :]
        wanted = _TO.search(before) or not before.strip()
        if named and not wanted:
            return None, whole
        if wanted and _ALONE.search(after) and 0 < whole * 10 + tenth <= HIGHEST * 10:
            return whole * 100 + tenth * 10, None
    return None, None


def _number(word: str) -> int:
    return _NUMBERS[word] if word in _NUMBERS else int(word)


def _either(named: Iterable[str]) -> str:
    """Write a pattern of any of these words, the longest first."""
    return "|".join(re.escape(noun) for noun in sorted(named, key=len, reverse=True))


@cache
def nouns(signals: tuple[str, ...]) -> Mapping[str, str]:
    """Map what one says for units of a signal to its name."""
    words = load_words("en")
    found: dict[str, str] = {}
    for name in (*words.signals, *signals):
        spoken, plain = words.signal(name), name.replace("_", " ")
        said = (plain, plain.removesuffix("s"), spoken.name, spoken.noun.one, spoken.noun.many)
        found |= {each.lower(): name for each in said if each}
    return found
