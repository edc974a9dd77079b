"""The App Home: one's own score, one's teams, and for admins settings, health and first steps."""

from dataclasses import dataclass
from datetime import date

from bot.messages.contexts.agent import FeedbackLine
from bot.messages.contexts.api import TokenLine
from bot.messages.contexts.comparison import TrendPoint
from bot.messages.contexts.data import ImportLine
from bot.messages.contexts.parts import ActionLine
from bot.messages.contexts.score import Me, NoData
from bot.messages.contexts.team import Digest
from bot.messages.presses import HomePlace


@dataclass(frozen=True, slots=True)
class HomeScore:
    """The reader's score, how it went for twelve weeks, and the best next thing to do, if any."""

    me: Me
    trend: tuple[TrendPoint, ...]
    next: ActionLine | None


@dataclass(frozen=True, slots=True)
class HomeTeam:
    """A team that the reader manages.

    The average is absent where fewer than ``minimum`` members have a score. ``help`` counts who
    could use a look; names are in the team's report alone, where members see who looked.
    """

    name: str
    members: int
    average: int | None
    change: int | None
    minimum: int
    help: int


@dataclass(frozen=True, slots=True)
class FirstSteps:
    """What an admin does once: a team, members who join, a first import, a look at a digest.

    ``team`` is whose digest can be looked at, absent while there is none.
    """

    team: str | None
    teams: int
    joined: int
    shown: int
    previewed: bool

    @property
    def done(self) -> bool:
        """Whether all of it is done."""
        return bool(self.teams and self.joined and self.shown and self.previewed)


@dataclass(frozen=True, slots=True)
class HomeSettings:
    """What an admin sets for everybody.

    ``smallest_team`` is the fewest scored members of whom an average is shown, chosen from
    ``sizes``; ``plain_since`` is the day on which the workspace last refused tables and charts.
    """

    smallest_team: int
    sizes: tuple[int, ...]
    games: bool
    plain_since: date | None


@dataclass(frozen=True, slots=True)
class HomeHealth:
    """How the bot is: what of the last seven days' messages is owed, in doubt or failed.

    ``late`` tells that something owed should have gone out already, ``night_missing`` that a night
    that has passed is not scored; ``scored_through`` is the last that is.
    """

    owed: int
    in_doubt: int
    failed: int
    late: bool
    scored_through: date | None
    night_missing: bool
    engine: str
    recordings: int
    last_recording: date | None
    disputes: int
    feedback: FeedbackLine
    unread_files: int = 0
    """How many kinds of files could not be read in seven days."""

    @property
    def is_well(self) -> bool:
        """Whether there is nothing that an admin should look at."""
        troubles = (self.in_doubt, self.failed, self.late, self.night_missing, self.unread_files)
        return not any(troubles)


@dataclass(frozen=True, slots=True)
class HomeAdmin:
    """The part for admins; the first steps are absent once done, unless they are asked for.

    ``tokens`` are those of the API that hold, ``revoked`` those that do no more.
    """

    steps: FirstSteps | None
    settings: HomeSettings
    health: HomeHealth
    tokens: tuple[TokenLine, ...] = ()
    revoked: tuple[TokenLine, ...] = ()


@dataclass(frozen=True, slots=True)
class Home:
    """The App Home: of teams those of the page that the reader has turned to."""

    today: date
    score: HomeScore | NoData
    teams: tuple[str, ...]
    team_pages: int
    managed: tuple[HomeTeam, ...]
    managed_pages: int
    place: HomePlace
    admin: HomeAdmin | None


@dataclass(frozen=True, slots=True)
class Waiting:
    """The modal that opens at once where an answer takes its place in a moment."""


@dataclass(frozen=True, slots=True)
class HowToImport:
    """`/ssi import`: how an export comes in, and the reader's last ones."""

    imports: tuple[ImportLine, ...]


@dataclass(frozen=True, slots=True)
class DigestPreview:
    """A digest that is not posted, without its buttons; the channel is where it would be."""

    channel_id: str
    digest: Digest


@dataclass(frozen=True, slots=True)
class SettingsChanged:
    """What holds for everybody from now on; the averages of smaller teams are shown to nobody."""

    smallest_team: int


AtHome = Home | Waiting | HowToImport | DigestPreview | SettingsChanged
"""Every message and view of this module."""
