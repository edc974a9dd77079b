"""The words of a language: nouns, and names of days and months, from its ``words.toml``."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import TypedDict, cast

from scoring.model import Kind, Pillar


class _SignalTable(TypedDict, total=False):
    name: str
    noun: tuple[str, str]
    unit: str
    rate: str
    counts_days: bool


class _DatesTable(TypedDict):
    weekdays: list[str]
    weekdays_short: list[str]
    months: list[str]
    day: str
    day_of_year: str
    weekday: str
    within_month: str
    across_months: str
    instant: str


class _Numbers(TypedDict):
    decimal: str
    thousands: str


class _Tables(TypedDict):
    numbers: _Numbers
    dates: _DatesTable
    pillars: dict[str, str]
    intents: dict[str, str]
    nouns: dict[str, tuple[str, str]]
    kinds: dict[str, tuple[str, str]]
    signals: dict[str, _SignalTable]


@dataclass(frozen=True, slots=True)
class Noun:
    """What is counted, for one of it and for any other number."""

    one: str
    many: str

    def of(self, count: int) -> str:
        """Give the form that fits a number, whatever its sign."""
        return self.one if abs(count) == 1 else self.many


@dataclass(frozen=True, slots=True)
class SignalWords:
    """How a signal is spoken of.

    ``noun`` counts one more of it, ``unit`` what a target counts; ``rate`` is a pattern of
    ``{value}`` and ``{of}``. Evidence of a signal that ``counts_days`` is in its own noun.
    """

    name: str
    noun: Noun
    unit: str
    rate: str
    counts_days: bool


@dataclass(frozen=True, slots=True)
class DateWords:
    """Names and patterns of dates: lists begin with Monday and with January.

    ``instant`` is in Slack's own words for dates, for Slack fills it in.
    """

    weekdays: tuple[str, ...]
    weekdays_short: tuple[str, ...]
    months: tuple[str, ...]
    day: str
    day_of_year: str
    weekday: str
    within_month: str
    across_months: str
    instant: str


@dataclass(frozen=True, slots=True)
class Words:
    """All words of a language that are no sentences."""

    decimal: str
    thousands: str
    dates: DateWords
    pillars: Mapping[Pillar, str]
    intents: Mapping[str, str]
    nouns: Mapping[str, Noun]
    kinds: Mapping[Kind, Noun]
    signals: Mapping[str, SignalWords]

    def signal(self, name: str) -> SignalWords:
        """Tell how to speak of a signal; one of a workspace's own rulebook goes by its name."""
        if name in self.signals:
            return self.signals[name]
        plain = name.replace("_", " ")
        rate = f"{{value}} / {{of}} {plain}"
        return SignalWords(plain, Noun(plain, plain), "", rate, counts_days=False)


@cache
def load_words(language: str) -> Words:
    """Read a language's words from its folder of the templates.

    Raises:
        FileNotFoundError: there is no such language.
    """
    text = files("templates").joinpath(language, "words.toml").read_text("utf-8")
    return _parse(cast("_Tables", tomllib.loads(text)))


def _parse(tables: _Tables) -> Words:
    dates = tables["dates"]
    return Words(
        decimal=tables["numbers"]["decimal"],
        thousands=tables["numbers"]["thousands"],
        dates=DateWords(
            weekdays=tuple(dates["weekdays"]),
            weekdays_short=tuple(dates["weekdays_short"]),
            months=tuple(dates["months"]),
            day=dates["day"],
            day_of_year=dates["day_of_year"],
            weekday=dates["weekday"],
            within_month=dates["within_month"],
            across_months=dates["across_months"],
            instant=dates["instant"],
        ),
        pillars={pillar: tables["pillars"][pillar] for pillar in Pillar},
        intents=tables["intents"],
        nouns={name: Noun(*forms) for name, forms in tables["nouns"].items()},
        kinds={kind: Noun(*tables["kinds"][kind.label]) for kind in Kind},
        signals={name: _signal(signal) for name, signal in tables["signals"].items()},
    )


def _signal(table: _SignalTable) -> SignalWords:
    noun = Noun(*table["noun"])
    return SignalWords(
        name=table["name"],
        noun=noun,
        unit=table.get("unit", noun.many),
        rate=table.get("rate", ""),
        counts_days=table.get("counts_days", False),
    )
