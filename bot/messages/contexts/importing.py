"""Bringing a file in: what it would bring, how far it is, and what came of it."""

from dataclasses import dataclass
from datetime import date

from bot.messages.contexts.parts import Person
from scoring.model import Kind, Pillar


@dataclass(frozen=True, slots=True)
class KindCount:
    """How much of a kind a file tells, and how much of that is new."""

    kind: Kind
    count: int
    new: int


@dataclass(frozen=True, slots=True)
class PillarMove:
    """A pillar before and after an import, in tenths; absent where it cannot be seen."""

    pillar: Pillar
    before: int | None
    after: int | None


@dataclass(frozen=True, slots=True)
class LeftOut:
    """What of a recognised file is read past and never stored, each part by its name."""

    file: str
    parts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Content:
    """What files tell of one person, as a preview shows it.

    ``sections`` counts the profile sections that it tells of. ``first`` and ``last`` are the days
    of the first and last activity. ``superseded`` was logged by hand and would be replaced;
    ``unscored`` are the kinds that today's rules do not take into account.
    """

    counts: tuple[KindCount, ...]
    sections: int
    first: date | None
    last: date | None
    points_before: int | None
    points: int | None
    pillars: tuple[PillarMove, ...]
    superseded: tuple[tuple[Kind, int], ...] = ()
    unscored: tuple[Kind, ...] = ()

    @property
    def new(self) -> int:
        """How many activities are new, profile sections apart."""
        return sum(line.new for line in self.counts)


@dataclass(frozen=True, slots=True)
class Preview:
    """What a file is, and what would come of importing it; nothing of it is stored yet.

    ``format`` names what read it. ``set_aside`` are files that cannot be taken in, with the reason;
    one that is ``mappable`` can be once somebody says what its columns are.
    """

    number: int
    title: str
    format: str
    recognised: tuple[str, ...]
    content: Content
    left_out: tuple[LeftOut, ...]
    set_aside: tuple[tuple[str, str], ...]
    mappable: bool
    rows_refused: int
    ignored: tuple[str, ...]
    today: date


@dataclass(frozen=True, slots=True)
class TeamLine:
    """What a team's file brings to a member: how many entries, and by how much the score moves.

    The score itself is for those who may see it. The change is absent where there was no score.
    """

    person: Person
    new: int
    known: int
    change: int | None


@dataclass(frozen=True, slots=True)
class TeamPreview:
    """What a team's file would bring to whom; nothing of it is stored yet.

    ``unmatched`` are the names in it that nobody here is known by: they are left out.
    """

    number: int
    title: str
    format: str
    counts: tuple[KindCount, ...]
    first: date | None
    last: date | None
    lines: tuple[TeamLine, ...]
    unmatched: tuple[str, ...]
    left_out: tuple[LeftOut, ...]
    set_aside: tuple[tuple[str, str], ...]
    mappable: bool
    rows_refused: int
    today: date


@dataclass(frozen=True, slots=True)
class TeamImported:
    """The report of a team's file: what came in for whom, and who was left out."""

    number: int
    title: str
    lines: tuple[TeamLine, ...]
    unmatched: tuple[str, ...]
    set_aside: tuple[tuple[str, str], ...]
    rows_refused: int
    refused: tuple[tuple[int, str], ...]

    @property
    def taken(self) -> int:
        """Entries that came in for all."""
        return sum(line.new for line in self.lines)


@dataclass(frozen=True, slots=True)
class MatchingAsked:
    """A file can be read once a person says what its columns are."""

    number: int
    title: str
    format: str
    columns: int


@dataclass(frozen=True, slots=True)
class ColumnsForm:
    """The modal that asks which columns of a file are which of our fields.

    ``fields`` are (name, required), ``suggestions`` columns by field, ``place`` is for the answer.
    With ``needs_days`` it asks of which days the file tells, too.
    """

    format: str
    headers: tuple[str, ...]
    fields: tuple[tuple[str, bool], ...]
    suggestions: tuple[tuple[str, str], ...]
    needs_days: bool
    today: date
    place: str


@dataclass(frozen=True, slots=True)
class SeatsForm:
    """The modal that asks whose seats are; ``more`` of them are asked for afterwards."""

    seats: tuple[str, ...]
    more: int
    place: str


@dataclass(frozen=True, slots=True)
class Matched:
    """What a person said of a file was remembered; its preview comes anew."""

    title: str


@dataclass(frozen=True, slots=True)
class ImportProgress:
    """How far the import of a file is: of which file so many percent are read."""

    title: str
    file: str
    percent: int


@dataclass(frozen=True, slots=True)
class ImportStopped:
    """Nothing of a file was imported, or not all of it.

    ``why`` is cancelled, expired, gone, changed or interrupted; after an interruption ``number``
    names the import that may go on.
    """

    title: str
    why: str
    number: int | None = None


AboutImports = (
    Preview
    | TeamPreview
    | TeamImported
    | MatchingAsked
    | ColumnsForm
    | SeatsForm
    | Matched
    | ImportProgress
    | ImportStopped
)
"""Every message of this module."""
