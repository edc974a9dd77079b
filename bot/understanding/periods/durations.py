"""Reads amounts of time that reach back from today: for two weeks, 30-day trend, six weeks now."""

from bot.understanding.periods import spans
from bot.understanding.periods.choosing import Finding, Shape
from bot.understanding.periods.tense import SAID, tells_past
from bot.understanding.periods.tokens import Kind, Words, word_set
from bot.understanding.question import Period
from bot.understanding.word_classes import WORD_CLASSES

_DURATION = frozenset({"for", "in", "within", "over", "during"})
_CONDITIONAL = word_set(
    "if will would could should can next need reach get hit going suppose tomorrow keep want until "
    "hypothetically supposing assuming"
)
_STANDS = (
    SAID
    | WORD_CLASSES["stay"]
    | WORD_CLASSES["negation"]
    | word_set("same still zero budged moved moves constancy standing nowt decline steady straight")
)
_ENDS_OF_AMOUNT = word_set("ago back earlier old notice leave per after of s from later")
_ONE_OF = word_set(
    "the day every each per last past previous next first after took every in within"
)
_RECORDS = word_set("record records report history log export actions activities")
_STEPS = word_set("weekly monthly daily up down movers climbers top")
_VIEWS = word_set(
    "trend history change chart graph view average summary report delta curve record line log "
    "now already lately worth recap straight running series trail flow evolution"
)
_BACKWARDS = frozenset({"back", "backward", "backwards"})
_LOOKS = word_set("trend curve chart graph graphic history evolution series worth look show plot")
_COURSES = frozenset({"down", "up", "nowhere", "backwards", "sideways"})
_NOW = frozenset({"am", "is", "still", "now"})
_WHOSE = frozenset({"me", "mine", "team", "score", "desk", "brand", "insights", "people"})
_FRAGMENT = 4
"""Tokens of a text that says little more than how far back to look."""

_MINE = word_set("me my mine it us our")
_POLITE = frozenset({"you", "u", "like", "love", "not"})
_CURIOUS = frozenset({("to", "know"), ("to", "see"), ("to", "understand"),
                      ("be", "curious"), ("be", "interested")})  # fmt: skip


def rolling(words: Words, index: int) -> Finding | None:
    """Read "stuck for two weeks", "lost 10 points in 5 days", "my 30-day trend"."""
    of_record = words.text(index) == "of" and not words.said.isdisjoint(_RECORDS)
    duration = words.text(index) in _DURATION or of_record
    amount = words.amount(index + duration)
    if amount is None:
        return None
    number, unit, end = amount
    if duration:
        hypothetical = _is_conditional(words) and words.said.isdisjoint(_RECORDS)
        if words.text(index) in {"in", "within"} and number == 1:
            hypothetical = hypothetical or unit == "day" or not tells_past(words)
        if hypothetical or words.text(end) in {"ago", "back", "earlier"} or unit == "hour":
            return None
    elif not _is_viewed(words, index, end):
        return None
    first = spans.back(words.today, number, unit)
    return Finding(Shape.SPAN, Period(first, words.today), index, end)


def _is_viewed(words: Words, index: int, end: int) -> bool:
    """Whether an amount tells how far back to look: "6 week graph", "six weeks now", "90 days"."""
    if words.text(index) in {"a", "an"} and not _is_later(words, end):
        return False
    before, after = words.text(index - 1), words.text(end)
    back = before in _BACKWARDS or _looks_back(words, before, after)
    that_long = (words.text(index - 2), before, after) == ("it", "is", "that")
    if back or that_long or (after in {"until", "till"} and words.text(end + 1) == "now"):
        return True
    if {words.at(index - 1).kind, words.at(end).kind} == {Kind.STOP}:
        return not words.said.isdisjoint(_VIEWS | _STEPS)
    of_me = before not in _ONE_OF and after == "of" and words.text(end + 1) in _MINE
    if of_me or _is_later(words, end) or _is_all(words, index, end):
        return not _is_conditional(words)
    in_a_row = (after, words.text(end + 1)) == ("in", "a")
    lined = after in {"team", "score"} and words.text(end + 1) in _VIEWS
    return (after in _VIEWS or in_a_row or lined) and words.text(index) != "one"


def _is_later(words: Words, index: int) -> bool:
    """Whether "later", and what is now, follows on an amount: "a week later I am down"."""
    if words.text(index) != "later":
        return False
    return not {words.text(at) for at in range(index + 1, index + 5)}.isdisjoint(_NOW)


def _is_all(words: Words, index: int, end: int) -> bool:
    """Whether a short text says little more than an amount: "me, 3 months"."""
    before = words.at(index - 1)
    whole = len(words.tokens) <= _FRAGMENT and words.at(end).kind is Kind.STOP
    return whole and before.kind is Kind.WORD and before.text in _WHOSE


def _looks_back(words: Words, before: str, after: str) -> bool:
    """Whether a text wants a curve "3 months back", or "on six weeks"."""
    return not words.said.isdisjoint(_LOOKS) and (after in {"back", "behind"} or before == "on")


def _is_conditional(words: Words) -> bool:
    """Whether a text tells of what may be: not of what will not move, or who would like to know."""
    return any(
        token.text in _CONDITIONAL
        and words.text(at + 1) not in _POLITE
        and (words.text(at + 1), words.text(at + 2)) not in _CURIOUS
        and not (token.text == "going" and _goes(words, at + 1))
        for at, token in enumerate(words.tokens)
    )


def _goes(words: Words, index: int) -> bool:
    """Whether what is "going" is a score: "going down", "going on three weeks"."""
    lasting = words.text(index) == "on" and words.amount(index + 1) is not None
    return lasting or words.text(index) in _COURSES


def standing(words: Words, index: int) -> Finding | None:
    """Read "two weeks and it has not moved": an amount by itself, where something stood or fell."""
    amount = words.amount(index)
    said = words.said
    if amount is None or not said & _STANDS or _is_conditional(words):
        return None
    number, unit, end = amount
    before, after = words.text(index - 1), words.text(end)
    flat = before in WORD_CLASSES["stay"]  # "flat a month"
    if words.text(index) == "a" and not flat and unit != "fortnight" and after != "of":
        return None
    deed = words.text(end + 1)
    if after == "of" and (deed in _STANDS or deed.endswith("ing")):  # "ten days of nothing"
        after = ""
    if unit not in {"day", "week", "month"} or after in _ENDS_OF_AMOUNT or before in _ONE_OF:
        return None
    first = spans.back(words.today, number, unit)
    return Finding(Shape.MOMENT, Period(first, words.today), index, end)
