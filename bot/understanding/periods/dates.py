"""Days told by the calendar: 12 November, 1 to 15 Oct, 2026-11-12, 12/11, the 3rd, Christmas."""

from contextlib import suppress
from datetime import date, timedelta
from functools import partial

from bot.understanding.periods import spans
from bot.understanding.periods.places import PLACES, is_late, is_place
from bot.understanding.periods.relative import MARKERS, Moment, fixed
from bot.understanding.periods.tokens import COUNTS, MONTHS, WEEKDAYS, Kind, Token, Words, word_set
from bot.understanding.question import Period
from bot.understanding.word_classes import WORD_CLASSES

AMBIGUOUS_MONTHS = frozenset({"may", "march", "mar"})
"""Months that are ordinary words, too."""

_NEAR = timedelta(days=183)
_DAYS_OF_MONTH = range(1, 32)
_FIRST_YEAR = 2014
"""LinkedIn showed the first Social Selling Index then."""

_CENTURY = 2000
_SHORT_YEARS = 100
_TWO_DIGITS = 2
_FULL_PILLAR = "25"
"""Points that a pillar has at most: "10/25" is no date."""
_RANGE_WORDS = frozenset({"-", "to", "and", "until", "till", "through"})
_DATE_WORDS = word_set(
    "since on from until till after between than versus by before through to and of - the for eod "
    "dated day"
)
_COUNTED = word_set(
    "pillar place rank person time degree party one week quarter team spot position highest best "
    "lowest month day post half signal score rep point points posts in on"
)
_DAY_PARTS = frozenset({"morning", "afternoon", "evening", "night"})
_THIRD = 3
_AFTER_DAY = word_set(
    "and or i my it to until till through why what how did was is for but because - of"
)
_HOLIDAYS = {("christmas",): (12, 25), ("xmas",): (12, 25), ("halloween",): (10, 31),
             ("new", "year"): (1, 1), ("new", "years"): (1, 1)}  # fmt: skip


def calendar_date(words: Words, index: int) -> Moment | None:
    """Read a date that starts at a token; "last Nov 16" is the latest."""
    dated = words.text(index + 1) in MONTHS and _is_day_number(words.at(index + 2))
    index += words.text(index) == "last" and dated
    for read in (_written_date, _dotted_days, _days_of_month, _holiday, _day_of_month):
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
    year = next(iter(numbers[2:]), None)
    if year is None and not _introduced(words, index) and not _stands_out(words, index):
        return None
    orders = [(numbers[0], numbers[1]), (numbers[1], numbers[0])]
    if token.kind is Kind.SLASHED and words.month_first:
        orders.reverse()
    if token.kind is Kind.DOTTED:
        orders = orders[:1]
    if year is not None:
        year += _CENTURY if year < _SHORT_YEARS else 0
        found = [_day(index + 1, year, month, day) for day, month in orders]
        return next((moment for moment in found if moment), None)
    found = [day_and_month(index + 1, day, month) for day, month in orders]
    valid = [moment for moment in found if moment and moment.resolve(words.today)]
    near = [moment for moment in valid if _is_near(moment, words.today)]
    return next(iter(near or valid), None)


def _is_near(moment: Moment, today: date) -> bool:
    period = moment.resolve(today)
    return period is not None and today - period.first <= _NEAR


def _introduced(words: Words, index: int) -> bool:
    """Whether a word before says that a date follows: "since 12/11", but not "scored 3/12"."""
    before = words.text(index - 1)
    if before == "-":
        return words.at(index - 2).kind is words.at(index).kind or words.text(index - 2) in MONTHS
    return before in _DATE_WORDS or before in WEEKDAYS


def _stands_out(words: Words, index: int) -> bool:
    """Whether a date without a year shows itself: by two digits for the month, or beside another.

    "29.10." and "29.10 my brand fell" are dates, and so is "9/11 - 13/11"; "I have 18.7." is none.
    """
    token, before, after = words.at(index), words.at(index - 1), words.at(index + 1)
    beside = after if after.kind is not Kind.DASH else words.at(index + 2)
    behind = before if before.kind is not Kind.DASH else words.at(index - 2)
    headed = after.kind is Kind.WORD or after.text == ":"
    if token.kind in {beside.kind, behind.kind} or after.text in {"onward", "onwards"}:
        return True
    day, _, month = token.text.rstrip(".").replace("/", ".").partition(".")
    if min(len(day), len(month)) < _TWO_DIGITS or month == _FULL_PILLAR:
        return False
    return token.text.endswith(".") or (before.kind is Kind.STOP and headed)


def _dotted_days(words: Words, index: int) -> Moment | None:
    """Read "5.-12.11."."""
    at = index + 1 + (words.text(index + 1) == ".")
    second = words.at(at + 1)
    ranged = words.text(at) in {"-", "to", "until", "till"} and second.kind is Kind.DOTTED
    if not _is_day_number(words.at(index)) or not ranged:
        return None
    day, month = (int(piece) for piece in second.text.replace(".", " ").split()[:2])
    first, last = (day_and_month(at + 2, start, month) for start in (words.at(index).number, day))
    return first and last and _joined(first, last)


def _day(end: int, year: int, month: int, day: int) -> Moment | None:
    with suppress(ValueError):
        exact = date(year, month, day)
        return fixed(end, exact, exact)
    return None


def day_and_month(end: int, day: int, month: int) -> Moment | None:
    """Make the moment of a day of a month, of the latest year; None where there is no such day."""

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
        days_at += words.text(days_at) == "the" or _is_shortened(words, index)
        days, end = _day_numbers(words, days_at)
        if words.text(index) in AMBIGUOUS_MONTHS and not _is_month(words, index, end):
            return None
    else:
        days, month_at = _day_numbers(words, index)
        month_at += words.text(month_at) in {"of", "-", "."}
        month, end = MONTHS.get(words.text(month_at), 0), month_at + 1
        if words.text(month_at) in AMBIGUOUS_MONTHS and not _is_month(words, index, end):
            return None
    if not days or not month or words.text(end) in {"point", "points"}:
        return None
    year_at = end + (words.text(end) in {",", "of"})
    if (year := plain_year(words, year_at)) is not None:
        first = _day(year_at + 1, year, month, days[0])
        last = _day(year_at + 1, year, month, days[-1])
    else:
        first, last = (day_and_month(end, day, month) for day in (days[0], days[-1]))
    return first if len(days) == 1 else last and first and _joined(first, last)


def _is_shortened(words: Words, index: int) -> bool:
    """Whether a full stop shortens a month, as in "Sept. 15", not in "since Sept. 15 posts"."""
    return words.text(index + 1) == "." and words.text(index + 3) not in WORD_CLASSES["act"]


def _joined(first: Moment, last: Moment) -> Moment:
    """Make the moment from the first to the last of two."""

    def resolve(anchor: date) -> Period | None:
        start = first.resolve(anchor)
        stop = start and last.resolve(start.first + _NEAR)
        return (
            Period(start.first, stop.last) if start and stop and start.first <= stop.last else None
        )

    return Moment(last.end, resolve, ranged=True)


def _day_numbers(words: Words, index: int) -> tuple[list[int], int]:
    """Read one day number, or the ends of "1 to 15" or of "10, 11 and 12", and the next index."""
    if not _is_day_number(words.at(index)):
        return [], index
    first, end = words.at(index).number, index + 1
    while words.text(end) == "," and _is_day_number(words.at(end + 1)):
        end += 2
    end += words.text(end) == "." and words.text(end + 1) == "-"  # "1.-15. November"
    last = end + 1 + (words.text(end + 1) == "the")
    if words.text(end) not in _RANGE_WORDS or not _is_day_number(words.at(last)):
        return [first], index + 1
    return [first, words.at(last).number], last + 1


def _is_day_number(token: Token) -> bool:
    return token.kind in {Kind.NUMBER, Kind.ORDINAL} and token.number in _DAYS_OF_MONTH


def _is_month(words: Words, index: int, end: int) -> bool:
    """Whether "may 3" or "3 march" is a date: a word before or the clause's end says so."""
    before = words.text(index - 1) if words.text(index - 1) != "the" else words.text(index - 2)
    ordinal = any(words.at(at).kind is Kind.ORDINAL for at in range(index, end))
    return ordinal or before in MARKERS | {"-"} or words.at(end).kind is Kind.STOP


def plain_year(words: Words, index: int) -> int | None:
    """Read a year of four digits, from 1990 to the present one."""
    token = words.at(index)
    is_year = token.kind is Kind.NUMBER and _FIRST_YEAR <= token.number <= words.today.year
    return token.number if is_year else None


def _holiday(words: Words, index: int) -> Moment | None:
    for names, (month, day) in _HOLIDAYS.items():
        if tuple(words.text(index + at) for at in range(len(names))) == names:
            end = index + len(names) + (words.text(index + len(names)) in {"day", "eve"})
            return day_and_month(end, day, month)
    return None


def _is_range_of_days(words: Words, index: int) -> bool:
    """Whether "10th to 12th", or "11th and 12th", starts or ends at a token."""
    return any(
        words.text(index + step) in {"-", "to", "and"}
        and words.at(index + 2 * step).kind is Kind.ORDINAL
        and (
            words.text(index + 2 * step)[0].isdigit()
            or (is_late(words.at(index)) and is_late(words.at(index + 2 * step)))
        )
        and words.text(max(index, index + 2 * step) + 1) not in _COUNTED
        for step in (-1, 1)
    )


def _numbered_day(words: Words, index: int) -> Moment | None:
    """Read the number of "on day 12", "since day five"; "day one" is where something began."""
    before = words.text(index - 2 - (words.text(index - 2) == "the"))
    number = COUNTS.get(words.text(index), words.at(index).number)
    if before not in {"on", "since"} or not 1 < number <= _DAYS_OF_MONTH[-1]:
        return None
    if words.text(index + 1) == "of":
        return None
    return Moment(index + 1, lambda anchor: spans.latest_day_of_month(number, anchor))


def _day_of_month(words: Words, index: int) -> Moment | None:
    """Read "the 3rd" or "on the 12": the latest such day; never "the 3rd pillar"."""
    token = words.at(index)
    if words.text(index - 1) == "day" and (day := _numbered_day(words, index)):
        return day
    if not _is_day_number(token) or is_place(words, index):
        return None
    article = words.text(index - 1) == "the"
    before = words.text(index - 2) if article else words.text(index - 1)
    after = words.at(index + 1)
    ends = after.kind is Kind.STOP or after.text in _AFTER_DAY
    in_words = token.kind is Kind.ORDINAL and not token.text[0].isdigit()
    since = article and before in {"since", "on", "from"} and token.number > 1
    since = since or (before == "since" and token.number > _THIRD)
    if token.kind is Kind.ORDINAL and (not in_words or since or _is_range_of_days(words, index)):
        ends = ends or after.text not in _COUNTED
        late = token.number > PLACES and article
        place = before == "to" and not article and token.number <= PLACES
        named = before in _DATE_WORDS | WEEKDAYS.keys() and not place
        named = named or after.text in _DAY_PARTS
        told = named or late or _is_range_of_days(words, index)
        allowed = ends and (told or (article and after.kind is Kind.STOP))
    else:
        allowed = ends and article and before in {"since", "on", "from", "until"} | WEEKDAYS.keys()
    in_week = (words.text(index - 3), before) == ("week", "of")
    if not allowed or (before in {"of", "the"} and not in_week):
        return None
    number = token.number
    return Moment(index + 1, lambda anchor: spans.latest_day_of_month(number, anchor))
