"""What a format is: a small class that tells its files from others, and reads them.

Most formats are one CSV table with one importer: those are a :class:`TableFormat`, or where no two
files have the same column names, a :class:`MappedFormat`. ``formats.py`` lists them all.
"""

from abc import ABC, abstractmethod
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import IntEnum
from typing import ClassVar

from bot.activity import Source
from bot.intake.archive import Member, OnRead
from bot.intake.drift import are_headers
from bot.intake.extraction import extract_each
from bot.intake.identity import plain
from bot.intake.importer import Context, Importer, TeamImporter
from bot.intake.mapping import ColumnMapping, NeedsMapping, Unmapped, fitting, suggest, unmapped
from bot.intake.model import Export
from bot.intake.table import find_names, read_opening

Progress = Callable[[int, int], None]
"""Is told how many bytes have been read so far, and of how many, both unpacked."""


class Sureness(IntEnum):
    """How sure a format is that files are its own; the surest reads them."""

    NOT = 0
    LIKELY = 1
    CERTAIN = 2


@dataclass(frozen=True, slots=True)
class Request:
    """Files to read, and all there is to know for it.

    Attributes:
        label: The name of what was sent, fit to show.
        members: Its files: those of a ZIP, or the one that was sent.
        salt: The workspace's salt, for all hashes.
        today: The present day in UTC.
        owner: Whose it is, by name or profile link, if known.
        progress: Is told how far the reading has come.
        mappings: How people have matched columns so far.
    """

    label: str
    members: Sequence[Member]
    salt: bytes
    today: date
    owner: str | None = None
    progress: Progress | None = None
    mappings: Sequence[ColumnMapping] = ()

    def context(self, source: Source) -> Context:
        """Give what importers need to know."""
        return Context(self.salt, self.today, source)

    def heard(self, members: Iterable[Member]) -> OnRead:
        """Report bytes read of these files as a running sum, never above their total."""
        done, total = 0, sum(member.size for member in members)

        def on_read(count: int) -> None:
            nonlocal done
            done = min(total, done + count)
            if self.progress and count:
                self.progress(done, total)

        return on_read


class Format(ABC):
    """One way in which activity comes in; ``name`` is what programs call it."""

    name: ClassVar[str]

    @abstractmethod
    def recognise(self, request: Request) -> Sureness:
        """Tell how sure it is that these files are of this format."""

    @abstractmethod
    def read(self, request: Request) -> Export:
        """Read files of this format.

        Raises:
            BadInput: Nothing can be read; what is wrong with one file only is in its extract.
        """


class TableFormat(Format):
    """A single CSV file with known column names, read by one importer."""

    importer: ClassVar[type[Importer]]
    source: ClassVar[Source]

    def recognise(self, request: Request) -> Sureness:
        """Be certain with all required columns, or where a person has matched them."""
        table = _only_table(request)
        if table is None:
            return Sureness.NOT
        difference = find_names(read_opening(table), self.importer.columns)
        if not difference.missing or self._mapped(request, table):
            return Sureness.CERTAIN
        return Sureness.LIKELY if difference.certain else Sureness.NOT

    def read(self, request: Request) -> Export:
        """Read the file: an extract for each member that it tells of."""
        (table,) = request.members
        on_read, context = request.heard([table]), request.context(self.source)
        extracts = extract_each(table, self.importer, context, on_read, request.mappings)
        of_team = issubclass(self.importer, TeamImporter)
        return Export(extracts, format=self.name, of_team=of_team)

    def _mapped(self, request: Request, table: Member) -> ColumnMapping | None:
        found = fitting(request.mappings, self.importer.name, read_opening(table))
        return found[0] if found else None


class MappedFormat(TableFormat):
    """A single CSV file whose column names vary: a person matches them once."""

    def guess(self, request: Request) -> bool:
        """Go by the file's name, and by columns that are called much like our fields."""
        table = _only_table(request)
        if table is None:
            return False
        header = self._likest(table)
        return bool(header) and self.resembles(
            plain(request.label), suggest(header, self.importer.fields())
        )

    @abstractmethod
    def resembles(self, name: str, suggestions: Mapping[str, str]) -> bool:
        """Tell whether a file's name, or its columns by field, make it likely enough to ask."""

    def read(self, request: Request) -> Export:
        """Read the file if its columns are known or matched.

        Raises:
            NeedsMapping: A person must match them first.
        """
        (table,) = request.members
        mapping = self._mapped(request, table)
        question = self.question(self._likest(table), mapping)
        if question:
            raise NeedsMapping(
                f"{request.label} has columns that somebody must match with ours once. "
                "Sent to me in Slack, it comes with a form for that.",
                question,
            )
        return super().read(request)

    def question(self, header: Sequence[str], mapping: ColumnMapping | None) -> Unmapped | None:
        """Ask what must still be known of a file; of one whose columns are known, nothing."""
        if mapping or self.importer.columns.fit(header):
            return None
        return unmapped(self.importer.name, header, self.importer.fields())

    def _likest(self, table: Member) -> Sequence[str]:
        """Find the row that is likest to column names."""
        opening = [row for row in read_opening(table) if any(row)]
        fields = self.importer.fields()
        best = max(opening, key=lambda row: len(suggest(row, fields)), default=())
        if suggest(best, fields):
            return best
        return next(filter(are_headers, opening), ())


def _only_table(request: Request) -> Member | None:
    """Give the CSV file that was sent alone."""
    tables = [each for each in request.members if each.name.lower().endswith(".csv")]
    return tables[0] if len(request.members) == len(tables) == 1 else None
