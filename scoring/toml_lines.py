"""Reads TOML tables so that every refusal can name the line that is wrong.

Python's ``tomllib`` gives values without their places. A rulebook keeps every text on one line, so
the place of a value is found again by looking for the n-th table header and the key below it.
"""

import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from typing import TypeVar

Choice = TypeVar("Choice", bound=StrEnum)

_LIST_HEADER = re.compile(r"\s*\[\[\s*([\w-]+)\s*\]\]")
_HEADER = re.compile(r"\s*\[\s*([\w-]+)")
_KEY = re.compile(r"""\s*["']?([\w-]+)["']?\s*[.=]""")
_LONG_TEXT = re.compile("\"\"\"|'''")
_TOML_PLACE = re.compile(r"\s*\(at (?:line (\d+), column \d+|end of document)\)")


class RulebookError(ValueError):
    """A rulebook's text cannot be used; the sentence names the line and what is wrong there."""

    def __init__(self, line: int, why: str) -> None:
        super().__init__(f"Line {line}: {why}.")
        self.line = line


@dataclass(slots=True)
class Table:
    """One table of a TOML text: its values, the line it starts on and the line of each key."""

    line: int
    values: Mapping[str, object] = field(default_factory=dict)
    key_lines: dict[str, int] = field(default_factory=dict)

    def refusal(self, key: str, why: str) -> RulebookError:
        """Make the error that names the key's line, or the table's where the key is missing."""
        return RulebookError(self.key_lines.get(key, self.line), why)

    def expect(self, required: Sequence[str], optional: Sequence[str] = ()) -> None:
        """Refuse a key that is missing or unknown.

        Raises:
            RulebookError: Naming the first such key.
        """
        for key in required:
            if key not in self.values:
                raise self.refusal(key, f"“{key}” is missing here")
        for key in self.values:
            if key not in required and key not in optional:
                raise self.refusal(key, f"“{key}” is not a key that is known here")

    def text(self, key: str) -> str:
        """Read a text that is not empty."""
        value = self.values[key]
        if not isinstance(value, str) or not value.strip():
            raise self.refusal(key, f"“{key}” must be a text")
        return value

    def day(self, key: str) -> date:
        """Read a date such as 2026-01-01, without quotes and without a time."""
        value = self.values[key]
        if not isinstance(value, date) or isinstance(value, datetime):
            raise self.refusal(key, f"“{key}” must be a date such as 2026-01-01")
        return value

    def number(self, key: str) -> Fraction:
        """Read a number exactly as it is written."""
        value = self.values[key]
        if isinstance(value, bool) or not isinstance(value, int | Decimal):
            raise self.refusal(key, f"“{key}” must be a number")
        if isinstance(value, Decimal) and not value.is_finite():
            raise self.refusal(key, f"“{key}” must be a finite number")
        return Fraction(value)

    def whole(self, key: str) -> int:
        """Read a whole number of at least 1."""
        value = self.number(key)
        if value.denominator != 1 or value < 1:
            raise self.refusal(key, f"“{key}” must be a whole number of at least 1")
        return value.numerator

    def choice(self, key: str, choices: type[Choice]) -> Choice:
        """Read one of the names of an enumeration."""
        name = self.text(key)
        if name not in {choice.value for choice in choices}:
            known = ", ".join(choices)
            raise self.refusal(key, f"“{name}” is not a known {key} ({known})")
        return choices(name)

    def texts(self, key: str) -> tuple[str, ...]:
        """Read a list of one or more texts, none of them twice."""
        value = self.values[key]
        if not isinstance(value, list) or not value:
            raise self.refusal(key, f"“{key}” must be a list of one or more names")
        names = tuple(name for name in value if isinstance(name, str))
        if len(names) != len(value) or len(set(names)) != len(names):
            raise self.refusal(key, f"“{key}” must hold names only, and each of them once")
        return names


@dataclass(frozen=True, slots=True)
class Document:
    """A TOML text as its top table and its lists of tables by name."""

    top: Table
    lists: Mapping[str, Sequence[Table]]


def read_document(text: str, list_names: Sequence[str]) -> Document:
    """Read a TOML text made of plain keys and, after them, lists of tables.

    Args:
        text: The TOML text.
        list_names: The names of the lists of tables (``[[name]]``) that it may hold.

    Raises:
        RulebookError: The text is not TOML, holds a text of several lines, or writes one of the
            lists in another way than as ``[[name]]`` tables.
    """
    try:
        values = tomllib.loads(text, parse_float=Decimal)
    except tomllib.TOMLDecodeError as error:
        raise _syntax_error(text, str(error)) from error
    document = _find_lines(text, list_names)
    document.top.values = {key: values[key] for key in values if key not in list_names}
    for name in list_names:
        rows = values.get(name, [])
        tables = document.lists[name]
        if not isinstance(rows, list) or len(rows) != len(tables):
            raise document.top.refusal(name, f"write each {name} under its own [[{name}]]")
        for table, row in zip(tables, rows, strict=True):
            table.values = row
    return document


def _find_lines(text: str, list_names: Sequence[str]) -> Document:
    """Find the line of each table and key; the values are still to be filled in."""
    top = Table(line=1)
    lists: dict[str, list[Table]] = {name: [] for name in list_names}
    current = top
    for number, line in enumerate(text.splitlines(), start=1):
        if _LONG_TEXT.search(line):
            raise RulebookError(number, "keep each text on one line, in plain quotes")
        if (header := _LIST_HEADER.match(line)) and header[1] in lists:
            current = Table(line=number)
            lists[header[1]].append(current)
        elif header := _LIST_HEADER.match(line) or _HEADER.match(line):
            top.key_lines.setdefault(header[1], number)
        elif key := _KEY.match(line):
            current.key_lines.setdefault(key[1], number)
    return Document(top, lists)


def _syntax_error(text: str, message: str) -> RulebookError:
    """Turn ``tomllib``'s message, which ends in its place, into a sentence that begins with it."""
    place = _TOML_PLACE.search(message)
    last = max(1, len(text.splitlines()))
    line = int(place[1]) if place and place[1] else last
    return RulebookError(line, f"this is not TOML: {_TOML_PLACE.sub('', message)}")
