"""What lies ahead: what leaves the window, what to do next, and the way back after a drop."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, timedelta
from fractions import Fraction
from itertools import groupby
from operator import itemgetter

from bot.answers.desk import Desk, person
from bot.answers.score.reference import reference
from bot.answers.score.scores import Move, Stored, in_sight, read, tallies_now
from bot.messages.contexts import ActionLine, LeavingLine, Next, Outlook, WayBack
from bot.storage.tables import Member
from scoring.model import Pillar
from scoring.outlook import Leaving, outlook
from scoring.plan import Action, actions, plan
from scoring.rounding import apportion, shown, to_tenths
from scoring.score import score
from scoring.what_if import full_signals

ACTIONS = 5
OUTLOOK_DAYS = 28


def next_steps(
    desk: Desk,
    member: Member,
    today: date,
    *,
    reader: str | None,
    pillar: Pillar | None = None,
) -> Next:
    """List the actions worth most for the least work, of one pillar or all, and what is full.

    Raises:
        NotFound: nothing is known of the member yet.
    """
    observed = in_sight(desk, member).observed
    rulebook = desk.rulebook(today)
    tallies = tallies_now(desk, member, today)
    steps = actions(rulebook, tallies, observed)
    card = score(rulebook, tallies, today, observed)
    return Next(
        person=None if reader == member.slack_id else person(member),
        points=to_tenths(card.points),
        actions=action_lines([step for step in steps if pillar in (None, step.pillar)][:ACTIONS]),
        full=tuple(
            signal.name
            for signal in full_signals(rulebook, tallies)
            if pillar in (None, signal.pillar)
        ),
        reference=reference(desk, card),
        pillar=pillar,
    )


def way_back(desk: Desk, member: Member, moved: Move) -> WayBack | None:
    """Plan the cheapest actions that bring a score back to what it was; there may be none."""
    change = moved.change
    today = change.after.day
    back = plan(
        desk.rulebook(today),
        tallies_now(desk, member, today),
        change.before.points,
        moved.stored.observed,
    )
    if not back.actions:
        return None
    return WayBack(
        goal=to_tenths(back.goal),
        reached=to_tenths(back.reaches),
        actions=action_lines(back.actions),
    )


def outlook_of(desk: Desk, member: Member, today: date, *, reader: str | None) -> Outlook:
    """Tell what leaves the window on which of the next days, if nothing new comes in.

    Raises:
        NotFound: nothing is known of the member yet.
    """
    stored = read(desk, member, today)
    leaving = _leaving(desk, stored, today, OUTLOOK_DAYS)
    card = score(desk.rulebook(today), tallies_now(desk, member, today), today, stored.observed)
    now = shown(card).total
    then = to_tenths(card.points + sum(item.points for item in leaving))
    lines = _leaving_lines(leaving, then - now)
    return Outlook(
        person=None if reader == member.slack_id else person(member),
        day=today,
        points=now,
        days=tuple(
            (day, tuple(line for _, line in same_day))
            for day, same_day in groupby(
                zip((item.day for item in leaving), lines, strict=True), key=itemgetter(0)
            )
        ),
        points_then=then,
        until=today + timedelta(days=OUTLOOK_DAYS),
        reference=reference(desk, card),
        warned_from=None if member.warned_from is None else to_tenths(member.warned_from),
    )


def leaving_soon(desk: Desk, stored: Stored, today: date, days: int) -> tuple[LeavingLine, ...]:
    """Tell what leaves within some days, by signal, the largest loss first."""
    by_signal: dict[str, Leaving] = {}
    for item in _leaving(desk, stored, today, days):
        before = by_signal.get(item.signal)
        by_signal[item.signal] = (
            replace(
                item,
                points=before.points + item.points,
                evidence=before.evidence + item.evidence,
            )
            if before
            else item
        )
    leaving = list(by_signal.values())
    lines = _leaving_lines(leaving, to_tenths(sum(item.points for item in leaving)))
    return tuple(sorted((line for line in lines if line.points), key=lambda line: line.points))


def _leaving_lines(items: Sequence[Leaving], whole: int) -> tuple[LeavingLine, ...]:
    """Show what leaves, in tenths that add up to what all of it takes."""
    tenths = _tenths([item.points for item in items], whole)
    return tuple(
        LeavingLine(item.signal, points, item.evidence)
        for item, points in zip(items, tenths, strict=True)
    )


def _leaving(desk: Desk, stored: Stored, today: date, days: int) -> tuple[Leaving, ...]:
    return outlook(stored.facts, desk.rulebook(today), today, stored.known, days)


def action_lines(steps: Iterable[Action]) -> tuple[ActionLine, ...]:
    """Show actions so that their points add up to what all of them bring."""
    steps = tuple(steps)
    earned = [step.points for step in steps]
    tenths = _tenths(earned, to_tenths(sum(earned)))
    return tuple(
        ActionLine(step.signal, step.units, points)
        for step, points in zip(steps, tenths, strict=True)
    )


def _tenths(hundredths: Sequence[int], whole: int) -> tuple[int, ...]:
    return apportion([Fraction(points, 10) for points in hundredths], whole)
