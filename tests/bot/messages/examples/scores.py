"""Answers about one member's score, as examples."""

from datetime import timedelta

from bot.messages import contexts as c
from bot.messages.contexts.score import PastScore
from scoring.model import Amount, CauseKind, Pillar
from tests.bot.messages.examples.games import TIP, a_goal, a_streak, some_badges
from tests.bot.messages.samples import (
    REFERENCE,
    TODAY,
    Makers,
    a_comparison,
    a_person,
    a_signal,
    a_trend,
    a_way_back,
    rank_move,
    rules_line,
    shared_cause,
    some_actions,
    some_causes,
    some_evidence,
    some_leaving,
    some_names,
    some_sights,
)


def an_own_score(rows: int) -> c.Me:
    return c.Me(
        person=a_person(rows) if rows % 2 else None,
        day=TODAY,
        since=TODAY - timedelta(days=7),
        points=684,
        change=-30,
        rulebook="2026-01",
        reference=REFERENCE,
        pillars=tuple(c.PillarLine(p, 171, -8, 250 * (rows % 2)) for p in Pillar),
        leaving_days=7,
        leaving=some_leaving(rows),
        missing=(c.Missing(Pillar.BRAND, tuple(a_signal(n) for n in range(rows))),),
        goal=a_goal(rows) if rows else None,
        streak=a_streak(rows) if rows else None,
        badges=some_badges(rows),
        swing=rows or None,
        sights=some_sights(rows),
    )


def _past_score(rows: int) -> PastScore:
    return PastScore(
        person=a_person(rows) if rows % 2 else None,
        day=TODAY - timedelta(days=9),
        points=684,
        pillars=tuple((pillar, 171) for pillar in Pillar)[: rows % 5],
        told=c.Told(TODAY - timedelta(days=9), 700, 684, late=rows > 1, retracted=rows > 5)
        if rows
        else None,
        known_since=None if rows else TODAY,
        points_today=684 + rows,
        today=TODAY,
        rulebook="2026-01",
        reference=REFERENCE,
    )


def _why(rows: int) -> c.Why:
    return c.Why(
        person=a_person(rows) if rows % 2 else None,
        pillar=Pillar.BRAND if rows == 5 else None,
        signal=a_signal(0) if rows == 6 else None,
        signal_cap=60 if rows == 6 else None,
        first=TODAY - timedelta(days=9),
        last=TODAY,
        before=720,
        after=720 - rows,
        rulebook="2026-01",
        reference=REFERENCE,
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
        swing=3 if rows else None,
        sights=some_sights(rows),
    )


def _outlook(rows: int) -> c.Outlook:
    days = tuple((TODAY + timedelta(days=n), some_leaving(n + 1)) for n in range(rows))
    person = a_person(rows) if rows % 2 else None
    return c.Outlook(person, TODAY, 684, days, 600, TODAY + timedelta(days=28), REFERENCE)


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
        reference=REFERENCE,
        signals=signals,
        still=tuple(a_signal(n) for n in range(rows)),
        unseen=tuple(a_signal(n) for n in range(rows // 2)),
        today=TODAY,
        sights=some_sights(rows),
    )


def _heads_up(rows: int) -> c.HeadsUp:
    back = c.WayBack(684, 684 - rows % 2, some_actions(rows))
    return c.HeadsUp(TODAY, 684, 684 - rows, some_leaving(rows), back, TODAY, REFERENCE)


SCORES: Makers = {
    c.Me: an_own_score,
    c.NoData: lambda rows: c.NoData(a_person(rows) if rows else None),
    PastScore: _past_score,
    c.Why: _why,
    c.Next: lambda rows: c.Next(
        a_person(rows) if rows % 2 else None, 684, some_actions(rows), some_names(rows), REFERENCE,
        TIP if rows else None,
    ),
    c.Details: _details,
    c.Outlook: _outlook,
    c.HeadsUp: _heads_up,
    c.Warned: lambda rows: c.Warned(10 * rows or None),
    c.Trend: a_trend,
    c.Compare: a_comparison,
}  # fmt: skip
