"""Plans: what a goal takes, today or by a day to come, and what doing nothing costs."""

from datetime import date, timedelta

from bot.answers.ahead.efforts import effort_lines
from bot.answers.ahead.footing import Footing, first_day_that_counts, footing, parts, with_units
from bot.answers.ahead.what_if import other_rules, what_if_of
from bot.answers.ahead.wish import Wish
from bot.answers.desk import Desk
from bot.answers.score.reference import reference
from bot.errors import BadInput
from bot.messages.contexts import Leaving, OtherRules, Plan, StandStill, Step, Units, WhatIf
from bot.storage.tables import Member
from scoring.explain import View, explain
from scoring.model import CauseKind
from scoring.outlook import outlook
from scoring.plan import Action, plan
from scoring.rounding import to_tenths
from scoring.what_if import units_to_goal

ROUND = 1000
"""Without a goal, the next whole ten points are one: so many hundredths."""

MOST_POINTS = 10_000


def plan_or_what_if(
    desk: Desk, member: Member, wish: Wish, today: date, *, reader: str | None
) -> Plan | WhatIf | OtherRules | StandStill:
    """Answer a wish; without any, plan to the next round score.

    Raises:
        NotFound: nothing is known of the member yet, or of the signal or the rules that are named.
        BadInput: the day to plan for is over, or a share is wished of what is none.
    """
    now = footing(desk, member, today, reader=reader)
    if wish.rules:
        return other_rules(desk, member, now, wish.rules)
    if wish.units or wish.levels:
        return what_if_of(desk, now, wish)
    if wish.days is not None:
        return _stand_still(desk, now, wish.days, wish.signal)
    if wish.until is not None and wish.until < today:
        raise BadInput(f"{wish.until} is over. Name a day to come: `/ssi plan 70 by 31 Dec`.")
    if wish.until in (None, today):
        return _plan(desk, now, now, wish)
    return _plan(desk, now, footing(desk, member, today, reader=reader, day=wish.until), wish)


def _stand_still(desk: Desk, now: Footing, days: int, name: str | None) -> StandStill:
    """Tell what some days of doing nothing lead to, of all signals or of one."""
    leaving = [
        item.points
        for item in outlook(now.facts, now.rulebook, now.day, now.stored.known, days)
        if name in (None, item.signal)
    ]
    return StandStill(
        person=now.person,
        day=now.day,
        points=now.shown,
        points_then=to_tenths(now.points + sum(leaving)),
        until=now.day + timedelta(days=days),
        signal=now.signal(name).name if name else None,
        reference=reference(desk, now.card),
    )


def _plan(desk: Desk, now: Footing, then: Footing, wish: Wish) -> Plan:
    """Plan the cheapest actions to a goal, from what is left on the day that it is for."""
    goal = wish.goal or min(MOST_POINTS, (now.points // ROUND + 1) * ROUND)
    later = then.day > now.day
    days = (then.day - now.day).days if later else None
    found = plan(then.rulebook, then.tallies, goal, then.stored.observed, days)
    tenths = parts([each.points for each in found.actions], to_tenths(found.reaches) - then.shown)
    return Plan(
        person=now.person,
        day=now.day,
        points=then.shown,
        goal=to_tenths(goal),
        reached=to_tenths(found.reaches),
        steps=tuple(
            _step(then, action, points)
            for action, points in zip(found.actions, tenths, strict=True)
        ),
        alone=_alone(then, wish.signal, goal),
        reference=reference(desk, now.card),
        until=_until(now, then) if later else None,
        efforts=effort_lines(desk, (action.signal for action in found.actions)),
    )


def _step(then: Footing, action: Action, points: int) -> Step:
    """Show an action, with its first day where what is done before is gone by then."""
    first = first_day_that_counts(then.signal(action.signal), then)
    late = first > then.today + timedelta(days=1)
    return Step(
        action.signal, action.units, points, action.minutes, not_before=first if late else None
    )


def _until(now: Footing, then: Footing) -> Leaving:
    """Tell what leaves by a day to come, and what rules do that take effect until then."""
    change = explain(
        now.facts,
        View(now.rulebook, now.day, now.stored.known),
        View(then.rulebook, then.day, then.stored.known),
        now.stored.observed,
    )
    by_rules = sum(each.points for each in change.causes if each.cause is CauseKind.RULES)
    leaving, ruled = parts([change.points - by_rules, by_rules], then.shown - now.shown)
    return Leaving(
        day=then.day,
        points=now.shown,
        leaving=leaving,
        by_rules=ruled,
        rulebook=then.rulebook.version if then.rulebook.version != now.rulebook.version else None,
        rules_from=then.rulebook.effective,
    )


def _alone(then: Footing, name: str | None, goal: int) -> Units | None:
    """Tell how far the signal that was named would lead by itself; one unit of what is full."""
    if name is None or then.points >= goal:
        return None
    signal = then.signal(name)
    units = units_to_goal(then.rulebook, then.tallies, signal, goal)
    line, _ = with_units(then, signal, max(1, units))
    return line
