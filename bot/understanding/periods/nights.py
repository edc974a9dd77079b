"""Reads the night behind us, told as people tell it: overnight, in my sleep, woke up a 66."""

from bot.understanding.periods import spans
from bot.understanding.periods.relative import Moment, fixed
from bot.understanding.periods.tokens import Words

_NIGHTS = tuple(
    tuple(night.split())
    for night in (
        "overnight", "of / n", "over night", "over the night", "last night", "this night",
        "this midnight",
        "in night", "in the night", "in one night", "in the same night", "about the night",
        "during the night", "in my sleep", "in our sleep", "while i slept", "while i was sleeping",
        "while i was asleep", "while we slept", "woke up", "waked up", "woken up",
        "went to bed", "went to sleep", "slept with", "slept on", "slept at",
    )
)  # fmt: skip

NIGHT_STARTS = frozenset(night[0] for night in _NIGHTS)
"""The words that tell of a night may start with these."""


def night(words: Words, index: int) -> Moment | None:
    """Read the last night, from yesterday to today, that starts at a token."""
    if words.text(index) not in NIGHT_STARTS:
        return None
    for said in _NIGHTS:
        end = index + len(said)
        if tuple(words.text(at) for at in range(index, end)) == said:
            return fixed(end, spans.back(words.today, 1, "day"), words.today)
    return None
