"""Answers about what is not yet: plans to a goal, what something would bring, and doing nothing."""

from dataclasses import dataclass
from datetime import date

from bot.messages.contexts.parts import Person
from bot.messages.contexts.rulebooks import OwnImpact


@dataclass(frozen=True, slots=True)
class Step:
    """One kind of action of a plan: units of a signal, points they bring, minutes they take.

    What is done before ``not_before``, where it is given, counts no more on the plan's day.
    """

    signal: str
    units: int
    points: int
    minutes: int
    not_before: date | None = None


@dataclass(frozen=True, slots=True)
class Units:
    """What some more units of one signal bring, or with a minus fewer.

    ``asked`` are the units wanted and ``units`` those that can be: of a rate, no more answers come
    than are awaited; ``before`` and ``after`` are then (value, of). ``filling`` units fill the
    signal. ``seen`` is false where no import shows it, so that nothing of it can count. Of a rate
    that was wished to be so many per cent, ``share`` are these.
    """

    signal: str
    asked: int
    units: int
    points: int
    filling: int
    seen: bool
    before: tuple[int, int] | None = None
    after: tuple[int, int] | None = None
    share: int | None = None


@dataclass(frozen=True, slots=True)
class EffortLine:
    """The minutes that one more unit of a signal takes here, and by the published rulebook."""

    signal: str
    minutes: int
    published: int

    @property
    def is_published(self) -> bool:
        """Whether it takes what the rulebook says."""
        return self.minutes == self.published


@dataclass(frozen=True, slots=True)
class Efforts:
    """`/ssi plan effort`: how long things take, and the signal that was just changed, if any."""

    lines: tuple[EffortLine, ...]
    changed: str | None
    is_admin: bool


@dataclass(frozen=True, slots=True)
class Leaving:
    """What becomes of today's ``points`` by a day if nothing new comes in.

    ``leaving`` is what leaves the windows, mostly negative; ``by_rules`` what the rules do that
    take effect until then: ``rulebook``, from ``rules_from`` on, where they are not today's.
    """

    day: date
    points: int
    leaving: int
    by_rules: int
    rulebook: str | None
    rules_from: date


@dataclass(frozen=True, slots=True)
class Plan:
    """`/ssi plan`: the cheapest actions from a score to a goal, and how far they lead.

    ``points`` and the points of ``steps`` add up to ``reached``. ``alone`` is what the signal that
    was named could do by itself. With ``until``, ``points`` is what is left on that day; the
    steps' minutes come from ``efforts``.
    """

    person: Person | None
    day: date
    points: int
    goal: int
    reached: int
    steps: tuple[Step, ...]
    alone: Units | None
    reference: str
    until: Leaving | None = None
    efforts: tuple[EffortLine, ...] = ()

    @property
    def minutes(self) -> int:
        """The time that all steps take."""
        return sum(step.minutes for step in self.steps)


@dataclass(frozen=True, slots=True)
class WhatIf:
    """`/ssi whatif posts+3`: what some more units would bring; the lines add up to the change."""

    person: Person | None
    day: date
    points: int
    points_then: int
    lines: tuple[Units, ...]
    reference: str


@dataclass(frozen=True, slots=True)
class OtherRules:
    """`/ssi whatif rules=2026-11`: today's score by other rules, and what makes the difference."""

    person: Person | None
    day: date
    mine: OwnImpact
    reference: str


@dataclass(frozen=True, slots=True)
class StandStill:
    """What a score becomes by a day if nothing new comes in, of all signals or of one alone."""

    person: Person | None
    day: date
    points: int
    points_then: int
    until: date
    signal: str | None
    reference: str


AboutPlans = Plan | WhatIf | OtherRules | Efforts | StandStill
"""Every message and view of this module."""
