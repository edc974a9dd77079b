"""Matching the columns of a file with our fields, where a person who knows the file must say it.

The answer is a :class:`ColumnMapping`. It is remembered under a fingerprint of the column names, so
that the next file of the same make is read without a question.
"""

import hashlib
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from types import MappingProxyType
from typing import Final

from rapidfuzz import fuzz

from bot.errors import BadInput
from bot.intake.date_forms import written_form
from bot.intake.identity import plain

_ALIKE: Final = 80
"""How alike two names must be, of 100, for one to be suggested for the other."""

Days = tuple[date, date]
"""A first and a last day."""


@dataclass(frozen=True, slots=True)
class Field:
    """One of our fields; ``words`` are other names that files have for it."""

    name: str
    required: bool = False
    words: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ColumnMapping:
    """Which columns of a file are which of our fields; the columns not named are of no use.

    Attributes:
        format: What the file is, such as ``Comments`` (``Unmapped.format``).
        fingerprint: Of the column names that it is for.
        columns: The file's column name by our field's.
        dates: How its dates are written, such as ``DD.MM.YYYY``, if in none of the known ways.
        period: The first and last day that this one file tells of, where no column says; it is not
            remembered.
    """

    format: str
    fingerprint: str
    columns: Mapping[str, str]
    dates: str = ""
    period: Days | None = None

    def is_for(self, header: Iterable[str]) -> bool:
        """Tell whether this is for a file with these column names."""
        return fingerprint_of(header) == self.fingerprint


@dataclass(frozen=True, slots=True)
class Unmapped:
    """What a person must match: a file's column names with our fields.

    Attributes:
        format: What the file is taken for.
        headers: Its column names.
        fields: Our fields; the required ones need a column.
        suggestions: Column names by field, where two are alike.
        any_of: Fields of which at least one needs a column, if any are here.
        needs_period: Whether a person must say which days the file tells of, unless columns do:
            those of the fields ``first_day`` and ``last_day``.
    """

    format: str
    headers: tuple[str, ...]
    fields: tuple[Field, ...]
    suggestions: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    any_of: frozenset[str] = frozenset()
    needs_period: bool = False

    @property
    def fingerprint(self) -> str:
        """What a mapping of these column names is remembered under."""
        return fingerprint_of(self.headers)

    def mapped(
        self, columns: Mapping[str, str], *, dates: str = "", period: Days | None = None
    ) -> ColumnMapping:
        """Take a person's answer: the file's column name by our field's.

        Raises:
            BadInput: A required field has no column, or a column was chosen twice or is not there.
        """
        chosen = {name: header for name, header in columns.items() if header}
        required = {each.name for each in self.fields if each.required}
        if missing := required - chosen.keys():
            raise BadInput(f"Please choose a column for: {_listed(missing)}.")
        if self.any_of and not self.any_of & chosen.keys():
            raise BadInput("Please choose a column for at least one thing that is counted.")
        if stray := set(chosen.values()) - set(self.headers):
            raise BadInput(f"The file has no such column: {_listed(stray)}.")
        if len(set(chosen.values())) < len(chosen):
            raise BadInput("One column was chosen twice. Please choose each at most once.")
        if dates:
            written_form(dates)
        return ColumnMapping(self.format, self.fingerprint, chosen, dates.strip(), period)


class NeedsMapping(BadInput):
    """A file can only be read once a person has matched its columns; ``unmapped`` says which."""

    def __init__(self, reason: str, unmapped: Unmapped) -> None:
        super().__init__(reason)
        self.unmapped = unmapped


def fingerprint_of(header: Iterable[str]) -> str:
    """Name a set of column names, whatever their order, case and spaces."""
    names = "\x1f".join(sorted(filter(None, map(plain, header))))
    return hashlib.blake2b(names.encode(), digest_size=12).hexdigest()


def fitting(
    mappings: Iterable[ColumnMapping], name: str, opening: Iterable[Sequence[str]]
) -> tuple[ColumnMapping, Sequence[str]] | None:
    """Find the mapping that is for a format and one of a file's first rows, with that row."""
    candidates = [each for each in mappings if each.format == name]
    found = ((each, row) for row in opening for each in candidates if each.is_for(row))
    return next(found, None)


def unmapped(
    name: str,
    header: Iterable[str],
    fields: Iterable[Field],
    *,
    any_of: frozenset[str] = frozenset(),
    needs_period: bool = False,
) -> Unmapped:
    """Ask for a format's fields to be matched with a file's column names, with suggestions."""
    headers = tuple(dict.fromkeys(cell.strip() for cell in header if cell.strip()))
    ours = tuple(fields)
    return Unmapped(name, headers, ours, suggest(headers, ours), any_of, needs_period)


def suggest(headers: Collection[str], fields: Iterable[Field]) -> dict[str, str]:
    """Suggest a column for each field that one is alike to, the likest first, each once."""
    scored = sorted(
        ((_likeness(header, each), each.name, header) for each in fields for header in headers),
        key=lambda scored: -scored[0],
    )
    found: dict[str, str] = {}
    for likeness, name, header in scored:
        if likeness >= _ALIKE and name not in found and header not in found.values():
            found[name] = header
    return found


def _likeness(header: str, wanted: Field) -> float:
    """Tell how alike two names are, of 100; between equals, the word that is named first wins."""
    words = enumerate((wanted.name, *wanted.words))
    return max(
        fuzz.token_sort_ratio(plain(header), plain(word)) - place / 100 for place, word in words
    )


def _listed(names: Iterable[str]) -> str:
    return ", ".join(sorted(names))
