"""Examples of every context: as many rows as asked for, and names as people may well type them."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest

from bot.messages import contexts as c
from scoring.model import Amount, CauseKind, Evidence, Kind, Pillar
from scoring.reported import Figures, ReportedReading, Whose, compare

HOSTILE = "<!channel> & *b* `x` _i_ ~s~ <@U666> \u202etxt\u2028\x00"
TODAY = date(2026, 11, 18)
SIGNALS = ("comments", "articles", "reply_rate", "my_own_signal", "profile")

Example = Callable[[type[c.Context], int], c.Context]


@pytest.fixture
def example() -> Example:
    """Make a context with so many of everything that there can be many of."""
    return lambda context, rows: _MAKERS[context](rows)


def _person(number: int) -> c.Person:
    return c.Person(HOSTILE, f"U{number:08}" if number % 3 else None)


def _signal(number: int) -> str:
    return SIGNALS[number % len(SIGNALS)]


def _evidence(number: int) -> tuple[Evidence, ...]:
    first = TODAY - timedelta(days=400 - number % 400)
    return (
        Evidence(Kind.COMMENT_MADE, -1 - number % 7, first, first + timedelta(days=number % 40)),
        Evidence(Kind.COMMENT_MADE, 2, TODAY, TODAY),
        Evidence(Kind.PROFILE_SKILLS, 1 - 2 * (number % 2), date(1970, 1, 1), date(1970, 1, 1)),
    )


def _leaving(rows: int) -> tuple[c.LeavingLine, ...]:
    return tuple(c.LeavingLine(_signal(n), -n, _evidence(n)) for n in range(rows))


def _actions(rows: int) -> tuple[c.ActionLine, ...]:
    return tuple(c.ActionLine(_signal(n), n + 1, 10 * n) for n in range(rows))


def _causes(rows: int) -> tuple[c.ActivityCause, ...]:
    kinds = (CauseKind.NEW, CauseKind.AGED_OUT, CauseKind.CORRECTED)
    return tuple(
        c.ActivityCause(
            Pillar.INSIGHTS,
            _signal(n),
            kinds[n % 3],
            n - 2,
            _evidence(n),
            (12, 30) if n % 2 else None,
            (13, 52) if n % 2 else None,
        )
        for n in range(min(rows, 4))
    )


def _rules_line(rows: int) -> c.RulesLine | None:
    whats = ("target", "cap", "window", "minimum", "kinds", "added", "retired")
    causes = tuple(
        c.RuleCause(Pillar.BRAND, _signal(n), -n, whats[n % 7], "5", "3", "a week", HOSTILE)
        for n in range(rows)
    )
    return c.RulesLine("2026-01", HOSTILE, TODAY, -sum(range(rows)), causes) if rows else None


def _changes(rows: int) -> c.RulesLine:
    return _rules_line(rows) or c.RulesLine("2026-01", HOSTILE, TODAY, 0, ())


def _own_impact(rows: int) -> c.OwnImpact:
    return c.OwnImpact(684, 684 - sum(range(rows)), _changes(rows))


def _shared_impact(rows: int) -> c.SharedImpact:
    enough = rows >= 5
    return c.SharedImpact(
        rows, rows // 2, rows // 3, -3, 684 if enough else None, 642 if enough else None
    )


def _rules_ahead(rows: int) -> c.RulesAhead | None:
    if not rows:
        return None
    teams = tuple((HOSTILE, _shared_impact(n)) for n in range(rows))
    return c.RulesAhead(_changes(rows), _own_impact(rows) if rows % 2 else None, teams)


def _shared(rows: int) -> c.SharedCause | None:
    return c.SharedCause(rows // 2, rows, -60, fell=True, by_rules=bool(rows % 2)) if rows else None


def _way_back(rows: int) -> c.WayBack | None:
    return c.WayBack(720, 720 - rows % 2, _actions(min(rows, 4))) if rows else None


def _board(rows: int) -> tuple[c.BoardRow, ...]:
    return tuple(
        c.BoardRow(n + 1, _person(n), 1000 - n, n - 3 if n % 5 else None) for n in range(rows)
    )


def _me(rows: int) -> c.Me:
    return c.Me(
        person=_person(rows) if rows % 2 else None,
        day=TODAY,
        since=TODAY - timedelta(days=7),
        points=684,
        change=-30,
        rulebook="2026-01",
        pillars=tuple(c.PillarLine(p, 171, -8, 250 * (rows % 2)) for p in Pillar),
        leaving_days=7,
        leaving=_leaving(rows),
        missing=(c.Missing(Pillar.BRAND, tuple(_signal(n) for n in range(rows))),),
    )


def _why(rows: int) -> c.Why:
    return c.Why(
        person=_person(rows) if rows % 2 else None,
        pillar=Pillar.BRAND if rows == 5 else None,
        first=TODAY - timedelta(days=9),
        last=TODAY,
        before=720,
        after=720 - rows,
        rulebook="2026-01",
        rules=_rules_line(rows),
        lines=_causes(rows),
        rest=-rows,
        still=tuple(Pillar)[: rows % 5],
        shared=_shared(rows),
        way_back=_way_back(rows),
        rebased_on=TODAY if rows % 2 else None,
        period_chosen=bool(rows % 2),
        told=c.Told(TODAY, 710, 730, late=bool(rows % 2), retracted=rows > 1) if rows else None,
        rank=_rank_move(rows),
        shift=c.Shift(rows, rows, -60, reported=bool(rows % 2)) if rows else None,
    )


def _team_rows(rows: int) -> tuple[c.TeamRow, ...]:
    reasons = (None, "fell", "silent", "no_data")
    return tuple(
        c.TeamRow(_person(n), None, None, None, "no_data")
        if n % 4 == 3
        else c.TeamRow(_person(n), 1000 - n, n - 50, Pillar.PEOPLE, reasons[n % 4])
        for n in range(rows)
    )


def _digest(rows: int) -> c.Digest:
    return c.Digest(
        team=HOSTILE,
        since=TODAY - timedelta(days=7),
        last=TODAY,
        rows=_board(rows),
        members=rows,
        improved=tuple(row for row in _board(rows) if row.change is not None),
        average=612 if rows >= 5 else None,
        average_change=None,
        minimum=5,
        shared=_shared(rows),
        tip=c.Tip(Pillar.INSIGHTS, _signal(rows)) if rows else None,
        rules=_rules_line(rows),
        late_for=TODAY if rows % 2 else None,
        shift=c.Shift(rows, rows, 60, reported=bool(rows % 2)) if rows else None,
    )


def _board_context(rows: int) -> c.Board:
    shown = _board(rows)
    since = TODAY - timedelta(days=7)
    mine = shown[-1] if shown else None
    return c.Board(HOSTILE, TODAY, since, shown, rows, mine, _rank_move(rows))


def _rule_rows(rows: int) -> tuple[c.RuleRow, ...]:
    return tuple(
        c.RuleRow(Pillar.BRAND, _signal(n), "40", HOSTILE, 80, 90 if n % 2 else None, HOSTILE)
        for n in range(rows)
    )


def _outlook(rows: int) -> c.Outlook:
    days = tuple((TODAY + timedelta(days=n), _leaving(n + 1)) for n in range(rows))
    person = _person(rows) if rows % 2 else None
    return c.Outlook(person, TODAY, 684, days, 600, TODAY + timedelta(days=28))


def _files(rows: int) -> tuple[c.FileLine, ...]:
    refused = tuple((n, f"{HOSTILE} is no date") for n in range(rows))
    return tuple(
        c.FileLine(
            HOSTILE, "Comments", 324, 300, 23, rows, refused, HOSTILE if n % 5 == 4 else None
        )
        for n in range(rows)
    )


def _names(rows: int) -> tuple[str, ...]:
    return tuple(f"U{n:08}" if n % 2 else HOSTILE for n in range(rows))


def _details(rows: int) -> c.Details:
    kinds = tuple(CauseKind)
    causes = tuple(
        c.DetailCause(
            kinds[n % 4],
            n - 2,
            () if kinds[n % 4] is CauseKind.RULES else _evidence(n),
            _rules_line(1).causes[0] if kinds[n % 4] is CauseKind.RULES and n % 2 else None,
        )
        for n in range(min(rows, 4))
    )
    amounts = (None, Amount(12, 30), Amount(13, 52))
    signals = tuple(
        c.SignalDetail(
            Pillar.INSIGHTS, _signal(n), -n, amounts[n % 3], amounts[1 + n % 2], causes
        )
        for n in range(rows)
    )
    return c.Details(
        person=_person(rows) if rows % 2 else None,
        pillar=Pillar.BRAND if rows == 5 else None,
        first=TODAY - timedelta(days=9),
        last=TODAY,
        before=720,
        after=720 - rows,
        rulebook="2026-01",
        signals=signals,
        still=tuple(_signal(n) for n in range(rows)),
        unseen=tuple(_signal(n) for n in range(rows // 2)),
        today=TODAY,
    )


def _rank_move(rows: int) -> c.RankMove | None:
    if not rows:
        return None
    names = tuple(_person(n) for n in range(min(rows, 3)))
    return c.RankMove(rows, 1 - rows % 3, rows, rows, rows % 2, names, names[:1])


def _heads_up(rows: int) -> c.HeadsUp:
    back = c.WayBack(684, 684 - rows % 2, _actions(rows))
    return c.HeadsUp(TODAY, 684, 684 - rows, _leaving(rows), back, TODAY)


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
    c.NoData: lambda rows: c.NoData(_person(rows) if rows else None),
    c.Why: _why,
    c.Next: lambda rows: c.Next(
        _person(rows) if rows % 2 else None, 684, _actions(rows), _names(rows)
    ),
    c.TeamReport: lambda rows: c.TeamReport(
        HOSTILE, TODAY, TODAY - timedelta(days=7), _team_rows(rows),
        612 if rows >= 5 else None, 8 if rows > 5 else None, _shared(rows),
    ),
    c.Digest: _digest,
    c.MyRow: lambda rows: c.MyRow(
        HOSTILE, TODAY, rows or None, rows, 684 if rows else None, -3 if rows else None,
        hidden=not rows, move=_rank_move(rows),
    ),
    c.Board: _board_context,
    c.Rules: lambda rows: c.Rules(
        "2026-01", date(2026, 1, 1), _rule_rows(rows), _rules_line(rows), _rules_ahead(rows)
    ),
    c.RulesNotice: lambda rows: c.RulesNotice(HOSTILE, _changes(rows), _shared_impact(rows)),
    c.RulesForYou: lambda rows: c.RulesForYou(_own_impact(rows), 14),
    c.RulesUpload: lambda rows: c.RulesUpload(HOSTILE, TODAY, rows % 5 + 1),
    c.RulesPreview: lambda rows: c.RulesPreview(
        "0" * 64, _changes(rows), _shared_impact(rows),
        tuple(c.ImpactRow(_person(n), n - 3) for n in range(min(rows, 5))),
    ),
    c.RulesDecided: lambda rows: c.RulesDecided(HOSTILE, TODAY, published=bool(rows)),
    c.Outlook: _outlook,
    c.Imported: lambda rows: c.Imported(
        _person(rows) if rows % 2 else None, HOSTILE, _files(rows), _names(rows),
        684 if rows else None, 600 if rows > 1 else None,
    ),
    c.Privacy: lambda rows: c.Privacy(
        rows, TODAY if rows else None, TODAY if rows else None, _names(rows), _names(rows),
        on_board=bool(rows % 2),
    ),
    c.Help: lambda rows: c.Help(is_manager=bool(rows), has_team=rows > 1),
    c.Setup: lambda rows: c.Setup(
        "C01", HOSTILE if rows else "", _names(rows)[1::2], rows % 7, 9 * 60, "Europe/Berlin",
        tuple(f"Zone/{n}" for n in range(rows)),
    ),
    c.TeamReady: lambda rows: c.TeamReady(
        HOSTILE, _names(rows + 1), rows % 7, 9 * 60 + 5, "Europe/Berlin", "U01"
    ),
    c.Joined: lambda rows: c.Joined(HOSTILE, _names(rows + 1), again=bool(rows)),
    c.Left: lambda _: c.Left(HOSTILE),
    c.Unsure: lambda rows: c.Unsure(
        HOSTILE * (rows + 1), ("why_change", "score", "improve")[:rows]
    ),
    c.OutOfScope: lambda _: c.OutOfScope(),
    c.NotYet: lambda rows: c.NotYet("trend" if rows else HOSTILE, "/ssi me"),
    c.Problem: lambda rows: c.Problem(HOSTILE * (rows + 1), "a1b2c3d4" if rows else None),
    c.Home: lambda rows: c.Home(
        _me(rows) if rows else c.NoData(None), _names(rows), _names(rows)
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
    c.Nudge: lambda rows: c.Nudge((TODAY, 5300 + rows) if rows else None, TODAY),
}  # fmt: skip
