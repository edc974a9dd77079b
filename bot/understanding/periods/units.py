"""Units told by the calendar: week 45, Q3, H1 2025, March, mid October, 2025."""

from contextlib import suppress
from datetime import date
from functools import partial

from bot.understanding.periods import spans
from bot.understanding.periods.dates import AMBIGUOUS_MONTHS, day_and_month, plain_year
from bot.understanding.periods.relative import MARKERS, Moment, fixed
from bot.understanding.periods.tokens import MONTHS, Kind, Words
from bot.understanding.question import Period

_ISO_WEEKS = range(1, 54)


def calendar_unit(words: Words, index: int) -> Moment | None:
    """Read a calendar unit that starts at a token."""
    for read in (_week, _part_of_year, _month, _year):
        if (moment := read(words, index)) is not None:
            return moment
    return None


def _week(words: Words, index: int) -> Moment | None:
    """Read "week 45", "KW45", "calendar week 45 of 2025"."""
    token = words.at(index)
    if token.kind is Kind.WEEK:
        number, end = token.number, index + 1
    elif token.text in {"calendar", "cw", "kw"} and words.text(index + 1) == "week":
        return _week(words, index + 1)
    elif token.text in {"week", "cw", "kw"}:
        number = words.at(index + 1).number if words.at(index + 1).kind is Kind.NUMBER else 0
        end = index + 2
    else:
        return None
    if number not in _ISO_WEEKS:
        return None
    if (year := plain_year(words, end + (words.text(end) in {",", "of"}))) is not None:
        with suppress(ValueError):
            week = spans.iso_week(number, year)
            return fixed(end + 1 + (words.text(end) in {",", "of"}), week.first, week.last)
        return None
    return Moment(end, partial(spans.latest_of_years, partial(spans.iso_week, number)))


def _part_of_year(words: Words, index: int) -> Moment | None:
    """Read "Q3", "H1 2025", "third quarter", "first half of the year", "last Q2"."""
    last = words.text(index) in {"last", "previous"}
    token, following = words.at(index + last), words.text(index + last + 1)
    end = index + last + 1
    if token.kind is Kind.PART:
        months = 3 if token.text[0] == "q" else 6
    elif token.kind is Kind.ORDINAL and following in {"quarter", "half"}:
        months, end = (3 if following == "quarter" else 6), end + 1
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
    if (month := MONTHS.get(name)) is None:
        return None
    before = words.text(at - 1) if words.text(at - 1) != "the" else words.text(at - 2)
    marked = before in MARKERS | {"-"} or plain_year(words, at + 1) is not None
    if name in AMBIGUOUS_MONTHS and not marked:
        return None
    if part == "mid":
        return day_and_month(at + 1, 15, month)
    return _yearly(words, at + 1, month, 1, ended=last)


def _yearly(words: Words, end: int, month: int, months: int, *, ended: bool) -> Moment:
    """Make the moment of some months of a named year, or of the latest; ``ended``: all past."""
    year_at = end + (words.text(end) in {",", "of", "in"})
    of_year = partial(spans.months_of_year, month, months)
    if (year := plain_year(words, year_at)) is not None:
        span = of_year(year)
        return fixed(year_at + 1, span.first, span.last)
    if (words.text(end), words.text(end + 1)) == ("last", "year"):
        span = of_year(words.today.year - 1)
        return fixed(end + 2, span.first, span.last)

    def resolve(anchor: date) -> Period | None:
        latest = spans.latest_of_years(of_year, anchor)
        if latest is None or not ended or latest.last < words.today:
            return latest
        return spans.latest_of_years(of_year, latest.first - spans.DAY)

    return Moment(end, resolve)


def _year(words: Words, index: int) -> Moment | None:
    """Read "in 2025": only after a word that tells a number to be a year."""
    before = words.text(index - 1)
    if (year := plain_year(words, index)) is None or before not in MARKERS | {"-"}:
        return None
    return fixed(index + 1, date(year, 1, 1), date(year, 12, 31))
