"""Reads one moment in any of its forms: by the calendar, from today, or by the edge of another."""

from datetime import date, timedelta
from functools import lru_cache

from bot.understanding.periods import spans
from bot.understanding.periods.dates import calendar_date
from bot.understanding.periods.nights import NIGHT_STARTS, night
from bot.understanding.periods.relative import Moment, fixed, relative_moment
from bot.understanding.periods.tokens import COUNTS, MONTHS, UNITS, WEEKDAYS, Kind, Words, word_set
from bot.understanding.periods.turned import turned_moment
from bot.understanding.periods.units import calendar_unit
from bot.understanding.question import Period

_STARTS = (
    MONTHS.keys()
    | WEEKDAYS.keys()
    | UNITS.keys()
    | COUNTS.keys()
    | NIGHT_STARTS
    | word_set(
        "a an half over all whole these today tonight yesterday overnight last previous prior "
        "preceding prev past trailing "
        "this current present recent latest turn wtd mtd qtd ytd weekend early mid late start "
        "beginning end close "
        "calendar cw kw "
        "christmas xmas halloween new before begin opening for on of fy fytd w"
    )
)
"""The plain words that a moment may start with; most words are none, so that reading is quick."""

_OPENED = word_set("opened open opens began begun started start")
_GOING = word_set("go look going looking so shaping treating")
_AFTER_UNIT = word_set("and or but so which what who why how please now is was i")
_COMMENCING = frozenset({("w", "/", "c"), ("w", "/", "see")})
_WEEK_LINKS = frozenset({"of", "starting", "beginning", "commencing", "from"})


@lru_cache(maxsize=512)
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
    for read in (
        night,
        _date_after_weekday,
        turned_moment,
        calendar_date,
        relative_moment,
        calendar_unit,
    ):
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
    weekday = WEEKDAYS.get(words.text(index))
    if weekday is None:
        return None
    index += 1
    while words.text(index) in {",", ".", "the"}:
        index += 1
    if words.at(index).kind is Kind.NUMBER and words.text(index + 1) not in MONTHS | {"of": 0}:
        return _agreeing_day(words, index, weekday)
    return calendar_date(words, index)


def _agreeing_day(words: Words, index: int, weekday: int) -> Moment | None:
    """Read "Friday 13" where the latest 13th was a Friday: else it may be a score."""
    number = words.at(index).number
    if number not in range(1, 32):
        return None
    period = spans.latest_day_of_month(number, words.today)
    if period is None or period.first.weekday() != weekday:
        return None
    return fixed(index + 1, period.first, period.last)


def _edge(words: Words, index: int) -> Moment | None:
    """Read "end of October", "start of the year", "first week of November", "last 3 days of Q3"."""
    which, unit, number = words.text(index), "day", 1
    at = index + 1
    if which in {"first", "last"}:
        number, unit, at = words.amount(at) or (1, words.text(at), at + 1)
    elif which not in {"start", "begin", "beginning", "opening", "turn", "end", "close"}:
        return None
    linked = words.text(at) == "of"
    if unit not in {"day", "week"} or not (linked or (unit == "day" and words.text(at) in MONTHS)):
        return None
    whole = _plain_moment(words, at + linked) or _bare_unit(words, at + linked)
    if whole is None:
        return None
    length = timedelta(days=number * (7 if unit == "week" else 1) - 1)

    def resolve(anchor: date) -> Period | None:
        span = whole.resolve(anchor)
        if span is None:
            return None
        if which in {"end", "close", "last"}:
            return Period(span.last - length, span.last)
        return Period(span.first, span.first + length)

    return Moment(whole.end, resolve)


def _current_unit(words: Words, index: int) -> Moment | None:
    """Read "up 6 for the month", "+5 on the week", "since the quarter opened", "how the year went".

    What one "started the year on" reaches to today, too.
    """
    if words.text(index - 1) == "the" and words.text(index + 1) in _OPENED:
        return _bare_unit(words, index)
    so_far = words.text(index + 1) in _GOING and words.text(index - 2) in {"is", "does", "did"}
    so_far = so_far or (words.text(index - 2), words.text(index + 1)) == ("how", "went")
    begun = words.text(index - 2) in _OPENED - {"start"} and words.text(index + 2) not in WEEKDAYS
    if words.text(index - 1) == "the" and (so_far or begun):
        return _begun(words, _bare_unit(words, index))
    if words.text(index) not in {"for", "on", "of"} or words.text(index + 1) != "the":
        return None
    after = words.at(index + 3)
    ends = after.kind in {Kind.STOP, Kind.DASH} or after.text in _AFTER_UNIT
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
    """Read "the week of 9 Nov", "w/c 9 Nov", "week starting Monday": the whole calendar week.

    "The weekend of 24 Oct" is its Saturday and Sunday.
    """
    commencing = tuple(words.text(at) for at in range(index, index + 3)) in _COMMENCING
    named = words.text(index) in {"week", "weekend"} and words.text(index + 1) in _WEEK_LINKS
    moment = _plain_moment(words, index + 2 + commencing) if commencing or named else None
    if moment is None:
        return None

    def resolve(anchor: date) -> Period | None:
        day = moment.resolve(anchor)
        week = day and spans.unit_around("week", day.first)
        if week and words.text(index) == "weekend":
            return Period(week.first + 5 * spans.DAY, week.last)
        return week

    return Moment(moment.end, resolve)
