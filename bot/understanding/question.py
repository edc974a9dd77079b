"""What a question is once it is understood: an intent, a subject, a pillar, days and a signal."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import TypedDict

from scoring.model import Pillar


class Intent(StrEnum):
    """The fourteen things people ask; the values are the names used in JSON."""

    WHY_CHANGE = "why_change"
    SCORE = "score"
    TREND = "trend"
    LEADERBOARD = "leaderboard"
    COMPARE = "compare"
    IMPROVE = "improve"
    RULES = "rules"
    WHATIF = "whatif"
    DATA = "data"
    PRIVACY = "privacy"
    TEAM_REPORT = "team_report"
    COHORT = "cohort"
    HELP = "help"
    OUT_OF_SCOPE = "out_of_scope"


class SubjectKind(StrEnum):
    """Whom a question is about."""

    ME = "me"
    TEAM = "team"
    EVERYONE = "everyone"
    PERSON = "person"


@dataclass(frozen=True, slots=True)
class Subject:
    """Whom a question is about; ``user`` is the Slack id of a mentioned person, else None.

    A subject says what was asked, never what the asker may see.
    """

    kind: SubjectKind
    user: str | None = None

    def __str__(self) -> str:
        """Tell the subject as JSON does: ``me``, ``team``, ``everyone`` or a Slack user id."""
        return self.user or self.kind.value


@dataclass(frozen=True, slots=True)
class Period:
    """The days asked about, both ends inclusive.

    Raises:
        ValueError: ``first`` lies after ``last``.
    """

    first: date
    last: date

    def __post_init__(self) -> None:
        if self.first > self.last:
            raise ValueError(f"a period runs forward, not from {self.first} to {self.last}")


PeriodJson = TypedDict("PeriodJson", {"from": str, "to": str})
"""A period in JSON: ISO dates, both ends inclusive."""


class QuestionJson(TypedDict):
    """A question in the shape that ``ssi ask --json`` prints."""

    intent: str
    subject: str
    pillar: str | None
    period: PeriodJson | None
    signal: str | None
    confidence: float


@dataclass(frozen=True, slots=True)
class Question:
    """A text as it was understood.

    ``confidence`` is the probability (0 to 1) given to ``intent``; ``alternatives`` are the next
    likeliest intents, likeliest first, for the buttons shown when it is low. ``period`` is None
    when no past days were named.
    """

    intent: Intent
    subject: Subject
    pillar: Pillar | None
    period: Period | None
    signal: str | None
    confidence: float
    alternatives: tuple[Intent, ...]

    def as_json(self) -> QuestionJson:
        """Tell the question with the names of ``ssi ask --json``; the confidence has 3 digits."""
        period = self.period
        return {
            "intent": self.intent.value,
            "subject": str(self.subject),
            "pillar": self.pillar.value if self.pillar else None,
            "period": {"from": period.first.isoformat(), "to": period.last.isoformat()}
            if period
            else None,
            "signal": self.signal,
            "confidence": round(self.confidence, 3),
        }
