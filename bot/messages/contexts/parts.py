"""Parts that several contexts share: people, lines of a card, rules, and what moved together."""

from dataclasses import dataclass
from datetime import date

from scoring.model import Evidence, Kind, Pillar


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody of the workspace; ``slack_id`` is absent for who is known by name alone."""

    name: str
    slack_id: str | None = None


@dataclass(frozen=True, slots=True)
class PillarLine:
    """A pillar as shown: its points, change, and coverage (points that can be seen, of 250)."""

    pillar: Pillar
    points: int
    change: int
    seen: int


@dataclass(frozen=True, slots=True)
class LeavingLine:
    """What leaves the window: signal, points lost by it (negative), its activities and days."""

    signal: str
    points: int
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class ActionLine:
    """Something to do: so many units of a signal's activity bring so many points."""

    signal: str
    units: int
    points: int


@dataclass(frozen=True, slots=True)
class Missing:
    """An import that would show more of a pillar: the signals that it would make visible."""

    pillar: Pillar
    signals: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RuleCause:
    """What one changed rule did to a score.

    ``what`` is the setting: target, cap, window, minimum, measure, kinds, or added, or retired.

    ``old`` and ``new`` are the setting's values as text, ``unit`` is the signal's; ``reason`` is
    the rulebook's own sentence for a retired signal.
    """

    pillar: Pillar
    signal: str
    points: int
    what: str
    old: str
    new: str
    unit: str
    reason: str = ""


@dataclass(frozen=True, slots=True)
class RulesLine:
    """All that changed rules did, in one line of the answer."""

    old: str
    new: str
    on: date
    points: int
    causes: tuple[RuleCause, ...]


@dataclass(frozen=True, slots=True)
class SharedCause:
    """How many of a team's scores moved the same way, and by how much in the middle (tenths).

    With ``beyond_usual`` only those are counted that moved by more than is usual for them.
    """

    moved: int
    of: int
    median: int
    fell: bool
    by_rules: bool
    beyond_usual: bool = False

    @property
    def by_most(self) -> bool:
        """Whether two thirds or more moved the same way: it is then told first."""
        return 0 < 2 * self.of <= 3 * self.moved


@dataclass(frozen=True, slots=True)
class Told:
    """What was said of a day, and what the score of that day is by what is known now (tenths).

    ``late`` is set where activities came in after that day was told, ``retracted`` where some were
    taken back.
    """

    day: date
    points: int
    now: int
    late: bool
    retracted: bool


@dataclass(frozen=True, slots=True)
class Sight:
    """Kinds that came into sight within the days of a change, or went out of it: no part of it.

    ``gone`` is set where an import that showed them was undone; else an import newly shows them.
    ``title`` and ``day`` are the import's.
    """

    kinds: tuple[Kind, ...]
    title: str
    day: date
    gone: bool


@dataclass(frozen=True, slots=True)
class RankMove:
    """How a member's rank moved: ``places`` up or, with a minus, down.

    Who passed the member and whom the member passed are counted, and of them only those are named
    whom everybody sees on the board. ``joined`` counts who is new and ahead, ``left`` who was ahead
    and left the team. ``places`` is all that were passed or left, less all that passed or joined.
    """

    rank: int
    places: int
    passed_by: int
    passed: int
    joined: int
    left: int
    passed_by_names: tuple[Person, ...] = ()
    passed_names: tuple[Person, ...] = ()


@dataclass(frozen=True, slots=True)
class Shift:
    """Many moved together while inputs stood still: of reported scores, or by corrections."""

    moved: int
    of: int
    median: int
    reported: bool

    @property
    def fell(self) -> bool:
        """Whether they went down."""
        return self.median < 0
