"""Opening a spreadsheet (XLSX) safely, and giving the text of its cells, sheet by sheet.

An XLSX file is a ZIP of XML files. `archive` has refused bombs before this module sees one; here
its parts are limited once more, none may define entities, and openpyxl is given a copy that holds
nothing but the parts checked. It is read row by row, for which openpyxl would trust the extent that
a sheet claims to have: that is set aside, and rows and columns are counted instead.
"""

import io
import struct
import warnings
import zipfile
import zlib
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from typing import Final
from xml.parsers import expat

from openpyxl import load_workbook
from openpyxl.worksheet._read_only import ReadOnlyWorksheet

from bot.intake.archive import Member, OnRead, unheard
from bot.intake.model import BadFile

MAX_BYTES: Final = 2 * 2**20
"""Of all parts unpacked: a year of analytics takes about a tenth of it."""

MAX_ROWS: Final = 5_000
"""Of a sheet; a year has 366 days."""

_MAX_COLUMNS: Final = 26
_ZIP_START: Final = b"PK"
_METHODS: Final = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_TYPES: Final = "[Content_Types].xml"
_UNREAD: Final = ("xl/charts/", "xl/drawings/", "xl/externalLinks/", "xl/media/", "xl/theme/")

_TOO_LARGE = "This spreadsheet is far larger than any that LinkedIn makes, so it was not opened."
_ENTITIES = "This spreadsheet defines entities, which LinkedIn's never do, so it was not opened."
_DAMAGED = "This spreadsheet is damaged. Please download it from LinkedIn once more."

# What zipfile and openpyxl raise on what is not as it should be.
_DAMAGE = (
    ArithmeticError,
    AssertionError,
    AttributeError,
    EOFError,
    LookupError,
    OSError,
    RuntimeError,
    SyntaxError,
    TypeError,
    ValueError,
    struct.error,
    zipfile.BadZipFile,
    zlib.error,
)

Cells = list[list[str]]
"""The texts of a sheet's cells, row by row, all rows of one width."""


def is_workbook(members: Sequence[Member]) -> bool:
    """Tell whether what was sent is a spreadsheet, by whatever name: one file that is a ZIP."""
    if len(members) != 1 or members[0].name.lower().endswith(".zip"):
        return False
    try:
        with members[0].open() as stream:
            return stream.peek(len(_ZIP_START)).startswith(_ZIP_START)
    except BadFile:
        return False


def read_sheets(member: Member, on_read: OnRead = unheard) -> Mapping[str, Cells]:
    """Read the cells of a spreadsheet's sheets, by the sheets' names in capitals.

    LinkedIn writes no formulas: one stands here as its text, and is refused as any wrong value is.

    Raises:
        BadFile: It is damaged, far too large, or defines entities.
    """
    if member.size > MAX_BYTES:
        raise BadFile(_TOO_LARGE)
    with member.open(on_read) as stream:
        content = io.BytesIO(stream.read())
    try:
        copy = _checked_copy(content)
        with warnings.catch_warnings():
            # It warns of a missing style, and would tell a cell's content in other warnings.
            warnings.filterwarnings("ignore", module="openpyxl")
            book = load_workbook(copy, read_only=True, keep_links=False)
            sheets = {sheet.title.strip().upper(): _cells(sheet) for sheet in book.worksheets}
            book.close()
    except _DAMAGE:
        raise BadFile(_DAMAGED) from None
    return sheets


def _checked_copy(content: io.BytesIO) -> io.BytesIO:
    """Pack the parts that are read, each of which was looked at, into a ZIP of their own."""
    copy = io.BytesIO()
    with zipfile.ZipFile(content) as given, zipfile.ZipFile(copy, "w") as checked:
        if sum(info.file_size for info in given.infolist()) > MAX_BYTES:
            raise BadFile(_TOO_LARGE)
        parts = {info.filename: info for info in given.infolist() if _is_read(info.filename)}
        for name, info in parts.items():
            if info.compress_type not in _METHODS:
                raise BadFile(_DAMAGED)
            part = given.read(info)
            _refuse_entities(part)
            checked.writestr(name, part)
    return copy


def _is_read(name: str) -> bool:
    return name == _TYPES or (name.startswith("xl/") and not name.startswith(_UNREAD))


class _EndOfProlog(Exception):
    """The first element has begun: no entity can be defined any more."""


def _refuse_entities(content: bytes) -> None:
    """Refuse XML with a document type, in whatever encoding; what is no XML fails later."""

    def refuse(*_declared: object) -> None:
        raise BadFile(_ENTITIES)

    def end(*_element: object) -> None:
        raise _EndOfProlog

    parser = expat.ParserCreate()
    parser.StartDoctypeDeclHandler = refuse
    parser.StartElementHandler = end
    try:
        parser.Parse(content, True)
    except (_EndOfProlog, expat.ExpatError):
        return


def _cells(sheet: ReadOnlyWorksheet) -> Cells:
    sheet.reset_dimensions()
    rows = [[_text(value) for value in row] for row in _rows(sheet)]
    width = max(map(len, rows), default=0)
    return [row + [""] * (width - len(row)) for row in rows]


def _rows(sheet: ReadOnlyWorksheet) -> Iterator[tuple[object, ...]]:
    """Go through the rows, blank ones too."""
    for number, row in enumerate(sheet.values):
        if number == MAX_ROWS:
            raise BadFile(_TOO_LARGE)
        yield row[:_MAX_COLUMNS]


def _text(value: object) -> str:
    """Write a cell as its sender would: numbers without a fraction that is none, days as days."""
    if value is None:
        return ""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, datetime):
        return value.isoformat(" ", "seconds")
    return str(value)
