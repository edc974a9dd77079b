"""What-ifs: what more of something would bring, and what the score would be by other rules."""

from dataclasses import replace
from fractions import Fraction

from bot.answers.ahead.footing import Footing, parts, with_units
from bot.answers.ahead.wish import NEW_RULES, OLD_RULES, Level, Wish
from bot.answers.desk import Desk
from bot.answers.rules.impact import impacts, own_impact
from bot.answers.rules.rulebooks import before, upcoming
from bot.answers.score.reference import reference
from bot.errors import BadInput, NotFound
from bot.messages.contexts import OtherRules, Units, WhatIf
from bot.messages.words import load_words
from bot.storage.tables import Member
from scoring.rulebook import Rulebook
from scoring.what_if import units_to_share

MOST_UNITS = 1000
WHOLE = 100


def what_if_of(desk: Desk, now: Footing, wish: Wish) -> WhatIf:
    """Tell what more units would bring, one signal after the other; then what is set to a level.

    Raises:
        NotFound: the rules know no such signal.
        BadInput: a share is wished of what is none.
    """
    then = now
    lines: list[Units] = []
    earned: list[int] = []
    wishes: list[tuple[str, int] | Level] = [*wish.units, *wish.levels]
    for wished in wishes:
        if isinstance(wished, Level):
            name, asked = wished.signal, _units_to(then, wished)
            share = wished.value if wished.is_share else None
        else:
            (name, asked), share = wished, None
        line, after = with_units(then, now.signal(name), min(asked, MOST_UNITS))
        lines.append(replace(line, share=share))
        earned.append(after.points - then.points)
        then = after
    return WhatIf(
        person=now.person,
        day=now.day,
        points=now.shown,
        points_then=then.shown,
        lines=tuple(
            replace(line, points=points)
            for line, points in zip(lines, parts(earned, then.shown - now.shown), strict=True)
        ),
        reference=reference(desk, now.card),
    )


def other_rules(desk: Desk, member: Member, now: Footing, version: str) -> OtherRules:
    """Score today by other rules, and tell what makes the difference.

    Raises:
        NotFound: there are no such rules.
    """
    new = _find(desk, now, version)
    (impact,) = impacts(desk, [member], now.rulebook, new, now.day)
    mine = own_impact(now.rulebook, new, impact)
    return OtherRules(
        person=now.person, day=now.day, mine=mine, reference=reference(desk, now.card)
    )


def _units_to(then: Footing, level: Level) -> int:
    """Tell how many more units bring a signal to a level, or with a minus how many fewer."""
    signal = then.signal(level.signal)
    amount = then.amount(signal)
    if not level.is_share:
        return min(level.value, MOST_UNITS) - amount.value
    if amount.of is None:
        spoken = load_words("en").signal(signal.name).name
        raise BadInput(
            f"A share is set of rates alone, and {spoken} are counted: "
            f"`/ssi whatif {signal.name}={level.value}`."
        )
    return units_to_share(signal, then.tallies, Fraction(min(level.value, WHOLE), WHOLE))


def _find(desk: Desk, now: Footing, version: str) -> Rulebook:
    """Find rules by their version, or those that are new, or were before."""
    if version == OLD_RULES:
        found = before(desk.rulebooks, now.rulebook)
    elif version == NEW_RULES:
        found = next(iter(upcoming(desk.rulebooks, now.day)), None)
    else:
        found = next((book for book in desk.rulebooks if book.version.lower() == version), None)
    if found is None:
        known = ", ".join(book.version for book in desk.rulebooks)
        raise NotFound(
            f"There are no {version} rules here. Known are {known}: "
            f"`/ssi whatif rules={desk.rulebooks[0].version}`."
        )
    return found
