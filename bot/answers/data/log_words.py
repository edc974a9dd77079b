"""What somebody wants to log, read from a text: "3 comments and a post yesterday"."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from bot.errors import BadInput
from bot.understanding.periods import find_period
from scoring.model import Kind

EXAMPLE = "Write it like `/ssi log 3 comments yesterday`, or just `/ssi log` for a form."

KINDS = (
    Kind.COMMENT_MADE,
    Kind.POST_PUBLISHED,
    Kind.SHARE_MADE,
    Kind.REACTION_MADE,
    Kind.ARTICLE_PUBLISHED,
    Kind.OUTREACH_SENT,
    Kind.REPLY_RECEIVED,
    Kind.CONNECTION_MADE,
    Kind.RECOMMENDATION_GIVEN,
    Kind.RECOMMENDATION_RECEIVED,
    Kind.MEETING_BOOKED,
    Kind.OPPORTUNITY_CREATED,
    Kind.DEAL_WON,
)
"""What people can honestly say that they did, or that came to them."""

_SAID: Mapping[Kind, str] = {
    Kind.RECOMMENDATION_GIVEN: r"given recommendations?|recommendations? (?:given|written|made)",
    Kind.RECOMMENDATION_RECEIVED: r"recommendations?(?: received)?",
    Kind.OUTREACH_SENT: (
        r"(?:first |outreach )?messages?(?: sent)?|outreach(?:es)?|people (?:written to|messaged)"
    ),
    Kind.REPLY_RECEIVED: r"repl(?:y|ies)(?: received)?|answers?|responses?",
    Kind.COMMENT_MADE: r"comments?",
    Kind.POST_PUBLISHED: r"posts?",
    Kind.SHARE_MADE: r"shares?|reshares?|reposts?",
    Kind.REACTION_MADE: r"reactions?|likes?",
    Kind.ARTICLE_PUBLISHED: r"articles?|newsletters?",
    Kind.CONNECTION_MADE: r"(?:new )?(?:connections?|contacts?)",
    Kind.MEETING_BOOKED: r"(?:booked )?meetings?(?: booked)?",
    Kind.OPPORTUNITY_CREATED: r"opportunit(?:y|ies)(?: (?:created|opened))?",
    Kind.DEAL_WON: r"(?:won )?deals?(?: won)?",
}
_NUMBERS: Mapping[str, int] = {
    "a couple of": 2, "a couple": 2, "a dozen": 12, "one": 1, "two": 2, "three": 3, "four": 4,
    "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10, "another": 1, "my": 1,
    "the": 1, "an": 1, "a": 1,
}  # fmt: skip
_UNITS = re.compile(
    rf"(?<![\w-])(?:(?P<number>-?\d{{1,6}}|{'|'.join(_NUMBERS)})\s+)?(?:more |new )?(?:"
    + "|".join(f"(?P<{kind.label}>{said})" for kind, said in _SAID.items())
    + r")(?![\w-])"
)
_ASKS_TO_LOG = re.compile(
    r"^\W*(?:(?:please|can you|could you|i want to|i'd like to|let me)\W+)*"
    r"(?:log|record|add|note|enter|track)\b|\blog (?:it|this|that|them)\b"
)
_TO_COME = re.compile(r"\b(?:tomorrow|next \w+|in \d+ (?:days?|weeks?))\b")


@dataclass(frozen=True, slots=True)
class ToLog:
    """What is to be logged: how much of which kinds, and on which day."""

    units: tuple[tuple[Kind, int], ...]
    day: date


def asks_to_log(text: str) -> bool:
    """Whether a text plainly asks to log something, and says what."""
    said = _said(text)
    return bool(_ASKS_TO_LOG.search(said) and _UNITS.search(_ASKS_TO_LOG.sub(" ", said)))


def read_log(text: str, now: datetime, zone: str) -> ToLog:
    """Read what is to be logged; without a day, it is today's.

    Raises:
        BadInput: no kind is named, or not one day.
    """
    said = _said(text)
    units: dict[Kind, int] = {}

    def take(match: re.Match[str]) -> str:
        kind = next(kind for kind in _SAID if match[kind.label])
        units[kind] = units.get(kind, 0) + _number(match["number"])
        return " "

    rest = _UNITS.sub(take, _ASKS_TO_LOG.sub(" ", said))
    if not units:
        raise BadInput(f"I could not read what to log. {EXAMPLE}")
    return ToLog(tuple(units.items()), _day(rest, now, zone))


def _day(text: str, now: datetime, zone: str) -> date:
    """Find the one day that a text names; "from yesterday" is yesterday."""
    if _TO_COME.search(text):
        raise BadInput("What is still to come cannot be logged yet: a day is today or before.")
    on_a_day = re.sub(r"\b(?:from|since)\b", "on", text)
    period = find_period(on_a_day, now, ZoneInfo(zone))
    if period is None and re.search(r"\d", text):
        raise BadInput(f"I could not read which day that was. {EXAMPLE}")
    if period is None:
        return now.astimezone(ZoneInfo(zone)).date()
    if period.first != period.last:
        raise BadInput(f"I log one day at a time: which day was it? {EXAMPLE}")
    return period.first


def _said(text: str) -> str:
    return " ".join(text.lower().replace("’", "'").replace("*", " ").split())


def _number(word: str | None) -> int:
    if word is None:
        return 1
    return _NUMBERS[word] if word in _NUMBERS else int(word)
