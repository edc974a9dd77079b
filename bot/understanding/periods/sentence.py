"""Reads the days a sentence asks about: since X, between X and Y, X against now, or X alone."""

from contextlib import suppress
from datetime import timedelta

from bot.understanding.periods import spans
from bot.understanding.periods.choosing import THAN, Finding, Shape, chosen, hull
from bot.understanding.periods.durations import rolling, standing
from bot.understanding.periods.moments import moment_at
from bot.understanding.periods.plans import planned_until
from bot.understanding.periods.relative import Moment
from bot.understanding.periods.tense import are_told, is_ahead, is_until_now, tells_past
from bot.understanding.periods.tokens import MONTHS, Kind, Words, word_set
from bot.understanding.question import Period
from bot.understanding.word_classes import WORD_CLASSES

_SINCE = frozenset({"since", "after", "from", "starting", "beginning"})
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
_TO = frozenset({"to", "until", "till", "til", "through", "-", "and"})
_FILLERS = word_set("about around approximately roughly like at least on in back ever early")
_CLAUSE = 9
"""Words that may stand between "since" and its day: "since I came back on 5 October"."""

_DONE = WORD_CLASSES["act"] | word_set(
    "upload uploads sync import entry entries dm row rows mine "
    "minus drop dip jump ranking standings list values"
)
_OCCASIONS = word_set(
    "meeting newsletter call review standup stand-up report one-to-one demo huddle briefing"
)
_UNITS_BEHIND = frozenset({"week", "month", "quarter", "year"})
_YEARLY = frozenset({"christmas", "xmas", "eve"})
_YEARLESS = 31
_PLANS = word_set(
    "if will when imagine expect leave leaves closed away retire retired holiday holidays vacation "
    "vacations objective target feasible demanded"
)
_LONG_GONE = timedelta(days=250)
"""Days named without a year that lie farther back may be those to come: in December, Christmas."""

_FOUND_AT_MOST = 20
"""Days looked at in one text: whoever names more asks about none, and time stays bounded."""

_FRAGMENT = 4
"""Tokens of a text that says too little to lie ahead."""


def find_days(words: Words, *, looks_ahead: bool) -> Period | None:
    """Read the days that a text asks about; None where it names none that have begun."""
    found: list[Finding] = []
    index = 0
    while index < len(words.tokens) and len(found) < _FOUND_AT_MOST:
        index, finding = _read(words, index)
        if finding is not None and finding.period.first <= words.today:
            found.append(finding)
    if not is_until_now(words):
        besides = len(words.tokens) - sum(finding.end - finding.start for finding in found)
        looks_ahead = looks_ahead and besides > _FRAGMENT and not tells_past(words)
        ahead = is_ahead(words) or looks_ahead
        found = [finding for finding in found if not _may_be_ahead(words, finding, ahead=ahead)]
    period = chosen(words, found)
    return period and Period(period.first, min(period.last, words.today))


def _may_be_ahead(words: Words, finding: Finding, *, ahead: bool) -> bool:
    """Whether days may be those to come: of a plan, or the next December rather than the last."""
    told = are_told(words, finding.start, finding.end)
    if told or words.text(finding.start) == "since":
        return False
    if ahead or _is_planned_year(words, finding):
        return True
    week = (words.text(finding.end - 2), words.at(finding.end - 1).kind) == ("week", Kind.NUMBER)
    bare = week or words.at(finding.end - 1).kind is Kind.WORD
    long_gone = words.today - finding.period.last > _LONG_GONE and bare
    short = len(words.tokens) <= _FRAGMENT or finding.shape is Shape.SPAN
    new_year = words.text(finding.end - 2) == "new"
    yearly = new_year or words.text(finding.end - 1) in _YEARLY
    return long_gone and not short and (yearly or not tells_past(words))


def _is_planned_year(words: Words, finding: Finding) -> bool:
    """Whether days without a year, long gone, are those of a plan: "leave from 1 December"."""
    tokens = words.tokens[finding.start : finding.end]
    months_told = any(token.text in MONTHS for token in tokens)
    yearless = months_told and not any(token.number > _YEARLESS for token in tokens)
    long_gone = words.today - finding.period.first > _LONG_GONE
    return yearless and long_gone and not words.said.isdisjoint(_PLANS)


def _read(words: Words, index: int) -> tuple[int, Finding | None]:
    """Read at a token: the next index, and what was found."""
    with suppress(OverflowError):
        if (after := planned_until(words, index, _moment_after)) is not None:
            return after, None
        for read in (_span, rolling, standing, _plain):
            if (finding := read(words, index)) is not None:
                return finding.end, finding
    return index + 1, None


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
    if word == "from" and _is_dated(words, index):
        return _range(words, index, index + 1)
    if word in {"after", "from"} and (unit := _unit_behind(words, index)):
        return unit
    if word in _SINCE:
        return _to_today(words, index, index + 1) or _since_clause(words, index)
    if word in THAN or pair in _THAN_PAIRS:
        return _to_today(words, index, index + 1 + (pair in _THAN_PAIRS))
    return _range(words, index, index)


def _is_dated(words: Words, index: int) -> bool:
    """Whether "from" only dates a thing: "my posts from Monday", not "my posts from July on"."""
    before = words.at(index - 1)
    of_yesterday = words.text(index + 1) == "yesterday" and before.kind is Kind.WORD
    if before.text not in _DONE and not of_yesterday:
        return False
    moment = _moment_after(words, index + 1)
    return moment is None or words.text(moment.end) != "on"


def _unit_behind(words: Words, index: int) -> Finding | None:
    """Read "after last week", "the minus from last month": the unit, unless it tells "on"."""
    at = index + 1 + (words.text(index + 1) == "the")
    moment = moment_at(words, at)
    named = words.text(at) == "last" and words.text(at + 1) in _UNITS_BEHIND
    named = named or (words.text(index) == "after" and words.text(at) in {"week", "kw", "cw"})
    period = moment and moment.resolve(words.today)
    if not moment or not period or not named:
        return None
    ends = words.text(moment.end) == "and" and moment_at(words, moment.end + 1) is None
    if words.text(moment.end) in {*_TO, "on", "onwards"} and not ends:
        return None
    return Finding(Shape.SPAN, period, index, moment.end)


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
    if words.text(end) in {"to", "till"} and words.text(end + 1) != "now":
        return None
    first = spans.back(words.today, number, unit)
    return Finding(Shape.SPAN, Period(first, words.today), index, end)


def _range(words: Words, start: int, index: int) -> Finding | None:
    left = moment_at(words, index)
    if left is None:
        return None
    if words.text(left.end) in THAN:
        return _against(words, start, left)
    if words.text(left.end) not in _TO:
        return None
    if words.text(left.end) == "and" and words.text(start) != "between":
        return None
    right = moment_at(words, left.end + 1)
    if right is None and words.text(left.end + 1) == "now":
        right = Moment(left.end + 2, lambda anchor: Period(anchor, anchor))
    while right and words.text(right.end) == "-" and (further := moment_at(words, right.end + 1)):
        right = further  # "July-August-September"
    return _between(words, start, left, right) if right else None


def _against(words: Words, start: int, left: Moment) -> Finding | None:
    """Read "October versus September": from the earlier's beginning to the later's end."""
    right = _moment_after(words, left.end + 1)
    if right is None:
        return None
    one, other = left.resolve(words.today), right.resolve(words.today)
    if one is None or other is None:
        return None
    return Finding(Shape.SPAN, hull(one, other), start, right.end)


def _between(words: Words, start: int, left: Moment, right: Moment) -> Finding | None:
    """Join two moments; the left one is the latest before the right one's end."""
    last = right.resolve(words.today)
    first = last and left.resolve(min(last.last, words.today))
    if first is None or last is None or first.first > last.last:
        return None
    return Finding(Shape.SPAN, Period(first.first, last.last), start, right.end)


def _plain(words: Words, index: int) -> Finding | None:
    if (moment := moment_at(words, index)) is None:
        return None
    after = words.at(moment.end)
    if after.text in _OCCASIONS:
        return None
    if after.kind is Kind.WORD and words.text(moment.end + 1) in _OCCASIONS:
        return None
    period = moment.resolve(words.today)
    if period and words.text(moment.end) in {"onward", "onwards"}:
        return Finding(Shape.SPAN, Period(period.first, words.today), index, moment.end + 1)
    return Finding(Shape.MOMENT, period, index, moment.end) if period else None
