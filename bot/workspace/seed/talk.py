"""What people wrote in the demo's channels before it begins; none of it reaches the store."""

from dataclasses import dataclass
from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from bot.workspace.seed.people import (
    GENERAL,
    GRACE,
    INGRID,
    MATEO,
    MAYA,
    NOUR,
    PRIYA,
    TEAM_CHANNEL,
    TOMAS,
    ZONE,
    Person,
)

_FRIDAY = 4


@dataclass(frozen=True, slots=True)
class Line:
    """Something a person wrote in a channel, so many days ago, by the workspace's clock."""

    channel: str
    author: Person
    days_ago: int
    hour: int
    minute: int
    text: str


SMALL_TALK = (
    Line(
        GENERAL,
        MATEO,
        days_ago=13,
        hour=9,
        minute=5,
        text="Good morning, everyone. Nour Haddad starts with us today, please say hello :wave:",
    ),
    Line(
        GENERAL,
        NOUR,
        days_ago=13,
        hour=9,
        minute=31,
        text="Hello all, and مرحبا. Very glad to be here!",
    ),
    Line(
        GENERAL,
        GRACE,
        days_ago=4,
        hour=16,
        minute=12,
        text="The customer day is confirmed for the first week of next month. Agenda to follow.",
    ),
    Line(
        GENERAL,
        TOMAS,
        days_ago=2,
        hour=12,
        minute=47,
        text="Whoever left the poppy-seed cake in the kitchen: thank you. It is gone.",
    ),
    Line(
        TEAM_CHANNEL,
        INGRID,
        days_ago=10,
        hour=10,
        minute=0,
        text=(
            "A word on the scores here: they are yours, to work with. I look at them so that I"
            " know where I can help, not to rank anybody."
        ),
    ),
    Line(
        TEAM_CHANNEL,
        PRIYA,
        days_ago=3,
        hour=11,
        minute=24,
        text=(
            "Two first meetings this week out of comments I left on other people's posts."
            " Short and specific works best for me."
        ),
    ),
    Line(
        TEAM_CHANNEL,
        MAYA,
        days_ago=1,
        hour=15,
        minute=38,
        text="My score went down and I did nothing different. What am I missing?",
    ),
)
"""The channels' past, oldest first in each."""


def spoken_at(line: Line, now: datetime) -> datetime:
    """Tell when a line was written: so many days ago, or on the Friday before a weekend."""
    zone = ZoneInfo(ZONE)
    day = now.astimezone(zone).date() - timedelta(days=line.days_ago)
    day -= timedelta(days=max(0, day.weekday() - _FRIDAY))
    return datetime.combine(day, time(line.hour, line.minute), zone)
