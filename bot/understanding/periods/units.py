"""Units told by the calendar: week 45, Q3, H1 2025, March, mid October, 2025."""

from contextlib import suppress
from datetime import date
from functools import partial

from bot.understanding.periods import spans
from bot.understanding.periods.dates import AMBIGUOUS_MONTHS, day_and_month, plain_year
from bot.understanding.periods.relative import MARKERS, Moment, fixed
from bot.understanding.periods.tokens import MONTHS, Kind, Words
from bot.understanding.question import Period
from bot.understanding.word_classes import WORD_CLASSES

_ISO_WEEKS = range(1, 54)
_MONTHS = range(1, 13)
_TWO_DIGITS = 2
_YEARS_BACK = 2
"""A bare year before is one of somebody's life, and none of a score."""

_TO = frozenset({"and", "to", "-", "through", "until", "till"})
_PARTS = {"quarter": 3, "trimester": 3, "half": 6, "semester": 6}
"""Months of a part of a year, by its name."""

_RULES = frozenset({"rulebook", "rulebooks", "rules", "version"})
"""Before them "2026-11" is a version of the rules."""


def calendar_unit(words: Words, index: int) -> Moment | None:
    """Read a calendar unit that starts at a token."""
    for read in (_week, _half_of_month, _part_of_year, _iso_month, _month, _year):
        if (moment := read(words, index)) is not None:
            return moment
    return None


def _week(words: Words, index: int) -> Moment | None:
    """Read "week 45", "KW45", "calendar week 45 of 2025"."""
    number, end = _week_number(words, index)
    if number not in _ISO_WEEKS:
        return None
    second = words.at(end + 1)
    if words.text(end) in _TO and second.number in range(number + 1, 54):
        return _weeks(end + 2, number, second.number)
    if (year := plain_year(words, end + (words.text(end) in {",", "of"}))) is not None:
        with suppress(ValueError):
            week = spans.iso_week(number, year)
            return fixed(end + 1 + (words.text(end) in {",", "of"}), week.first, week.last)
        return None
    return Moment(end, partial(spans.latest_of_years, partial(spans.iso_week, number)))


def _week_number(words: Words, index: int) -> tuple[int, int]:
    """Read the number of a week and the next index; 0 where there is none."""
    token = words.at(index)
    if token.kind is Kind.WEEK:
        return token.number, index + 1
    if token.text in {"calendar", "cw", "kw"} and words.text(index + 1) == "week":
        return _week_number(words, index + 1)
    several = token.text == "weeks" and words.text(index + 2) in _TO
    named = several or token.text in {"week", "cw", "kw"}
    named = named and words.at(index + 1).kind is Kind.NUMBER
    return words.at(index + 1).number if named else 0, index + 2


def _weeks(end: int, first: int, last: int) -> Moment:
    """Make the moment of "weeks 44 and 45"."""

    def of_year(year: int) -> Period:
        return Period(spans.iso_week(first, year).first, spans.iso_week(last, year).last)

    return Moment(end, partial(spans.latest_of_years, of_year), ranged=True)


def _half_of_month(words: Words, index: int) -> Moment | None:
    """Read "first half of November": its first fifteen days, or the rest."""
    part = words.at(index)
    if part.kind is not Kind.ORDINAL or part.number not in {1, 2}:
        return None
    if (words.text(index + 1), words.text(index + 2)) != ("half", "of"):
        return None
    month = _month(words, index + 3)
    if month is None:
        return None

    def resolve(anchor: date) -> Period | None:
        whole = month.resolve(anchor)
        if whole is None:
            return None
        middle = whole.first + 14 * spans.DAY
        return (
            Period(whole.first, middle)
            if part.number == 1
            else Period(middle + spans.DAY, whole.last)
        )

    return Moment(month.end, resolve)


def _iso_month(words: Words, index: int) -> Moment | None:
    """Read "2026-10", unless it names a rulebook."""
    year, month = plain_year(words, index), words.at(index + 2)
    dashed = words.at(index + 1).kind is Kind.DASH and words.at(index + 3).kind is not Kind.DASH
    if words.text(index - 1) in _RULES or year is None or not dashed:
        return None
    if len(month.text) != _TWO_DIGITS or month.number not in _MONTHS:
        return None
    span = spans.months_of_year(month.number, 1, year)
    return fixed(index + 3, span.first, span.last)


def _part_of_year(words: Words, index: int) -> Moment | None:
    """Read "Q3", "H1 2025", "third quarter", "first half of the year", "last Q2"."""
    last = words.text(index) in {"last", "previous"}
    end = index + last + 1
    dashed = words.text(end) == "-" and words.text(end + 1) == "half"  # "first-half"
    end += dashed
    token, following = words.at(index + last), words.text(end)
    if token.kind is Kind.PART:
        months = 6 if token.text[0] == "h" else 3
    elif token.text == "quarter" and words.at(end).number in range(1, 5):
        if words.at(end + 1).text in WORD_CLASSES["act"]:
            return None
        return _yearly(words, end + 1, (words.at(end).number - 1) * 3 + 1, 3, ended=last)
    elif token.kind is Kind.ORDINAL and following in _PARTS:
        months, end = _PARTS[following], end + 1
        end += words.text(end) == "of"
        end += words.text(end) in {"the", "this"}
        end += words.text(end) == "year"
    else:
        return None
    if not 1 <= token.number <= 12 // months:
        return None
    return _yearly(words, end, (token.number - 1) * months + 1, months, ended=last)


def _month(words: Words, index: int) -> Moment | None:
    """Read "March", "last October", "in May 2025", "mid October" (the 15th), "early October"."""
    part = words.text(index) if words.text(index) in {"early", "mid", "late"} else ""
    last = words.text(index) in {"last", "previous"}
    at = index + (bool(part) or last or words.text(index) in {"past", "this"})
    at += bool(part) and words.text(at) == "-"
    name = words.text(at)
    if (month := MONTHS.get(name)) is None or words.text(at + 1) in {"maker", "makers"}:
        return None
    before = words.text(at - 1) if words.text(at - 1) != "the" else words.text(at - 2)
    marked = before in MARKERS | {"-"} or plain_year(words, at + 1) is not None
    marked = marked or _is_beside_month(words, at)
    marked = marked or (before == "for" and words.text(at + 1) != "be")
    if name in AMBIGUOUS_MONTHS and not marked:
        return None
    if part == "mid":
        return day_and_month(at + 1, 15, month)
    return _yearly(words, at + 1, month, 1, ended=last)


def _is_beside_month(words: Words, index: int) -> bool:
    """Whether a month is one of several, as in "March, April, May" and "May through July"."""
    return any(
        words.text(index + step + step * (words.text(index + step) in _TO | {","})) in MONTHS
        for step in (-1, 1)
    )


def _yearly(words: Words, end: int, month: int, months: int, *, ended: bool) -> Moment:
    """Make the moment of some months of a named year, or of the latest; ``ended``: all past."""
    year_at = end + (words.text(end) in {",", "of", "in"})
    of_year = partial(spans.months_of_year, month, months)
    if (year := plain_year(words, year_at)) is not None:
        span = of_year(year)
        return fixed(year_at + 1, span.first, span.last)
    before_year = end + (words.text(end) == "of")
    if (words.text(before_year), words.text(before_year + 1)) == ("last", "year"):
        span = of_year(words.today.year - 1)
        return fixed(before_year + 2, span.first, span.last)
    if words.text(end) in _TO and (words.text(end + 2), words.text(end + 3)) == ("last", "year"):
        other = _month(words, end + 1)  # "November and December last year"
        span, last = of_year(words.today.year - 1), other and other.resolve(words.today)
        if last and last.last > span.first:
            return fixed(end + 4, span.first, last.last)

    def resolve(anchor: date) -> Period | None:
        latest = spans.latest_of_years(of_year, anchor)
        if latest is None or not ended or latest.last < words.today:
            return latest
        return spans.latest_of_years(of_year, latest.first - spans.DAY)

    return Moment(end, resolve)


def _year(words: Words, index: int) -> Moment | None:
    """Read "in 2025", "all 2025", "hall of fame 2025?": never a number of something."""
    before = words.text(index - 1)
    year = plain_year(words, index)
    if year is None or year < words.today.year - _YEARS_BACK:
        return None
    ends = words.at(index + 1).kind is Kind.STOP and words.at(index - 1).kind is Kind.WORD
    if before not in MARKERS | {"-", "all"} and not ends:
        return None
    return fixed(index + 1, date(year, 1, 1), date(year, 12, 31))
