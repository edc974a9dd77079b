"""What an agent shows around its answers: what to ask, that it works, and whether it helped."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bot.messages.contexts import Context


class About(StrEnum):
    """What a suggested question is about."""

    CHANGE = "change"
    SCORE = "score"
    GOAL = "goal"
    LEAVING = "leaving"
    NEXT = "next"
    TEAM = "team"
    BEGIN = "begin"
    RULES = "rules"
    PRIVACY = "privacy"


@dataclass(frozen=True, slots=True)
class Offer:
    """One suggested question.

    ``points`` are tenths: of the change, or of the goal, which may have a day to be reached ``by``.
    With ``since_last`` the change is since the Monday of the week before, for today is one.
    """

    about: About
    points: int = 0
    since_last: bool = False
    by: date | None = None
    team: str = ""


@dataclass(frozen=True, slots=True)
class Prompts:
    """What somebody may want to ask now: four questions at most, the most fitting first."""

    today: date
    offers: tuple[Offer, ...]
    is_new: bool


@dataclass(frozen=True, slots=True)
class Working:
    """What stands in a thread while an answer is looked up."""


@dataclass(frozen=True, slots=True)
class Rated:
    """An answer to a question in words, and below it the buttons that tell whether it was good.

    ``good`` and ``bad`` are what they tell: each a ``Rating`` in JSON.
    """

    answer: "Context"
    good: str
    bad: str


@dataclass(frozen=True, slots=True)
class FeedbackTaken:
    """A word back to who pressed one of the buttons."""

    good: bool


@dataclass(frozen=True, slots=True)
class FeedbackLine:
    """How many answers were called good and bad within so many days."""

    days: int
    good: int
    bad: int


@dataclass(frozen=True, slots=True)
class FeedbackRow:
    """The same by intent; ``bad_with_days`` of the bad ones answered a question that named days."""

    intent: str
    good: int
    bad: int
    bad_with_days: int


@dataclass(frozen=True, slots=True)
class FeedbackReport:
    """`/ssi setup feedback`: what people said of answers, the most unloved first."""

    line: FeedbackLine
    rows: tuple[FeedbackRow, ...]


AboutAgent = Prompts | Working | Rated | FeedbackTaken | FeedbackReport
"""Every message of this module."""
