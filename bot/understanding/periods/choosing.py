"""Chooses among the days found in a text: a span, two moments set against each other, or one."""

from dataclasses import dataclass
from datetime import timedelta
from enum import IntEnum
from itertools import pairwise

from bot.understanding.periods.tense import is_against_now, is_taken_up
from bot.understanding.periods.tokens import Kind, Words
from bot.understanding.question import Period

THAN = frozenset({"than", "versus", "against"})
_JOINTS = frozenset({"and", "or", "now"})
_NEAR = 9
"""Tokens that may stand between two moments that "and" joins."""

_BESIDE = 3
"""Tokens that may stand between two days in a row: "Thursday 71, Friday 67"."""

_DAY = timedelta(days=1)


class Shape(IntEnum):
    """How a span was told; a spelled-out span goes before a moment said in passing."""

    MOMENT = 1
    SPAN = 2


@dataclass(frozen=True, slots=True)
class Finding:
    """Days found in a text, and where: tokens ``start`` to before ``end``."""

    shape: Shape
    period: Period
    start: int
    end: int


def chosen(words: Words, found: list[Finding]) -> Period | None:
    """Choose the days that a text asks about from those found in it."""
    if not found:
        return None
    today = Period(words.today, words.today)
    spans = [finding.period for finding in found if finding.shape is Shape.SPAN]
    if told := next((span for span in spans if span != today or len(found) == 1), None):
        return told
    if (run := _in_a_row(found)) != found[0].period:
        return run
    first = found[0]
    for second in found[1:]:
        if _are_joined(words, first, second):
            return hull(first.period, second.period)
    if first.period.last < words.today and (is_against_now(words) or is_taken_up(words, first.end)):
        return Period(first.period.first, words.today)
    return first.period


def _in_a_row(found: list[Finding]) -> Period:
    """Join the days told in a row from the first: "July, August, September", "Saturday Sunday"."""
    row = found[0].period
    for one, other in pairwise(found):
        if other.start - one.end > _BESIDE or other.period.first != row.last + _DAY:
            break
        row = hull(row, other.period)
    return row


def hull(one: Period, other: Period) -> Period:
    """Give the days from the beginning of the earlier period to the end of the later one."""
    return Period(min(one.first, other.first), max(one.last, other.last))


def _are_joined(words: Words, first: Finding, second: Finding) -> bool:
    between = words.tokens[first.end : second.start]
    said = {token.text for token in between}
    today = Period(words.today, words.today)
    if said & THAN or (len(between) <= _NEAR and said & _JOINTS):
        return True
    if _has_figure(words, first.end) and _has_figure(words, second.end):
        return True
    figures = any(
        token.text[:1].isdigit() and token.kind in {Kind.NUMBER, Kind.STOP}
        for token in words.tokens
    )
    return figures and today in (first.period, second.period)


def _has_figure(words: Words, index: int) -> bool:
    """Whether a figure follows on a day, as in "29 Oct: 70 / 5 Nov: 66"."""
    return words.text(index) == ":" and words.text(index + 1)[:1].isdigit()
