"""Plans and what-ifs: what a goal takes, what more of something brings, what idleness costs."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from fractions import Fraction

from bot.answers.desk import Desk, person
from bot.answers.scores import read, tallies_now
from bot.answers.wish import Wish
from bot.errors import NotFound
from bot.messages.contexts import Person, Plan, StandStill, Step, Units, WhatIf
from bot.messages.words import load_words
from bot.storage.tables import Member
from scoring.measures import measure
from scoring.model import Amount, Kind, Tallies, Tally
from scoring.outlook import outlook
from scoring.plan import plan, units_to_fill, units_to_goal, what_if
from scoring.rounding import apportion, to_tenths
from scoring.rulebook import Rulebook, Signal
from scoring.score import is_observed, score

ROUND = 1000
"""Without a goal, the next whole ten points are one: so many hundredths."""

MOST_POINTS = 10_000
MOST_UNITS = 1000


@dataclass(frozen=True, slots=True)
class _Standing:
    """A member's score today, with what it is made of."""

    person: Person | None
    day: date
    rulebook: Rulebook
    tallies: Tallies
    observed: frozenset[Kind]
    points: int

    def signal(self, name: str) -> Signal:
        """Find a signal of the rules in force.

        Raises:
            NotFound: they have none of this name.
        """
        for signal in self.rulebook.signals:
            if signal.name == name:
                return signal
        spoken = load_words("en").signal(name).name
        raise NotFound(
            f"By the rules {self.rulebook.version}, {spoken} earn no points. "
            "`/ssi rules` lists what does."
        )

    def amount(self, signal: Signal) -> Amount:
        """Measure what a signal's window holds."""
        return measure(signal, self.tallies.get(signal.name, Tally()))


def plan_or_what_if(
    desk: Desk, member: Member, wish: Wish, today: date, *, reader: str | None
) -> Plan | WhatIf | StandStill:
    """Answer a wish; without any, plan to the next round score.

    Raises:
        NotFound: nothing is known of the member yet, or the rules know no such signal.
    """
    stored = read(desk, member, today)
    rulebook, tallies = desk.rulebook(today), tallies_now(desk, member, today)
    standing = _Standing(
        person=None if reader == member.slack_id else person(member),
        day=today,
        rulebook=rulebook,
        tallies=tallies,
        observed=stored.observed,
        points=score(rulebook, tallies, today, stored.observed).points,
    )
    if wish.units:
        return _what_if(standing, wish.units)
    if wish.days is None:
        return _plan(standing, wish)
    leaving = [
        item.points
        for item in outlook(stored.facts, rulebook, today, stored.known, wish.days)
        if wish.signal in (None, item.signal)
    ]
    return StandStill(
        person=standing.person,
        day=today,
        points=to_tenths(standing.points),
        points_then=to_tenths(standing.points + sum(leaving)),
        until=today + timedelta(days=wish.days),
        signal=standing.signal(wish.signal).name if wish.signal else None,
    )


def _plan(standing: _Standing, wish: Wish) -> Plan:
    """Plan the cheapest actions to a goal, and what the signal that was named could do alone."""
    goal = wish.goal or min(MOST_POINTS, (standing.points // ROUND + 1) * ROUND)
    found = plan(standing.rulebook, standing.tallies, goal, standing.observed)
    earned = [action.points for action in found.actions]
    tenths = _shown(earned, found.start, found.reaches)
    return Plan(
        person=standing.person,
        day=standing.day,
        points=to_tenths(found.start),
        goal=to_tenths(goal),
        reached=to_tenths(found.reaches),
        steps=tuple(
            Step(action.signal, action.units, points, action.minutes)
            for action, points in zip(found.actions, tenths, strict=True)
        ),
        alone=_alone(standing, wish.signal, goal),
    )


def _alone(standing: _Standing, name: str | None, goal: int) -> Units | None:
    """Tell how far the signal that was named would lead by itself; one unit of what is full."""
    if name is None or standing.points >= goal:
        return None
    signal = standing.signal(name)
    units = units_to_goal(standing.rulebook, standing.tallies, signal, goal)
    line, _ = _units(standing, signal, max(1, units))
    return line


def _what_if(standing: _Standing, wished: Sequence[tuple[str, int]]) -> WhatIf:
    """Tell what more units would bring, one signal after the other."""
    then = standing
    lines: list[Units] = []
    earned: list[int] = []
    for name, asked in wished:
        line, then = _units(then, then.signal(name), min(asked, MOST_UNITS))
        lines.append(line)
        earned.append(then.points - standing.points - sum(earned))
    tenths = _shown(earned, standing.points, then.points)
    return WhatIf(
        person=standing.person,
        day=standing.day,
        points=to_tenths(standing.points),
        points_then=to_tenths(then.points),
        lines=tuple(
            replace(line, points=points) for line, points in zip(lines, tenths, strict=True)
        ),
    )


def _units(standing: _Standing, signal: Signal, asked: int) -> tuple[Units, _Standing]:
    """Tell what more units of a signal bring, and how one stands then."""
    seen = is_observed(signal, standing.observed)
    before = standing.amount(signal)
    awaited = asked if before.of is None else max(0, before.of - before.value)
    units = min(asked, awaited) if seen else 0
    outcome = what_if(standing.rulebook, standing.tallies, signal, units)
    points = standing.points + outcome.points
    then = replace(standing, tallies=outcome.tallies, points=points)
    line = Units(
        signal=signal.name,
        asked=asked,
        units=units,
        points=to_tenths(points) - to_tenths(standing.points),
        filling=units_to_fill(signal, standing.tallies),
        seen=seen,
        before=_of(before),
        after=_of(then.amount(signal)),
    )
    return line, then


def _of(amount: Amount) -> tuple[int, int] | None:
    return None if amount.of is None else (amount.value, amount.of)


def _shown(hundredths: Sequence[int], before: int, after: int) -> tuple[int, ...]:
    """Show parts in tenths that add up from one score, as it is shown, to the other."""
    whole = to_tenths(after) - to_tenths(before)
    return apportion([Fraction(points, 10) for points in hundredths], whole)
