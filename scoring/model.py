"""The words of the formula as frozen data: facts go in, scorecards, changes and causes come out.

Points are integers in hundredths of a point everywhere in this package: 2500 is a full pillar.
Days are calendar dates; a score "on" a day is the score at the end of that day.
What was known is told by the number of the last *recording* (an import, a logged activity, a
retraction): recordings of a workspace are numbered 1, 2, 3… in the order they were made.
What an answer takes thousands of is a named tuple, which is made three times as fast.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import IntEnum, StrEnum
from typing import NamedTuple

PILLAR_POINTS = 2500
"""The cap of each pillar, in hundredths of a point."""


class Pillar(StrEnum):
    """The four groups of signals of the Social Selling Index, in LinkedIn's order."""

    BRAND = "brand"
    PEOPLE = "people"
    INSIGHTS = "insights"
    RELATIONSHIPS = "relationships"


class Kind(IntEnum):
    """What an activity is of; the numbers are stored and never change.

    Kinds from 100 on are *states* (how many entries a profile section has), all others happenings.
    Kinds 27 to 29 tell of all posts by day, 30 to 33 of the same by post: they are never added up.
    Kinds from 40 to 99 are *outcomes*: what selling is for, set beside scores and never scored.
    """

    POST_PUBLISHED = 1
    ARTICLE_PUBLISHED = 2
    SHARE_MADE = 3
    COMMENT_MADE = 4
    REACTION_MADE = 5
    VOTE_CAST = 6
    ENDORSEMENT_RECEIVED = 7
    ENDORSEMENT_GIVEN = 8
    RECOMMENDATION_RECEIVED = 9
    RECOMMENDATION_GIVEN = 10
    CONNECTION_MADE = 11
    DECISION_MAKER_CONNECTED = 12
    INVITATION_SENT = 13
    INVITATION_ACCEPTED = 14
    OUTREACH_SENT = 15
    REPLY_RECEIVED = 16
    MESSAGE_SENT = 17
    SEARCH_MADE = 18
    SEARCH_SAVED = 19
    LEAD_SAVED = 20
    ACCOUNT_SAVED = 21
    PROFILE_VIEWED = 22
    INMAIL_SENT = 23
    INMAIL_ANSWERED = 24
    COMPANY_FOLLOWED = 25
    MEMBER_FOLLOWED = 26

    IMPRESSION_RECEIVED = 27
    ENGAGEMENT_RECEIVED = 28
    FOLLOWER_GAINED = 29
    POST_IMPRESSION_RECEIVED = 30
    POST_ENGAGEMENT_RECEIVED = 31
    POST_REACTION_RECEIVED = 32
    POST_COMMENT_RECEIVED = 33

    COWORKER_CONNECTED = 34
    EVENT_ATTENDED = 35

    MEETING_BOOKED = 40
    OPPORTUNITY_CREATED = 41
    DEAL_WON = 42

    PROFILE_HEADLINE = 100
    PROFILE_SUMMARY = 101
    PROFILE_POSITIONS = 102
    PROFILE_EDUCATION = 103
    PROFILE_SKILLS = 104
    PROFILE_CERTIFICATIONS = 105
    PROFILE_VOLUNTEERING = 106
    PROFILE_MEDIA = 107

    @property
    def label(self) -> str:
        """The kind's name in rulebooks, files and JSON, such as ``comment_made``."""
        return self.name.lower()

    @property
    def is_state(self) -> bool:
        """Whether this kind describes how things stand, not something that happened."""
        return self >= STATES_FROM

    @property
    def is_outcome(self) -> bool:
        """Whether this kind is what came of it all: a meeting, an opportunity, a deal."""
        return OUTCOMES_FROM <= self < STATES_FROM


OUTCOMES_FROM = Kind.MEETING_BOOKED
"""The first of the outcomes: every kind from this one on is one, up to the states."""

STATES_FROM = Kind.PROFILE_HEADLINE
"""The first of the states: every kind from this one on is one."""


class Measure(StrEnum):
    """How a signal's window is turned into a number."""

    COUNT = "count"
    DISTINCT = "distinct"
    DAYS_ACTIVE = "days_active"
    RATE = "rate"
    STATE = "state"


class Fact(NamedTuple):
    """One activity as the formula sees it.

    ``quantity`` counts things, or a state's entries; ``counterpart`` is a salted hash of the other
    person or thread. The fact is known from recording ``known_from`` on, until ``known_until``
    (exclusive) retracted it.
    """

    kind: Kind
    day: date
    quantity: int
    counterpart: int | None
    known_from: int
    known_until: int | None = None


class Tally(NamedTuple):
    """What one signal's window holds, of which its measure takes what it needs.

    ``total`` is the sum of quantities, ``people`` the distinct counterparts, ``days`` the distinct
    days, ``standing`` the state kinds that have an entry, ``of`` the sum of quantities of a rate's
    denominator.
    """

    total: int = 0
    people: int = 0
    days: int = 0
    standing: int = 0
    of: int = 0


Tallies = Mapping[str, Tally]
"""Tallies by signal name; a signal that is not there holds nothing."""


class Amount(NamedTuple):
    """A signal's measured amount: ``value`` in its unit, for rates ``value`` out of ``of``."""

    value: int
    of: int | None = None


class SignalScore(NamedTuple):
    """One line of a scorecard; ``observed`` is false where no connected source can show it."""

    name: str
    pillar: Pillar
    amount: Amount
    points: int
    cap: int
    observed: bool


@dataclass(frozen=True, slots=True)
class Scorecard:
    """A member's scored result at the end of a day."""

    day: date
    rulebook: str
    signals: tuple[SignalScore, ...]

    @property
    def points(self) -> int:
        """The score: 0 to 10,000 hundredths."""
        return sum(signal.points for signal in self.signals)

    def pillar_points(self, pillar: Pillar) -> int:
        """A pillar's points: 0 to 2,500 hundredths."""
        return sum(signal.points for signal in self.signals if signal.pillar is pillar)

    def pillar_seen(self, pillar: Pillar) -> int:
        """A pillar's coverage: the points that connected sources can show, 0 to 2,500."""
        return sum(s.cap for s in self.signals if s.pillar is pillar and s.observed)


class CauseKind(StrEnum):
    """Why a part of a change came about."""

    NEW = "new"
    AGED_OUT = "aged_out"
    CORRECTED = "corrected"
    RULES = "rules"


@dataclass(frozen=True, slots=True)
class Evidence:
    """The activities of one kind behind a cause.

    ``amount`` is signed, in the measure's own unit (things, people, days, sections): positive for
    what was added, negative for what went. ``first`` and ``last`` are the days they happened on.
    """

    kind: Kind
    amount: int
    first: date
    last: date


@dataclass(frozen=True, slots=True)
class Cause:
    """One signed part of a change, in hundredths of a point."""

    pillar: Pillar
    signal: str
    cause: CauseKind
    points: int
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True)
class Change:
    """The difference of two scorecards, split into causes that sum to it exactly."""

    before: Scorecard
    after: Scorecard
    causes: tuple[Cause, ...]

    @property
    def points(self) -> int:
        """The change of the score in hundredths of a point."""
        return self.after.points - self.before.points
