"""What LinkedIn itself shows, beside our score: LinkedIn's points are here in hundredths."""

from dataclasses import dataclass
from datetime import date

from scoring.model import Pillar
from scoring.reported import Comparison, Whose


@dataclass(frozen=True, slots=True)
class BothScores:
    """Our points (tenths) beside LinkedIn's (hundredths), absent where not seen or not given."""

    ours: int | None
    theirs: int | None

    @property
    def gap(self) -> int | None:
        """How far LinkedIn's is above ours, in hundredths, where there are both."""
        if self.ours is None or self.theirs is None:
            return None
        return self.theirs - self.ours * 10


@dataclass(frozen=True, slots=True)
class Reported:
    """`/ssi linkedin`: our score and LinkedIn's side by side, and what moved since last time.

    ``day`` is the latest reading's, absent when there is none. ``ranks`` are "top N %". ``trend``
    holds the latest totals, oldest first. ``new`` counts readings just stored, None where nothing
    was entered; ``refused`` are rows of a file as (row, reason).
    """

    day: date | None
    total: BothScores
    pillars: tuple[tuple[Pillar, BothScores], ...]
    ranks: tuple[tuple[Whose, int], ...]
    trend: tuple[tuple[date, BothScores], ...]
    moved: Comparison | None
    nudged: bool
    new: int | None
    refused: tuple[tuple[int, str], ...]
    today: date


@dataclass(frozen=True, slots=True)
class ReportedForm:
    """The modal that takes what LinkedIn shows on a day."""

    day: date


@dataclass(frozen=True, slots=True)
class ReportedDoubt:
    """A question about what was entered; ``text`` is what to take when it is so after all."""

    sentence: str
    text: str | None


@dataclass(frozen=True, slots=True)
class Nudge:
    """The weekly question what LinkedIn shows, with the last total (hundredths) and its day."""

    last: tuple[date, int] | None
    today: date


AboutReported = Reported | ReportedForm | ReportedDoubt | Nudge
"""Every message and view of this module."""
