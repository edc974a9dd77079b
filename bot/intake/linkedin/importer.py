"""What an importer is: the columns of one file, and how its rows become activities.

A file's importer is a small class below :class:`Importer`; `registry.py` lists them all. A new
instance is made for every file, so it may count what it has seen.
"""

from abc import ABC, abstractmethod
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import ClassVar, Final

from bot.activity import Activity, Source, fingerprint
from bot.intake.archive import Member, OnRead, unheard
from bot.intake.dates import STAMP, DateForm, read_moment
from bot.intake.identity import person_name
from bot.intake.linkedin.owner import Owner
from bot.intake.model import BadFile, BadRow, Extract, RowError
from bot.intake.table import Columns, Row, read_table
from scoring.model import Kind

_REFUSALS_KEPT: Final = 1_000


@dataclass(frozen=True, slots=True)
class Context:
    """What every importer needs: the workspace's salt, the present day, and whose export it is."""

    salt: bytes
    today: date
    owner: Owner | None

    def hash(self, *words: str) -> int:
        """Hash what LinkedIn calls something; the same in every export of every year."""
        return fingerprint(self.salt, Source.LINKEDIN_EXPORT.label, *words)

    def person(self, *names: str) -> int:
        """Hash a person, known by name (see ``identity``)."""
        return self.hash("person", person_name(*names))


class Importer(ABC):
    """Turns the rows of one file into activities.

    Attributes:
        name: What the file is called, such as ``Comments``.
        columns: The column names it must and may have.
        covers: The kinds it can show.
        forms: The ways its dates are written.
    """

    name: ClassVar[str]
    columns: ClassVar[Columns]
    covers: ClassVar[frozenset[Kind]]
    forms: ClassVar[tuple[DateForm, ...]] = (STAMP,)

    def __init__(self, context: Context) -> None:
        self.context = context
        self._refs: set[int] = set()
        self._repeats: Counter[int] = Counter()

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

    def moment(self, row: Row, column: str) -> datetime:
        """Read a row's date; see ``read_moment`` for what is refused."""
        return read_moment(row[column], self.forms, self.context.today)

    def ref(self, *words: str) -> int:
        """Name a thing by what stays the same between exports, and by its place among equals."""
        ref = first = self.context.hash(self.name, *words)
        while ref in self._refs:
            self._repeats[first] += 1
            ref = self.context.hash(self.name, *words, str(self._repeats[first]))
        self._refs.add(ref)
        return ref


def extract(
    member: Member,
    make: Callable[[Context], Importer],
    context: Context,
    on_read: OnRead = unheard,
) -> Extract:
    """Read one file with an importer made for it."""
    importer = make(context)
    activities: list[Activity] = []
    refused: list[RowError] = []
    rows = refusals = 0
    try:
        for row in read_table(member, importer.columns, on_read):
            rows += 1
            error = row if isinstance(row, RowError) else _take(importer, row, activities)
            if error:
                refusals += 1
                refused += [error] if len(refused) < _REFUSALS_KEPT else []
        activities += importer.finish()
    except BadFile as problem:
        return Extract(member.name, importer.name, problem=str(problem))
    return Extract(
        member.name,
        importer.name,
        rows_read=rows,
        rows_refused=refusals,
        activities=tuple(activities),
        covers=importer.covers,
        standings=importer.standings(),
        refused=tuple(refused),
    )


def _take(importer: Importer, row: Row, activities: list[Activity]) -> RowError | None:
    """Add a row's activities, all or none."""
    try:
        activities += tuple(importer.read(row))
    except BadRow as refusal:
        return RowError(row.number, str(refusal))
    return None
