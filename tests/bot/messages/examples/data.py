"""Answers about what is stored, as examples."""

from datetime import date, timedelta

from bot.messages import contexts as c
from bot.messages.contexts.around import LookLine
from scoring.model import Kind, Pillar
from scoring.reported import Figures, ReportedReading, Whose, compare
from tests.bot.messages.samples import HOSTILE, NOW, TODAY, Makers, a_person, some_data, some_names

LOOKS = ("report", "score", "details", "export")


def _files(rows: int) -> tuple[c.FileLine, ...]:
    refused = tuple((n, f"{HOSTILE} is no date") for n in range(rows))
    return tuple(
        c.FileLine(
            HOSTILE, "Comments", 324, 300, 23, rows, refused, HOSTILE if n % 5 == 4 else None
        )
        for n in range(rows)
    )


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


DATA: Makers = {
    c.Imported: lambda rows: c.Imported(
        rows, a_person(rows) if rows % 2 else None, HOSTILE, _files(rows), some_names(rows),
        684 if rows else None, 600 if rows > 1 else None,
        tuple((kind, rows) for kind in tuple(Kind)[: rows % 12]), tuple(Kind)[: rows % 15],
    ),
    c.Privacy: lambda rows: c.Privacy(
        rows, TODAY if rows else None, TODAY if rows else None, some_names(rows), some_names(rows),
        on_board=bool(rows % 2), readings=rows, games=bool(rows % 2) if rows else None,
        open_to=tuple((f"U{n:08}", TODAY) for n in range(rows)),
        looks=tuple(
            LookLine(NOW, f"U{n:08}" if n % 2 else "", LOOKS[n % 4]) for n in range(rows)
        ),
        counting=some_names(rows),
        programs=some_names(rows),
    ),
    c.Data: some_data,
    c.Undone: lambda rows: c.Undone(
        HOSTILE, rows, 684 if rows else None, 684 - rows if rows % 2 else None, by_hand=rows > 5
    ),
    c.Forgotten: lambda rows: c.Forgotten(
        known=bool(rows), activities=rows, sections=rows % 3, readings=rows % 2,
        teams=some_names(rows),
    ),
    c.Reported: _reported,
    c.ReportedForm: lambda _: c.ReportedForm(TODAY),
    c.ReportedDoubt: lambda rows: c.ReportedDoubt(HOSTILE, HOSTILE * 10 if rows else None),
    c.Nudge: lambda rows: c.Nudge((TODAY, 5300 + rows) if rows else None, TODAY),
}  # fmt: skip
