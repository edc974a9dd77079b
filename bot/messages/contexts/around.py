"""All else: imports, privacy, and what went wrong."""

from dataclasses import dataclass
from datetime import date, datetime

from bot.messages.contexts.parts import Person
from scoring.model import Kind


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
    """The report of an import, and the score it led to (absent when nothing was taken).

    ``number`` is the import's, by which it can be undone.
    """

    number: int
    person: Person | None
    title: str
    files: tuple[FileLine, ...]
    ignored: tuple[str, ...]
    points: int | None
    points_before: int | None
    superseded: tuple[tuple[Kind, int], ...] = ()
    """What had been logged by hand and is shown by the file now: it counts once."""
    unscored: tuple[Kind, ...] = ()
    """The kinds that were kept, and that today's rules do not take into account."""

    @property
    def taken(self) -> int:
        """Rows taken over all files."""
        return sum(line.taken for line in self.files)

    @property
    def known(self) -> int:
        """Rows that were already known."""
        return sum(line.known for line in self.files)


@dataclass(frozen=True, slots=True)
class LookLine:
    """Somebody's look at the reader's data: report, score, details or export.

    ``who`` is a Slack id, empty for somebody who was forgotten since.
    """

    at: datetime
    who: str
    what: str


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
    weekly_note: bool = False
    """Whether a note on the own week comes each Monday."""
    games: bool | None = None
    """Whether the own streaks and badges are shown; absent where nobody's are."""
    open_to: tuple[tuple[str, date], ...] = ()
    """The managers whom the asker lets see what is behind the score, each with the last day."""
    looks: tuple[LookLine, ...] = ()
    """The last looks of others at the asker's data, the latest first."""
    counting: tuple[str, ...] = ()
    """Those of the asker's teams in whose channels links to LinkedIn posts count."""
    programs: tuple[str, ...] = ()
    """The names of the tokens by which programs may read everybody's score, by an admin's leave."""


@dataclass(frozen=True, slots=True)
class Problem:
    """A sentence that says what is wrong and the way out; ``incident`` names an unknown error."""

    sentence: str
    incident: str | None = None
