"""Rulebooks in life: the rules in force, what new ones will do, and how an admin brings them in."""

from dataclasses import dataclass
from datetime import date

from bot.messages.contexts.parts import Person, RulesLine
from scoring.model import Pillar


@dataclass(frozen=True, slots=True)
class RuleRow:
    """A signal of the rulebook in plain words; cap in tenths, target as text with its unit."""

    pillar: Pillar
    signal: str
    target: str
    unit: str
    cap: int
    window: int | None
    reason: str


@dataclass(frozen=True, slots=True)
class OwnImpact:
    """A member's score under the rules in force and under others, and what makes the difference."""

    before: int
    after: int
    rules: RulesLine


@dataclass(frozen=True, slots=True)
class SharedImpact:
    """What other rules do to many: how many rise and fall, and the median of all changes.

    ``before`` and ``after`` are averages; they are absent where members are too few for one.
    """

    members: int
    rise: int
    fall: int
    median: int
    before: int | None
    after: int | None


@dataclass(frozen=True, slots=True)
class ImpactRow:
    """Somebody whom other rules move, and by how much."""

    person: Person
    change: int


@dataclass(frozen=True, slots=True)
class RulesAhead:
    """Rules that are known and not in force yet: what differs, and what they will do.

    ``mine`` is absent for who has no score; ``teams`` are those that the reader manages.
    """

    changes: RulesLine
    mine: OwnImpact | None
    teams: tuple[tuple[str, SharedImpact], ...]


@dataclass(frozen=True, slots=True)
class Rules:
    """`/ssi rules`: the rulebook in force, what it changed, and the next one if it is known."""

    version: str
    effective: date
    rows: tuple[RuleRow, ...]
    changed: RulesLine | None = None
    ahead: RulesAhead | None = None


@dataclass(frozen=True, slots=True)
class RulesNotice:
    """The post in a team's channel before new rules take effect."""

    team: str
    changes: RulesLine
    impact: SharedImpact


@dataclass(frozen=True, slots=True)
class RulesForYou:
    """What a member is told before new rules take effect; both scores are told for some days."""

    mine: OwnImpact
    side_by_side: int


@dataclass(frozen=True, slots=True)
class RulesUpload:
    """The modal that takes a rulebook: as many parts as its text may need."""

    in_force: str
    earliest: date
    parts: int


@dataclass(frozen=True, slots=True)
class RulesPreview:
    """What a draft would do, for the admin who brought it in; ``digest`` names the draft."""

    digest: str
    changes: RulesLine
    impact: SharedImpact
    largest: tuple[ImpactRow, ...]


@dataclass(frozen=True, slots=True)
class RulesDecided:
    """What became of a draft: published, or discarded."""

    version: str
    effective: date
    published: bool


AboutRules = Rules | RulesNotice | RulesForYou | RulesUpload | RulesPreview | RulesDecided
"""Every message and view of this module."""
