"""Whether a text tells of what was, of what was against what is, or of what is still to come."""

from bot.understanding.periods.tokens import Kind, Words, word_set
from bot.understanding.word_classes import WORD_CLASSES

_NOW = frozenset({"now", "currently", "today", "nowadays", "anymore"})
_WAS = frozenset({"was", "were", "had", "used", "stood", "sat", "sitting", "at"})
SAID = WORD_CLASSES["past verb"] | WORD_CLASSES["fall"] - {"down", "minus", "lower", "lose"}
_TO_COME = word_set("will suppose supposing assuming shall")
_WHO = word_set("i we he she they my one nobody everyone all")
_TOLD = word_set("last past previous this these yesterday ago back earlier")
"""Words by which days cannot lie ahead."""

_THEN = word_set("then that which ever")


def is_against_now(words: Words) -> bool:
    """Whether a text sets what was against what is: "was 70", or "70 on Monday, 64 now"."""
    said = {token.text for token in words.tokens}
    figures = sum(token.text[:1].isdigit() for token in words.tokens)
    return bool(said & _NOW) and (bool(said & _WAS) or figures > 1)


def is_taken_up(words: Words, end: int) -> bool:
    """Whether "since then", "from that day" or "ever since" follows on days that end at a token."""
    return any(
        (words.text(index), words.text(index + 1)) == ("ever", "since")
        or (words.text(index) in {"since", "from"} and words.text(index + 1) in _THEN)
        or (words.text(index) == "since" and words.at(index + 1).kind is Kind.STOP)
        for index in range(end, len(words.tokens))
    )


def is_ahead(words: Words) -> bool:
    """Whether a text tells of what is to come, and of nothing that has been."""
    said = {token.text for token in words.tokens}
    if said & SAID:
        return False
    return bool(said & _TO_COME) or any(
        words.text(index) == "if"
        and words.text(index + 1) in _WHO
        and words.text(index - 1) != "as"
        for index in range(len(words.tokens))
    )


def are_told(words: Words, start: int, end: int) -> bool:
    """Whether days at some tokens were told as past ones, and cannot lie ahead, as "Friday" can."""
    return any(words.text(index) in _TOLD for index in range(start, end))
