"""`/ssi impact`: which signals went with meetings, opportunities and deals in a manager's team."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from bot.answers.aims.streaks import monday_of
from bot.answers.desk import Desk
from bot.messages.contexts.outcomes import EventfulShare, OutcomeLine, TeamOutcomes
from bot.storage.tables import Member, Team
from scoring.impact import (
    EVENTFUL,
    MEMBERS,
    WEEKS,
    Relation,
    Share,
    Week,
    is_enough,
    relations,
)
from scoring.measures import measure
from scoring.model import Fact, Kind, Measure
from scoring.rulebook import Rulebook, Signal
from scoring.window import History, tallies_of

WEEK = timedelta(days=7)
LOOKS_BACK = 26 * WEEK
"""The weeks that are looked at, where outcomes are known for as long."""

DEEDS = frozenset({Measure.COUNT, Measure.DISTINCT, Measure.DAYS_ACTIVE})
"""Measures of which a week holds more or less; a rate of few, or a profile, is none of them."""


@dataclass(frozen=True, slots=True)
class _Known:
    """What is known of a member: the kinds that sources show, until when, and what happened."""

    kinds: frozenset[Kind]
    through: date
    history: History

    def outcomes(self, first: date, last: date) -> list[Fact]:
        """List the member's outcomes of some days."""
        return [
            fact
            for kind, facts in self.history.facts.items()
            if kind.is_outcome
            for fact in facts
            if first <= fact.day <= last
        ]


def team_outcomes(desk: Desk, team: Team, today: date) -> TeamOutcomes:
    """Tell what went with outcomes in a team, in whole weeks until the last Sunday.

    Outcomes are known from the first one on: what came before is unknown, which is not the same as
    none. So weeks count from the one after it. A member's weeks count until the last import.
    Whoever calls this has checked that the reader manages the team.
    """
    monday = monday_of(today)
    last = monday - timedelta(days=1)
    known = _known(desk, team, monday - 2 * LOOKS_BACK)
    days = [fact.day for each in known for fact in each.outcomes(date.min, last)]
    begin = max(monday - LOOKS_BACK, monday_of(min(days)) + WEEK) if days else monday
    mondays = [begin + number * WEEK for number in range((monday - begin) // WEEK)]
    least = max(MEMBERS, desk.workspace.smallest_team), WEEKS, EVENTFUL
    hides_single = len(known) >= least[0]
    counts = Counter[Kind]()
    for each in known if hides_single else ():
        for fact in each.outcomes(begin, last):
            counts[fact.kind] += fact.quantity
    eventful = sum(len(_eventful(each, mondays)) for each in known)
    enough = hides_single and is_enough(len(known), len(mondays), eventful)
    related = relations(_weeks(desk.rulebook(today), known, mondays)) if enough else ()
    return TeamOutcomes(
        team=team.name,
        first=begin if mondays else None,
        last=last,
        outcomes=tuple(sorted(counts.items())),
        members=len(known),
        weeks=len(mondays),
        eventful=eventful,
        least=least,
        enough=enough,
        clear=tuple(_line(each) for each in related if each.clear),
        unclear=tuple(_line(each) for each in related if not each.clear),
    )


def _known(desk: Desk, team: Team, since: date) -> list[_Known]:
    """Read the members of whom anything is known."""
    number, known = desk.workspace_id, desk.known()
    members = desk.store.teams.members(number, team.team_id)
    numbers = tuple(member.member_id for member in members)
    observed = desk.store.activities.observed(number, members=numbers)
    return [
        _Known(
            observed[member.member_id],
            _known_through(desk, member),
            History.known_at(desk.store.activities.facts(number, member.member_id, since), known),
        )
        for member in members
        if member.member_id in observed
    ]


def _known_through(desk: Desk, member: Member) -> date:
    through = desk.store.streaks.known_through(desk.workspace_id, member.member_id)
    return through.date() if through else date.min


def _eventful(known: _Known, mondays: Sequence[date]) -> set[date]:
    """Give the weeks of a member in which there was an outcome, of those that are known."""
    there = set(_of(known, mondays))
    return {
        week
        for fact in known.outcomes(date.min, date.max)
        if (week := monday_of(fact.day)) in there
    }


def _of(known: _Known, mondays: Sequence[date]) -> Iterator[date]:
    """Give the weeks that were over when something of the member last came in."""
    return (monday for monday in mondays if monday + WEEK <= known.through)


def _weeks(
    rulebook: Rulebook, known: Sequence[_Known], mondays: Sequence[date]
) -> Mapping[str, list[list[Week]]]:
    """Measure each signal week by week, of each member of whom it can be seen."""
    weekly = replace(
        rulebook,
        signals=tuple(
            replace(signal, window=WEEK.days)
            for signal in rulebook.signals
            if signal.measure in DEEDS
        ),
    )
    weeks: dict[str, list[list[Week]]] = {signal.name: [] for signal in weekly.signals}
    for each in known:
        seen = [signal for signal in weekly.signals if signal.kinds & each.kinds]
        for signal, of_signal in _measured(weekly, seen, each, mondays).items():
            weeks[signal].append(of_signal)
    return weeks


def _measured(
    weekly: Rulebook, seen: Sequence[Signal], known: _Known, mondays: Sequence[date]
) -> dict[str, list[Week]]:
    eventful = _eventful(known, mondays)
    weeks: dict[str, list[Week]] = {signal.name: [] for signal in seen}
    for monday in _of(known, mondays):
        held = tallies_of(weekly, known.history, monday + WEEK - timedelta(days=1))
        for signal in seen:
            amount = measure(signal, held[signal.name]).value
            weeks[signal.name].append(Week(amount, monday in eventful))
    return weeks


def _line(relation: Relation) -> OutcomeLine:
    return OutcomeLine(relation.signal, _share(relation.busy), _share(relation.calm))


def _share(share: Share) -> EventfulShare:
    low, high = share.interval
    return EventfulShare(
        share.eventful, share.weeks, round(100 * share.rate), round(100 * low), round(100 * high)
    )
