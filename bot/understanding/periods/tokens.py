"""Cuts plain text into the tokens of the period grammar: words, numbers, ordinals, dates, stops."""

import re
from dataclasses import dataclass
from datetime import date
from enum import Enum, auto
from functools import cached_property


def word_set(words: str) -> frozenset[str]:
    """Make a set of words that are written in a row."""
    return frozenset(words.split())


MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan", "february feb", "march mar", "april apr", "may", "june jun",
            "july jul", "august aug", "september sep sept", "october oct", "november nov",
            "december dec",
        ),
        start=1,
    )
    for name in names.split()
}  # fmt: skip

WEEKDAYS = {
    name: number
    for number, names in enumerate(
        ("monday mon", "tuesday", "wednesday wed", "thursday", "friday", "saturday sat",
         "sunday sun"),
    )
    for name in names.split()
}  # fmt: skip

UNITS = {
    name: names.split()[0]
    for names in (
        "hour hours hr", "day days", "week weeks weak", "fortnight fortnights",
        "month months mo",
        "quarter quarters trimester trimesters", "year years",
    )
    for name in names.split()
}  # fmt: skip

COUNTS = {
    "one": 1, "two": 2, "couple": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7,
    "eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14,
    "fifteen": 15, "sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19, "twenty": 20,
    "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "ninety": 90, "hundred": 100,
}  # fmt: skip

_ORDINALS = {
    "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7,
    "eighth": 8, "ninth": 9, "tenth": 10, "eleventh": 11, "twelfth": 12,
    "thirteenth": 13, "fourteenth": 14, "fifteenth": 15, "sixteenth": 16, "seventeenth": 17,
    "eighteenth": 18, "nineteenth": 19, "twentieth": 20, "thirtieth": 30,
}  # fmt: skip

_TENS = {"twenty": 20, "thirty": 30}
_ONES = range(1, 10)

_TOKEN = re.compile(
    r"""
      (?P<iso>\d{4}[-/.]\d{1,2}[-/.]\d{1,2})(?!\d)
    | (?P<slashed>\d{1,2}/\d{1,2}(?:/\d{4}|/\d{2})?)(?![\d/])
    | (?P<dotted>[0-3]?\d\.\ ?[01]?\d\.(?:\d{4}|\d{2})?|\d{1,2}-\d{1,2}-\d{4}|\d{2}\.\d{2})(?!\d)
    | (?P<since>(?<=since\ )\d{1,2}\.\d{1,2})(?![\d.,])(?!\ points?\b)
    | (?P<ordinal>\d{1,2}(?:st|nd|rd|th))\b
    | (?P<decimal>\d+[.,:/%]\d[\d.,:/%]*)
    | (?P<trailing>l\d{1,2}[dw])\b
    | (?P<short>\d{1,3}(?:d|w|mo|h|y))\b
    | (?P<part>[qht][1-4]|[1-4]q)\b
    | (?P<week>(?:cw|kw|wk|w)\d{1,2}|v\.?\d{2})\b
    | (?P<number>\d+)
    | (?P<word>@?[^\W\d_]+)
    | (?P<dash>-+>?|→)
    | (?P<stop>(?P<sign>[.?!,;:()/|\n])(?P=sign)*)
    """,
    re.VERBOSE,
)


class Kind(Enum):
    """What a token is."""

    WORD = auto()
    NUMBER = auto()
    ORDINAL = auto()
    ISO_DATE = auto()
    SLASHED = auto()
    DOTTED = auto()
    PART = auto()
    WEEK = auto()
    DASH = auto()
    STOP = auto()


@dataclass(frozen=True, slots=True)
class Token:
    """One token; ``number`` is its value where it has one."""

    kind: Kind
    text: str
    number: int = 0


HEAD, TAIL = 150, 120
"""Tokens that are read of a long text: its beginning, and its end, where rants ask."""

_END = Token(Kind.STOP, "")

_HALVES = {"year": (6, "month"), "month": (15, "day"), "day": (12, "hour")}
_SHORT_UNITS = {"d": "day", "w": "week", "mo": "month", "h": "hour", "y": "year"}


@dataclass(frozen=True, eq=False)
class Words:
    """A tokenised text, read on ``today`` by someone who may write the month first (12/31).

    Each is only equal to itself, so that what was read at a token can be kept cheaply.
    """

    tokens: tuple[Token, ...]
    today: date
    month_first: bool

    @cached_property
    def said(self) -> frozenset[str]:
        """The different texts of the tokens."""
        return frozenset(token.text for token in self.tokens)

    def at(self, index: int) -> Token:
        """Tell the token at an index; beyond the ends there is a stop."""
        return self.tokens[index] if 0 <= index < len(self.tokens) else _END

    def text(self, index: int) -> str:
        """Tell the text of the token at an index."""
        return self.at(index).text

    def count(self, index: int) -> tuple[int, int] | None:
        """Read a count of things ("3", "three", "a couple of"): the count and the next index."""
        if self.text(index) in {"a", "an"}:
            if self.text(index + 1) in {"couple", "hundred"}:
                return self.count(index + 1)
            return 1, index + 1
        token = self.at(index)
        if token.kind is Kind.NUMBER:
            return token.number, index + 1
        if (number := COUNTS.get(token.text)) is None:
            return None
        return number, index + (2 if self.text(index + 1) == "of" else 1)

    def amount(self, index: int) -> tuple[int, str, int] | None:
        """Read an amount of time ("3 weeks", "half a year"): count, unit and the next index."""
        if (self.text(index), self.text(index + 1)) in {("half", "a"), ("a", "half")}:
            half = _HALVES.get(self.text(index + 2))
            return (*half, index + 3) if half else None
        if self.text(index) == "half" and (half := _HALVES.get(self.text(index + 1))):
            return (*half, index + 2)
        if (counted := self.count(index)) is None:
            return None
        number, index = counted
        while self.text(index) in {"-", "full", "whole", "calendar", "more", "other"}:
            index += 1
        unit = UNITS.get(self.text(index))
        if unit == "fortnight":
            number, unit = 2 * number, "week"
        return (number, unit, index + 1) if unit else None


def tokenise(text: str) -> tuple[Token, ...]:
    """Cut plain lower-case text into tokens; what fits none of them is left out."""
    tokens: list[Token] = []
    for match in _TOKEN.finditer(text):
        for token in _tokens_of(match.lastgroup or "", match[0]):
            _append(tokens, token)
    if len(tokens) > HEAD + TAIL:
        tokens = [*tokens[:HEAD], _END, *tokens[-TAIL:]]
    return tuple(tokens)


def _append(tokens: list[Token], token: Token) -> None:
    """Add a token to others; "twenty" and "sixth", or "twenty-sixth", are one."""
    joined = bool(tokens) and tokens[-1].kind is Kind.DASH
    tens = _TENS.get(tokens[-1 - joined].text, 0) if len(tokens) > joined else 0
    if tens and token.kind is Kind.ORDINAL and token.number in _ONES:
        del tokens[-1 - joined :]
        token = Token(Kind.ORDINAL, token.text, tens + token.number)
    tokens.append(token)


def _tokens_of(group: str, text: str) -> tuple[Token, ...]:
    digits = "".join(sign for sign in text if sign.isdecimal())
    number = int(digits[:6]) if digits else 0
    if group == "short":
        unit = _SHORT_UNITS[text.lstrip("0123456789")]
        return Token(Kind.NUMBER, digits, number), Token(Kind.WORD, unit)
    if group == "trailing":
        return Token(Kind.WORD, "last"), *_tokens_of("short", text[1:])
    if group == "dash":
        return (Token(Kind.DASH, "-"),)
    if group == "stop":
        return (Token(Kind.STOP, text[0]),)
    if group == "word" and text in _ORDINALS:
        return (Token(Kind.ORDINAL, text, _ORDINALS[text]),)
    kinds = {
        "iso": Kind.ISO_DATE,
        "slashed": Kind.SLASHED,
        "dotted": Kind.DOTTED,
        "since": Kind.DOTTED,
        "ordinal": Kind.ORDINAL,
        "part": Kind.PART,
        "week": Kind.WEEK,
        "number": Kind.NUMBER,
        "word": Kind.WORD,
    }
    return (Token(kinds.get(group, Kind.STOP), text, number),)
