"""What an importer is: the columns of one file, and how its rows become activities.

A file's importer is a small class below :class:`Importer`, or below :class:`TeamImporter` where a
file tells of many members. A new instance is made for every file and every member it tells of, so
it may count what it has seen.
"""

from abc import ABC, abstractmethod
from array import array
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import ClassVar

from bot.activity import Activity, Source, fingerprint
from bot.intake.date_forms import DateForm
from bot.intake.dates import STAMP, read_moment
from bot.intake.identity import Owner, person_name
from bot.intake.mapping import ColumnMapping, Days, Field
from bot.intake.model import UnknownForm
from bot.intake.places import Places
from bot.intake.table import Columns, Row
from scoring.model import Kind


@dataclass(frozen=True, slots=True)
class Context:
    """What every importer needs to know.

    Attributes:
        salt: The workspace's salt, for all hashes.
        today: The present day in UTC.
        source: Where the file comes from.
        owner: Whose export it is, where that is known.
        employers: The companies that the owner works for, reduced as names are; None if unknown.
        mapping: How a person has matched the file's columns, where somebody had to.
        forms: How its dates are written, where a person has said so.
    """

    salt: bytes
    today: date
    source: Source
    owner: Owner | None = None
    employers: frozenset[str] | None = None
    mapping: ColumnMapping | None = None
    forms: tuple[DateForm, ...] = ()

    def hash(self, *words: str) -> int:
        """Hash what the source calls something; the same in every file of every year."""
        return fingerprint(self.salt, self.source.label, *words)

    def person(self, *names: str) -> int:
        """Hash a person, known by name (see ``identity``)."""
        return self.hash("person", person_name(*names))


class Importer(ABC):
    """Turns the rows of one file into activities.

    Attributes:
        name: What the file is called, such as ``Comments``.
        columns: The column names it must and may have.
        words: Other names by column, from which a person's matching of columns is suggested.
        covers: The kinds it can show.
        forms: The ways its dates are written.
        keeps_maximum: Whether what it tells is revised upwards (see ``Extract``).
    """

    name: ClassVar[str]
    columns: ClassVar[Columns]
    words: ClassVar[Mapping[str, tuple[str, ...]]] = {}
    covers: ClassVar[frozenset[Kind]]
    forms: ClassVar[tuple[DateForm, ...]] = (STAMP,)
    keeps_maximum: ClassVar[bool] = False

    def __init__(self, context: Context) -> None:
        self.context = context
        self._refs = Places()
        self._repeats = array("I")

    @abstractmethod
    def read(self, row: Row) -> Iterable[Activity]:
        """Turn a row into activities; none if it does not count.

        Raises:
            BadRow: The row cannot be taken.
        """

    def finish(self) -> Iterable[Activity]:
        """Give the activities that only show once all rows are read.

        Raises:
            BadFile: The file as a whole turned out to be of no use.
        """
        return ()

    def standings(self) -> Mapping[Kind, int]:
        """Count the entries of profile sections, as of the export."""
        return {}

    def shown(self) -> frozenset[Kind]:
        """Tell the kinds that the rows read show; unless they differ, those of any such file."""
        return self.covers

    def period(self) -> Days | None:
        """Tell the days that totals are of."""
        return None

    @classmethod
    def fields(cls) -> tuple[Field, ...]:
        """Give our fields, for a person to match a file's columns with."""
        return tuple(
            Field(name, name in cls.columns.required, cls.words.get(name, ()))
            for name in cls.columns.required + cls.columns.optional
        )

    def moment(self, row: Row, column: str) -> datetime:
        """Read a row's date; see ``read_moment`` for what is refused."""
        try:
            return read_moment(row[column], self.context.forms or self.forms, self.context.today)
        except UnknownForm as unknown:
            raise UnknownForm(str(unknown), column, row[column]) from None

    def is_new(self, ref: int) -> bool:
        """Tell whether a name is met for the first time in this file."""
        if self._refs.place(ref) < len(self._repeats):
            return False
        self._repeats.append(0)
        return True

    def ref(self, *words: str) -> int:
        """Name a thing by what stays the same between exports, and by its place among equals."""
        ref = self.context.hash(self.name, *words)
        repeat = self._repeat(ref)
        return self.context.hash(self.name, *words, str(repeat)) if repeat else ref

    def _repeat(self, ref: int) -> int:
        """Note a name, and tell how often it was met before."""
        place = self._refs.place(ref)
        if place == len(self._repeats):
            self._repeats.append(0)
        else:
            self._repeats[place] += 1
        return self._repeats[place]


class TeamImporter(Importer):
    """Turns the rows that a team's file has of one member into activities.

    Attributes:
        subject: The column that says whose a row is.
    """

    subject: ClassVar[str]
