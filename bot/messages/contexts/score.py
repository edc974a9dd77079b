"""Answers about one member's score: what it is, why it moved, what to do, and what leaves."""

from dataclasses import dataclass
from datetime import date

from bot.messages.contexts.games import BadgeLine, GoalLine, StreakLine, TipLine
from bot.messages.contexts.parts import (
    ActionLine,
    LeavingLine,
    Missing,
    Person,
    PillarLine,
    RankMove,
    RulesLine,
    SharedCause,
    Shift,
    Sight,
    Told,
)
from scoring.model import CauseKind, Evidence, Kind, Pillar


@dataclass(frozen=True, slots=True)
class Me:
    """`/ssi me`: a member's score today, its change, what leaves soon, and what can be seen.

    ``person`` is absent when the reader looks at the own score.
    """

    person: Person | None
    day: date
    since: date
    points: int
    change: int
    rulebook: str
    reference: str
    pillars: tuple[PillarLine, ...]
    leaving_days: int
    leaving: tuple[LeavingLine, ...]
    missing: tuple[Missing, ...]
    by_old_rules: int | None = None
    """The score by the rules before these, in the days in which both stand side by side."""
    swing: int | None = None
    """How far the score usually swings in a week; None where too little is known to say."""
    sights: tuple[Sight, ...] = ()
    """What came into sight since, or went out of it, which is no part of the change."""
    by_hand: tuple[Kind, ...] = ()
    """Kinds that nothing but people's own word shows."""
    goal: GoalLine | None = None
    streak: StreakLine | None = None
    badges: tuple[BadgeLine, ...] = ()
    """The own goal, streak and badges, which nobody else gets to see."""


@dataclass(frozen=True, slots=True)
class PastScore:
    """The score of a past day: as it was told then, as it is known now, and where it is today.

    ``points`` and ``pillars`` are as known now, ``told`` is there where something else was said.
    ``known_since`` is set where nothing was known yet when the day ended.
    """

    person: Person | None
    day: date
    points: int
    pillars: tuple[tuple[Pillar, int], ...]
    told: Told | None
    known_since: date | None
    points_today: int
    today: date
    rulebook: str
    reference: str


@dataclass(frozen=True, slots=True)
class NoData:
    """A member of whom nothing is known yet: how to begin."""

    person: Person | None


@dataclass(frozen=True, slots=True)
class ActivityCause:
    """What one signal's activity did: what came in and what aged out, or a late correction.

    ``cause`` is new when points came in, aged out when they left, corrected for late data. For
    rates ``before`` and ``after`` are (value, of), as in "12 of 30 answered → 13 of 52".
    """

    pillar: Pillar
    signal: str
    cause: CauseKind
    points: int
    evidence: tuple[Evidence, ...]
    before: tuple[int, int] | None = None
    after: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class WayBack:
    """The cheapest actions that bring a score back, and how far they lead."""

    goal: int
    reached: int
    actions: tuple[ActionLine, ...]


@dataclass(frozen=True, slots=True)
class Why:
    """Why a score changed between the end of one day and the end of another.

    ``lines`` are the largest activity causes (four with the rules), ``rest`` is everything else;
    with ``rules`` they add up to ``change``. ``still`` names the pillars that did not move.
    ``rebased_on`` is set when nothing was known on the first day: both days are then scored with
    what is known now, and it tells since when. ``pillar`` narrows the question.
    ``period_chosen`` is false where the asker named no days and the bot took these.
    """

    person: Person | None
    pillar: Pillar | None
    first: date
    last: date
    before: int
    after: int
    rulebook: str
    reference: str
    rules: RulesLine | None
    lines: tuple[ActivityCause, ...]
    rest: int
    still: tuple[Pillar, ...]
    shared: SharedCause | None
    way_back: WayBack | None
    rebased_on: date | None
    period_chosen: bool
    window: int | None = None
    """The window in days of all lines of activity that left, where they share one."""
    today: date | None = None
    """The reader's date, where ``last`` is not today: the answer then says "you were"."""
    told: Told | None = None
    """What was said of the first day, where more is known of it now."""
    rank: RankMove | None = None
    """How the member's rank in the team moved, if it did."""
    shift: Shift | None = None
    """That many moved while inputs stood still, which is then said first."""
    swing: int | None = None
    """How far the score usually swings in a week, where the days are about a week."""
    sights: tuple[Sight, ...] = ()
    """What came into sight within the days, or went out of it, which is no part of the change."""
    signal: str | None = None
    """The only signal that was asked about."""
    signal_cap: int | None = None
    """What it can bring at most, in tenths, by the rules of the last day."""

    @property
    def is_usual(self) -> bool:
        """Whether the change lies within the usual weekly swing."""
        return self.swing is not None and abs(self.change) <= self.swing

    @property
    def change(self) -> int:
        """The change in tenths."""
        return self.after - self.before


@dataclass(frozen=True, slots=True)
class Next:
    """*What next?*: the actions worth most, and the signals that are full."""

    person: Person | None
    points: int
    actions: tuple[ActionLine, ...]
    full: tuple[str, ...]
    reference: str
    tip: TipLine | None = None
    """One tip for the reader, which then is not told again for eight weeks."""
    pillar: Pillar | None = None
    """The only pillar whose actions were asked for."""


@dataclass(frozen=True, slots=True)
class Outlook:
    """`/ssi outlook`: what leaves the window on which day, if nothing new comes in."""

    person: Person | None
    day: date
    points: int
    days: tuple[tuple[date, tuple[LeavingLine, ...]], ...]
    points_then: int
    until: date
    reference: str
    warned_from: int | None = None
    """The drop in tenths before which the reader wants a word; None for no word."""
