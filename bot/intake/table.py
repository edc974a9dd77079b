"""Reading a CSV file of an export by its column names, row by row, as strictly as it is safe.

LinkedIn writes UTF-8 with commas; it doubles quotation marks inside a cell in some files and puts a
backslash before them in others, and some files open with notes above the column names.
"""

import csv
import io
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import islice
from types import MappingProxyType
from typing import Final, Self

from bot.intake.archive import Member, OnRead, unheard
from bot.intake.identity import plain
from bot.intake.mapping import ColumnMapping
from bot.intake.model import BadFile, BadRow, RowError

# Notes above the column names take three rows today.
_HEADER_ROWS: Final = 20
# Longer than any cell may be, so that a file without line ends cannot fill the memory.
_LINE_CHARACTERS: Final = 2**20
# Of a row: messages have thirteen, and no table of a CRM has hundreds.
_MOST_CELLS: Final = 1_000
_ESCAPES: Final = (None, "\\")
_SHOWN_COLUMNS: Final = 6
_SHOWN_CHARACTERS: Final = 40

_AS_MADE = "Please send the file as LinkedIn made it, without opening and saving it in between."
_NOT_UTF8 = f"This file is not written in UTF-8. {_AS_MADE}"
_TOO_LONG = "It is far too long; a closing quotation mark may be missing."
_NUL = "It holds characters that no text has (NUL); the file may be damaged."


@dataclass(frozen=True, slots=True)
class Columns:
    """The column names a file is known to have: those it must have, and those it may.

    ``aliases`` are other names for them, reduced; a name without a column is of no use.
    """

    required: tuple[str, ...]
    optional: tuple[str, ...] = ()
    aliases: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))

    @property
    def names(self) -> dict[str, str]:
        """The known names by their reduced form, which ignores case, spaces and underscores."""
        known = {plain(name): name for name in self.required + self.optional}
        return {**known, **self.aliases}

    def fit(self, header: Iterable[str]) -> bool:
        """Tell whether a header holds all required names and no unknown one."""
        found = set(filter(None, map(plain, header)))
        return set(map(plain, self.required)) <= found <= self.names.keys()

    def under(self, mapping: ColumnMapping, header: Sequence[str]) -> Self:
        """Know the columns of a header as a person has matched them, and look at no others."""
        known = {
            name: column for name, column in self.names.items() if column not in mapping.columns
        }
        matched = {plain(theirs): ours for ours, theirs in mapping.columns.items()}
        others = {plain(name): known.get(plain(name), "") for name in header}
        return replace(self, aliases={**others, **matched})


@dataclass(frozen=True, slots=True)
class Difference:
    """How a row of column names differs from the known ones.

    ``number`` is the row that is likest to column names, ``header`` its cells, ``certain`` whether
    it is a row of names beyond doubt; ``unknown``, ``missing`` and ``twice`` are names.
    """

    number: int
    header: Sequence[str]
    unknown: Sequence[str]
    missing: Sequence[str]
    twice: Sequence[str]
    certain: bool


class Drifted(BadFile):
    """A file's columns are not the known ones; ``difference`` tells how."""

    def __init__(self, reason: str, difference: Difference) -> None:
        super().__init__(reason)
        self.difference = difference


@dataclass(frozen=True, slots=True)
class Row:
    """One row: its number as a spreadsheet shows it, and its cells by column name."""

    number: int
    cells: Sequence[str]
    places: Mapping[str, int]

    def __getitem__(self, column: str) -> str:
        """Tell a cell's text without surrounding spaces; blank if this file has no such column."""
        place = self.places.get(column)
        return "" if place is None else self.cells[place].strip()


@dataclass(frozen=True, slots=True)
class _Header:
    """Where the column names are: their row's number, their places, and how many cells it has."""

    number: int
    places: Mapping[str, int]
    width: int


def read_table(
    member: Member, columns: Columns, on_read: OnRead = unheard
) -> Iterator[Row | RowError]:
    """Read the rows below the column names, leaving out blank ones.

    Yields:
        A row, or why a row could not be read as one.

    Raises:
        BadFile: It is not UTF-8, is damaged, or its columns are not the known ones.
    """
    try:
        header = _find_header(member, columns)
        escape = _find_escape(member, header.width)
        for number, record in _numbered(member, escape, on_read):
            if number > header.number and (record is None or any(map(str.strip, record))):
                try:
                    yield Row(number, _checked(record, header.width), header.places)
                except BadRow as refusal:
                    yield RowError(number, str(refusal))
    except UnicodeDecodeError:
        raise BadFile(_NOT_UTF8) from None


def read_opening(member: Member) -> list[list[str]]:
    """Read the first rows, among which are the column names; none if it cannot be read."""
    return list(islice(read_cells(member), _HEADER_ROWS))


def read_cells(member: Member) -> Iterator[list[str]]:
    """Read all rows as they are, as far as they can be read; a row that cannot is blank."""
    try:
        yield from (record or [] for record in _records(member, None))
    except (BadFile, UnicodeDecodeError):
        return


def _numbered(
    member: Member, escape: str | None, on_read: OnRead = unheard
) -> Iterator[tuple[int, list[str] | None]]:
    """Number the records as a spreadsheet does: from 1, blank lines too."""
    return enumerate(_records(member, escape, on_read), start=1)


def _records(
    member: Member, escape: str | None, on_read: OnRead = unheard, *, strict: bool = False
) -> Iterator[list[str] | None]:
    """Read records; None stands for one of too many cells, or a cell beyond the reader's limit.

    When ``strict``, it also stands for one with a quotation mark where none may be.
    """
    with member.open(on_read) as stream:
        start = stream.peek(64)[:64]
        # UTF-16 without a mark at its start is valid UTF-8, with a NUL beside each Latin letter.
        if start.count(0) > len(start) // 4:
            raise BadFile(_NOT_UTF8)
        text = io.TextIOWrapper(stream, encoding="utf-8-sig", newline="")
        lines = iter(lambda: text.readline(_LINE_CHARACTERS), "")
        reader = csv.reader(lines, escapechar=escape, strict=strict)
        while True:
            try:
                record = next(reader, None)
            except csv.Error:
                yield None
            else:
                if record is None:
                    return
                yield record if len(record) <= _MOST_CELLS else None


def _checked(record: list[str] | None, width: int) -> list[str]:
    """Refuse a record that does not fit below the column names."""
    if record is None:
        raise BadRow(_TOO_LONG)
    if len(record) < width:
        raise BadRow(f"It has {len(record)} cells instead of {width}; it may have been cut.")
    if any(record[width:]):
        raise BadRow(
            f"It has {len(record)} cells instead of {width}; "
            "a comma or quotation mark may be out of place."
        )
    if any("\0" in cell for cell in record):
        raise BadRow(_NUL)
    return record


def find_names(opening: Iterable[Sequence[str]], columns: Columns) -> Difference:
    """Find the row that is likest to the known column names, and tell how it differs."""
    known = columns.names

    def likeness(numbered: tuple[int, Sequence[str]]) -> int:
        return len(known.keys() & set(map(plain, numbered[1])))

    number, header = max(enumerate(opening, start=1), key=likeness, default=(0, ()))
    named = [known.get(plain(cell), "") for cell in header]
    missing = [name for name in columns.required if name not in named]
    return Difference(
        number,
        header,
        unknown=[cell for cell in header if plain(cell) and plain(cell) not in known],
        missing=missing,
        twice=sorted({name for name in named if name and named.count(name) > 1}),
        # A row that happens to hold one such word is no row of names, and must not be shown.
        certain=any(named) and 2 * len(missing) <= len(columns.required),
    )


def _find_header(member: Member, columns: Columns) -> _Header:
    """Find the row of column names; it must hold all required ones and no unknown one."""
    known = columns.names
    found = find_names((row or [] for row in islice(_records(member, None), _HEADER_ROWS)), columns)
    _refuse(found, columns)
    named = {index: known[plain(name)] for index, name in enumerate(found.header) if plain(name)}
    places = {column: index for index, column in named.items() if column}
    return _Header(found.number, places, max(named) + 1)


def _refuse(found: Difference, columns: Columns) -> None:
    if not found.certain:
        expected = ", ".join(columns.required)
        raise Drifted(
            f"This file has no row of column names. Expected: {expected}. {_AS_MADE}", found
        )
    parts = (("Missing", found.missing), ("Unknown", found.unknown), ("Twice", found.twice))
    differences = [f"{what}: {_listed(names)}." for what, names in parts if names]
    if differences:
        told = " ".join(differences)
        raise Drifted(f"The columns of this file are not those we know. {told} {_AS_MADE}", found)


def _listed(names: Sequence[str]) -> str:
    shown = [" ".join(name.split())[:_SHOWN_CHARACTERS] for name in names[:_SHOWN_COLUMNS]]
    more = len(names) - len(shown)
    return ", ".join(shown) + (f" and {more} more" if more else "")


def _find_escape(member: Member, width: int) -> str | None:
    """Tell how quotation marks inside cells are written: doubled (None), or after a backslash.

    Only a file with a backslash before a quotation mark leaves a doubt. Then the way that gives
    more rows of the right width, less those of a wrong one, is right.
    """
    if not _holds(member, b'\\"'):
        return None
    return max(_ESCAPES, key=lambda escape: _fit(member, escape, width))


def _holds(member: Member, needle: bytes) -> bool:
    with member.open() as stream:
        rest = b""
        while chunk := stream.read(2**20):
            if needle in rest + chunk:
                return True
            rest = chunk[1 - len(needle) :]
    return False


def _fit(member: Member, escape: str | None, width: int) -> int:
    return sum(
        1 if record is not None and len(record) == width else -1
        for record in _records(member, escape, strict=True)
    )
