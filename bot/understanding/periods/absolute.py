"""Moments told by the calendar: 12 November, 2026-11-12, the 3rd, week 45, Q3, March, 2025."""

from contextlib import suppress
from datetime import date, timedelta
from functools import partial

from bot.understanding.periods import spans
from bot.understanding.periods.relative import MARKERS, Moment, fixed, relative_moment
from bot.understanding.periods.tokens import MONTHS, WEEKDAYS, Kind, Words
from bot.understanding.question import Period

_AMBIGUOUS_MONTHS = frozenset({"may", "march", "mar"})
_NEAR = timedelta(days=183)
_RANGE_WORDS = frozenset({"-", "to", "and", "until", "till", "through"})
_DATE_WORDS = frozenset(
    "since on from until till after between than versus by before through to and of - the".split()
)
_COUNTED = frozenset(
    "pillar place rank person time degree party one week quarter team spot position highest best "
    "lowest month day post half signal score rep point points posts or in on".split()
)
_AFTER_DAY = frozenset(
    "and i my it to until till through why what how did was is for but because - of".split()
)
_WEEK_LINKS = frozenset({"of", "starting", "beginning", "commencing", "from"})
_HOLIDAYS = {("christmas",): (12, 25), ("xmas",): (12, 25), ("halloween",): (10, 31),
             ("new", "year"): (1, 1), ("new", "years"): (1, 1)}  # fmt: skip


def moment_at(words: Words, index: int) -> Moment | None:
    """Read the moment that starts at a token, told by the calendar or from today.

    Raises:
        OverflowError: It lies outside the calendar.
    """
    index += words.text(index) == "the"
    return _edge(words, index) or _week_of(words, index) or _plain_moment(words, index)


def _plain_moment(words: Words, index: int) -> Moment | None:
    """Read a moment that is not told by another, as "the week of 9 Nov" is."""
    index += words.text(index) == "the"
    if words.text(index) in WEEKDAYS:  # "Monday 9 November" is that date
        skipped = index + 1
        while words.text(skipped) in {",", ".", "the"}:
            skipped += 1
        if words.at(skipped).kind is not Kind.NUMBER or words.text(skipped + 1) in MONTHS:
            if (date_after := _calendar_date(words, skipped)) is not None:
                return date_after
    for read in (_calendar_date, _week, _part_of_year, relative_moment, _month, _year):
        if (moment := read(words, index)) is not None:
            return moment
    return None


def _calendar_date(words: Words, index: int) -> Moment | None:
    for read in (_written_date, _days_of_month, _holiday, _day_of_month):
        if (moment := read(words, index)) is not None:
            return moment
    return None


def _written_date(words: Words, index: int) -> Moment | None:
    """Read 2026-11-12, 12.11., 12/11 or 12/11/2026.

    12/11 is read in the order of the asker's country. Without a year the other order is taken
    where only that one lies within the last half year.
    """
    token = words.at(index)
    if token.kind not in {Kind.ISO_DATE, Kind.SLASHED, Kind.DOTTED}:
        return None
    pieces = token.text
    for sign in "/.-":
        pieces = pieces.replace(sign, " ")
    numbers = [int(piece) for piece in pieces.split()]
    if token.kind is Kind.ISO_DATE:
        return _day(index + 1, *numbers)
    dated = len(numbers) == 3  # noqa: PLR2004 - day, month and year
    if not dated and not token.text.endswith(".") and not _introduced(words, index):
        return None
    orders = [(numbers[0], numbers[1]), (numbers[1], numbers[0])]
    if token.kind is Kind.SLASHED and words.month_first:
        orders.reverse()
    if token.kind is Kind.DOTTED:
        orders = orders[:1]
    if dated:
        year = numbers[2] if numbers[2] > 99 else 2000 + numbers[2]  # noqa: PLR2004 - as in 12/11/26
        found = [_day(index + 1, year, month, day) for day, month in orders]
        return next((moment for moment in found if moment), None)
    found = [_day_and_month(index + 1, day, month) for day, month in orders]
    valid = [moment for moment in found if moment and moment.resolve(words.today)]
    near = [moment for moment in valid if _is_near(moment, words.today)]
    return next(iter(near or valid), None)


def _is_near(moment: Moment, today: date) -> bool:
    period = moment.resolve(today)
    return period is not None and today - period.first <= _NEAR


def _introduced(words: Words, index: int) -> bool:
    """Whether a word before says that a date follows: "since 12/11", but not "scored 3/12"."""
    before = words.text(index - 1)
    return before in _DATE_WORDS or before in WEEKDAYS


def _day(end: int, year: int, month: int, day: int) -> Moment | None:
    with suppress(ValueError):
        exact = date(year, month, day)
        return fixed(end, exact, exact)
    return None


def _day_and_month(end: int, day: int, month: int) -> Moment | None:
    def of_year(year: int) -> Period:
        return Period(date(year, month, day), date(year, month, day))

    with suppress(ValueError):
        of_year(2000)  # a leap year: every day that there is
        return Moment(end, partial(spans.latest_of_years, of_year))
    return None


def _days_of_month(words: Words, index: int) -> Moment | None:
    """Read "12 Nov", "Nov 12th", "the 12th of November 2025", "1 to 15 Oct", "Oct 1-15"."""
    if words.text(index) in MONTHS:
        month, days_at = MONTHS[words.text(index)], index + 1
        days_at += words.text(days_at) == "the"
        days, end = _day_numbers(words, days_at)
        if words.text(index) in _AMBIGUOUS_MONTHS and not _is_month(words, index, end):
            return None
    else:
        days, month_at = _day_numbers(words, index)
        month_at += words.text(month_at) in {"of", "-"}
        month, end = MONTHS.get(words.text(month_at), 0), month_at + 1
        if words.text(month_at) in _AMBIGUOUS_MONTHS and not _is_month(words, index, end):
            return None
    if not days or not month:
        return None
    year_at = end + (words.text(end) in {",", "of"})
    if (year := _plain_year(words, year_at)) is not None:
        first = _day(year_at + 1, year, month, days[0])
        last = _day(year_at + 1, year, month, days[-1])
    else:
        first, last = (_day_and_month(end, day, month) for day in (days[0], days[-1]))
    return first if len(days) == 1 else last and first and _joined(first, last)


def _joined(first: Moment, last: Moment) -> Moment:
    """Make the moment from the first to the last of two."""

    def resolve(anchor: date) -> Period | None:
        start = first.resolve(anchor)
        stop = start and last.resolve(start.first + _NEAR)
        return Period(start.first, stop.last) if start and stop and start.first <= stop.last else None

    return Moment(last.end, resolve, ranged=True)


def _day_numbers(words: Words, index: int) -> tuple[list[int], int]:
    """Read one day number or a range of two, and the next index."""
    days: list[int] = []
    while len(days) < 2:  # noqa: PLR2004 - from one day to another
        token = words.at(index)
        if token.kind not in {Kind.NUMBER, Kind.ORDINAL} or not 1 <= token.number <= 31:  # noqa: PLR2004
            break
        days.append(token.number)
        after = index + 2 + (words.text(index + 2) == "the")
        ranged = words.text(index + 1) in _RANGE_WORDS
        if len(days) == 2 or not ranged or words.at(after).kind not in {Kind.NUMBER, Kind.ORDINAL}:  # noqa: PLR2004
            return days, index + 1
        index = after
    return days, index


def _is_month(words: Words, index: int, end: int) -> bool:
    """Whether "may 3" or "3 march" is a date: a word before or the clause's end says so."""
    before = words.text(index - 1) if words.text(index - 1) != "the" else words.text(index - 2)
    ordinal = any(words.at(at).kind is Kind.ORDINAL for at in range(index, end))
    return ordinal or before in MARKERS | {"-"} or words.at(end).kind is Kind.STOP


def _plain_year(words: Words, index: int) -> int | None:
    token = words.at(index)
    is_year = token.kind is Kind.NUMBER and 1990 <= token.number <= words.today.year  # noqa: PLR2004
    return token.number if is_year and len(token.text) == 4 else None  # noqa: PLR2004


def _holiday(words: Words, index: int) -> Moment | None:
    for names, (month, day) in _HOLIDAYS.items():
        if tuple(words.text(index + at) for at in range(len(names))) == names:
            end = index + len(names) + (words.text(index + len(names)) in {"day", "eve"})
            return _day_and_month(end, day, month)
    return None


def _day_of_month(words: Words, index: int) -> Moment | None:
    """Read "the 3rd" or "on the 12": the latest such day; never "the 3rd pillar"."""
    token = words.at(index)
    if token.kind not in {Kind.ORDINAL, Kind.NUMBER} or not 1 <= token.number <= 31:  # noqa: PLR2004
        return None
    article = words.text(index - 1) == "the"
    before = words.text(index - 2) if article else words.text(index - 1)
    after = words.at(index + 1)
    ends = after.kind is Kind.STOP or after.text in _AFTER_DAY
    if token.kind is Kind.ORDINAL and token.text[0].isdigit():
        ends = ends or after.text not in _COUNTED
        allowed = ends and (before in _DATE_WORDS or (article and after.kind is Kind.STOP))
    else:
        allowed = ends and article and before in {"since", "on", "from", "until"}
    if not allowed or before in {"of", "the"}:
        return None
    number = token.number
    return Moment(index + 1, lambda anchor: spans.latest_day_of_month(number, anchor))


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
    if not 1 <= number <= 53:  # noqa: PLR2004
        return None
    if (year := _plain_year(words, end + (words.text(end) in {",", "of"}))) is not None:
        with suppress(ValueError):
            week = spans.iso_week(number, year)
            return fixed(end + 1 + (words.text(end) in {",", "of"}), week.first, week.last)
        return None
    return Moment(end, partial(spans.latest_of_years, partial(spans.iso_week, number)))


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


def _part_of_year(words: Words, index: int) -> Moment | None:
    """Read "Q3", "H1 2025", "third quarter", "first half of the year", "last Q2"."""
    last = words.text(index) in {"last", "previous"}
    token, following = words.at(index + last), words.text(index + last + 1)
    end = index + last + 1
    if token.kind is Kind.PART:
        months = 3 if token.text[0] == "q" else 6
    elif token.kind is Kind.ORDINAL and following in {"quarter", "half"}:
        months, end = (3 if following == "quarter" else 6), end + 1
        end += 3 * ([words.text(at) for at in range(end, end + 3)] == ["of", "the", "year"])
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
    if name in _AMBIGUOUS_MONTHS and before not in MARKERS | {"-"}:
        if _plain_year(words, at + 1) is None:
            return None
    if part == "mid":
        return _day_and_month(at + 1, 15, month)
    return _yearly(words, at + 1, month, 1, ended=last)


def _yearly(words: Words, end: int, month: int, months: int, *, ended: bool) -> Moment:
    """Make the moment of some months of a named year, or of the latest; ``ended``: all past."""
    year_at = end + (words.text(end) in {",", "of", "in"})
    of_year = partial(spans.months_of_year, month, months)
    if (year := _plain_year(words, year_at)) is not None:
        span = of_year(year)
        return fixed(year_at + 1, span.first, span.last)
    if (words.text(end), words.text(end + 1)) == ("last", "year"):
        span = of_year(words.today.year - 1)
        return fixed(end + 2, span.first, span.last)

    def resolve(anchor: date) -> Period | None:
        latest = spans.latest_of_years(of_year, anchor)
        over = latest is None or not ended or latest.last < words.today
        return latest if over else spans.latest_of_years(of_year, latest.first - spans.DAY)

    return Moment(end, resolve)


def _year(words: Words, index: int) -> Moment | None:
    """Read "in 2025": only after a word that tells a number to be a year."""
    before = words.text(index - 1)
    if (year := _plain_year(words, index)) is None or before not in MARKERS | {"-"}:
        return None
    return fixed(index + 1, date(year, 1, 1), date(year, 12, 31))


def _edge(words: Words, index: int) -> Moment | None:
    """Read "end of October", "start of the year", "first week of November", "last day of Q3"."""
    which, unit = words.text(index), "day"
    at = index + 1
    if which in {"first", "last"}:
        unit, at = words.text(at), at + 1
    elif which not in {"start", "beginning", "end"}:
        return None
    if words.text(at) != "of" or unit not in {"day", "week"}:
        return None
    whole = _plain_moment(words, at + 1) or _bare_unit(words, at + 1)
    if whole is None:
        return None
    length = timedelta(days=6 if unit == "week" else 0)

    def resolve(anchor: date) -> Period | None:
        span = whole.resolve(anchor)
        if span is None:
            return None
        if which in {"end", "last"}:
            return Period(span.last - length, span.last)
        return Period(span.first, span.first + length)

    return Moment(whole.end, resolve)


def _bare_unit(words: Words, index: int) -> Moment | None:
    index += words.text(index) == "the"
    if words.text(index) not in {"week", "month", "quarter", "year"}:
        return None
    span = spans.unit_around(words.text(index), words.today)
    return fixed(index + 1, span.first, span.last)
