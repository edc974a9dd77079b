"""Answers about teams, as examples."""

from datetime import timedelta

from bot.messages import contexts as c
from bot.messages.contexts.team import Mover
from tests.bot.messages.examples.games import TIP, a_team_goal
from tests.bot.messages.samples import (
    HOSTILE,
    REFERENCE,
    TODAY,
    Makers,
    board_rows,
    changes_of,
    rank_move,
    rules_line,
    shared_cause,
    some_names,
    some_weeks,
)


def _digest(rows: int) -> c.Digest:
    return c.Digest(
        team=HOSTILE,
        since=TODAY - timedelta(days=7),
        last=TODAY,
        rows=board_rows(rows),
        members=rows,
        improved=tuple(Mover(row.person, row.change) for row in board_rows(rows) if row.change),
        newcomers=board_rows(rows)[1:],
        trend=some_weeks(rows) if rows >= 5 else (),
        rules_before=(changes_of(rows),) * (rows % 3),
        average=612 if rows >= 5 else None,
        average_change=None,
        minimum=5,
        shared=shared_cause(rows),
        tip=c.TeamTip(TIP.tip, TIP.pillar) if rows else None,
        goal=a_team_goal(rows) if rows else None,
        reference=REFERENCE,
        rules=rules_line(rows),
        late_for=TODAY if rows % 2 else None,
        shift=c.Shift(rows, rows, 60, reported=bool(rows % 2)) if rows else None,
    )


def _board_context(rows: int) -> c.Board:
    shown = board_rows(rows)
    since = TODAY - timedelta(days=7)
    mine = shown[-1] if shown else None
    return c.Board(HOSTILE, TODAY, since, shown, rows, mine, REFERENCE, rank_move(rows))


TEAMS: Makers = {
    c.Digest: _digest,
    c.MyRow: lambda rows: c.MyRow(
        HOSTILE, TODAY, rows or None, rows, 684 if rows else None, -3 if rows else None,
        hidden=not rows, reference=REFERENCE if rows else None, move=rank_move(rows),
        tied=rows % 2 > 0, newcomers=(1, rows) if rows > 5 else None,
    ),
    c.Board: _board_context,
    c.Setup: lambda rows: c.Setup(
        "C01", HOSTILE if rows else "", some_names(rows)[1::2], rows % 7, 9 * 60, "Europe/Berlin",
        tuple(f"Zone/{n}" for n in range(rows)), counts_links=bool(rows),
    ),
    c.TeamReady: lambda rows: c.TeamReady(
        HOSTILE, some_names(rows + 1), rows % 7, 9 * 60 + 5, "Europe/Berlin", "U01",
        counts_links=bool(rows),
    ),
    c.Joined: lambda rows: c.Joined(
        HOSTILE, some_names(rows + 1), again=bool(rows), counts_links=bool(rows)
    ),
    c.Left: lambda _: c.Left(HOSTILE),
    c.ShiftNote: lambda rows: c.ShiftNote(
        HOSTILE, TODAY - timedelta(days=7), TODAY,
        c.Shift(rows, rows, -60 if rows % 3 else 60, reported=bool(rows % 2)),
    ),
    c.DeliveryFailed: lambda rows: c.DeliveryFailed(
        HOSTILE, "C01", ("is_archived", "unverified:x", HOSTILE)[rows % 3]
    ),
}  # fmt: skip
