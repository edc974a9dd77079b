"""What is said around answers: help, doubt, and what of a question an answer is about."""

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from scoring.model import Pillar

if TYPE_CHECKING:
    from bot.messages.contexts import Context


@dataclass(frozen=True, slots=True)
class Help:
    """`/ssi help`: what to type; managers and teams without set-up get a line of their own."""

    is_manager: bool
    has_team: bool


@dataclass(frozen=True, slots=True)
class Unsure:
    """The likeliest readings of a text, offered as buttons; values are intents."""

    text: str
    readings: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class OutOfScope:
    """A friendly sentence for what the bot does not do."""


@dataclass(frozen=True, slots=True)
class Thanks:
    """A light word back to somebody who said thanks."""


@dataclass(frozen=True, slots=True)
class Greeting:
    """A light word back to somebody who said hello."""


@dataclass(frozen=True, slots=True)
class CommandHelp:
    """`/ssi help plan`: how one word after `/ssi` is used; the language's own words tell it."""

    word: str


@dataclass(frozen=True, slots=True)
class DidYouMean:
    """The word after `/ssi` that is nearest to an unknown one, offered as a button."""

    typed: str
    command: str


@dataclass(frozen=True, slots=True)
class Echoed:
    """An answer, and below it what was understood of the question in words.

    The days, pillar and signal are those that the answer is about; ``days_left_out`` is set where
    days were named that it cannot be about, ``left_out`` holds the pillar and the signal.
    """

    answer: "Context"
    days: tuple[date, date] | None
    pillar: Pillar | None
    signal: str | None
    days_left_out: bool
    left_out: tuple[Pillar | str, ...]
    today: date


Talk = Help | CommandHelp | DidYouMean | Unsure | OutOfScope | Thanks | Greeting | Echoed
"""Every message of this module."""
