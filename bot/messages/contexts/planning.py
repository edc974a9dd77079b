"""Answers about what is not yet: plans to a goal, what something would bring, and doing nothing."""

from dataclasses import dataclass
from datetime import date

from bot.messages.contexts.parts import Person


@dataclass(frozen=True, slots=True)
class Step:
    """One kind of action of a plan: units of a signal, points they bring, minutes they take."""

    signal: str
    units: int
    points: int
    minutes: int


@dataclass(frozen=True, slots=True)
class Units:
    """What some more units of one signal bring.

    ``asked`` are the units wanted and ``units`` those that can be: of a rate, no more answers come
    than are awaited; ``before`` and ``after`` are then (value, of). ``filling`` units fill the
    signal. ``seen`` is false where no import shows it, so that nothing of it can count.
    """

    signal: str
    asked: int
    units: int
    points: int
    filling: int
    seen: bool
    before: tuple[int, int] | None = None
    after: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class Plan:
    """`/ssi plan`: the cheapest actions from a score to a goal, and how far they lead.

    ``points`` and the points of ``steps`` add up to ``reached``. ``alone`` is what the signal that
    was named could do by itself.
    """

    person: Person | None
    day: date
    points: int
    goal: int
    reached: int
    steps: tuple[Step, ...]
    alone: Units | None

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


@dataclass(frozen=True, slots=True)
class StandStill:
    """What a score becomes by a day if nothing new comes in, of all signals or of one alone."""

    person: Person | None
    day: date
    points: int
    points_then: int
    until: date
    signal: str | None
