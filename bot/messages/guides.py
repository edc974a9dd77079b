"""The short help of a language for each word after `/ssi`, from its ``commands.toml``."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import TypedDict, cast


class _GuideTable(TypedDict):
    usage: str
    shows: str
    seen_by: str
    examples: list[str]


@dataclass(frozen=True, slots=True)
class Guide:
    """How a word after `/ssi` is used: what may follow it, what it shows, and who sees that.

    ``examples`` are whole commands that work as they stand.
    """

    usage: str
    shows: str
    seen_by: str
    examples: tuple[str, ...]


@cache
def load_guides(language: str) -> Mapping[str, Guide]:
    """Read a language's short helps from its folder of the templates, by the word after `/ssi`.

    Raises:
        FileNotFoundError: there is no such language.
    """
    text = files("templates").joinpath(language, "commands.toml").read_text("utf-8")
    tables = cast("dict[str, _GuideTable]", tomllib.loads(text))
    return {
        word: Guide(table["usage"], table["shows"], table["seen_by"], tuple(table["examples"]))
        for word, table in tables.items()
    }
