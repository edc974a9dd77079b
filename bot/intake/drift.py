"""Saying exactly how a file differs from what is known, and how it is built, but not what it holds.

A value is told by its *shape*: every digit becomes 9, every letter a or A, and of a word three
letters are kept, so that ``ada@example.org`` is ``aaa@aaa.aaa`` and ``29/01/2026`` ``99/99/9999``.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import PurePosixPath
from types import MappingProxyType
from typing import Final

from bot.intake.identity import plain
from bot.intake.mapping import Unmapped

_HEADER_CHARACTERS: Final = 40
_SHAPE_CHARACTERS: Final = 40
_SHAPES: Final = 3
_ROWS_LOOKED_AT: Final = 200
_LETTERS_KEPT: Final = re.compile(r"([aA])\1{3,}")
_DIGITS_KEPT: Final = re.compile(r"9{9,}")
# Words, with the marks that column names use; no addresses, links, dates or long numbers.
_HEADER_LIKE: Final = re.compile(r"[^\W\d_][^@:=+\\\"\n]*")
_LONG_NUMBER: Final = re.compile(r"\d{3}")


@dataclass(frozen=True, slots=True)
class Drift:
    """How a file that was set aside differs from what is known of its kind.

    ``recognised`` is what it was taken for, ``file`` its name, which may be a shape. ``headers``
    are its column names, by shape where they may be content, and ``shapes`` the commonest of each
    column's values. ``unknown`` and ``missing`` are column names; ``forms`` tells by column the
    shapes of the values that are written in no known way. With ``unmapped`` a person can match the
    columns.
    """

    recognised: str
    file: str
    rows: int
    headers: tuple[str, ...] = ()
    shapes: tuple[tuple[str, ...], ...] = ()
    unknown: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
    forms: Mapping[str, tuple[str, ...]] = field(default_factory=lambda: MappingProxyType({}))
    unmapped: Unmapped | None = None

    def structure(self) -> dict[str, object]:
        """Give how the file is built, fit for JSON and for a public report: it holds no content."""
        return {
            "recognised": self.recognised,
            "file": self.file,
            "rows": self.rows,
            "columns": len(self.headers),
            "headers": list(self.headers),
            "shapes": [list(shapes) for shapes in self.shapes],
            "unknown": list(self.unknown),
            "missing": list(self.missing),
            "forms": {column: list(shapes) for column, shapes in self.forms.items()},
        }


def shape(text: str) -> str:
    """Tell how a value is written without telling it; spaces around it do not matter."""
    written = "".join(map(_sign, " ".join(text.split())[: 4 * _SHAPE_CHARACTERS]))
    short = _DIGITS_KEPT.sub("9" * 9, _LETTERS_KEPT.sub(r"\1\1\1", written))
    return short if len(short) <= _SHAPE_CHARACTERS else short[: _SHAPE_CHARACTERS - 1] + "…"


def _sign(character: str) -> str:
    if character.isdigit():
        return "9"
    if character.isalpha():
        return "A" if character.isupper() else "a"
    category = unicodedata.category(character)
    return character if character == " " or (category[0] in "PS" and character.isascii()) else "?"


def common_shapes(values: Iterable[str]) -> tuple[str, ...]:
    """Give the commonest shapes of values, leaving out blank ones."""
    counted = Counter(shape(value) for value in values if value.strip())
    return tuple(each for each, _ in counted.most_common(_SHAPES))


def is_header_like(cell: str) -> bool:
    """Tell whether a cell can be a column's name, rather than somebody's data."""
    name = cell.strip()
    return (
        len(name) <= _HEADER_CHARACTERS
        and _HEADER_LIKE.fullmatch(name) is not None
        and not _LONG_NUMBER.search(name)
    )


def are_headers(row: Sequence[str]) -> bool:
    """Tell whether a row can only be one of column names: two or more, all different."""
    names = [plain(cell) for cell in row if cell.strip()]
    return 1 < len(names) == len(set(names)) and all(
        is_header_like(cell) for cell in row if cell.strip()
    )


def shown_header(cell: str) -> str:
    """Give a column's name if it is one, or else its shape."""
    return " ".join(cell.split()) if is_header_like(cell) else shape(cell)


def shown_file(name: str, recognised: str) -> str:
    """Give a file's name: what it is known as, or else the name's shape."""
    path = PurePosixPath(name)
    known = plain(path.stem).startswith(plain(recognised))
    return (recognised if known else shape(path.stem)) + path.suffix.lower()


class Survey:
    """Looks over a table's rows for their number and the shapes in each column."""

    def __init__(self, width: int) -> None:
        """Look over a table of so many columns."""
        self.rows = 0
        self._values: list[list[str]] = [[] for _ in range(width)]

    def add(self, cells: Sequence[str]) -> None:
        """Look at a row."""
        self.rows += 1
        if self.rows <= _ROWS_LOOKED_AT:
            for values, cell in zip(self._values, cells, strict=False):
                values.append(cell)

    @property
    def shapes(self) -> tuple[tuple[str, ...], ...]:
        """The commonest shapes of each column."""
        return tuple(map(common_shapes, self._values))
