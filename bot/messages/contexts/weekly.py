"""What comes with the weekly digest: its longer story, cheers, and the note to one's own self."""

from dataclasses import dataclass
from datetime import date

from bot.messages.contexts.comparison import TrendPoint
from bot.messages.contexts.parts import (
    ActionLine,
    LeavingLine,
    Person,
    RulesLine,
    SharedCause,
    Shift,
)
from bot.messages.contexts.score import Why
from bot.messages.contexts.team import Mover
from scoring.model import Pillar


@dataclass(frozen=True, slots=True)
class Movement:
    """How many of a team's scores rose or fell beyond their usual swing, or stayed within it."""

    rose: int
    fell: int
    steady: int


@dataclass(frozen=True, slots=True)
class Story:
    """The longer story in a digest's thread; it has nothing of anybody but what boards show.

    ``movers`` are the digest's most improved, each with the pillar that grew most. ``movement`` and
    ``trend`` are absent where fewer than ``minimum`` members have a score. ``swings`` tells whether
    usual swings are known of anybody, ``newcomers`` whether the digest has their board.
    """

    team: str
    since: date
    last: date
    movement: Movement | None
    shared: SharedCause | None
    shift: Shift | None
    rules: RulesLine | None
    movers: tuple[tuple[Mover, Pillar], ...]
    trend: tuple[TrendPoint, ...]
    minimum: int
    swings: bool
    newcomers: bool
    reference: str | None
    rules_before: tuple[RulesLine, ...] = ()
    """The rules that changed in the weeks of the trend before this one."""


@dataclass(frozen=True, slots=True)
class Kudos:
    """The reply in a digest's thread by which somebody cheers one of the most improved.

    ``change`` is absent where later data made a rise none.
    """

    by: Person
    person: Person
    change: int | None


@dataclass(frozen=True, slots=True)
class Cheered:
    """What somebody reads who pressed *Cheer*: ``person`` is whom the cheer of this week is for.

    ``kudos`` is what the thread gets, absent where there was a cheer already; ``full`` is set where
    the digest has as many as it may have.
    """

    person: Person
    kudos: Kudos | None
    full: bool = False


@dataclass(frozen=True, slots=True)
class WeeklyNote:
    """A member's own week: the change and its causes, one thing to do, and what leaves next week.

    ``late_for`` is the day that it was due on, when it is sent late.
    """

    why: Why
    action: ActionLine | None
    leaving: tuple[LeavingLine, ...]
    today: date
    late_for: date | None

    @property
    def first(self) -> date:
        """The first of the days that it is about: changes run from the end of the day before."""
        return date.fromordinal(self.why.first.toordinal() + 1)


@dataclass(frozen=True, slots=True)
class NoteSwitched:
    """What somebody reads who asked for a weekly note, with the day of the next, or for none."""

    on: date | None


Weekly = Story | Kudos | Cheered | WeeklyNote | NoteSwitched
"""Every message of this module."""
