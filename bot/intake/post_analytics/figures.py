"""What an importer of post analytics is: which column's figures are of which kind, of what thing.

A figure is the total as of the export. Recent ones are revised upward, so the largest is kept.
"""

import re
from abc import abstractmethod
from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import ClassVar, Final
from urllib.parse import unquote

from bot.activity import Activity
from bot.intake.dates import AMERICAN, STAMP
from bot.intake.identity import post_name
from bot.intake.importer import Importer
from bot.intake.model import BadRow, UnknownForm
from bot.intake.table import Columns, Row
from scoring.model import Kind

_FIGURE: Final = re.compile(r"\d+|\d{1,3}(?:,\d{3})+", re.ASCII)
# What stands where LinkedIn tells no number: "< 1%" is less than it wants to tell.
_NOT_TOLD: Final = re.compile(r"|[-–—]|n/?a|<\s*\d+\s*%?", re.IGNORECASE)
_LARGEST: Final = 2**31 - 1
_POST_NUMBER: Final = re.compile(r"(?:activity|share|ugcPost)[:-](\d{10,})", re.IGNORECASE)


def figure(row: Row, column: str) -> int | None:
    """Read a figure; none where it is not told, which is not zero.

    Raises:
        BadRow: It is written in no known way, or larger than any can be.
    """
    text = row[column]
    if _NOT_TOLD.fullmatch(text):
        return None
    if not _FIGURE.fullmatch(text):
        raise UnknownForm(f"Its figure in “{column}” is not a whole number.", column, text)
    digits = text.replace(",", "")
    if len(digits) > len(str(_LARGEST)) or int(digits) > _LARGEST:
        raise BadRow(f"Its figure in “{column}” is larger than any can be.")
    return int(digits)


class FigureImporter(Importer):
    """Turns a table's figures into activities of their quantity; of nothing received, into none.

    Attributes:
        dated: The column that says which day a row is of.
        figures: The kind of each column's figures.
    """

    dated: ClassVar[str]
    figures: ClassVar[Mapping[str, Kind]]
    forms: ClassVar = (replace(AMERICAN, example="1/29/2026"), STAMP)
    keeps_maximum: ClassVar = True

    @abstractmethod
    def thing(self, row: Row) -> tuple[str, ...]:
        """Name what the figures are of, beside the day and the kind.

        Raises:
            BadRow: The row does not tell.
        """

    def amounts(self, row: Row) -> Mapping[Kind, int | None]:
        """Read a row's figures."""
        return {kind: figure(row, column) for column, kind in self.figures.items()}

    def read(self, row: Row) -> Iterable[Activity]:
        """Take each figure that is told and is not nothing."""
        day = self.moment(row, self.dated).date()
        ref = self.context.hash(*self.thing(row))
        return [
            Activity(kind, day, ref, quantity=amount)
            for kind, amount in self.amounts(row).items()
            if amount
        ]


class OfAllPosts(FigureImporter):
    """Figures of all posts together, day by day."""

    dated: ClassVar = "Date"

    def thing(self, _row: Row) -> tuple[str, ...]:
        """Name them all at once."""
        return ("all posts",)


class OfOnePost(FigureImporter):
    """Figures of single posts since their publication, which is the day they are told under."""

    dated: ClassVar = "Post publish date"

    def thing(self, row: Row) -> tuple[str, ...]:
        """Name a post by its number, however the link to it is written."""
        link = row["Post URL"]
        number = _POST_NUMBER.search(unquote(link))
        name = number[1] if number else post_name(link)
        if not name:
            raise BadRow("It does not say which post it is of.")
        return ("post", name)


def top_posts(column: str) -> Columns:
    """Give the columns of a list of the posts with the highest figures."""
    return Columns(required=("Post URL", "Post publish date", column))
