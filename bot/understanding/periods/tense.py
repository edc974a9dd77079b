"""Whether a text tells of what was, of what was against what is, or of what is still to come."""

from bot.understanding.periods.tokens import MONTHS, Kind, Words, word_set
from bot.understanding.word_classes import WORD_CLASSES

_NOW = frozenset({"now", "currently", "today", "nowadays", "anymore"})
_WAS = frozenset({"was", "were", "had", "used", "stood", "sat", "sitting", "at"})
_STOOD = frozenset({"was", "were", "stood", "sat"})
_AGAINST = frozenset({"versus", "against", "than"})
_SHOWED = frozenset({"had", "said", "showed"})
_AFTER_SCORE = word_set("point points on in at and now then last before but yesterday when")
_UNDER = word_set("below under lower down behind above over off")
_UNTIL = frozenset({"until", "till", "til", "to"})
SAID = WORD_CLASSES["past verb"] | WORD_CLASSES["fall"] - {"down", "minus", "lower", "lose"}
_PAST = WORD_CLASSES["past verb"] | word_set(
    "fell fallen sank sunk lost slid shrank shrunk gone been made wrote sent said told gave took "
    "saw left brought kept put grew rose beat beaten froze stuck why ago"
)
_NOT_PAST = word_set("need indeed speed feed based linkedin supposed allowed expected red bed")
_SHORTEST_PAST = 5
_TO_COME = word_set("will suppose supposing assuming shall")
_WHO = word_set("i we he she they my one nobody everyone all it")
_WHOSE = _WHO | word_set("points marks score what how where which there nothing numbers number")
_TOLD = word_set("last past previous these yesterday ago back earlier ytd mtd qtd wtd date")
"""Words by which days cannot lie ahead."""

_COURTESIES = frozenset(
    {("it", "is", word) for word in ("possible", "not", "ok", "okay", "there", "convenient")}
    | {("you", "do", "not"), ("you", "are", "so")}
)
_THEN = word_set("then that which ever there")


def is_against_now(words: Words) -> bool:
    """Whether a text sets what was against what is: "was 70", or "70 on Monday, 64 now"."""
    said = words.said
    figures = sum(token.text[:1].isdigit() for token in words.tokens)
    return (
        is_until_now(words)
        or _was_so_much(words)
        or _was_better(words)
        or (bool(said & _NOW) and (bool(said & (_WAS | _AGAINST)) or figures > 1))
    )


def is_until_now(words: Words) -> bool:
    """Whether a text says that it means days up to now."""
    return any(
        (word in _UNTIL and following in {"now", "today"})
        or (word, following) in {("at", "present"), ("till", "date"), ("until", "date")}
        for _, word, following in _pairs(words)
    )


def _was_so_much(words: Words) -> bool:
    """Whether a text says what a figure was: "it was 66 on Thursday", "I had 66 on Thursday"."""
    return any(
        (word in _STOOD and _is_figure(words, index + 1 + (following in {"at", "a", "on"})))
        or (word == "sitting" and following == "at" and words.text(index - 1) in _STOOD)
        or (word in _SHOWED and words.text(index - 1) != "it" and _is_score(words, index + 1))
        for index, word, following in _pairs(words)
    )


def _is_figure(words: Words, index: int) -> bool:
    """Whether a token is a number of no date: not "stood on 15 November first"."""
    return words.text(index)[:1].isdigit() and words.text(index + 1) not in MONTHS


def _is_score(words: Words, index: int) -> bool:
    """Whether a token is a score, and no count of things: a stop or a link follows, or "points"."""
    figure, after = words.text(index), words.at(index + 1)
    if not figure[:1].isdigit() or not figure[1:2].isdigit():
        return False
    return after.text in _AFTER_SCORE or after.kind in {Kind.STOP, Kind.DASH}


def _was_better(words: Words) -> bool:
    """Whether a text sets what is under what was: "lower than he was", "still below Friday"."""
    return any(
        (word == "still" and following in _UNDER)
        or (
            following in _WHO
            and words.text(index + 2) in _STOOD
            and (word == "than" or (word in {"where", "what"} and words.text(index - 1) in _UNDER))
        )
        for index, word, following in _pairs(words)
    )


def is_taken_up(words: Words, end: int) -> bool:
    """Whether "since then", "from that day" or "ever since" follows on days that end at a token."""
    return any(
        (words.text(index), words.text(index + 1)) == ("ever", "since")
        or (words.text(index) in {"since", "from", "after"} and words.text(index + 1) in _THEN)
        or (words.text(index) == "since" and words.at(index + 1).kind is Kind.STOP)
        for index in range(end, len(words.tokens))
    )


def tells_past(words: Words) -> bool:
    """Whether a text tells of, or asks about, what has been."""
    return not words.said.isdisjoint(_PAST) or any(
        word.endswith("ed") and len(word) >= _SHORTEST_PAST and word not in _NOT_PAST
        for word in words.said
    )


def is_ahead(words: Words) -> bool:
    """Whether a text tells of what is to come, and of nothing that has been."""
    return not tells_past(words) and any(
        (word in _TO_COME and not {words.text(index - 1), following}.isdisjoint(_WHOSE))
        or (word in _TO_COME and word != "will")
        or (word == "if" and following in _WHO and not _is_courtesy(words, index))
        or (word, following) == ("going", "to")
        or (word in {"may", "might"} and words.text(index - 1) in _WHO)
        for index, word, following in _pairs(words)
    )


def _is_courtesy(words: Words, index: int) -> bool:
    """Whether an "if" only asks nicely, or compares: "if it is possible", "as if it stood"."""
    rest = tuple(words.text(at) for at in range(index + 1, index + 4))
    return words.text(index - 1) == "as" or rest in _COURTESIES


def _pairs(words: Words) -> list[tuple[int, str, str]]:
    return [(index, words.text(index), words.text(index + 1)) for index in range(len(words.tokens))]


def are_told(words: Words, start: int, end: int) -> bool:
    """Whether days at some tokens were told as past ones, and cannot lie ahead, as "Friday" can."""
    return any(words.text(index) in _TOLD for index in range(start - 1, end))
