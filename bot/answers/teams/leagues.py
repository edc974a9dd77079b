"""Leagues: those who joined lately are ranked among themselves, too, so that they stand a chance.

A league follows from the day of joining alone: nobody is put into one, and nobody stays in it.
"""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from zoneinfo import ZoneInfo

from bot.answers.score.cohort import Pair
from bot.answers.score.rank import ranked
from bot.messages.contexts import BoardRow
from bot.storage.tables import Member
from bot.storage.times import from_epoch

NEW = timedelta(weeks=12)
"""So long after joining, somebody is a newcomer."""

FEWEST = 3
"""Fewer newcomers, or fewer others, make no league of their own."""


def newcomers(
    members: Sequence[Member],
    found: Mapping[int, Pair],
    day: date,
    weeks: Mapping[int, tuple[int | None, ...]] | None = None,
) -> list[BoardRow]:
    """Rank the newcomers of a day among themselves; none where they, or the others, are too few."""
    new = [member for member in members if _is_new(member, day)]
    league = ranked(new, found, weeks)
    others = len(ranked(members, found)) - len(league)
    return league if min(len(league), others) >= FEWEST else []


def _is_new(member: Member, day: date) -> bool:
    joined = from_epoch(member.joined_at).astimezone(ZoneInfo(member.zone)).date()
    return day - joined < NEW
