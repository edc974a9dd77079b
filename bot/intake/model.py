"""What reading a file gives: the activities found in it, and in words what was left out and why."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from bot.activity import Activity, Source
from bot.errors import BadInput
from scoring.model import Kind


class BadRow(BadInput):
    """One row cannot be taken; its text says why and never quotes the row."""


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
    refusals. With a ``problem`` the whole file was set aside and everything else is empty.
    """

    file: str
    recognised: str
    source: Source = Source.LINKEDIN_EXPORT
    rows_read: int = 0
    rows_refused: int = 0
    activities: tuple[Activity, ...] = ()
    covers: frozenset[Kind] = frozenset()
    standings: Mapping[Kind, int] = field(default_factory=lambda: MappingProxyType({}))
    refused: tuple[RowError, ...] = ()
    problem: str | None = None


@dataclass(frozen=True, slots=True)
class Export:
    """What a whole export gave; ``ignored`` are the names of files that feed no signal."""

    extracts: tuple[Extract, ...]
    ignored: tuple[str, ...] = ()

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
