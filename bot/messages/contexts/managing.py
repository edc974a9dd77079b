"""What managers see of members, and what members say to that."""

from dataclasses import dataclass
from datetime import date

from bot.messages.contexts.comparison import TrendPoint
from bot.messages.contexts.games import TeamGoalLine
from bot.messages.contexts.parts import ActionLine, Missing, Person, PillarLine, SharedCause
from bot.messages.contexts.score import ActivityCause
from scoring.model import Pillar

MEMBERS_A_PAGE = 20
"""Members in one page of the report: as many as Slack's table has room for beside the rest."""


@dataclass(frozen=True, slots=True)
class TeamRow:
    """A member in a manager's report; scores are absent for who has no data.

    ``pillars`` are in the order of ``Pillar``; ``coverage`` is what sources can show of 1000.
    """

    person: Person
    points: int | None
    change: int | None
    weakest: Pillar | None
    needs_help: str | None
    """Why a look would help: fell, silent, stuck or no_data."""
    pillars: tuple[int, ...] = ()
    coverage: int | None = None
    last_activity: date | None = None


@dataclass(frozen=True, slots=True)
class Attention:
    """A member who could use a look, and what would help.

    That is a new import where the last one is old (``imported_on`` tells of when), else something
    to do, else an import that shows signals which none shows yet.
    """

    person: Person
    reason: str
    change: int | None = None
    quiet_since: date | None = None
    imported_on: date | None = None
    action: ActionLine | None = None
    unseen: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class TeamReport:
    """`/ssi team` for the team's manager; ``average`` is absent under the minimum size.

    ``number`` is the team's, ``page`` counts from 1; ``trend`` is of the average, week by week.
    """

    team: str
    number: int
    day: date
    since: date
    rows: tuple[TeamRow, ...]
    attention: tuple[Attention, ...]
    average: int | None
    average_change: int | None
    trend: tuple[TrendPoint, ...]
    shared: SharedCause | None
    reference: str | None
    goal: TeamGoalLine | None = None
    """How far the team is on the way to its goal, if it has one."""
    page: int = 1

    @property
    def pages(self) -> int:
        """How many pages the members take."""
        return max(1, -(-len(self.rows) // MEMBERS_A_PAGE))

    @property
    def shown(self) -> tuple[TeamRow, ...]:
        """The members of the page."""
        return self.rows[self.before : self.before + MEMBERS_A_PAGE]

    @property
    def before(self) -> int:
        """How many members are on the pages before."""
        return (self.page - 1) * MEMBERS_A_PAGE


@dataclass(frozen=True, slots=True)
class Exported:
    """A manager asked for the team as a file, which is in the manager's direct message now."""

    team: str
    members: int


@dataclass(frozen=True, slots=True)
class Behind:
    """What is behind a score, with its owner's consent: what moved it, and what is worth most.

    ``causes`` are the largest, ``rest`` is everything else that moved it.
    """

    until: date
    causes: tuple[ActivityCause, ...]
    rest: int
    steps: tuple[ActionLine, ...]


@dataclass(frozen=True, slots=True)
class Coaching:
    """`/ssi team @somebody`: a member as the manager may see them.

    ``behind`` is absent without the member's consent; ``asked_on`` is when that was asked for.
    """

    person: Person
    day: date
    since: date
    points: int
    change: int
    swing: int | None
    pillars: tuple[PillarLine, ...]
    missing: tuple[Missing, ...]
    behind: Behind | None
    asked_on: date | None
    reference: str


@dataclass(frozen=True, slots=True)
class ConsentAsked:
    """A manager asked to see what is behind a score; ``again`` where that was asked already."""

    person: Person
    again: bool


@dataclass(frozen=True, slots=True)
class ConsentWanted:
    """A member is asked whether a manager may see what is behind the score, for so many days."""

    manager: str
    days: int


@dataclass(frozen=True, slots=True)
class ConsentAnswered:
    """What holds after a member's answer: until when the manager sees more, if at all."""

    manager: str
    until: date | None
    today: date


Managing = TeamReport | Exported | Coaching | ConsentAsked | ConsentWanted | ConsentAnswered
"""Every message of this module."""
