"""Answers about stored data: what is there, an import undone, and a member forgotten."""

from dataclasses import dataclass
from datetime import date

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
    """Something that came in: its recording's number, the day, and how many entries stand."""

    recording: int
    day: date
    title: str
    entries: int


@dataclass(frozen=True, slots=True)
class Data:
    """`/ssi data`: what is stored of the asker; ``sources`` are (source, kinds).

    ``readings`` counts the days of which LinkedIn's own score was told.
    """

    today: date
    sources: tuple[tuple[str, tuple[KindLine, ...]], ...]
    sections: int
    readings: int
    first_reading: date | None
    last_reading: date | None
    imports: tuple[ImportLine, ...]


@dataclass(frozen=True, slots=True)
class Undone:
    """An import was undone: what it was, and the score now; absent when nothing is known."""

    title: str
    entries: int
    points_before: int | None
    points: int | None


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
