"""Deliveries: what is owed to channels and people, for admins; never what it says."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime


@dataclass(frozen=True, slots=True)
class DeliveryLine:
    """A message that somebody should look at.

    ``team`` is whose it is, and ``channel_id`` where it goes, both absent for a direct message:
    whose that is, is not told. ``state`` is "failed", "unknown" if it may be there and could not be
    looked for, "in_doubt" or "late", since when. ``error`` is Slack's name of what went wrong, as
    far as it is known. ``again`` is the value of the button that sends it once more, absent where
    that is too late or not for people to do.
    """

    kind: str
    team: str | None
    channel_id: str | None
    due: datetime
    state: str
    since: datetime | None
    error: str | None
    again: str | None


@dataclass(frozen=True, slots=True)
class NextDigest:
    """When a team's digest is due next, by the clock of the team."""

    team: str
    day: date
    minute: int
    zone: str


@dataclass(frozen=True, slots=True)
class Deliveries:
    """`/ssi deliveries`: the messages of some days, counted by state, and what needs somebody.

    Of ``found`` lines those of the page, from 1, are in ``lines``. ``stopped`` are teams whose
    channels are gone. ``pressed`` tells what came of *Send again*: "again", or "already".
    ``posts_in_doubt`` and ``late_days`` are the admins' choices.
    """

    days: int
    counts: Mapping[str, int]
    lines: tuple[DeliveryLine, ...]
    found: int
    page: int
    pages: int
    next: tuple[NextDigest, ...]
    stopped: tuple[str, ...]
    posts_in_doubt: bool
    late_days: int
    today: date
    pressed: str | None = None
