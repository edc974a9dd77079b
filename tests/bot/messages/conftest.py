"""Examples of every context: as many rows as asked for, and names as people may well type them."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest

from bot.messages import contexts as c
from scoring.model import CauseKind, Evidence, Kind, Pillar

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
    )


def _board_context(rows: int) -> c.Board:
    shown = _board(rows)
    since = TODAY - timedelta(days=7)
    return c.Board(HOSTILE, TODAY, since, shown, rows, shown[-1] if shown else None)


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
        hidden=not rows,
    ),
    c.Board: _board_context,
    c.Rules: lambda rows: c.Rules("2026-01", date(2026, 1, 1), _rule_rows(rows)),
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
}  # fmt: skip
