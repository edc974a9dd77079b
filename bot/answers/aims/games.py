"""Streaks and badges of a member, from what is stored anyway; nobody else ever sees them."""

from collections.abc import Callable, Iterator, Mapping
from datetime import date, timedelta
from zoneinfo import ZoneInfo

from bot.answers.aims.streaks import WEEK, Streak, monday_of, streak
from bot.answers.asker import Asker
from bot.answers.data.privacy import privacy
from bot.answers.desk import Desk
from bot.errors import NotAllowed, NotFound
from bot.messages import actions
from bot.messages.contexts import Badge, BadgeLine, Context, GamesSwitched, StreakLine
from bot.storage.tables import Member
from scoring.model import Kind, Pillar
from scoring.rounding import to_tenths

DONE_BY_OTHERS = frozenset(
    {
        Kind.ENDORSEMENT_RECEIVED,
        Kind.RECOMMENDATION_RECEIVED,
        Kind.INVITATION_ACCEPTED,
        Kind.REPLY_RECEIVED,
        Kind.INMAIL_ANSWERED,
        Kind.IMPRESSION_RECEIVED,
        Kind.ENGAGEMENT_RECEIVED,
        Kind.FOLLOWER_GAINED,
        Kind.POST_IMPRESSION_RECEIVED,
        Kind.POST_ENGAGEMENT_RECEIVED,
        Kind.POST_REACTION_RECEIVED,
        Kind.POST_COMMENT_RECEIVED,
    }
)
"""What makes nobody active, for it is somebody else who did it."""

OWN_DEEDS = (
    frozenset(kind for kind in Kind if not (kind.is_state or kind.is_outcome)) - DONE_BY_OTHERS
)

FIRSTS: Mapping[Badge, frozenset[Kind]] = {
    Badge.FIRST_POST: frozenset({Kind.POST_PUBLISHED, Kind.ARTICLE_PUBLISHED}),
    Badge.FIRST_RECOMMENDATION: frozenset(
        {Kind.RECOMMENDATION_RECEIVED, Kind.RECOMMENDATION_GIVEN}
    ),
    Badge.FIRST_ANSWER: frozenset({Kind.REPLY_RECEIVED, Kind.INMAIL_ANSWERED}),
}
_FIRST_OF = frozenset[Kind]().union(*FIRSTS.values())

LENGTHS = (4, 12, 26)
"""Weeks in a row that earn a badge."""

STRONG_PILLAR = 2000
"""A pillar with so many hundredths or more earns a badge."""

NEW = timedelta(days=7)
"""A badge is new for so long."""


def are_shown(desk: Desk, member: Member) -> bool:
    """Whether a member sees streaks and badges: admin and member both want them."""
    return desk.workspace.games and member.games


def streak_line(desk: Desk, member: Member, today: date) -> StreakLine | None:
    """Tell a member's streak; nothing where it is switched off, or where there never was one."""
    if not are_shown(desk, member):
        return None
    found, known = _streak(desk, member, today)
    if not found.longest:
        return None
    off = desk.store.streaks.holidays(desk.workspace_id, member.member_id)
    present = monday_of(today)
    return StreakLine(
        weeks=found.weeks,
        longest=found.longest,
        this_week=found.this_week and known >= present,
        week_off=present in off,
        next_week_off=present + WEEK in off,
        as_of=known if known < present else None,
    )


def badges(desk: Desk, member: Member, today: date) -> tuple[BadgeLine, ...]:
    """List a member's badges, the latest first; none where they are switched off."""
    if not are_shown(desk, member):
        return ()
    found, _ = _streak(desk, member, today)
    earned = [
        *_firsts(desk, member, today),
        *(
            BadgeLine(Badge.STREAK, day, _is_new(day, today), weeks=weeks)
            for weeks, day in found.reached.items()
            if weeks in LENGTHS
        ),
        *_heights(desk, member, today),
    ]
    return tuple(sorted(earned, key=lambda line: line.day, reverse=True))


def take_week_off(desk: Desk, member: Member, monday: date, *, off: bool) -> None:
    """Make a week one off, or an ordinary one again.

    Raises:
        NotFound: streaks are switched off.
    """
    if not are_shown(desk, member):
        raise NotFound(
            "Streaks are switched off for you, so no week can break one. "
            "`/ssi privacy` switches them on."
        )
    desk.store.streaks.rest(desk.workspace_id, member.member_id, monday, off=off)


def switch_for_all(desk: Desk, asker: Asker, *, on: bool) -> GamesSwitched:
    """Allow goals, streaks and badges in the workspace, or hide them from everybody.

    Raises:
        NotAllowed: the asker is no admin.
    """
    if not asker.is_admin:
        raise NotAllowed(
            "Goals, streaks and badges are switched for all by an admin. "
            "For yourself, `/ssi privacy` hides streaks and badges."
        )
    desk.store.streaks.show_anybody(desk.workspace_id, shown=on)
    return GamesSwitched(on=on)


def _streak(desk: Desk, member: Member, today: date) -> tuple[Streak, date]:
    """Count the weeks in a row, up to the last day of which anything is known."""
    number = desk.workspace_id, member.member_id
    last = desk.store.streaks.known_through(*number)
    known = min(last.astimezone(ZoneInfo(member.zone)).date(), today) if last else today
    active = desk.store.streaks.active_days(*number, OWN_DEEDS)
    return streak(active, desk.store.streaks.holidays(*number), known), known


def _firsts(desk: Desk, member: Member, today: date) -> Iterator[BadgeLine]:
    """Find the first of everything whose first one earns a badge."""
    first = desk.store.streaks.first_days(desk.workspace_id, member.member_id, _FIRST_OF)
    for badge, kinds in FIRSTS.items():
        days = [first[kind] for kind in kinds if kind in first]
        if days:
            yield BadgeLine(badge, min(days), _is_new(min(days), today))


def _heights(desk: Desk, member: Member, today: date) -> Iterator[BadgeLine]:
    """Find the best score that was told of a night, and the pillars that were strong."""
    heights = desk.store.streaks.heights(desk.workspace_id, member.member_id)
    best = max(heights, key=lambda height: height.points, default=None)
    if best is not None and best.points > heights[0].points:
        new = _is_new(best.day, today)
        yield BadgeLine(Badge.BEST, best.day, new, points=to_tenths(best.points))
    for pillar in Pillar:
        day = next((h.day for h in heights if h.pillars[pillar] >= STRONG_PILLAR), None)
        if day is not None:
            points = to_tenths(STRONG_PILLAR)
            yield BadgeLine(Badge.PILLAR, day, _is_new(day, today), pillar, points=points)


def _is_new(day: date, today: date) -> bool:
    return today - day < NEW


def _show(*, shown: bool) -> Callable[[Desk, Asker, str], Context]:
    def switch(desk: Desk, asker: Asker, _text: str) -> Context:
        member = desk.store.members.by_slack_id(desk.workspace_id, asker.slack_id)
        if member is None:
            return privacy(desk, None)
        desk.store.streaks.show(desk.workspace_id, member.member_id, shown=shown)
        return privacy(desk, desk.store.members.get(desk.workspace_id, member.member_id))

    return switch


BUTTONS: Mapping[str, Callable[[Desk, Asker, str], Context]] = {
    actions.GAMES_ON: _show(shown=True),
    actions.GAMES_OFF: _show(shown=False),
}
"""What the switch on the privacy answer does."""
