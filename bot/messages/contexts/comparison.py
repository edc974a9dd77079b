"""A score beside others: the same member's past ones, a team's average, and LinkedIn's groups."""

from dataclasses import dataclass
from datetime import date

from bot.messages.contexts.parts import Person, RulesLine
from scoring.model import Pillar
from scoring.reported import Whose


@dataclass(frozen=True, slots=True)
class TrendPoint:
    """The score at the end of a day, and its change since the point before; the first has none."""

    day: date
    points: int
    change: int | None = None


@dataclass(frozen=True, slots=True)
class Trend:
    """`/ssi trend`: how a score, or one pillar, went from the end of one day to that of another.

    ``rows`` are some of the days between ``first`` and ``last``, evenly spaced, oldest first;
    ``high`` and ``low`` are of all days, each the first of its height. ``rules`` are the changes of
    rules within. ``told`` of the ``days`` are scored as they were told; the others by what is known
    now.
    """

    person: Person | None
    pillar: Pillar | None
    first: TrendPoint
    last: TrendPoint
    rows: tuple[TrendPoint, ...]
    high: TrendPoint
    low: TrendPoint
    rules: tuple[RulesLine, ...]
    told: int
    days: int
    today: date
    reference: str


@dataclass(frozen=True, slots=True)
class ComparedRow:
    """A pillar, or the whole score, of two sides; absent where it cannot be seen or told."""

    pillar: Pillar | None
    mine: int | None
    theirs: int | None

    @property
    def difference(self) -> int | None:
        """How far the first side is above the second, where there are both."""
        if self.mine is None or self.theirs is None:
            return None
        return self.mine - self.theirs


@dataclass(frozen=True, slots=True)
class Place:
    """A place among so many on a team's board; ``rank`` is absent in the lower half."""

    rank: int | None
    of: int


@dataclass(frozen=True, slots=True)
class GroupLine:
    """What LinkedIn showed of a group on a day: totals in hundredths, and "top N %"."""

    whose: Whose
    day: date
    mine: int | None
    average: int | None
    rank: int | None


@dataclass(frozen=True, slots=True)
class Compare:
    """`/ssi compare`: a score beside the team's average or another's, and what is a good one.

    ``rows`` are the pillars and, last, the score; there are none where nothing can be compared.
    ``scored`` members of the team have a score; from ``minimum`` on the team has an average.
    ``then`` is the score of the day that was asked about. ``refused`` was named,
    and is not for the reader to see.
    """

    person: Person | None
    day: date
    points: int | None
    against: Person | None
    team: str | None
    rows: tuple[ComparedRow, ...]
    scored: int
    minimum: int
    place: Place | None
    then: TrendPoint | None
    groups: tuple[GroupLine, ...]
    refused: Person | None
    reference: str | None

    @property
    def difference(self) -> int | None:
        """How far the whole score is above what it is compared with."""
        return self.rows[-1].difference if self.rows else None
