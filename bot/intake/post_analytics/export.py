"""Reading a spreadsheet of post analytics, of either generation or of a single post.

Each of its tables is handed on as a CSV file, so that it is read by its column names, refused and
told of as any other file is.
"""

import csv
import io
from collections.abc import Iterator, Sequence
from typing import IO, ClassVar, Final

from bot.activity import Source
from bot.errors import BadInput
from bot.intake.archive import Member
from bot.intake.extraction import extract
from bot.intake.format import Format, Request, Sureness
from bot.intake.identity import plain
from bot.intake.model import Export
from bot.intake.post_analytics.figures import FigureImporter
from bot.intake.post_analytics.importers import SHEETS, Performance
from bot.intake.post_analytics.workbook import Cells, is_workbook, read_sheets

_HEADER_ROWS: Final = 20
_LABEL_AND_VALUE: Final = 2


class PostAnalytics(Format):
    """A spreadsheet that LinkedIn makes of all posts of a year at most, or of one post."""

    name: ClassVar = Source.POST_ANALYTICS.label

    def recognise(self, request: Request) -> Sureness:
        """Take every spreadsheet: no other format comes in one."""
        return Sureness.CERTAIN if is_workbook(request.members) else Sureness.NOT

    def read(self, request: Request) -> Export:
        """Read every table of every sheet; one that cannot be read does not stop the others."""
        (book,) = request.members
        tables, ignored = [], []
        for title, cells in read_sheets(book, request.heard([book])).items():
            found = list(_tables(title, cells))
            tables += found
            ignored += [] if found else [title]
        if not tables:
            raise BadInput(
                f"{request.label} is a spreadsheet, but not one of LinkedIn's post analytics in "
                "English. Expected are its sheets ENGAGEMENT, TOP POSTS and FOLLOWERS, or "
                "PERFORMANCE of a single post."
            )
        context = request.context(Source.POST_ANALYTICS)
        extracts = tuple(
            extract(member, importer, context, mappings=request.mappings)
            for importer, member in tables
        )
        return Export(extracts, tuple(sorted(ignored)), format=self.name)


def _tables(title: str, cells: Cells) -> Iterator[tuple[type[FigureImporter], Member]]:
    """Find what reads a sheet, table by table; nothing if it is of no use."""
    if title == "PERFORMANCE" or (title not in SHEETS and _is_performance(cells)):
        yield Performance, _as_csv(Performance, _turned(cells))
    elif title in SHEETS:
        parts = _side_by_side(cells) if len(SHEETS[title]) > 1 else [cells]
        for part in parts:
            importer = _fitting(part, SHEETS[title])
            yield importer, _as_csv(importer, part)


def _side_by_side(cells: Cells) -> list[Cells]:
    """Part tables that stand side by side: each begins with the same column name."""
    for row in cells[:_HEADER_ROWS]:
        names = list(map(plain, row))
        first = next(filter(None, names), "")
        starts = [place for place, name in enumerate(names) if name and name == first]
        if len(starts) > 1:
            ends = [*starts[1:], len(row)]
            return [
                [row[start:end] for row in cells] for start, end in zip(starts, ends, strict=True)
            ]
    return [cells]


def _fitting(cells: Cells, importers: Sequence[type[FigureImporter]]) -> type[FigureImporter]:
    """Tell what reads a table by its last column name; the first of all where none fits."""
    found = {plain(cell) for row in cells[:_HEADER_ROWS] for cell in row}
    fitting = (each for each in importers if plain(each.columns.required[-1]) in found)
    return next(fitting, importers[0])


def _is_performance(cells: Cells) -> bool:
    """Tell whether a sheet of whatever name holds a single post's labels, one below another."""
    labels = {plain(row[0]) for row in cells if row}
    return set(map(plain, Performance.columns.required)) <= labels


def _turned(cells: Cells) -> Cells:
    """Make a table of one row of labels with values beside them; other labels are of no use."""
    known = Performance.columns.names
    pairs = [row[:_LABEL_AND_VALUE] for row in cells if row and plain(row[0]) in known]
    return [list(column) for column in zip(*pairs, strict=True)]


def _as_csv(importer: type[FigureImporter], cells: Cells) -> Member:
    text = io.StringIO(newline="")
    csv.writer(text).writerows(cells)
    content = text.getvalue().encode()

    def opener() -> tuple[IO[bytes], bool]:
        return io.BytesIO(content), True

    return Member(importer.name, len(content), opener)
