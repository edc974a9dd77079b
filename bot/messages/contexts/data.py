"""Answers about stored data: what is there, an import undone, and a member forgotten."""

from dataclasses import dataclass
from datetime import date, datetime

from scoring.model import Kind


@dataclass(frozen=True, slots=True)
class KindLine:
    """How many activities of a kind are stored, and the days of the first and the last."""

    kind: Kind
    count: int
    first: date
    last: date


@dataclass(frozen=True, slots=True)
class ImportLine:
    """Something that came in: its recording's number, when, and how many entries stand.

    Of a brought-in file ``number`` is the import's, which undoes all of it.
    What was logged by hand may be undone for an hour, a manager's correction not at all.
    """

    recording: int
    at: datetime
    title: str
    entries: int
    may_undo: bool = True
    number: int | None = None


@dataclass(frozen=True, slots=True)
class Data:
    """`/ssi data`: what is stored of the asker; ``sources`` are (source, kinds).

    ``readings`` counts the days of which LinkedIn's own score was told, ``questions`` the
    conversations of which it is remembered what was asked last, ``weeks_off`` those taken off, and
    ``tips`` those of which it is remembered when they were told.
    """

    today: date
    sources: tuple[tuple[str, tuple[KindLine, ...]], ...]
    sections: int
    readings: int
    first_reading: date | None
    last_reading: date | None
    imports: tuple[ImportLine, ...]
    questions: int = 0
    has_goal: bool = False
    weeks_off: int = 0
    tips: int = 0
    disputes: int = 0
    cheers: int = 0
    consents: int = 0
    """How many managers' wish to see more the member answered, or has before them."""
    ratings: int = 0
    """Of how many answers it is stored what the asker said."""
    looks: int = 0
    """How many looks of others at the member's data are noted."""


@dataclass(frozen=True, slots=True)
class Undone:
    """An import was undone: what it was, and the score now; absent when nothing is known.

    What was ``of_team`` brought entries to several members.
    """

    title: str
    entries: int
    points_before: int | None
    points: int | None
    by_hand: bool = False
    of_team: bool = False


@dataclass(frozen=True, slots=True)
class Forgotten:
    """A member was deleted, with so many activities, readings and places in teams.

    ``known`` is false where there was nothing to delete.
    """

    known: bool
    activities: int
    sections: int
    readings: int
    teams: tuple[str, ...]
