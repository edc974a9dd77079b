"""Reads one moment in any of its forms: by the calendar, from today, or by the edge of another."""

from datetime import date, timedelta

from bot.understanding.periods import spans
from bot.understanding.periods.dates import calendar_date
from bot.understanding.periods.relative import Moment, fixed, relative_moment
from bot.understanding.periods.tokens import COUNTS, MONTHS, UNITS, WEEKDAYS, Kind, Words, word_set
from bot.understanding.periods.units import calendar_unit
from bot.understanding.question import Period

_STARTS = (
    MONTHS.keys()
    | WEEKDAYS.keys()
    | UNITS.keys()
    | COUNTS.keys()
    | word_set(
        "a an half over all whole these today tonight yesterday overnight last previous prior "
        "preceding prev past trailing "
        "this current wtd mtd qtd ytd weekend early mid late start beginning end close "
        "calendar cw kw "
        "christmas xmas halloween new before begin opening for on of fy fytd"
    )
)
"""The plain words that a moment may start with; most words are none, so that reading is quick."""

_OPENED = word_set("opened open opens began begun started start")
_GOING = word_set("going looking so shaping treating")
_AFTER_UNIT = word_set("and or but so which what who why how please now is was i")
_WEEK_LINKS = frozenset({"of", "starting", "beginning", "commencing", "from"})


def moment_at(words: Words, index: int) -> Moment | None:
    """Read the moment that starts at a token, told by the calendar or from today.

    Raises:
        OverflowError: It lies outside the calendar.
    """
    index += words.text(index) == "the"
    if not _may_start(words, index):
        return None
    for read in (_edge, _week_of, _current_unit, _plain_moment):
        if (moment := read(words, index)) is not None:
            return moment
    return None


def _plain_moment(words: Words, index: int) -> Moment | None:
    """Read a moment that is not told by another, as "the week of 9 Nov" is."""
    index += words.text(index) == "the"
    for read in (_date_after_weekday, calendar_date, relative_moment, calendar_unit):
        if (moment := read(words, index)) is not None:
            return moment
    return None


def _may_start(words: Words, index: int) -> bool:
    token = words.at(index)
    if token.kind in {Kind.STOP, Kind.DASH}:
        return False
    return token.kind is not Kind.WORD or token.text in _STARTS


def _date_after_weekday(words: Words, index: int) -> Moment | None:
    """Read "Monday 9 November", "Thu, 12.11.": the date."""
    if words.text(index) not in WEEKDAYS:
        return None
    index += 1
    while words.text(index) in {",", ".", "the"}:
        index += 1
    if words.at(index).kind is Kind.NUMBER and words.text(index + 1) not in MONTHS | {"of": 0}:
        return _agreeing_day(words, index)
    return calendar_date(words, index)


def _agreeing_day(words: Words, index: int) -> Moment | None:
    """Read "Friday 13" where the latest 13th was a Friday: else it may be a score."""
    number, weekday = words.at(index).number, WEEKDAYS.get(words.text(index - 1))
    if number not in range(1, 32):
        return None
    period = spans.latest_day_of_month(number, words.today)
    if period is None or period.first.weekday() != weekday:
        return None
    return fixed(index + 1, period.first, period.last)


def _edge(words: Words, index: int) -> Moment | None:
    """Read "end of October", "start of the year", "first week of November", "last day of Q3"."""
    which, unit = words.text(index), "day"
    at = index + 1
    if which in {"first", "last"}:
        unit, at = words.text(at), at + 1
    elif which not in {"start", "begin", "beginning", "opening", "end", "close"}:
        return None
    linked = words.text(at) == "of"
    if unit not in {"day", "week"} or not (linked or (unit == "day" and words.text(at) in MONTHS)):
        return None
    whole = _plain_moment(words, at + linked) or _bare_unit(words, at + linked)
    if whole is None:
        return None
    length = timedelta(days=6 if unit == "week" else 0)

    def resolve(anchor: date) -> Period | None:
        span = whole.resolve(anchor)
        if span is None:
            return None
        if which in {"end", "close", "last"}:
            return Period(span.last - length, span.last)
        return Period(span.first, span.first + length)

    return Moment(whole.end, resolve)


def _current_unit(words: Words, index: int) -> Moment | None:
    """Read "up 6 for the month", "+5 on the week", "since the quarter opened"."""
    if words.text(index - 1) == "the" and words.text(index + 1) in _OPENED:
        return _bare_unit(words, index)
    so_far = words.text(index + 1) in _GOING and words.text(index - 2) == "is"
    if words.text(index - 1) == "the" and so_far:
        return _begun(words, _bare_unit(words, index))
    if words.text(index) not in {"for", "on", "of"} or words.text(index + 1) != "the":
        return None
    ends = words.at(index + 3).kind is Kind.STOP or words.text(index + 3) in _AFTER_UNIT
    return _begun(words, _bare_unit(words, index + 2)) if ends else None


def _begun(words: Words, unit: Moment | None) -> Moment | None:
    """Cut a unit that has begun at today."""
    span = unit and unit.resolve(words.today)
    return fixed(unit.end, span.first, words.today) if unit and span else None


def _bare_unit(words: Words, index: int) -> Moment | None:
    index += words.text(index) == "the"
    if words.text(index) not in {"week", "month", "quarter", "year"}:
        return None
    span = spans.unit_around(words.text(index), words.today)
    return fixed(index + 1, span.first, span.last)


def _week_of(words: Words, index: int) -> Moment | None:
    """Read "the week of 9 Nov", "week starting Monday": the whole calendar week."""
    if words.text(index) != "week" or words.text(index + 1) not in _WEEK_LINKS:
        return None
    moment = _plain_moment(words, index + 2)
    if moment is None:
        return None

    def resolve(anchor: date) -> Period | None:
        day = moment.resolve(anchor)
        return day and spans.unit_around("week", day.first)

    return Moment(moment.end, resolve)
