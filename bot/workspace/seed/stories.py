"""The stories: what each member does, so that one thing that happens to scores can be seen of each.

Everybody follows the usual week to some degree; a story says in what it differs. Days are counted
back from today. The rulebooks look back 28 or 90 days: what left them in the last week was done
28 to 34 or 90 to 96 days ago.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date

from bot.workspace.seed.habits import EVER, Burst, Habit, Stretch
from scoring.model import Kind

SAVED_SEARCHES_ENDED = date(2026, 11, 11)
"""The day from which the platform had no saved searches; nobody saved one after it."""

CONNECTED = 98
"""How many days ago the team came to the bot, and imported its past."""

NAVIGATOR = frozenset(
    {
        Kind.SEARCH_MADE,
        Kind.SEARCH_SAVED,
        Kind.LEAD_SAVED,
        Kind.ACCOUNT_SAVED,
        Kind.PROFILE_VIEWED,
        Kind.INMAIL_SENT,
        Kind.INMAIL_ANSWERED,
    }
)
"""The kinds that only Sales Navigator shows here."""

_ALL = frozenset(Kind)
_BASIC_EXPORT = _ALL - NAVIGATOR - {Kind.COMMENT_MADE, Kind.REACTION_MADE, Kind.VOTE_CAST}

_USUAL_WEEK: Mapping[Kind, float] = {
    Kind.POST_PUBLISHED: 1,
    Kind.ENDORSEMENT_RECEIVED: 0.5,
    Kind.SEARCH_MADE: 7,
    Kind.SEARCH_SAVED: 0.25,
    Kind.PROFILE_VIEWED: 9,
    Kind.LEAD_SAVED: 1.3,
    Kind.DECISION_MAKER_CONNECTED: 0.6,
    Kind.COMMENT_MADE: 1.9,
    Kind.REACTION_MADE: 9,
    Kind.SHARE_MADE: 0.5,
    Kind.VOTE_CAST: 0.15,
    Kind.COMPANY_FOLLOWED: 0.4,
    Kind.ACCOUNT_SAVED: 0.5,
    Kind.INMAIL_SENT: 1,
    Kind.INMAIL_ANSWERED: 0.18,
    Kind.CONNECTION_MADE: 2.2,
    Kind.INVITATION_SENT: 3.2,
    Kind.INVITATION_ACCEPTED: 1.1,
    Kind.OUTREACH_SENT: 3.8,
    Kind.REPLY_RECEIVED: 1,
    Kind.MESSAGE_SENT: 8,
    Kind.ENDORSEMENT_GIVEN: 0.5,
}

Doing = Habit | Burst


@dataclass(frozen=True, slots=True)
class Story:
    """What a member does, and what of it became known when.

    ``unfilled`` are the empty sections of the profile, ``covers`` the kinds that the member's
    sources show. What was done in the stretch ``late`` became known only ``learned`` days ago.
    """

    doings: tuple[Doing, ...]
    unfilled: Collection[Kind] = ()
    covers: frozenset[Kind] = _ALL
    joined: int = CONNECTED
    away: tuple[Stretch, ...] = ()
    late: Stretch | None = None
    learned: int = 0

    @property
    def profile(self) -> Mapping[Kind, int]:
        """How many entries each section of the profile has."""
        return {kind: int(kind not in self.unfilled) for kind in Kind if kind.is_state}


def _week(
    much: float = 1,
    finally_much: float | None = None,
    *,
    swing: float = 0.4,
    but: Mapping[Kind, float] | None = None,
) -> tuple[Doing, ...]:
    """Follow the usual week so much, and today ``finally_much``."""
    times = {kind: usual * much for kind, usual in _USUAL_WEEK.items()} | dict(but or {})
    growth = 1 if finally_much is None else finally_much / much
    return tuple(
        Habit(kind, weekly, finally_weekly=weekly * growth, swing=swing)
        for kind, weekly in times.items()
        if weekly
    )


def _in(over: Stretch, times: Mapping[Kind, float]) -> tuple[Doing, ...]:
    """Do something so many times a week in a stretch of days."""
    return tuple(Habit(kind, weekly, over, swing=0.1) for kind, weekly in times.items())


def _once(kind: Kind, *days_ago: int) -> tuple[Doing, ...]:
    """Do what is rare on a working day around each of these."""
    return tuple(Burst(kind, 1, Stretch(day + 2, day - 1)) for day in days_ago)


_LAST_WEEK = Stretch(6, 0)
_THE_MONTH_BEFORE = Stretch(34, 7)
_EARLIER = Stretch(EVER.first, 35)
_LEFT_THE_WINDOW = Stretch(96, 91)

_MAYA = Story(
    doings=(
        *_week(1.05, swing=0.1),
        *_once(Kind.ARTICLE_PUBLISHED, 181, 152, 123, 94, 66, 38),
        Burst(Kind.COMMENT_MADE, 13, _LEFT_THE_WINDOW),
        *_once(Kind.RECOMMENDATION_RECEIVED, 140, 52),
        *_once(Kind.RECOMMENDATION_GIVEN, 147, 60),
    ),
    unfilled={Kind.PROFILE_VOLUNTEERING},
    away=(Stretch(124, 113),),
)

_JONAS = Story(
    doings=(
        *_week(
            0.95,
            swing=0.15,
            but={
                Kind.OUTREACH_SENT: 0,
                Kind.REPLY_RECEIVED: 0,
                Kind.MESSAGE_SENT: 0,
                Kind.INMAIL_SENT: 0,
                Kind.INMAIL_ANSWERED: 0.26,
            },
        ),
        *_in(
            _EARLIER,
            {
                Kind.OUTREACH_SENT: 3,
                Kind.REPLY_RECEIVED: 1.5,
                Kind.MESSAGE_SENT: 8,
                Kind.INMAIL_SENT: 1,
            },
        ),
        *_in(
            _THE_MONTH_BEFORE,
            {
                Kind.OUTREACH_SENT: 6,
                Kind.REPLY_RECEIVED: 1,
                Kind.MESSAGE_SENT: 10,
                Kind.INMAIL_SENT: 1,
            },
        ),
        Burst(Kind.OUTREACH_SENT, 34, _LAST_WEEK),
        Burst(Kind.REPLY_RECEIVED, 1, _LAST_WEEK),
        Burst(Kind.MESSAGE_SENT, 10, _LAST_WEEK),
        Burst(Kind.INMAIL_SENT, 9, _LAST_WEEK),
        *_once(Kind.ARTICLE_PUBLISHED, 132, 45),
        *_once(Kind.RECOMMENDATION_RECEIVED, 166, 78),
    ),
    unfilled={Kind.PROFILE_VOLUNTEERING, Kind.PROFILE_MEDIA},
    away=(Stretch(75, 66),),
)

_PRIYA = Story(
    doings=_week(0.02, 1.65, swing=0.05, but={Kind.INMAIL_SENT: 0, Kind.INMAIL_ANSWERED: 0}),
    unfilled={Kind.PROFILE_CERTIFICATIONS, Kind.PROFILE_VOLUNTEERING},
)

_TOMAS = Story(
    doings=(
        *_week(
            0.9,
            swing=0.15,
            but={
                Kind.SEARCH_MADE: 3,
                Kind.SEARCH_SAVED: 0.6,
                Kind.PROFILE_VIEWED: 6,
                Kind.LEAD_SAVED: 0.8,
                Kind.DECISION_MAKER_CONNECTED: 0.3,
            },
        ),
        *_once(Kind.RECOMMENDATION_RECEIVED, 146, 58),
    ),
    unfilled={Kind.PROFILE_MEDIA},
    away=(Stretch(77, 68),),
)

_NOUR = Story(
    doings=(
        *_in(EVER, {Kind.CONNECTION_MADE: 0.8, Kind.ENDORSEMENT_RECEIVED: 0.25}),
        *_in(
            Stretch(13, 0),
            {
                Kind.POST_PUBLISHED: 1,
                Kind.SHARE_MADE: 0.6,
                Kind.MEMBER_FOLLOWED: 2,
                Kind.DECISION_MAKER_CONNECTED: 0.8,
                Kind.CONNECTION_MADE: 6,
                Kind.INVITATION_SENT: 9,
                Kind.INVITATION_ACCEPTED: 3.5,
                Kind.OUTREACH_SENT: 5,
                Kind.REPLY_RECEIVED: 1.4,
                Kind.MESSAGE_SENT: 7,
                Kind.ENDORSEMENT_GIVEN: 0.8,
            },
        ),
    ),
    unfilled={Kind.PROFILE_SUMMARY, Kind.PROFILE_CERTIFICATIONS, Kind.PROFILE_MEDIA},
    covers=_BASIC_EXPORT,
    joined=13,
)

_LUCAS = Story(
    doings=(
        *_week(swing=0.2, but={Kind.COMMENT_MADE: 2.6, Kind.DECISION_MAKER_CONNECTED: 0.8}),
        *_once(Kind.ARTICLE_PUBLISHED, 170, 119, 71, 24),
        *_once(Kind.RECOMMENDATION_RECEIVED, 125, 40),
    ),
    unfilled={Kind.PROFILE_CERTIFICATIONS},
    away=(Stretch(60, 54),),
    late=Stretch(17, 12),
    learned=3,
)

_GRACE = Story(
    doings=(
        *_week(0.9, but={Kind.POST_PUBLISHED: 1.3, Kind.ENDORSEMENT_RECEIVED: 0.8}),
        *_once(Kind.ARTICLE_PUBLISHED, 160, 126, 83, 41, 12),
        *_once(Kind.RECOMMENDATION_RECEIVED, 150, 64),
    ),
    unfilled={Kind.PROFILE_VOLUNTEERING},
    covers=_ALL - NAVIGATOR,
    away=(Stretch(52, 43),),
)

_SUNHEE = Story(
    doings=(
        *_week(1.25, but={Kind.POST_PUBLISHED: 1.8, Kind.ENDORSEMENT_RECEIVED: 1.1}),
        *_once(Kind.ARTICLE_PUBLISHED, 171, 140, 112, 86, 57, 24),
        *_once(Kind.RECOMMENDATION_RECEIVED, 163, 120, 73, 50, 20),
        *_once(Kind.RECOMMENDATION_GIVEN, 168, 116, 80, 27),
    ),
    away=(Stretch(110, 101),),
)

STORIES: Mapping[str, Story] = {
    "maya": _MAYA,
    "jonas": _JONAS,
    "priya": _PRIYA,
    "tomas": _TOMAS,
    "nour": _NOUR,
    "lucas": _LUCAS,
    "grace": _GRACE,
    "sunhee": _SUNHEE,
}
"""Each scored member's story, by handle."""
