"""All else: imports, privacy, help, the App Home, and questions without an answer."""

from dataclasses import dataclass
from datetime import date

from bot.messages.contexts.parts import Person
from bot.messages.contexts.score import Me, NoData


@dataclass(frozen=True, slots=True)
class FileLine:
    """One file of an import: rows read, taken, already known, refused.

    ``refused`` gives the first refused rows as (row, reason), ``rows_refused`` counts all of them.
    """

    name: str
    recognised: str
    read: int
    taken: int
    known: int
    rows_refused: int
    refused: tuple[tuple[int, str], ...]
    problem: str | None


@dataclass(frozen=True, slots=True)
class Imported:
    """The report of an import, and the score it led to (absent when nothing was taken)."""

    person: Person | None
    title: str
    files: tuple[FileLine, ...]
    ignored: tuple[str, ...]
    points: int | None
    points_before: int | None

    @property
    def taken(self) -> int:
        """Rows taken over all files."""
        return sum(line.taken for line in self.files)

    @property
    def known(self) -> int:
        """Rows that were already known."""
        return sum(line.known for line in self.files)


@dataclass(frozen=True, slots=True)
class Privacy:
    """`/ssi privacy`: what is stored of the asker, who sees it, and whether boards show them."""

    activities: int
    first: date | None
    last: date | None
    teams: tuple[str, ...]
    managers: tuple[str, ...]
    on_board: bool
    readings: int
    """How many days are stored of what LinkedIn itself showed."""


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
class Problem:
    """A sentence that says what is wrong and the way out; ``incident`` names an unknown error."""

    sentence: str
    incident: str | None = None


@dataclass(frozen=True, slots=True)
class Home:
    """The App Home: the score card, or how to begin; and the teams that the reader manages."""

    me: Me | NoData
    teams: tuple[str, ...]
    managed: tuple[str, ...]
