"""Answers about what is not yet, as examples."""

from datetime import timedelta

from bot.messages import contexts as c
from tests.bot.messages.samples import (
    HOSTILE,
    REFERENCE,
    TODAY,
    Makers,
    a_person,
    a_signal,
    own_impact,
)


def some_units(rows: int) -> tuple[c.Units, ...]:
    return tuple(
        c.Units(
            a_signal(n), n - 1, n // 2 - n % 2, n, n % 3, seen=bool(n % 4),
            before=(12, 30 * (n % 5)) if n % 2 else None, after=(13, 30) if n % 2 else None,
            share=40 if n % 5 == 3 else None,
        )
        for n in range(rows)
    )  # fmt: skip


def some_efforts(rows: int) -> tuple[c.EffortLine, ...]:
    return tuple(c.EffortLine(a_signal(n), 4 + n % 2, 4) for n in range(rows))


def some_steps(rows: int) -> tuple[c.Step, ...]:
    late = (None, TODAY + timedelta(days=3))
    return tuple(c.Step(a_signal(n), n + 1, n, 25 * (n + 1), late[n % 2]) for n in range(rows))


def a_plan(rows: int) -> c.Plan:
    until = c.Leaving(
        TODAY + timedelta(days=43), 700, 3 - rows, rows % 3 - 1,
        HOSTILE if rows > 1 else None, TODAY + timedelta(days=9),
    )  # fmt: skip
    return c.Plan(
        person=a_person(rows) if rows % 2 else None,
        day=TODAY,
        points=684,
        goal=(700, 684, 1000)[rows % 3],
        reached=684 + sum(range(rows)),
        steps=some_steps(rows),
        alone=some_units(rows)[-1] if rows else None,
        reference=REFERENCE,
        until=until if rows % 4 else None,
        efforts=some_efforts(rows),
    )


PLANS: Makers = {
    c.Plan: a_plan,
    c.WhatIf: lambda rows: c.WhatIf(
        a_person(rows) if rows % 2 else None, TODAY, 684, 684 + rows, some_units(rows), REFERENCE
    ),
    c.OtherRules: lambda rows: c.OtherRules(
        a_person(rows) if rows % 2 else None, TODAY, own_impact(rows), REFERENCE
    ),
    c.Efforts: lambda rows: c.Efforts(
        some_efforts(rows), a_signal(0) if rows % 2 else None, is_admin=rows > 1
    ),
    c.StandStill: lambda rows: c.StandStill(
        a_person(rows) if rows % 2 else None, TODAY, 684, 684 - rows,
        TODAY + timedelta(days=14), a_signal(rows) if rows % 3 else None, REFERENCE,
    ),
}  # fmt: skip
