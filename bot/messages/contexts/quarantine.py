"""Files that are not as their format is known: what differs, for those who can do something."""

from dataclasses import dataclass
from datetime import date, datetime


@dataclass(frozen=True, slots=True)
class DriftLine:
    """What differs in a file from what is known of its kind, and who sent it last when.

    ``sent_by`` is a Slack id, empty for somebody who was forgotten since; ``times`` counts files
    that are built alike. ``unknown`` and ``missing`` are columns, ``forms`` the shapes of values by
    column that are written in no known way.
    """

    number: int
    recognised: str
    sent_by: str
    at: datetime
    times: int
    unknown: tuple[str, ...]
    missing: tuple[str, ...]
    forms: tuple[tuple[str, tuple[str, ...]], ...]
    mappable: bool


@dataclass(frozen=True, slots=True)
class Drifted:
    """An admin is told that a file could not be read, and what differs in it."""

    line: DriftLine


@dataclass(frozen=True, slots=True)
class Quarantined:
    """`/ssi imports`: the last files that differ from what is known, for admins."""

    lines: tuple[DriftLine, ...]
    today: date


@dataclass(frozen=True, slots=True)
class StructureSent:
    """A file's structure came as a file into the admin's direct messages."""

    name: str


AboutQuarantine = Drifted | Quarantined | StructureSent
"""Every message of this module."""
