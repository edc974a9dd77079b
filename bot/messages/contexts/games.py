"""Goals, streaks, badges and tips: what keeps somebody going, for that person's eyes only."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from bot.messages.contexts.parts import ActionLine
from scoring.model import Pillar


@dataclass(frozen=True, slots=True)
class GoalLine:
    """How far a member is on the way to a goal, as points in tenths.

    ``expected`` is what a straight way from the day on which the goal was set asks for today, and
    ``days_left`` runs to ``by``, below zero when it has passed; both are absent without a day.
    ``step`` is the best next one, ``minutes`` what the cheapest plan takes in all, and ``leads_to``
    how far it leads.
    """

    goal: int
    points: int
    by: date | None
    days_left: int | None
    expected: int | None
    step: ActionLine | None
    minutes: int
    leads_to: int

    @property
    def missing(self) -> int:
        """The points that are missing, never below zero."""
        return max(0, self.goal - self.points)

    @property
    def on_course(self) -> bool:
        """Whether the score keeps the pace, and the cheapest plan reaches the goal."""
        return self.points >= (self.expected or 0) and self.leads_to >= self.goal

    @property
    def minutes_a_week(self) -> int | None:
        """What the plan takes in each of the weeks that are left, where there is one or more."""
        if self.days_left is None or self.days_left < 7:  # noqa: PLR2004 - days of a week
            return None
        return -(-7 * self.minutes // self.days_left)


@dataclass(frozen=True, slots=True)
class TeamGoalLine:
    """How far a team's average is on the way to its goal.

    The average is absent where fewer than ``minimum`` members have a score.
    """

    goal: int
    average: int | None
    minimum: int
    by: date | None
    days_left: int | None
    expected: int | None


@dataclass(frozen=True, slots=True)
class StreakLine:
    """How many weeks in a row had an activity; weeks off neither add to it nor end it.

    ``this_week`` tells whether the present week had one. What happened after ``as_of`` is not known
    yet, where that is before this week.
    """

    weeks: int
    longest: int
    this_week: bool
    week_off: bool
    next_week_off: bool
    as_of: date | None


class Badge(StrEnum):
    """What a badge is for."""

    FIRST_POST = "first_post"
    FIRST_RECOMMENDATION = "first_recommendation"
    FIRST_ANSWER = "first_answer"
    STREAK = "streak"
    PILLAR = "pillar"
    BEST = "best"


@dataclass(frozen=True, slots=True)
class BadgeLine:
    """A badge and the day on which it was earned; ``new`` within the last seven days.

    A streak has its ``weeks``, a pillar and a best score have their ``points``.
    """

    badge: Badge
    day: date
    new: bool
    pillar: Pillar | None = None
    weeks: int = 0
    points: int = 0


@dataclass(frozen=True, slots=True)
class TipLine:
    """A tip, by its id, with the points that it would bring."""

    tip: str
    pillar: Pillar
    points: int


@dataclass(frozen=True, slots=True)
class TeamTip:
    """The tip of a digest, by its id."""

    tip: str
    pillar: Pillar


@dataclass(frozen=True, slots=True)
class Tips:
    """`/ssi tips`: up to three that the asker did not have in eight weeks.

    ``again_on`` is the day from which a tip may be told again, where none is left until then.
    """

    day: date
    pillar: Pillar | None
    tips: tuple[TipLine, ...]
    again_on: date | None


@dataclass(frozen=True, slots=True)
class Progress:
    """`/ssi goal`: the asker's own goal, streak and badges; ``news`` is what has just happened.

    It is set, dropped, off (the week of ``monday`` has become one off), on (an ordinary week
    again), or nothing. ``line`` is absent where there is no goal, ``streak`` where none is shown.
    """

    today: date
    news: str
    monday: date | None
    line: GoalLine | None
    streak: StreakLine | None
    badges: tuple[BadgeLine, ...]


@dataclass(frozen=True, slots=True)
class TeamProgress:
    """`/ssi goal team`: a team's goal; ``news`` is set, dropped or nothing."""

    today: date
    team: str
    news: str
    line: TeamGoalLine | None
    is_manager: bool


@dataclass(frozen=True, slots=True)
class GamesSwitched:
    """Goals, streaks and badges were switched on or off for everybody, by an admin."""

    on: bool
