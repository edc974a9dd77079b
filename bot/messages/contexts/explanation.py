"""What goes with an explanation: its details, corrections, ranks, shared shifts and warnings."""

from dataclasses import dataclass
from datetime import date

from bot.messages.contexts.parts import LeavingLine, Person, RuleCause, Shift, Sight
from bot.messages.contexts.score import WayBack
from scoring.model import Amount, CauseKind, Evidence, Pillar


@dataclass(frozen=True, slots=True)
class DetailCause:
    """One cause of a signal's change, with all that is behind it; ``rule`` for a changed rule."""

    cause: CauseKind
    points: int
    evidence: tuple[Evidence, ...]
    rule: RuleCause | None = None


@dataclass(frozen=True, slots=True)
class SignalDetail:
    """All that moved one signal; amounts are absent where the rules of that day lack it."""

    pillar: Pillar
    signal: str
    points: int
    before: Amount | None
    after: Amount | None
    causes: tuple[DetailCause, ...]


@dataclass(frozen=True, slots=True)
class Details:
    """*Show details*: every cause of a change, the largest signals first; they add up to it.

    ``still`` names the signals that were checked and did not move, ``unseen`` those that no
    connected source shows.
    """

    person: Person | None
    pillar: Pillar | None
    first: date
    last: date
    before: int
    after: int
    rulebook: str
    reference: str
    signals: tuple[SignalDetail, ...]
    still: tuple[str, ...]
    unseen: tuple[str, ...]
    today: date
    sights: tuple[Sight, ...] = ()
    """What came into sight within the days, or went out of it, which is no part of the change."""
    signal: str | None = None
    """The only signal that was asked about."""

    @property
    def change(self) -> int:
        """The change in tenths."""
        return self.after - self.before


@dataclass(frozen=True, slots=True)
class HeadsUp:
    """A word before a drop: what leaves on a day, and what would make up for it."""

    day: date
    points: int
    points_then: int
    leaving: tuple[LeavingLine, ...]
    way_back: WayBack
    today: date
    reference: str

    @property
    def change(self) -> int:
        """The change in tenths, negative."""
        return self.points_then - self.points


@dataclass(frozen=True, slots=True)
class Warned:
    """What somebody reads who chose to be warned of drops (tenths), or not to be."""

    drop: int | None


@dataclass(frozen=True, slots=True)
class ShiftNote:
    """A note to a team's managers: many moved in a week, and it is nobody's own doing."""

    team: str
    first: date
    last: date
    shift: Shift
