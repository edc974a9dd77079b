"""Examples of every context: as many rows as asked for, and names as people may well type them."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest

from bot.messages import contexts as c
from scoring.model import Amount, CauseKind, Pillar
from scoring.reported import Figures, ReportedReading, Whose, compare
from tests.bot.messages.samples import (
    HOSTILE,
    TODAY,
    a_comparison,
    a_person,
    a_signal,
    a_trend,
    a_way_back,
    board_rows,
    changes_of,
    own_impact,
    rank_move,
    rules_ahead,
    rules_line,
    shared_cause,
    shared_impact,
    some_actions,
    some_causes,
    some_data,
    some_evidence,
    some_leaving,
    some_names,
    some_units,
)

Example = Callable[[type[c.Context], int], c.Context]


@pytest.fixture
def example() -> Example:
    """Make a context with so many of everything that there can be many of."""
    return lambda context, rows: _MAKERS[context](rows)


def _me(rows: int) -> c.Me:
    return c.Me(
        person=a_person(rows) if rows % 2 else None,
        day=TODAY,
        since=TODAY - timedelta(days=7),
        points=684,
        change=-30,
        rulebook="2026-01",
        pillars=tuple(c.PillarLine(p, 171, -8, 250 * (rows % 2)) for p in Pillar),
        leaving_days=7,
        leaving=some_leaving(rows),
        missing=(c.Missing(Pillar.BRAND, tuple(a_signal(n) for n in range(rows))),),
    )


def _why(rows: int) -> c.Why:
    return c.Why(
        person=a_person(rows) if rows % 2 else None,
        pillar=Pillar.BRAND if rows == 5 else None,
        first=TODAY - timedelta(days=9),
        last=TODAY,
        before=720,
        after=720 - rows,
        rulebook="2026-01",
        rules=rules_line(rows),
        lines=some_causes(rows),
        rest=-rows,
        still=tuple(Pillar)[: rows % 5],
        shared=shared_cause(rows),
        way_back=a_way_back(rows),
        rebased_on=TODAY if rows % 2 else None,
        period_chosen=bool(rows % 2),
        told=c.Told(TODAY, 710, 730, late=bool(rows % 2), retracted=rows > 1) if rows else None,
        rank=rank_move(rows),
        shift=c.Shift(rows, rows, -60, reported=bool(rows % 2)) if rows else None,
    )


def _team_rows(rows: int) -> tuple[c.TeamRow, ...]:
    reasons = (None, "fell", "silent", "no_data")
    return tuple(
        c.TeamRow(a_person(n), None, None, None, "no_data")
        if n % 4 == 3
        else c.TeamRow(a_person(n), 1000 - n, n - 50, Pillar.PEOPLE, reasons[n % 4])
        for n in range(rows)
    )


def _digest(rows: int) -> c.Digest:
    return c.Digest(
        team=HOSTILE,
        since=TODAY - timedelta(days=7),
        last=TODAY,
        rows=board_rows(rows),
        members=rows,
        improved=tuple(row for row in board_rows(rows) if row.change is not None),
        average=612 if rows >= 5 else None,
        average_change=None,
        minimum=5,
        shared=shared_cause(rows),
        tip=c.Tip(Pillar.INSIGHTS, a_signal(rows)) if rows else None,
        rules=rules_line(rows),
        late_for=TODAY if rows % 2 else None,
        shift=c.Shift(rows, rows, 60, reported=bool(rows % 2)) if rows else None,
    )


def _board_context(rows: int) -> c.Board:
    shown = board_rows(rows)
    since = TODAY - timedelta(days=7)
    mine = shown[-1] if shown else None
    return c.Board(HOSTILE, TODAY, since, shown, rows, mine, rank_move(rows))


def _rule_rows(rows: int) -> tuple[c.RuleRow, ...]:
    return tuple(
        c.RuleRow(Pillar.BRAND, a_signal(n), "40", HOSTILE, 80, 90 if n % 2 else None, HOSTILE)
        for n in range(rows)
    )


def _outlook(rows: int) -> c.Outlook:
    days = tuple((TODAY + timedelta(days=n), some_leaving(n + 1)) for n in range(rows))
    person = a_person(rows) if rows % 2 else None
    return c.Outlook(person, TODAY, 684, days, 600, TODAY + timedelta(days=28))


def _files(rows: int) -> tuple[c.FileLine, ...]:
    refused = tuple((n, f"{HOSTILE} is no date") for n in range(rows))
    return tuple(
        c.FileLine(
            HOSTILE, "Comments", 324, 300, 23, rows, refused, HOSTILE if n % 5 == 4 else None
        )
        for n in range(rows)
    )


def _details(rows: int) -> c.Details:
    kinds = tuple(CauseKind)
    causes = tuple(
        c.DetailCause(
            kinds[n % 4],
            n - 2,
            () if kinds[n % 4] is CauseKind.RULES else some_evidence(n),
            rules_line(1).causes[0] if kinds[n % 4] is CauseKind.RULES and n % 2 else None,
        )
        for n in range(min(rows, 4))
    )
    amounts = (None, Amount(12, 30), Amount(13, 52))
    signals = tuple(
        c.SignalDetail(Pillar.INSIGHTS, a_signal(n), -n, amounts[n % 3], amounts[1 + n % 2], causes)
        for n in range(rows)
    )
    return c.Details(
        person=a_person(rows) if rows % 2 else None,
        pillar=Pillar.BRAND if rows == 5 else None,
        first=TODAY - timedelta(days=9),
        last=TODAY,
        before=720,
        after=720 - rows,
        rulebook="2026-01",
        signals=signals,
        still=tuple(a_signal(n) for n in range(rows)),
        unseen=tuple(a_signal(n) for n in range(rows // 2)),
        today=TODAY,
    )


def _heads_up(rows: int) -> c.HeadsUp:
    back = c.WayBack(684, 684 - rows % 2, some_actions(rows))
    return c.HeadsUp(TODAY, 684, 684 - rows, some_leaving(rows), back, TODAY)


def _both(number: int) -> c.BothScores:
    return c.BothScores(684 - number if number % 3 else None, 5300 + number if number % 2 else None)


def _reading(day: date, rows: int) -> ReportedReading:
    pillars = dict.fromkeys(Pillar, 2000 + rows)
    return ReportedReading(day, {whose: Figures(5300, pillars, 1 + rows % 9) for whose in Whose})


def _reported(rows: int) -> c.Reported:
    return c.Reported(
        day=TODAY if rows else None,
        total=_both(rows),
        pillars=tuple((pillar, _both(n)) for n, pillar in enumerate(Pillar)),
        ranks=tuple((whose, 9) for whose in tuple(Whose)[1 : rows % 5]),
        trend=tuple((TODAY, c.BothScores(684 if n % 2 else None, 5300)) for n in range(rows)),
        moved=compare(_reading(TODAY - timedelta(days=7), rows), _reading(TODAY, rows // 5))
        if rows
        else None,
        nudged=bool(rows % 2),
        new=rows or None,
        refused=tuple((n, HOSTILE) for n in range(rows)),
        today=TODAY,
    )


_MAKERS: dict[type[c.Context], Callable[[int], c.Context]] = {
    c.Me: _me,
    c.NoData: lambda rows: c.NoData(a_person(rows) if rows else None),
    c.Why: _why,
    c.Next: lambda rows: c.Next(
        a_person(rows) if rows % 2 else None, 684, some_actions(rows), some_names(rows)
    ),
    c.TeamReport: lambda rows: c.TeamReport(
        HOSTILE, TODAY, TODAY - timedelta(days=7), _team_rows(rows),
        612 if rows >= 5 else None, 8 if rows > 5 else None, shared_cause(rows),
    ),
    c.Digest: _digest,
    c.MyRow: lambda rows: c.MyRow(
        HOSTILE, TODAY, rows or None, rows, 684 if rows else None, -3 if rows else None,
        hidden=not rows, move=rank_move(rows),
    ),
    c.Board: _board_context,
    c.Rules: lambda rows: c.Rules(
        "2026-01", date(2026, 1, 1), _rule_rows(rows), rules_line(rows), rules_ahead(rows)
    ),
    c.RulesNotice: lambda rows: c.RulesNotice(HOSTILE, changes_of(rows), shared_impact(rows)),
    c.RulesForYou: lambda rows: c.RulesForYou(own_impact(rows), 14),
    c.RulesUpload: lambda rows: c.RulesUpload(HOSTILE, TODAY, rows % 5 + 1),
    c.RulesPreview: lambda rows: c.RulesPreview(
        "0" * 64, changes_of(rows), shared_impact(rows),
        tuple(c.ImpactRow(a_person(n), n - 3) for n in range(min(rows, 5))),
    ),
    c.RulesDecided: lambda rows: c.RulesDecided(HOSTILE, TODAY, published=bool(rows)),
    c.Outlook: _outlook,
    c.Imported: lambda rows: c.Imported(
        a_person(rows) if rows % 2 else None, HOSTILE, _files(rows), some_names(rows),
        684 if rows else None, 600 if rows > 1 else None,
    ),
    c.Privacy: lambda rows: c.Privacy(
        rows, TODAY if rows else None, TODAY if rows else None, some_names(rows), some_names(rows),
        on_board=bool(rows % 2), readings=rows,
    ),
    c.Trend: a_trend,
    c.Compare: a_comparison,
    c.Help: lambda rows: c.Help(is_manager=bool(rows), has_team=rows > 1),
    c.Setup: lambda rows: c.Setup(
        "C01", HOSTILE if rows else "", some_names(rows)[1::2], rows % 7, 9 * 60, "Europe/Berlin",
        tuple(f"Zone/{n}" for n in range(rows)),
    ),
    c.TeamReady: lambda rows: c.TeamReady(
        HOSTILE, some_names(rows + 1), rows % 7, 9 * 60 + 5, "Europe/Berlin", "U01"
    ),
    c.Joined: lambda rows: c.Joined(HOSTILE, some_names(rows + 1), again=bool(rows)),
    c.Left: lambda _: c.Left(HOSTILE),
    c.Unsure: lambda rows: c.Unsure(
        HOSTILE * (rows + 1), ("why_change", "score", "improve")[:rows]
    ),
    c.OutOfScope: lambda _: c.OutOfScope(),
    c.Thanks: lambda _: c.Thanks(),
    c.Greeting: lambda _: c.Greeting(),
    c.Problem: lambda rows: c.Problem(HOSTILE * (rows + 1), "a1b2c3d4" if rows else None),
    c.Home: lambda rows: c.Home(
        _me(rows) if rows else c.NoData(None), some_names(rows), some_names(rows)
    ),
    c.DeliveryFailed: lambda rows: c.DeliveryFailed(
        HOSTILE, "C01", ("is_archived", "unverified:x", HOSTILE)[rows % 3]
    ),
    c.Details: _details,
    c.HeadsUp: _heads_up,
    c.ShiftNote: lambda rows: c.ShiftNote(
        HOSTILE, TODAY - timedelta(days=7), TODAY,
        c.Shift(rows, rows, -60 if rows % 3 else 60, reported=bool(rows % 2)),
    ),
    c.Warned: lambda rows: c.Warned(10 * rows or None),
    c.Reported: _reported,
    c.ReportedForm: lambda _: c.ReportedForm(TODAY),
    c.ReportedDoubt: lambda rows: c.ReportedDoubt(HOSTILE, HOSTILE * 10 if rows else None),
    c.Plan: lambda rows: c.Plan(
        a_person(rows) if rows % 2 else None, TODAY, 684, 700, 684 + sum(range(rows)),
        tuple(c.Step(a_signal(n), n + 1, n, 25 * (n + 1)) for n in range(rows)),
        some_units(rows)[-1] if rows else None,
    ),
    c.WhatIf: lambda rows: c.WhatIf(
        a_person(rows) if rows % 2 else None, TODAY, 684, 684 + rows, some_units(rows)
    ),
    c.StandStill: lambda rows: c.StandStill(
        a_person(rows) if rows % 2 else None, TODAY, 684, 684 - rows,
        TODAY + timedelta(days=14), a_signal(rows) if rows % 3 else None,
    ),
    c.Data: some_data,
    c.Undone: lambda rows: c.Undone(
        HOSTILE, rows, 684 if rows else None, 684 - rows if rows % 2 else None
    ),
    c.Forgotten: lambda rows: c.Forgotten(
        known=bool(rows), activities=rows, sections=rows % 3, readings=rows % 2,
        teams=some_names(rows),
    ),
    c.Nudge: lambda rows: c.Nudge((TODAY, 5300 + rows) if rows else None, TODAY),
}  # fmt: skip
