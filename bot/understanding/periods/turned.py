"""Reads moments whose "last" stands behind: the week past, Monday last, the three last months."""

from bot.understanding.periods import spans
from bot.understanding.periods.relative import Moment, fixed
from bot.understanding.periods.tokens import COUNTS, UNITS, WEEKDAYS, Kind, Words, word_set

_GONE = frozenset({"past", "passed", "gone"})
_CALENDAR = frozenset({"week", "month", "quarter", "year"})
_BEFORE_COUNT = frozenset({"the", "these", "those", "on", "over", "in"})
_COUNTED = {"a", "an", *COUNTS}
_AFTER = word_set("and or but i we my our why what how is was has have to until till the it")


def turned_moment(words: Words, index: int) -> Moment | None:
    """Read a moment that starts at a token and whose "last" or "past" follows on its name."""
    for read in (_unit_gone, _weekday_last, _weekday_weeks_ago, _amount_gone):
        if (moment := read(words, index)) is not None:
            return moment
    return None


def _unit_gone(words: Words, index: int) -> Moment | None:
    """Read "the week past", "the week that was", "the month last": the whole calendar unit."""
    unit, before = UNITS.get(words.text(index)), words.at(index - 1)
    if unit not in _CALENDAR or before.text in _COUNTED or before.kind is Kind.NUMBER:
        return None
    spoken = words.text(index + 1) in {"that", "which", "just"}
    at = index + 1 + spoken
    just_gone = words.text(index + 1) == "just" and words.text(at) in _GONE
    gone = words.text(at) in _GONE or (spoken and words.text(at) == "was") or _is_last(words, at)
    if not gone or not (just_gone or before.text == "the" or before.kind is Kind.STOP):
        return None
    whole = spans.unit_around(unit, spans.back(words.today, 1, unit))
    return fixed(at + 1, whole.first, whole.last)


def _is_last(words: Words, index: int) -> bool:
    """Whether a token is a "last" that belongs to what stands before: not "the week last year"."""
    after = words.at(index + 1)
    return words.text(index) == "last" and (after.kind is not Kind.WORD or after.text in _AFTER)


def _weekday_last(words: Words, index: int) -> Moment | None:
    """Read "Monday last", that of the week before, and "Wednesday past", the latest one."""
    weekday = WEEKDAYS.get(words.text(index))
    if weekday is None or words.text(index - 1) in {"this", "last"}:
        return None
    if words.text(index + 1) in _GONE:
        return Moment(index + 2, lambda anchor: spans.latest_weekday(weekday, anchor))
    if not _is_last(words, index + 1):
        return None
    monday = spans.back(spans.unit_around("week", words.today).first, 1, "week")
    day = monday + weekday * spans.DAY
    return fixed(index + 2, day, day)


def _weekday_weeks_ago(words: Words, index: int) -> Moment | None:
    """Read "Tuesday a week ago", "Friday two weeks ago": the latest one so long ago."""
    weekday = WEEKDAYS.get(words.text(index))
    amount = words.amount(index + 1) if weekday is not None else None
    if weekday is None or amount is None or (amount[1], words.text(amount[2])) != ("week", "ago"):
        return None
    day = spans.latest_weekday(weekday, spans.back(words.today, amount[0], "week")).first
    return fixed(amount[2] + 1, day, day)


def _amount_gone(words: Words, index: int) -> Moment | None:
    """Read "the three last months", "the 8 weeks past", "the two months that passed"."""
    counted = words.count(index) if words.text(index - 1) in _BEFORE_COUNT else None
    if counted is None:
        return None
    number, at = counted
    before = words.text(at) in {"last", "past", "previous"}
    name = words.text(at + before)
    unit = UNITS.get(name)
    at += words.text(at + 1) == "that" and not before
    if unit is None or name == unit or not (before or words.text(at + 1) in _GONE):
        return None
    return fixed(at + 2, spans.back(words.today, number, unit), words.today)
