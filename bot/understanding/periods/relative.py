"""Moments told from today: yesterday, last week, the past 30 days, two weeks ago, on Monday."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from bot.understanding.periods import spans
from bot.understanding.periods.tense import tells_past
from bot.understanding.periods.tokens import UNITS, WEEKDAYS, Kind, Words, word_set
from bot.understanding.question import Period
from bot.understanding.word_classes import WORD_CLASSES


@dataclass(frozen=True, slots=True)
class Moment:
    """Days named by a phrase that ends before token ``end``.

    ``resolve`` tells the latest such days that have begun by an anchor (today, or in "from Monday
    to Thursday" the Thursday); None where there are none. They may reach past the anchor.
    ``ranged`` tells that the phrase gave both ends itself ("1 to 15 Oct").
    """

    end: int
    resolve: Callable[[date], Period | None]
    ranged: bool = False


MARKERS = word_set(
    "since on from until till after before between than versus last this past previous in during "
    "of over by through to compare early mid late"
)
"""Words after which an ambiguous one (sat, sun, mon, may, march) is a time."""

_WEEKDAY_MARKERS = MARKERS - {"in", "during", "over", "of", "through", "compare"}
_AMBIGUOUS_WEEKDAYS = frozenset({"mon", "sat", "sun"})
_WHOLE = frozenset({"full", "whole", "calendar", "entire", "complete", "business", "working"})
_NOW_WORDS = frozenset({"this", "current", "present"})
_ALL = frozenset({"all", "whole"})
_LAST_WORDS = frozenset({"last", "previous", "prev", "prior", "preceding"})
_PAST_WORDS = _LAST_WORDS | {"past", "trailing", "these"}
_DAY_PARTS = frozenset({"morning", "afternoon", "evening", "am", "pm"})
_JOINTS = frozenset({"and", "to", "or", ",", "/", "till", "until"})
_BEFORE_WEEKEND = frozenset({"the", "at", "my", "our"})
_HOURS = 24
_SO_FAR = frozenset({("to", "date"), ("so", "far"), ("until", "today"), ("until", "now")})
_TO_DATE = {"wtd": "week", "mtd": "month", "qtd": "quarter", "ytd": "year", "fytd": "year"}


def fixed(end: int, first: date, last: date) -> Moment:
    """Make a moment that is the same whatever the anchor."""
    period = Period(first, last)
    return Moment(end, lambda _anchor: period)


def relative_moment(words: Words, index: int) -> Moment | None:
    """Read a moment told from today that starts at a token.

    Raises:
        OverflowError: It lies before the calendar begins.
    """
    for read in (
        _named_day,
        _to_date,
        _before_last,
        _ago,
        _past_amount,
        _weekend,
        _weekday_beside_week,
        _weekday,
        _unit,
    ):
        if (moment := read(words, index)) is not None:
            return moment
    return None


def _named_day(words: Words, index: int) -> Moment | None:
    today, yesterday = words.today, spans.back(words.today, 1, "day")
    word, following = words.text(index), words.text(index + 1)
    part = following in _DAY_PARTS and (following, words.text(index + 2)) != ("am", "i")
    early = word == "this" and following == "early" and words.text(index + 2) in _DAY_PARTS
    tonight = word == "tonight" and tells_past(words)
    if word == "today" or tonight or (word == "this" and part) or early:
        return fixed(index + 1 + part + 2 * early, today, today)
    if word == "yesterday":
        return fixed(index + 1 + part, yesterday, yesterday)
    if (word, following, words.text(index + 2)) == ("day", "before", "yesterday"):
        day = spans.back(today, 2, "day")
        return fixed(index + 3, day, day)
    return None


def _to_date(words: Words, index: int) -> Moment | None:
    unit = _TO_DATE.get(words.text(index))
    end = index + 1
    if unit is None:
        unit = "year" if words.text(index) == "fy" else UNITS.get(words.text(index))
        rest = [words.text(i) for i in range(index + 1, index + 5) if words.text(i) != "-"][:2]
        if unit is None or tuple(rest) not in _SO_FAR or unit in {"day", "hour"}:
            return None
        end = index + 3 + (words.text(index + 1) == "-") * 2
    return fixed(end, spans.unit_around(unit, words.today).first, words.today)


def _before_last(words: Words, index: int) -> Moment | None:
    """Read "the week before last", "the Monday before last"."""
    if (words.text(index + 1), words.text(index + 2)) != ("before", "last"):
        return None
    if (weekday := WEEKDAYS.get(words.text(index))) is not None:
        monday = spans.unit_around("week", words.today).first
        day = spans.back(monday, 14 - weekday, "day")
        return fixed(index + 3, day, day)
    if words.text(index) == "weekend":
        saturday = spans.back(spans.unit_around("week", words.today).first, 9, "day")
        return fixed(index + 3, saturday, saturday + spans.DAY)
    unit = UNITS.get(words.text(index))
    if unit not in {"week", "month", "quarter", "year"}:
        return None
    whole = spans.unit_around(unit, spans.back(words.today, 2, unit))
    return fixed(index + 3, whole.first, whole.last)


def _ago(words: Words, index: int) -> Moment | None:
    """Read "two weeks ago", "3 days back", "week ago", "two Fridays ago": one day.

    "Before two weeks", as many say, is two weeks ago.
    """
    said_before = words.text(index) == "before"
    amount = words.amount(index + said_before)
    unit = UNITS.get(words.text(index))
    if amount is None and unit == words.text(index) and words.at(index - 1).kind is not Kind.NUMBER:
        amount = 1, unit, index + 1
    if amount is None:
        return _weekdays_ago(words, index)
    number, unit, end = amount
    told = words.text(end) in {"ago", "back", "earlier"}
    if not told and not said_before:
        return None
    if unit == "hour":
        number, unit = number // _HOURS, "day"
    day = spans.back(words.today, number, unit)
    return fixed(end + told, day, day)


def _weekdays_ago(words: Words, index: int) -> Moment | None:
    counted = words.count(index)
    if counted is None or words.text(counted[1] + 1) != "ago":
        return None
    weekday = WEEKDAYS.get(words.text(counted[1]).removesuffix("s"))
    if weekday is None:
        return None
    latest = spans.latest_weekday(weekday, spans.back(words.today, 1, "day")).first
    day = spans.back(latest, counted[0] - 1, "week")
    return fixed(counted[1] + 2, day, day)


def _past_amount(words: Words, index: int) -> Moment | None:
    """Read "past 7 days", "last couple of weeks", "past month", "over the last week"."""
    if words.text(index) not in _PAST_WORDS | {"recent", "latest"}:
        return None
    start = index + 1
    while words.text(start) in _WHOLE:
        start += 1
    amount = words.amount(start)
    if amount is None and _rolls(words, index) and (unit := UNITS.get(words.text(start))):
        amount = (1, unit, start + 1) if unit != "fortnight" else (2, "week", start + 1)
    if amount is None:
        return None
    number, unit, end = amount
    return fixed(end, spans.back(words.today, number, unit), words.today)


def _rolls(words: Words, index: int) -> bool:
    """Whether "past", "over the last" or a unit without a calendar's name asks for N days back."""
    if words.text(index) in {"past", "trailing"} or words.text(index + 1) in {"fortnight", "hour"}:
        return True
    return (words.text(index - 2), words.text(index - 1)) == ("over", "the")


def _weekend(words: Words, index: int) -> Moment | None:
    modified = words.text(index) in _LAST_WORDS | _NOW_WORDS | {"past"}
    if words.text(index + modified) != "weekend":
        return None
    before = words.text(index - 1)
    alone = {words.at(index - 1).kind, words.at(index + 1).kind} == {Kind.STOP}
    fell = words.text(index + modified + 1) in WORD_CLASSES["fall"]
    marked = modified or alone or fell or before in MARKERS | _BEFORE_WEEKEND
    if before == "your" or (not marked and not tells_past(words)):
        return None
    monday = spans.unit_around("week", words.today).first
    if words.text(index) in _LAST_WORDS:
        return fixed(index + 2, spans.back(monday, 2, "day"), spans.back(monday, 1, "day"))
    saturday = spans.latest_weekday(5, words.today).first
    return fixed(index + 1 + modified, saturday, saturday + spans.DAY)


def _weekday(words: Words, index: int) -> Moment | None:
    """Read a weekday: the latest, or with "last" or "this" that of the week named."""
    modifier = words.text(index) if words.text(index) in _PAST_WORDS | _NOW_WORDS else ""
    at = index + bool(modifier)
    if (weekday := WEEKDAYS.get(words.text(at))) is None:
        return None
    if modifier and modifier != "past":
        return _weekday_of_week(words, weekday, modifier, at + 1)
    if not modifier and words.text(at) in _AMBIGUOUS_WEEKDAYS and not _is_time(words, at):
        return None
    return Moment(at + 1, lambda anchor: spans.latest_weekday(weekday, anchor))


def _weekday_beside_week(words: Words, index: int) -> Moment | None:
    """Read "Monday last week", "Monday of this week", "last week's Monday"."""
    if (weekday := WEEKDAYS.get(words.text(index))) is not None:
        at = index + 1 + (words.text(index + 1) in {"of", "in", "the"})
        modifier, end = words.text(at), at + 2
    else:
        at, modifier = index, words.text(index)
        end = at + 3 + (words.text(at + 2) in {"on", "the"})
        weekday = WEEKDAYS.get(words.text(end - 1))
    named = modifier in _PAST_WORDS | _NOW_WORDS and words.text(at + 1) == "week"
    if weekday is None or not named:
        return None
    return _weekday_of_week(words, weekday, modifier, end)


def _weekday_of_week(words: Words, weekday: int, modifier: str, end: int) -> Moment:
    monday = spans.unit_around("week", words.today).first
    if modifier not in _NOW_WORDS:
        monday = spans.back(monday, 1, "week")
    day = monday + weekday * spans.DAY
    return fixed(end, day, day)


def _is_time(words: Words, index: int) -> bool:
    before, after = words.text(index - 1), words.at(index + 1)
    if before == "the":
        before = words.text(index - 2)
    at = index + 1 + (after.text in _JOINTS)
    beside = words.text(at)
    paired = beside in (WEEKDAYS if words.text(index) != "sat" else {"sun", "sunday"})
    paired = paired or beside == "now"
    told = before in _WEEKDAY_MARKERS or before == "-" or words.text(index - 2) in WEEKDAYS
    told = told or _ends_clause(words, index)
    return paired or told or after.kind in {Kind.DASH, Kind.ORDINAL}


def _ends_clause(words: Words, index: int) -> bool:
    """Whether "mon" ends or opens a clause of what has been: "posted mon. and nothing"."""
    if words.text(index) != "mon" or not tells_past(words):
        return False
    ends = words.at(index + 1).kind is Kind.STOP and words.at(index - 1).kind is not Kind.STOP
    opens = words.at(index - 1).kind is Kind.STOP and words.text(index + 1) in {"i", "it", "we"}
    return ends or opens


def _unit(words: Words, index: int) -> Moment | None:
    """Read "this week", "last quarter": a calendar unit."""
    start = index + 1
    while words.text(start) in _WHOLE:
        start += 1
    unit = UNITS.get(words.text(start))
    owned = words.text(index) == "last" and words.at(start + 1).kind is Kind.WORD
    several = words.text(start).endswith("s") and not (owned and words.text(index - 1) != "the")
    if unit in {None, "hour", "fortnight"} or several:
        return None
    of_another = words.text(start + 1) == "of"  # "the whole month of October"
    so_far = words.text(index) in _ALL and unit != "day" and not of_another
    if words.text(index) in _NOW_WORDS or so_far:
        return fixed(start + 1, spans.unit_around(unit, words.today).first, words.today)
    if words.text(index) in _LAST_WORDS:
        whole = spans.unit_around(unit, spans.back(words.today, 1, unit))
        return fixed(start + 1, whole.first, whole.last)
    return None
