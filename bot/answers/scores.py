"""Scores and their changes from the store: what the answers share.

A change runs from the end of one day to the end of another. *Before* is what was known then,
*after* what is known now, so late imports show as corrections. Of a member of whom nothing was
known then, there is no "before" to hold against today: both days are scored with what is known
now, and the change says since when that is.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from bot.answers.desk import Desk
from bot.errors import NotFound
from bot.storage.tables import Member
from scoring.explain import View, explain
from scoring.model import Change, Fact, Kind, Scorecard, Tallies
from scoring.rulebook import Rulebook
from scoring.score import score


@dataclass(frozen=True, slots=True)
class Stored:
    """What is stored of a member, as the formula needs it; ``known`` is the last recording."""

    facts: tuple[Fact, ...]
    observed: frozenset[Kind]
    known: int
    known_since: date | None
    first_recording: int


@dataclass(frozen=True, slots=True)
class Move:
    """A change, what is stored behind it, and since when it is known if the first day was not.

    ``known_then`` is the last recording that was known when the first day's score was told.
    """

    change: Change
    stored: Stored
    known_then: int
    rebased_on: date | None


def read(desk: Desk, member: Member, since: date) -> Stored:
    """Read a member's facts that windows ending on or after a day can hold.

    Raises:
        NotFound: nothing is known of the member yet.
    """
    activities, recordings = desk.store.activities, desk.store.recordings
    first = recordings.firsts(desk.workspace_id).get(member.member_id)
    if first is None:
        raise NotFound(f"Nothing is known of {member.name} yet.")
    number, instant = first
    return Stored(
        facts=activities.facts(
            desk.workspace_id, member.member_id, since - timedelta(days=_longest_window(desk))
        ),
        observed=activities.observed(desk.workspace_id)[member.member_id],
        known=desk.known(),
        known_since=instant.astimezone(ZoneInfo(desk.workspace.zone)).date(),
        first_recording=number,
    )


def move(desk: Desk, member: Member, first: date, last: date) -> Move:
    """Explain a member's change from the end of ``first`` to the end of ``last``.

    Raises:
        NotFound: nothing is known of the member yet.
    """
    known = read(desk, member, first)
    then = known_then(desk, first)
    rebased = then < known.first_recording
    before = View(desk.rulebook(first), first, known.known if rebased else then)
    after = View(desk.rulebook(last), last, known.known)
    return Move(
        change=explain(known.facts, before, after, known.observed),
        stored=known,
        known_then=then,
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


def cards(
    desk: Desk, members: Iterable[int], day: date, known: int, rulebook: Rulebook | None = None
) -> dict[int, Scorecard]:
    """Score members, by number, at the end of a day as known; who has no data is left out."""
    rulebook = rulebook or desk.rulebook(day)
    observed = desk.store.activities.observed(desk.workspace_id)
    numbers = [number for number in members if number in observed]
    tallies = desk.store.tallies.on(desk.workspace_id, rulebook, day, known, numbers)
    return {
        number: score(rulebook, tallies.get(number, {}), day, observed[number])
        for number in numbers
    }


def tallies_now(desk: Desk, member: Member, day: date) -> Tallies:
    """Tally a member's windows at the end of a day, with what is known now."""
    known = desk.known()
    found = desk.store.tallies.on(
        desk.workspace_id, desk.rulebook(day), day, known, [member.member_id]
    )
    return found.get(member.member_id, {})


def _longest_window(desk: Desk) -> int:
    return max(rulebook.longest_window for rulebook in desk.rulebooks)
