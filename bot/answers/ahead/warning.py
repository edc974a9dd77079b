"""The word before a drop: who wants one, when one is owed, and what it says."""

from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction

from bot.answers.ahead.footing import footing
from bot.answers.ahead.upcoming import action_lines
from bot.answers.desk import Desk
from bot.answers.score.leeway import swings
from bot.answers.score.reference import reference
from bot.answers.score.scores import Stored, read
from bot.errors import NotFound
from bot.messages.contexts import HeadsUp, LeavingLine, Warned, WayBack
from bot.storage.tables import Member
from scoring.outlook import Leaving, outlook
from scoring.plan import plan
from scoring.rounding import apportion, to_tenths
from scoring.score import score
from scoring.window import tallies

AHEAD = timedelta(days=2)
"""So long before a drop the word is given: there is time to do something."""


@dataclass(frozen=True, slots=True)
class _Drop:
    """What leaves on one day, and how many hundredths less that makes, if nothing comes in."""

    stored: Stored
    leaving: tuple[Leaving, ...]
    points: int


def warn(desk: Desk, member: Member, drop: int) -> Warned:
    """Note from which drop on (tenths of a point) a member wants a word before it; 0 for none."""
    desk.store.members.warn_from(desk.workspace_id, member.member_id, 10 * drop or None)
    return Warned(drop or None)


def drop_ahead(desk: Desk, member: Member) -> date | None:
    """Tell the day after tomorrow, if as much leaves on it as the member wants a word about."""
    day = desk.today(member.zone) + AHEAD
    return day if _drop(desk, member, day) else None


def heads_up(desk: Desk, member: Member, day: date) -> HeadsUp | None:
    """Say what leaves on a day ahead; nothing once it is there, or where no such drop is left."""
    today = desk.today(member.zone)
    drop = _drop(desk, member, day) if today < day else None
    if drop is None:
        return None
    rulebook = desk.rulebook(today)
    facts = [fact for fact in drop.stored.facts if fact.day <= today]
    then = tallies(rulebook, facts, day, drop.stored.known)
    points_then = score(rulebook, then, day, drop.stored.observed).points
    points = points_then + drop.points
    back = plan(rulebook, then, points, drop.stored.observed)
    return HeadsUp(
        day=day,
        points=to_tenths(points),
        points_then=to_tenths(points_then),
        leaving=_lines(drop.leaving, to_tenths(points_then) - to_tenths(points)),
        way_back=WayBack(to_tenths(back.goal), to_tenths(back.reaches), action_lines(back.actions)),
        today=today,
        reference=reference(desk, footing(desk, member, today, reader=member.slack_id).card),
    )


def _drop(desk: Desk, member: Member, day: date) -> _Drop | None:
    """Find a drop on a day that the member wants a word about: large, and more than usual."""
    today = desk.today(member.zone)
    try:
        stored = read(desk, member, today)
    except NotFound:
        return None
    ahead = outlook(stored.facts, desk.rulebook(today), today, stored.known, (day - today).days)
    leaving = tuple(item for item in ahead if item.day == day and item.points)
    points = -sum(item.points for item in leaving)
    if member.warned_from is None or points < member.warned_from:
        return None
    usual = swings(desk, [member.member_id], today - timedelta(days=1)).get(member.member_id, 0)
    if to_tenths(points) <= usual:
        return None
    return _Drop(stored, leaving, points)


def _lines(leaving: tuple[Leaving, ...], change: int) -> tuple[LeavingLine, ...]:
    """Show what leaves, the largest loss first, so that it adds up to the change that is shown."""
    parts = apportion([Fraction(item.points, 10) for item in leaving], change)
    lines = [
        LeavingLine(item.signal, tenths, item.evidence)
        for item, tenths in zip(leaving, parts, strict=True)
    ]
    return tuple(sorted(lines, key=lambda line: line.points))
