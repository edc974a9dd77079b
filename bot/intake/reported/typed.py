"""Reading numbers as people type them: "21.0 6.4 10.25 15", "53", "total 53 industry 9".

Numbers without a name are the total if there is one of them, and the four pillars in LinkedIn's
order if there are four; a fifth is the total, before or after them. Names stand before their
numbers, or all of them after. A decimal comma is understood.
"""

import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from decimal import Decimal
from typing import Final

from bot.errors import BadInput
from bot.intake.reported.checks import Given, What, reading_of
from scoring.model import Pillar
from scoring.reported import ReportedReading, Whose

Label = tuple[Whose, What]

_LABELS: Final[dict[str, Label]] = {
    "brand": (Whose.OWN, Pillar.BRAND),
    "people": (Whose.OWN, Pillar.PEOPLE),
    "insight": (Whose.OWN, Pillar.INSIGHTS),
    "insights": (Whose.OWN, Pillar.INSIGHTS),
    "relationship": (Whose.OWN, Pillar.RELATIONSHIPS),
    "relationships": (Whose.OWN, Pillar.RELATIONSHIPS),
    "total": (Whose.OWN, "total"),
    "overall": (Whose.OWN, "total"),
    "score": (Whose.OWN, "total"),
    "ssi": (Whose.OWN, "total"),
    "industry": (Whose.INDUSTRY, "rank"),
    "network": (Whose.NETWORK, "rank"),
}
_FILLERS: Final = frozenset(
    {
        *("a", "and", "at", "for", "in", "is", "it", "my", "of", "on", "out", "the", "your"),
        *("build", "engage", "establish", "find", "professional", "right", "with"),
        *("linkedin", "now", "percent", "points", "rank", "says", "shows", "today", "top"),
    }
)
_SCALE: Final = re.compile(r"(?:/|\bof|\bout of)\s*(?:100|25)\b")
_NUMBER: Final = re.compile(r"-?\d+(?:[.,]\d+)?")
_DAY: Final = re.compile(r"\d{4}-\d{2}-\d{2}")
_SEPARATORS: Final = re.compile(r"[\s;|:=()/%+•·]+")
_LONGEST_WORD: Final = 20
_HOW: Final = (
    "Give the four pillars in LinkedIn's order, such as `/ssi linkedin 21 6.4 10.25 15`, or name "
    "what you give: `/ssi linkedin total 53 industry 9 network 13`."
)


def read_typed(text: str, today: date) -> ReportedReading:
    """Read typed numbers; they are of today unless "yesterday" or a date (2026-05-19) is named.

    Raises:
        BadInput: a word or the number of numbers is not understood, or a number cannot be.
    """
    day = today
    tokens: list[Label | Decimal] = []
    for word in _words(text):
        if word == "yesterday":
            day = today - timedelta(days=1)
        elif _DAY.fullmatch(word):
            day = _day(word)
        elif word not in _FILLERS:
            tokens.append(_token(word))
    named, nameless = _paired(tokens)
    return reading_of(day, [*named, *_placed(nameless)], today)


def _words(text: str) -> Iterator[str]:
    """Split a text where numbers are apart; a comma parts them unless it is a decimal one."""
    for chunk in _SEPARATORS.split(_SCALE.sub(" ", text.lower().replace("−", "-"))):
        word = chunk.strip(",")
        listed = word.count(",") > 1 or ("," in word and "." in word)
        yield from filter(None, word.split(",") if listed else [word.strip(".")])


def _day(word: str) -> date:
    try:
        return date.fromisoformat(word)
    except ValueError:
        raise BadInput(f"{word} is no day of the calendar. Write it like 2026-05-19.") from None


def _token(word: str) -> Label | Decimal:
    if word in _LABELS:
        return _LABELS[word]
    if _NUMBER.fullmatch(word):
        return Decimal(word.replace(",", "."))
    shown = f"“{word[:_LONGEST_WORD]}”" if word.isalnum() else "one of the words"
    raise BadInput(f"I don't understand {shown} there. {_HOW}")


def _paired(tokens: Sequence[Label | Decimal]) -> tuple[list[Given], list[Decimal]]:
    """Give each name its number, and tell which numbers have no name."""
    names_follow = bool(tokens) and isinstance(tokens[-1], tuple)
    named: list[Given] = []
    nameless: list[Decimal] = []
    label: Label | None = None
    for token in reversed(tokens) if names_follow else tokens:
        if isinstance(token, tuple):
            if label not in (None, token):
                raise BadInput(f"I can't tell which number belongs to which name. {_HOW}")
            label = token
        elif label:
            named.append(Given(*label, token))
            label = None
        else:
            nameless.append(token)
    if label:
        raise BadInput(f"One of the names has no number. {_HOW}")
    return named, nameless[::-1] if names_follow else nameless


def _placed(numbers: Sequence[Decimal]) -> Iterator[Given]:
    """Tell what numbers without a name are, by how many there are."""
    count = len(numbers)
    if count not in (0, 1, len(Pillar), len(Pillar) + 1):
        raise BadInput(f"I read {count} numbers and can't tell what they are. {_HOW}")
    pillars = list(numbers)
    if count in (1, len(Pillar) + 1):
        yield Given(Whose.OWN, "total", pillars.pop(_place_of_total(numbers)))
    for pillar, value in zip(Pillar, pillars, strict=False):
        yield Given(Whose.OWN, pillar, value)


def _place_of_total(numbers: Sequence[Decimal]) -> int:
    """Find the total at the beginning or the end: that which is nearer to the sum of the others."""
    rest = sum(numbers)
    return min((0, -1), key=lambda place: abs(rest - 2 * numbers[place]))
