"""What reading a file gives: the activities found in it, and in words what was left out and why."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from types import MappingProxyType

from bot.activity import Activity, Source
from bot.errors import BadInput
from bot.intake.drift import Drift, shape
from scoring.model import Kind


class BadRow(BadInput):
    """One row cannot be taken; its text says why and never quotes the row."""


class UnknownForm(BadRow):
    """A value is written in no known way; told are its column and its shape."""

    def __init__(self, reason: str, column: str = "", value: str = "") -> None:
        super().__init__(reason)
        self.column = column
        self.shape = shape(value)


class BadFile(BadInput):
    """One file is set aside as a whole; its text says why and what to do."""


@dataclass(frozen=True, slots=True)
class RowError:
    """A refused row: its number as a spreadsheet shows it (header included), and the reason."""

    row: int
    reason: str


@dataclass(frozen=True, slots=True)
class Extract:
    """What one file gave.

    ``file`` is its name as given, ``recognised`` what it is, such as ``Comments``. ``covers`` are
    the kinds it can show: an empty file means "looked, and there were none". ``standings`` are
    entries of profile sections as of the export. ``refused`` holds the first of ``rows_refused``
    refusals.

    With a ``problem`` the whole file was set aside and everything else is empty; ``drift`` tells
    how the file differs from what is known, where that is why.

    ``subject`` is what a team's file calls the member it tells of; without one it is the sender's
    own. ``period`` are the first and last day that totals are of. With ``keeps_maximum``, what is
    known already by kind, day and ref is replaced by a larger quantity.
    """

    file: str
    recognised: str
    source: Source = Source.LINKEDIN_EXPORT
    rows_read: int = 0
    rows_refused: int = 0
    activities: Sequence[Activity] = ()
    covers: frozenset[Kind] = frozenset()
    standings: Mapping[Kind, int] = field(default_factory=lambda: MappingProxyType({}))
    refused: tuple[RowError, ...] = ()
    problem: str | None = None
    drift: Drift | None = None
    subject: str | None = None
    period: tuple[date, date] | None = None
    keeps_maximum: bool = False


@dataclass(frozen=True, slots=True)
class Export:
    """What a whole export gave; ``format`` is the name of what read it.

    ``ignored`` are the names of files that feed no signal. A file ``of_team`` says itself whom it
    tells of, even where that is nobody; any other is its sender's own.
    """

    extracts: tuple[Extract, ...]
    ignored: tuple[str, ...] = ()
    format: str = field(kw_only=True)
    of_team: bool = field(default=False, kw_only=True)

    @property
    def covers(self) -> frozenset[Kind]:
        """The kinds this export can show; acceptance takes both invitations and connections."""
        kinds = frozenset[Kind]().union(*(extract.covers for extract in self.extracts))
        if {Kind.INVITATION_SENT, Kind.CONNECTION_MADE} <= kinds:
            kinds |= {Kind.INVITATION_ACCEPTED}
        return kinds

    @property
    def standings(self) -> dict[Kind, int]:
        """Entries by profile section; where two files tell of one section, the fuller counts."""
        entries: dict[Kind, int] = {}
        for extract in self.extracts:
            for kind, count in extract.standings.items():
                entries[kind] = max(count, entries.get(kind, 0))
        return entries
