"""What managers see, and what members say to it, as examples."""

from datetime import timedelta

from bot.messages import contexts as c
from bot.messages.contexts import managing as m
from scoring.model import Pillar
from tests.bot.messages.examples.games import a_team_goal
from tests.bot.messages.samples import (
    HOSTILE,
    REFERENCE,
    TODAY,
    Makers,
    a_person,
    shared_cause,
    some_actions,
    some_causes,
)

REASONS = (None, "fell", "silent", "no_data", "stuck")
SINCE = TODAY - timedelta(days=7)


def some_members(rows: int) -> tuple[c.TeamRow, ...]:
    return tuple(
        c.TeamRow(a_person(n), None, None, None, "no_data")
        if n % 5 == 3
        else c.TeamRow(
            a_person(n), 1000 - n, n - 50, Pillar.PEOPLE, REASONS[n % 5], (250, 250, 200, 200),
            900, TODAY,
        )
        for n in range(rows)
    )  # fmt: skip


def _attention(rows: int) -> tuple[m.Attention, ...]:
    steps = some_actions(3)
    return tuple(
        m.Attention(
            a_person(n), str(REASONS[1 + n % 4]), -40 if n % 4 == 0 else None,
            TODAY if n % 3 else None, TODAY if n % 4 == 1 and n % 2 else None,
            steps[n % 3] if n % 2 else None, ("articles", "my_own_signal"),
        )
        for n in range(min(rows, 5))
    )  # fmt: skip


def a_report(rows: int, page: int = 1) -> c.TeamReport:
    weeks = [TODAY - timedelta(weeks=12 - n) for n in range(13)]
    return c.TeamReport(
        team=HOSTILE,
        number=7,
        day=TODAY,
        since=SINCE,
        rows=some_members(rows),
        attention=_attention(rows),
        average=612 if rows >= 5 else None,
        average_change=8 if rows > 5 else None,
        trend=tuple(c.TrendPoint(day, 600 + n) for n, day in enumerate(weeks[: max(0, rows - 1)])),
        shared=shared_cause(rows),
        reference=REFERENCE if rows else None,
        goal=a_team_goal(rows) if rows else None,
        page=page,
    )


def _coaching(rows: int) -> m.Coaching:
    lines = some_causes(rows)
    behind = m.Behind(TODAY, lines, rows % 3, some_actions(min(rows, 3)))
    return m.Coaching(
        person=a_person(rows),
        day=TODAY,
        since=SINCE,
        points=684,
        change=rows - 3,
        swing=rows % 4 or None,
        pillars=tuple(c.PillarLine(pillar, 171, rows % 2, 250 * (rows % 2)) for pillar in Pillar),
        missing=tuple(c.Missing(pillar, ("comments", "articles")) for pillar in Pillar),
        behind=behind if rows % 2 else None,
        asked_on=TODAY if rows else None,
        reference=REFERENCE,
    )


MANAGING: Makers = {
    m.TeamReport: a_report,
    m.Exported: lambda rows: m.Exported(HOSTILE, rows),
    m.Coaching: _coaching,
    m.ConsentAsked: lambda rows: m.ConsentAsked(a_person(rows), again=bool(rows % 2)),
    m.ConsentWanted: lambda rows: m.ConsentWanted(f"U{rows:08}", 30),
    m.ConsentAnswered: lambda rows: m.ConsentAnswered(
        f"U{rows:08}", TODAY if rows % 2 else None, TODAY
    ),
}
