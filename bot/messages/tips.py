"""The tips of a language, from its ``tips.toml``: each helps a signal by some units of it."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import TypedDict, cast


class _TipTable(TypedDict):
    units: int
    minutes: int
    text: str


@dataclass(frozen=True, slots=True)
class Tip:
    """One tip: so many more units of a signal, in so many minutes.

    ``id`` is "signal.name" and the same in every language.
    """

    id: str
    signal: str
    units: int
    minutes: int
    text: str


@cache
def load_tips(language: str) -> Mapping[str, Tip]:
    """Read a language's tips from its folder of the templates, by their ids.

    Raises:
        FileNotFoundError: there is no such language.
    """
    text = files("templates").joinpath(language, "tips.toml").read_text("utf-8")
    tables = cast("dict[str, dict[str, _TipTable]]", tomllib.loads(text))
    tips = (
        Tip(f"{signal}.{name}", signal, table["units"], table["minutes"], table["text"])
        for signal, named in tables.items()
        for name, table in named.items()
    )
    return {tip.id: tip for tip in tips}
