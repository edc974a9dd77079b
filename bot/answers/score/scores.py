"""Scores and their changes from the store: what the answers share.

A change runs from the end of one day to the end of another. *Before* is what was known then,
*after* what is known now, so late imports show as corrections. Of a member of whom nothing was
known then, there is no "before" to hold against today: both days are scored with what is known
now, and the change says since when that is. The same holds of each kind of activity: what came into
sight within the days, or went out of it, is no part of a change (see ``scoring.coverage``).
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from bot.answers.desk import Desk
from bot.errors import NotFound
from bot.storage.activities import Shown, seen_at
from bot.storage.tables import Member
from scoring.coverage import Sighting
from scoring.explain import View, explain, unexplained
from scoring.model import Change, Fact, Kind, Scorecard, Tallies
from scoring.rounding import to_tenths
from scoring.rulebook import Rulebook
from scoring.score import score


@dataclass(frozen=True, slots=True)
class InSight:
    """What sources show of a member, and since when; ``known`` is the last recording."""

    shown: tuple[Shown, ...]
    observed: frozenset[Kind]
    known: int
    known_since: date


@dataclass(frozen=True, slots=True)
class Stored(InSight):
    """What is stored of a member, as the formula needs it."""

    facts: tuple[Fact, ...]


@dataclass(frozen=True, slots=True)
class Move:
    """A change, what is stored behind it, and since when it is known if the first day was not.

    ``known_then`` is the last recording that was known when the first day's score was told,
    ``sighting`` what sources showed then and now.
    """

    change: Change
    stored: Stored
    known_then: int
    sighting: Sighting
    rebased_on: date | None


def read(desk: Desk, member: Member, since: date) -> Stored:
    """Read a member's facts that windows ending on or after a day can hold.

    Raises:
        NotFound: nothing is known of the member yet.
    """
    earliest = since - timedelta(days=_longest_window(desk))
    facts = desk.store.activities.facts(desk.workspace_id, member.member_id, earliest)
    known = in_sight(desk, member)
    return Stored(known.shown, known.observed, known.known, known.known_since, facts)


def in_sight(desk: Desk, member: Member) -> InSight:
    """Tell what sources show of a member.

    Raises:
        NotFound: nothing is known of the member yet.
    """
    number, known, scored = member.member_id, desk.known(), _scored(desk)
    found = desk.store.activities.shown(desk.workspace_id, (number,)).get(number, ())
    shown = tuple(each for each in found if each.kind in scored)
    observed = seen_at(shown, known)
    if not observed:
        raise NotFound(f"Nothing is known of {member.name} yet.")
    instant = min(each.at for each in shown if each.holds(known))
    known_since = instant.astimezone(ZoneInfo(desk.workspace.zone)).date()
    return InSight(shown, observed, known, known_since)


def is_known(desk: Desk, member: Member) -> bool:
    """Tell whether any source shows something of a member."""
    observed, numbers = desk.store.activities.observed, (member.member_id,)
    return bool(observed(desk.workspace_id, desk.known(), members=numbers))


def move(desk: Desk, member: Member, first: date, last: date) -> Move:
    """Explain a member's change from the end of ``first`` to the end of ``last``.

    Raises:
        NotFound: nothing is known of the member yet.
    """
    return _move(desk, member, first, last, explain)


def unexplained_move(desk: Desk, member: Member, first: date, last: date) -> Move:
    """Tell a member's change as `move` does, without its causes, which take most of the time.

    Raises:
        NotFound: nothing is known of the member yet.
    """
    return _move(desk, member, first, last, unexplained)


def change_of(desk: Desk, member: Member, first: date, last: date) -> Change:
    """Give a member's change, without its causes.

    Raises:
        NotFound: nothing is known of the member yet.
    """
    return unexplained_move(desk, member, first, last).change


def _move(desk: Desk, member: Member, first: date, last: date, tell: Callable[..., Change]) -> Move:
    known = read(desk, member, first)
    then = known_then(desk, first)
    sighting = Sighting(seen_at(known.shown, then), known.observed)
    rebased = not sighting.then
    before = View(desk.rulebook(first), first, known.known if rebased else then)
    after = View(desk.rulebook(last), last, known.known)
    return Move(
        change=tell(known.facts, before, after, sighting.now, sighting.then),
        stored=known,
        known_then=then,
        sighting=sighting,
        rebased_on=known.known_since if rebased else None,
    )


def known_then(desk: Desk, day: date) -> int:
    """Give the last recording that was known when a day's score was told.

    That is the one its snapshots name; a day without any was told at its end.
    """
    told = desk.store.snapshots.known_on(desk.workspace_id, day)
    if told is not None:
        return told
    return desk.store.recordings.known_at(desk.workspace_id, end_of(day, desk.workspace.zone))


def end_of(day: date, zone: str) -> datetime:
    """Give the instant at which a day ends in a time zone."""
    return datetime.combine(day + timedelta(days=1), time(), ZoneInfo(zone))


def cards(  # noqa: PLR0913, PLR0917 - what is known already is not asked for again
    desk: Desk,
    members: Iterable[int],
    day: date,
    known: int,
    rulebook: Rulebook | None = None,
    observed: Mapping[int, frozenset[Kind]] | None = None,
) -> dict[int, Scorecard]:
    """Score members, by number, at the end of a day as known; who has no data is left out."""
    rulebook = rulebook or desk.rulebook(day)
    numbers = tuple(members)
    if observed is None:
        observed = desk.store.activities.observed(desk.workspace_id, known, members=numbers)
    numbers = tuple(number for number in numbers if number in observed)
    tallies = desk.store.tallies.on(desk.workspace_id, rulebook, day, known, numbers)
    return {
        number: score(rulebook, tallies.get(number, {}), day, observed[number])
        for number in numbers
    }


def points_now(desk: Desk, member: Member) -> int | None:
    """Give a member's score of today in tenths, absent where nothing is known of the member."""
    found = cards(desk, [member.member_id], desk.today(member.zone), desk.known())
    card = found.get(member.member_id)
    return to_tenths(card.points) if card else None


def tallies_now(desk: Desk, member: Member, day: date) -> Tallies:
    """Tally a member's windows at the end of a day, with what is known now."""
    known = desk.known()
    found = desk.store.tallies.on(
        desk.workspace_id, desk.rulebook(day), day, known, (member.member_id,)
    )
    return found.get(member.member_id, {})


def _scored(desk: Desk) -> frozenset[Kind]:
    """Give the kinds that some rules take into account, be they in force or not."""
    return frozenset[Kind]().union(*(rulebook.kinds for rulebook in desk.rulebooks))


def _longest_window(desk: Desk) -> int:
    return max(rulebook.longest_window for rulebook in desk.rulebooks)
