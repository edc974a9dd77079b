"""The chronicle: what each person did on which day, and when it became known, in order of time.

Who comes to the bot imports the past at once; from then on each day is known that evening, but for
a stretch that a story says was brought in late.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from itertools import groupby
from operator import attrgetter
from zoneinfo import ZoneInfo

from bot.activity import Source
from bot.workspace.seed.habits import Calendar, chance_of
from bot.workspace.seed.people import ZONE, Person
from bot.workspace.seed.stories import NAVIGATOR, SAVED_SEARCHES_ENDED, STORIES
from scoring.model import Kind

_IMPORTED_AT = time(9, 30)
_LATE_AT = time(16, 40)
_EVENING = time(18, 0)


@dataclass(frozen=True, slots=True)
class Deed:
    """What somebody did of a kind on a day, and how often."""

    kind: Kind
    day: date
    times: int


@dataclass(frozen=True, slots=True)
class Entry:
    """What became known of a person at an instant, from one source."""

    at: datetime
    person: Person
    source: Source
    title: str
    deeds: tuple[Deed, ...]
    covers: frozenset[Kind] = frozenset()
    standings: Mapping[Kind, int] = field(default_factory=dict)


def day_in_demo(instant: datetime) -> date:
    """Tell an instant's calendar date in the demo workspace."""
    return instant.astimezone(ZoneInfo(ZONE)).date()


def joined_on(handle: str, today: date) -> date:
    """Tell the day on which a member came to the bot."""
    return today - timedelta(days=STORIES[handle].joined)


def chronicle(people: Iterable[Person], now: datetime) -> list[Entry]:
    """Tell what became known of the scored people until now, in order of time."""
    scored = [person for person in people if person.is_scored]
    entries = [entry for turn, person in enumerate(scored) for entry in _entries(person, turn, now)]
    return sorted(entries, key=lambda entry: entry.at)


def _entries(person: Person, turn: int, now: datetime) -> Iterator[Entry]:
    """Tell what became known of a person; ``turn`` keeps people's minutes apart."""
    today = day_in_demo(now)
    story = STORIES[person.handle]
    joined = joined_on(person.handle, today)
    minutes = timedelta(minutes=7 * turn)
    deeds = _deeds(person, today)
    late = [deed for deed in deeds if story.late and (today - deed.day).days in story.late]
    past = [deed for deed in deeds if deed.day < joined]
    yield from _first_imports(person, past, _at(joined, _IMPORTED_AT) + minutes)
    synced = [deed for deed in deeds if deed.day >= joined and deed not in late]
    for day, of_day in groupby(synced, key=attrgetter("day")):
        evening = min(_at(day, _EVENING) + minutes, now)
        is_last = day == synced[-1].day
        covers = story.covers if is_last else frozenset[Kind]()  # one tells how far all reach
        yield Entry(evening, person, Source.API, "Daily sync", tuple(of_day), covers)
    if late:
        learned = _at(today - timedelta(days=story.learned), _LATE_AT)
        yield Entry(learned, person, Source.CSV, "CRM export", tuple(late))


def _deeds(person: Person, today: date) -> list[Deed]:
    """Tell all that a person did, oldest first."""
    story = STORIES[person.handle]
    calendar = Calendar(today, story.away)
    done = Counter(
        (today - timedelta(days=days_ago), doing.kind)
        for number, doing in enumerate(story.doings)
        for days_ago in doing.days_done(calendar, chance_of(person.handle, str(number)))
    )
    return [
        Deed(kind, day, times)
        for (day, kind), times in sorted(done.items())
        if kind in story.covers and not (kind is Kind.SEARCH_SAVED and day >= SAVED_SEARCHES_ENDED)
    ]


def _first_imports(person: Person, past: list[Deed], at: datetime) -> Iterator[Entry]:
    story = STORIES[person.handle]
    for source, title, kinds in (
        (Source.LINKEDIN_EXPORT, "LinkedIn export", story.covers - NAVIGATOR),
        (Source.SALES_NAVIGATOR, "Sales Navigator activity", story.covers & NAVIGATOR),
    ):
        if kinds:
            yield Entry(
                at,
                person,
                source,
                title,
                tuple(deed for deed in past if deed.kind in kinds),
                covers=kinds,
                standings=story.profile if source is Source.LINKEDIN_EXPORT else {},
            )


def _at(day: date, clock: time) -> datetime:
    return datetime.combine(day, clock, ZoneInfo(ZONE))
