"""The footing of plans and what-ifs: a member's score on a day, with what it is made of."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from fractions import Fraction

from bot.answers.desk import Desk, person
from bot.answers.score.scores import Stored, read
from bot.errors import NotFound
from bot.messages.contexts import Person, Units
from bot.messages.words import load_words
from bot.storage.tables import Member
from scoring.model import Amount, Fact, Scorecard, Tallies
from scoring.rounding import apportion, to_tenths
from scoring.rulebook import Rulebook, Signal
from scoring.score import is_observed, score
from scoring.what_if import amount, points_of, units_to_fill, what_if
from scoring.window import tallies


@dataclass(frozen=True, slots=True)
class Footing:
    """What a member's windows hold at the end of a day, if nothing comes in from today on.

    ``today`` is the day of the question and ``day`` the same or a later one. ``facts`` happened
    until today, as far as sources can show, and ``tallies`` are what the windows hold of them.
    """

    person: Person | None
    today: date
    day: date
    stored: Stored
    facts: tuple[Fact, ...]
    rulebook: Rulebook
    tallies: Tallies

    @property
    def points(self) -> int:
        """The score, in hundredths."""
        return points_of(self.rulebook, self.tallies)

    @property
    def card(self) -> Scorecard:
        """The score of the day, signal by signal."""
        return score(self.rulebook, self.tallies, self.day, self.stored.observed)

    @property
    def shown(self) -> int:
        """The score as it is shown, in tenths."""
        return to_tenths(self.points)

    def signal(self, name: str) -> Signal:
        """Find a signal of the rules in force.

        Raises:
            NotFound: they have none of this name.
        """
        signal = self.rulebook.find(name)
        if signal is None:
            spoken = load_words("en").signal(name).name
            raise NotFound(
                f"By the rules {self.rulebook.version}, {spoken} earn no points. "
                "`/ssi rules` lists what does."
            )
        return signal

    def amount(self, signal: Signal) -> Amount:
        """Measure what a signal's window holds."""
        return amount(signal, self.tallies)


def footing(
    desk: Desk, member: Member, today: date, *, reader: str | None, day: date | None = None
) -> Footing:
    """Find what a member's windows hold at the end of today, or of a day to come.

    Raises:
        NotFound: nothing is known of the member yet.
    """
    day = day or today
    stored, rulebook = read(desk, member, today), desk.rulebook(day)
    facts = tuple(f for f in stored.facts if f.day <= today and f.kind in stored.observed)
    held = tallies(rulebook, facts, day, stored.known)
    return Footing(
        person=None if reader == member.slack_id else person(member),
        today=today,
        day=day,
        stored=stored,
        facts=facts,
        rulebook=rulebook,
        tallies={
            signal.name: held[signal.name]
            for signal in rulebook.signals
            if is_observed(signal, stored.observed)
        },
    )


def with_units(before: Footing, signal: Signal, asked: int) -> tuple[Units, Footing]:
    """Tell what more units of a signal bring, or with a minus fewer, and the footing then.

    There are no more answers than are awaited, and of nothing fewer than none.
    """
    seen, was = is_observed(signal, before.stored.observed), before.amount(signal)
    awaited = asked if was.of is None else min(asked, max(0, was.of - was.value))
    units = max(awaited, -was.value) if seen else 0
    outcome = what_if(before.rulebook, before.tallies, signal, units)
    then = replace(before, tallies=outcome.tallies)
    line = Units(
        signal=signal.name,
        asked=asked,
        units=units,
        points=then.shown - before.shown,
        filling=units_to_fill(signal, before.tallies),
        seen=seen,
        before=_of(was),
        after=_of(then.amount(signal)),
    )
    return line, then


def parts(hundredths: Sequence[int], whole: int) -> tuple[int, ...]:
    """Show parts in tenths that add up to a whole that is shown."""
    return apportion([Fraction(points, 10) for points in hundredths], whole)


def first_day_that_counts(signal: Signal, on: Footing) -> date:
    """Tell the first day after today on which what is done still counts on a footing's day."""
    tomorrow = on.today + timedelta(days=1)
    return max(tomorrow, on.day - timedelta(days=signal.window - 1)) if signal.window else tomorrow


def _of(amount: Amount) -> tuple[int, int] | None:
    return None if amount.of is None else (amount.value, amount.of)
