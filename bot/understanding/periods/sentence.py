"""Reads the days a sentence asks about: since X, between X and Y, X against now, or X alone."""

from contextlib import suppress
from dataclasses import dataclass
from enum import IntEnum

from bot.understanding.periods import spans
from bot.understanding.periods.moments import moment_at
from bot.understanding.periods.relative import Moment
from bot.understanding.periods.tense import SAID, are_told, is_against_now, is_ahead, is_taken_up
from bot.understanding.periods.tokens import MONTHS, UNITS, WEEKDAYS, Kind, Words, word_set
from bot.understanding.question import Period
from bot.understanding.word_classes import WORD_CLASSES

_SINCE = frozenset({"since", "after", "from", "starting", "beginning"})
_THAN = frozenset({"than", "versus", "against"})
_THAN_PAIRS = frozenset(
    {
        ("compared", "to"),
        ("compared", "with"),
        ("compared", "against"),
        ("compare", "to"),
        ("compare", "with"),
        ("relative", "to"),
    }
)
_OPEN_ENDED = frozenset({"until", "till", "til", "by", "before"})
_TO = frozenset({"to", "until", "till", "til", "through", "-", "and"})
_FILLERS = word_set("about around approximately roughly like at least on in back ever early")
_FUTURE = frozenset({"next", "coming", "upcoming", "following", "every", "each", "per"})
_REST = frozenset({"rest", "remainder"})
_DURATION = frozenset({"for", "in", "within", "over", "during"})
_CONDITIONAL = word_set(
    "if will would could should can next need reach get hit going suppose tomorrow keep want until"
)
_STANDS = (
    SAID
    | WORD_CLASSES["stay"]
    | WORD_CLASSES["negation"]
    | word_set("same still zero budged moved moves constancy standing")
)
_CLAUSE = 9
"""Words that may stand between "since" and its day: "since I came back on 5 October"."""

_ENDS_OF_AMOUNT = word_set("ago back earlier old notice leave per after of s from later")
_ONE_OF = word_set("the day every each per last past previous next first after took every")
_DONE = WORD_CLASSES["act"] | word_set("upload uploads sync import entry entries dm row rows")
_OCCASIONS = word_set("meeting newsletter call review standup stand-up report one-to-one demo")
_VIEWS = word_set("trend history change chart graph view average summary report delta")


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


def find_days(words: Words) -> Period | None:
    """Read the days that a text asks about; None where it names none that have begun."""
    found: list[Finding] = []
    index = 0
    while index < len(words.tokens):
        index, finding = _read(words, index)
        if finding is not None and finding.period.first <= words.today:
            found.append(finding)
    if is_ahead(words):
        found = [
            finding
            for finding in found
            if are_told(words, finding.start, finding.end) or words.text(finding.start) == "since"
        ]
    period = _chosen(words, found)
    return period and Period(period.first, min(period.last, words.today))


def _chosen(words: Words, found: list[Finding]) -> Period | None:
    """Choose among the days found: a span, two moments set against each other, or the first."""
    if not found:
        return None
    for finding in found:
        if finding.shape is Shape.SPAN:
            return finding.period
    first = found[0]
    for second in found[1:]:
        between = {words.text(index) for index in range(first.end, second.start)}
        today = Period(words.today, words.today)
        if between & (_THAN | {"and", "or", "now"}) or today in (first.period, second.period):
            return _hull(first.period, second.period)
    if first.period.last < words.today and (is_against_now(words) or is_taken_up(words, first.end)):
        return Period(first.period.first, words.today)
    return first.period


def _hull(one: Period, other: Period) -> Period:
    return Period(min(one.first, other.first), max(one.last, other.last))


def _read(words: Words, index: int) -> tuple[int, Finding | None]:
    """Read at a token: the next index, and what was found."""
    with suppress(OverflowError):
        if (after := _skip(words, index)) is not None:
            return after, None
        for read in (_span, _rolling, _standing, _plain):
            if (finding := read(words, index)) is not None:
                return finding.end, finding
    return index + 1, None


def _skip(words: Words, index: int) -> int | None:
    """Skip what names no past days: "next week", "every Monday", "by Friday"."""
    word = words.text(index)
    if word in _FUTURE:
        named = {**UNITS, **WEEKDAYS, **MONTHS, "weekend": ""}
        return index + 2 if words.text(index + 1) in named else None
    if word in _REST and words.text(index + 1) == "of":
        return index + 4
    if word in _OPEN_ENDED and (moment := _moment_after(words, index + 1)):
        return moment.end
    if word == "next" and (amount := words.amount(index + 1)):
        return amount[2]
    return None


def _moment_after(words: Words, index: int) -> Moment | None:
    for _ in range(4):
        if (moment := moment_at(words, index)) is not None:
            return moment
        if words.text(index) not in _FILLERS:
            return None
        index += 1
    return None


def _span(words: Words, index: int) -> Finding | None:
    """Read what starts with since, from, after, between, than, or "X to Y"."""
    word, pair = words.text(index), (words.text(index), words.text(index + 1))
    if word in {"from", "between"} and (finding := _range(words, index, index + 1)):
        return finding
    if word == "from" and words.text(index - 1) in _DONE:
        return _range(words, index, index + 1)
    if word in _SINCE:
        return _to_today(words, index, index + 1) or _since_clause(words, index)
    if word in _THAN or pair in _THAN_PAIRS:
        return _to_today(words, index, index + 1 + (pair in _THAN_PAIRS))
    return _range(words, index, index)


def _to_today(words: Words, start: int, index: int) -> Finding | None:
    if (moment := _moment_after(words, index)) is None:
        return None
    period = moment.resolve(words.today)
    if period is None or period.first > words.today:
        return None
    if moment.ranged:
        return Finding(Shape.SPAN, period, start, moment.end)
    if (right := _right_end(words, moment)) is not None:  # "since Monday until Thursday"
        return _between(words, start, moment, right)
    return Finding(Shape.SPAN, Period(period.first, words.today), start, moment.end)


def _right_end(words: Words, left: Moment) -> Moment | None:
    if words.text(left.end) not in _TO - {"and"}:
        return None
    return moment_at(words, left.end + 1)


def _since_clause(words: Words, index: int) -> Finding | None:
    """Read "since two weeks", as many say, and "since I started on 5 October"."""
    amount = words.amount(index + 1)
    if words.text(index) == "since" and amount is None:
        for at in range(index + 2, index + 2 + _CLAUSE):
            if words.at(at).kind is Kind.STOP and words.text(at) != ",":
                return None
            if (finding := _to_today(words, index, at)) is not None:
                return finding
    if amount is None or words.text(index) not in {"since", "from"}:
        return None
    number, unit, end = amount
    first = spans.back(words.today, number, unit)
    return Finding(Shape.SPAN, Period(first, words.today), index, end)


def _range(words: Words, start: int, index: int) -> Finding | None:
    left = moment_at(words, index)
    if left is None:
        return None
    if words.text(left.end) in _THAN:
        return _against(words, start, left)
    if words.text(left.end) not in _TO:
        return None
    if words.text(left.end) == "and" and words.text(start) != "between":
        return None
    right = moment_at(words, left.end + 1)
    if right is None and words.text(left.end + 1) == "now":
        right = Moment(left.end + 2, lambda anchor: Period(anchor, anchor))
    return _between(words, start, left, right) if right else None


def _against(words: Words, start: int, left: Moment) -> Finding | None:
    """Read "October versus September": from the earlier's beginning to the later's end."""
    right = _moment_after(words, left.end + 1)
    if right is None:
        return None
    one, other = left.resolve(words.today), right.resolve(words.today)
    if one is None or other is None:
        return None
    return Finding(Shape.SPAN, _hull(one, other), start, right.end)


def _between(words: Words, start: int, left: Moment, right: Moment) -> Finding | None:
    """Join two moments; the left one is the latest before the right one's end."""
    last = right.resolve(words.today)
    first = last and left.resolve(min(last.last, words.today))
    if first is None or last is None or first.first > last.last:
        return None
    return Finding(Shape.SPAN, Period(first.first, last.last), start, right.end)


def _rolling(words: Words, index: int) -> Finding | None:
    """Read "stuck for two weeks", "lost 10 points in 5 days", "my 30-day trend"."""
    duration = words.text(index) in _DURATION
    amount = words.amount(index + duration)
    if amount is None:
        return None
    number, unit, end = amount
    if duration:
        hypothetical = any(token.text in _CONDITIONAL for token in words.tokens)
        if hypothetical or words.text(end) in {"ago", "back", "earlier"} or unit == "hour":
            return None
    elif words.text(end) not in _VIEWS or words.at(index).kind is not Kind.NUMBER:
        return None
    first = spans.back(words.today, number, unit)
    return Finding(Shape.SPAN, Period(first, words.today), index, end)


def _standing(words: Words, index: int) -> Finding | None:
    """Read "two weeks and it has not moved": an amount by itself, where something stood or fell."""
    amount = words.amount(index)
    said = {token.text for token in words.tokens}
    if amount is None or words.text(index) == "a" or said & _CONDITIONAL or not said & _STANDS:
        return None
    number, unit, end = amount
    before, after = words.text(index - 1), words.text(end)
    if unit not in {"day", "week", "month"} or after in _ENDS_OF_AMOUNT or before in _ONE_OF:
        return None
    first = spans.back(words.today, number, unit)
    return Finding(Shape.MOMENT, Period(first, words.today), index, end)


def _plain(words: Words, index: int) -> Finding | None:
    if (moment := moment_at(words, index)) is None or words.text(moment.end) in _OCCASIONS:
        return None
    period = moment.resolve(words.today)
    if period and words.text(moment.end) in {"onward", "onwards"}:
        return Finding(Shape.SPAN, Period(period.first, words.today), index, moment.end + 1)
    return Finding(Shape.MOMENT, period, index, moment.end) if period else None
