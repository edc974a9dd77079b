"""Splits a message that asks two questions, where both are surely understood.

A text is cut only where one question ends or another one plainly begins, and only when the parts
differ in what they ask: what is in doubt stays one question. Long texts tell a story around one.
"""

import re
from dataclasses import dataclass
from datetime import date
from itertools import islice

from bot.understanding.followups import Reader, continue_from, only_names
from bot.understanding.question import Intent, Question

SURE = 0.6
"""From this probability on a reading is taken; below it, the likeliest ones are offered."""

_SURELY = 0.7
"""From this probability on each of two questions is taken: a cut that is wrong answers neither."""

_LONGEST = 400
"""Characters of the longest message that is cut."""

_CUTS = 5
"""So many places at most are tried."""

_ASKS = (
    r"(?:why|y|what|whats|what's|wat|how|hows|how's|who|whos|who's|which|when|where|can|could|will"
    r"|would|should|is|are|am|do|does|did|has|have|show|tell|give|list|compare|explain|in what"
    r"|say me|i (?:also )?(?:want|would like) (?:to )?know|my (?:score|rank|trend))\b"
)
_POLITE = r"(?:(?:please|pls|kindly|then|also|just|so|ok|okay|hi|hey|hello|and)\b[ ,!]*)*"
_OPENS = re.compile(rf"(?:^|[.!,;:>]\s)[\W\d]*(?:<@\w+>\W*)?{_POLITE}{_ASKS}", re.IGNORECASE)
_CUT = re.compile(
    rf"""
      [?!]*\?[?!]*[)"”]?\s+                                     # a question ends
    | (?:[.;:]|\n)\s*(?=[\W\d]*{_POLITE}{_ASKS})               # a sentence that asks begins
    | ,?\s(?:and|n|&|&amp;|plus|also)\s(?={_POLITE}(?:{_ASKS}|(?:what|how)\sabout\b))
    """,
    re.IGNORECASE | re.VERBOSE,
)
_SAME_ANSWER = {Intent.COHORT: Intent.WHY_CHANGE}
"""Intents that are answered as another one is."""


@dataclass(frozen=True, slots=True)
class Part:
    """A question of a message, and the words that ask it."""

    text: str
    question: Question


def parts_of(text: str, read: Reader, today: date) -> tuple[Part, ...]:
    """Understand a text as one question, or as two where it surely asks two.

    The second one is about whom and what days the first one is, unless it names others.

    Args:
        text: Free text as Slack delivers it.
        read: Understands a text by itself.
        today: The date where the asker is.
    """
    best: tuple[Part, ...] = (Part(text, read(text)),)
    certainty = 0.0
    if len(text) > _LONGEST:
        return best
    for cut in islice(_CUT.finditer(text), _CUTS):
        asked = "?" in cut[0]
        first, second = text[: cut.start()] + ("?" if asked else ""), text[cut.end() :]
        if not (asked or _OPENS.search(first)):
            continue
        pair = _pair(first, second, read, today)
        least = min((part.question.confidence for part in pair), default=0.0)
        if least > certainty:
            best, certainty = pair, least
    return best


def _pair(first: str, second: str, read: Reader, today: date) -> tuple[Part, ...]:
    """Understand two texts as two questions; empty where that is not sure."""
    one, other = read(first), read(second)
    if one.confidence < _SURELY or Intent.OUT_OF_SCOPE in {one.intent, other.intent}:
        return ()
    if only_names(second, other, one.intent):
        return Part(first, one), Part(second, continue_from(one, second, read, today))
    if not _OPENS.match(second) or other.confidence < _SURELY or not _differ(one, other):
        return ()
    return Part(first, one), Part(second, continue_from(one, second, read, today))


def _differ(one: Question, other: Question) -> bool:
    """Tell whether the second question asks for another answer than the first one."""
    kinds = {_SAME_ANSWER.get(question.intent, question.intent) for question in (one, other)}
    named = (
        (other.pillar, one.pillar),
        (other.period, one.period),
        (other.signal, one.signal),
        (other.subject.user, one.subject.user),
    )
    return len(kinds) > 1 or any(new not in {None, old} for new, old in named)
