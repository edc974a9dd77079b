"""Skips what names no past days: next week, every Monday, by Friday, my review on Friday."""

from collections.abc import Callable

from bot.understanding.periods.relative import Moment
from bot.understanding.periods.tense import tells_past
from bot.understanding.periods.tokens import MONTHS, UNITS, WEEKDAYS, Kind, Words, word_set

_FUTURE = word_set("next coming upcoming following every each per")
_SOME = word_set("one a any some black good happy")
_REST = frozenset({"rest", "remainder"})
_OPEN_ENDED = word_set("until till til by before come")
_STOOD = frozenset({"was", "had", "stood"})
"""After a day, they tell how things were: "until the 10th it was 59"."""

_BEGINS = word_set("starts opens ends closes begins expires quitting leaving resigning retiring")
_PLANNED = word_set(
    "meeting review call standup appraisal appraisals bonus leave deadline exam exams interview "
    "presentation ready due holiday vacation pto trip contract target voucher game weather party"
)
_LINKS = word_set("is are be was there on in for of the our my at coming by this go out")
_LINKED = 4
"""Words that may stand between a plan and its day: "my review is there on Friday"."""

_CLAUSE = 5
"""Words that may stand between "before" and its day: "before we close for Christmas"."""

Reader = Callable[[Words, int], Moment | None]
"""Reads the moment at a token, past words that say little."""


def planned_until(words: Words, index: int, read: Reader) -> int | None:
    """Tell the token after days at a token that are no past ones; None where there are none."""
    word, following = words.text(index), words.text(index + 1)
    if word in _SOME and following in {*WEEKDAYS, "weekend"} and not tells_past(words):
        return index + 2
    if word in WEEKDAYS and (following, words.text(index + 2)) == ("next", "week"):
        return index + 3
    if word in _FUTURE:
        return _next_until(words, index)
    if word in _REST and following == "of" and words.text(index + 3) in {*UNITS, *MONTHS}:
        return index + 4
    open_ended = word in _OPEN_ENDED and following not in {"last", "past"}
    open_ended = open_ended and words.text(index - 1) != "going"  # "going by the past month"
    if open_ended and (moment := read(words, index + 1)):
        return None if words.text(moment.end + 1) in _STOOD else moment.end
    planned = word in _BEGINS | _PLANNED | {"before", "for"} and not tells_past(words)
    return _plan_until(words, index, read) if planned else None


def _next_until(words: Words, index: int) -> int | None:
    """Tell the token after "next week", "every Monday", "next 3 weeks"."""
    if words.text(index + 1) in {*UNITS, *WEEKDAYS, *MONTHS, "weekend"}:
        at = index + 2 + (words.text(index + 2) == "on")
        of_week = words.text(index + 1) == "week" and words.text(at) in WEEKDAYS
        return at + 1 if of_week else index + 2
    amount = words.amount(index + 1) if words.text(index) == "next" else None
    return amount[2] if amount else None


def _plan_until(words: Words, index: int, read: Reader) -> int | None:
    """Tell the token after the day of what is planned, told by a word of a text without a past."""
    word = words.text(index)
    if word in _BEGINS:
        moment = read(words, index + 1)
        return moment.end if moment else None
    if word == "before":
        for at in range(index + 2, index + 2 + _CLAUSE):
            if words.at(at).kind is Kind.STOP:
                return None
            if moment := read(words, at):
                return moment.end
        return None
    if word == "for":
        amount = words.amount(index + 1)
        starts = amount and words.text(amount[2]) in {"from", "starting", "beginning"}
        moment = read(words, amount[2] + 1) if amount and starts else None
        return moment.end if moment else None
    at = index + 1
    while words.text(at) in _LINKS and at <= index + _LINKED:
        at += 1
    moment = read(words, at)
    return moment.end if moment else None
