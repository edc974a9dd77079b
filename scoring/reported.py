"""What LinkedIn itself shows of a score: readings, and what moved between two of them.

Nothing here is computed by our rules. LinkedIn shows a member's own four pillars and total, the
averages of groups (industry, network, Sales Navigator team), and the member's rank in each as
"top N %", where lower is better. Whatever a reading does not give is absent, never zero.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from types import MappingProxyType

from scoring.model import Pillar


class Whose(StrEnum):
    """Whose figures LinkedIn shows: the member's own, or a group's averages."""

    OWN = "own"
    INDUSTRY = "industry"
    NETWORK = "network"
    TEAM = "team"


A_POINT = 100
GROUPS = tuple(whose for whose in Whose if whose is not Whose.OWN)


@dataclass(frozen=True, slots=True)
class Figures:
    """Figures as given, in hundredths of a point; ``rank`` is the member's "top N %" in a group.

    ``overall`` is in whole points where it was read off the gauge, and finer in pasted JSON.
    """

    overall: int | None = None
    pillars: Mapping[Pillar, int] = field(default_factory=lambda: MappingProxyType({}))
    rank: int | None = None

    @property
    def total(self) -> int | None:
        """The total as finely as it is known: the sum of all four pillars, or else as given."""
        if len(self.pillars) == len(Pillar):
            return sum(self.pillars.values())
        return self.overall

    @property
    def gauge(self) -> int | None:
        """The total as LinkedIn's gauge shows it: in whole points, rounded from unrounded pillars.

        20.998 + 6.5 + 9.55 + 15.0 shows as 52.
        """
        total = self.total if self.overall is None else self.overall
        return None if total is None else (total + A_POINT // 2) // A_POINT * A_POINT


@dataclass(frozen=True, slots=True)
class ReportedReading:
    """What LinkedIn showed a member on a day."""

    day: date
    figures: Mapping[Whose, Figures]

    def of(self, whose: Whose) -> Figures:
        """Give somebody's figures; all are absent where nothing was given."""
        return self.figures.get(whose, Figures())


@dataclass(frozen=True, slots=True)
class Step:
    """A figure that both readings give: what it was, and what it is."""

    before: int
    after: int

    @property
    def change(self) -> int:
        """The difference, in the figure's own unit."""
        return self.after - self.before


@dataclass(frozen=True, slots=True)
class Compared:
    """The figures of one member or group that two readings both give."""

    gauge: Step | None
    rank: Step | None
    pillars: Mapping[Pillar, Step]

    @property
    def moved(self) -> Mapping[Pillar, Step]:
        """The pillars that changed, the one that changed most for its size first."""
        changed = {pillar: step for pillar, step in self.pillars.items() if step.change}
        return dict(sorted(changed.items(), key=lambda item: -_weight(item[1])))

    @property
    def still(self) -> bool:
        """Whether all four pillars can be compared, and none changed."""
        return len(self.pillars) == len(Pillar) and not self.moved

    @property
    def rank_moved(self) -> bool:
        """Whether the rank can be compared, and changed."""
        return self.rank is not None and bool(self.rank.change)

    @property
    def stirred(self) -> bool:
        """Whether the rank or a pillar changed."""
        return self.rank_moved or bool(self.moved)


@dataclass(frozen=True, slots=True)
class Comparison:
    """What moved from one reading to a later one."""

    first: date
    last: date
    own: Compared
    groups: Mapping[Whose, Compared]

    @property
    def others_alone(self) -> bool:
        """Whether every own pillar stood still while a group's averages or the rank in it moved."""
        return self.own.still and any(group.stirred for group in self.groups.values())


def compare(previous: ReportedReading, current: ReportedReading) -> Comparison:
    """Compare two readings figure by figure; what only one of them gives is left out."""
    return Comparison(
        first=previous.day,
        last=current.day,
        own=_compared(previous, current, Whose.OWN),
        groups={
            group: _compared(previous, current, group)
            for group in GROUPS
            if group in previous.figures and group in current.figures
        },
    )


def _compared(previous: ReportedReading, current: ReportedReading, whose: Whose) -> Compared:
    before, after = previous.of(whose), current.of(whose)
    return Compared(
        gauge=_step(before.gauge, after.gauge),
        rank=_step(before.rank, after.rank),
        pillars={
            pillar: Step(before.pillars[pillar], after.pillars[pillar])
            for pillar in Pillar
            if pillar in before.pillars and pillar in after.pillars
        },
    )


def _step(before: int | None, after: int | None) -> Step | None:
    return None if before is None or after is None else Step(before, after)


def _weight(step: Step) -> float:
    """Weigh a change by its size before: 0.02 is more of an average of 2.11 than of one of 5.40."""
    return abs(step.change) / max(step.before, 1)
