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
    "now already lately worth recap straight running series trail"
)
_BACKWARDS = frozenset({"back", "backward", "backwards"})
_POLITE = frozenset({"you", "u", "like", "love", "not"})
_CURIOUS = frozenset({("to", "know"), ("to", "see"), ("to", "understand")})


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
    if words.text(index) in {"a", "an"}:
        return False
    back, after = words.text(index - 1) in _BACKWARDS, words.text(end)
    if back or (after in {"until", "till"} and words.text(end + 1) == "now"):
        return True
    if {words.at(index - 1).kind, words.at(end).kind} == {Kind.STOP}:
        return not words.said.isdisjoint(_VIEWS | _STEPS)
    in_a_row = (after, words.text(end + 1)) == ("in", "a")
    lined = after in {"team", "score"} and words.text(end + 1) in _VIEWS
    return (after in _VIEWS or in_a_row or lined) and words.text(index) != "one"


def _is_conditional(words: Words) -> bool:
    """Whether a text tells of what may be: not of what will not move, or who would like to know."""
    return any(
        token.text in _CONDITIONAL
        and words.text(at + 1) not in _POLITE
        and (words.text(at + 1), words.text(at + 2)) not in _CURIOUS
        for at, token in enumerate(words.tokens)
    )


def standing(words: Words, index: int) -> Finding | None:
    """Read "two weeks and it has not moved": an amount by itself, where something stood or fell."""
    amount = words.amount(index)
    said = words.said
    if amount is None or words.text(index) == "a" or not said & _STANDS or _is_conditional(words):
        return None
    number, unit, end = amount
    before, after = words.text(index - 1), words.text(end)
    if after == "of" and words.text(end + 1) in _STANDS:  # "ten days of nothing"
        after = ""
    if unit not in {"day", "week", "month"} or after in _ENDS_OF_AMOUNT or before in _ONE_OF:
        return None
    first = spans.back(words.today, number, unit)
    return Finding(Shape.MOMENT, Period(first, words.today), index, end)
