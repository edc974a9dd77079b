"""Answers about a team: its report, its board, its digest, and how it is set up and joined."""

from dataclasses import dataclass
from datetime import date, timedelta

from bot.messages.contexts.comparison import TrendPoint
from bot.messages.contexts.games import TeamGoalLine, TeamTip
from bot.messages.contexts.parts import Person, RankMove, RulesLine, SharedCause, Shift


@dataclass(frozen=True, slots=True)
class BoardRow:
    """A row of the leaderboard; ties share a rank. Who is new since has no change.

    ``weeks`` are the points at the end of each of the last weeks, the latest last, in which what
    was told can be held against today; the others are gaps.
    """

    rank: int
    person: Person
    points: int
    change: int | None
    tied: bool = False
    weeks: tuple[int | None, ...] = ()


@dataclass(frozen=True, slots=True)
class Mover:
    """Somebody whose score rose by more than is usual for it."""

    person: Person
    change: int


@dataclass(frozen=True, slots=True)
class Digest:
    """The weekly post in a team's channel: the top, the most improved, the team, one tip."""

    team: str
    since: date
    last: date
    rows: tuple[BoardRow, ...]
    members: int
    improved: tuple[Mover, ...]
    average: int | None
    average_change: int | None
    minimum: int
    shared: SharedCause | None
    tip: TeamTip | None
    reference: str | None
    rules: RulesLine | None = None
    """The rules that changed within the week; their points are shown to nobody here."""
    late_for: date | None = None
    """The day that it was due on, when it is posted late."""
    shift: Shift | None = None
    """That many moved while inputs stood still, which is then said first."""
    goal: TeamGoalLine | None = None
    """How far the team is on the way to its goal, if it has one."""
    newcomers: tuple[BoardRow, ...] = ()
    """The top of those who joined lately, ranked among themselves, where there are enough."""
    trend: tuple[TrendPoint, ...] = ()
    """The team's average week by week, where it may be shown."""
    rules_before: tuple[RulesLine, ...] = ()
    """The rules that changed in the weeks of the trend before this one."""

    @property
    def first(self) -> date:
        """The first of the days that it is about: changes run from the end of the day before."""
        return self.since + timedelta(days=1)


@dataclass(frozen=True, slots=True)
class MyRow:
    """A member's own place on the board, shown to the member alone.

    ``rank`` is absent for who is ``hidden`` from boards, points for who has no data yet.
    """

    team: str
    day: date
    rank: int | None
    of: int
    points: int | None
    change: int | None
    hidden: bool
    reference: str | None
    move: RankMove | None = None
    """How the rank moved in a week, for who had one and has one."""
    tied: bool = False
    newcomers: tuple[int, int] | None = None
    """The rank among the newcomers, and how many they are, for one of them."""


@dataclass(frozen=True, slots=True)
class Board:
    """The leaderboard when somebody asks: the top and the asker's own row."""

    team: str
    day: date
    since: date
    rows: tuple[BoardRow, ...]
    members: int
    mine: BoardRow | None
    reference: str | None
    move: RankMove | None = None
    """How the asker's rank moved since, for who had one and has one."""
    past: bool = False
    """Whether ``day`` is over: the board is of its end."""


@dataclass(frozen=True, slots=True)
class Setup:
    """The modal of `/ssi setup`, filled with what the team has already."""

    channel_id: str
    name: str
    managers: tuple[str, ...]
    weekday: int
    minute: int
    zone: str
    zones: tuple[str, ...]
    counts_links: bool = False


@dataclass(frozen=True, slots=True)
class TeamReady:
    """The post in a channel whose team has just been set up, with the button to join."""

    team: str
    managers: tuple[str, ...]
    weekday: int
    minute: int
    zone: str
    by: str
    counts_links: bool = False


@dataclass(frozen=True, slots=True)
class Joined:
    """What somebody who joins a team reads: what is stored, who sees what, how to leave."""

    team: str
    managers: tuple[str, ...]
    again: bool
    counts_links: bool = False


@dataclass(frozen=True, slots=True)
class Left:
    """What somebody who leaves a team reads."""

    team: str


@dataclass(frozen=True, slots=True)
class DeliveryFailed:
    """A note to who set up a team whose digest could not be posted."""

    team: str
    channel_id: str
    error: str


AboutTeams = Digest | MyRow | Board | Setup | TeamReady | Joined | Left | DeliveryFailed
"""Every message and modal of this module."""
