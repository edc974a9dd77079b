"""Files coming in, as examples."""

from bot.messages.contexts.importing import (
    ColumnsForm,
    Content,
    ImportProgress,
    ImportStopped,
    KindCount,
    LeftOut,
    Matched,
    MatchingAsked,
    PillarMove,
    Preview,
    SeatsForm,
    TeamImported,
    TeamLine,
    TeamPreview,
)
from bot.messages.contexts.quarantine import Drifted, DriftLine, Quarantined, StructureSent
from scoring.model import STATES_FROM, Kind, Pillar
from tests.bot.messages.samples import HOSTILE, NOW, TODAY, Makers, a_person, some_names

KINDS = tuple(kind for kind in Kind if kind < STATES_FROM)
STOPS = ("cancelled", "expired", "gone", "changed", "interrupted")
PLACE = '[12, "D012345678", "1700000000.000100", false]'


def _counts(rows: int) -> tuple[KindCount, ...]:
    return tuple(
        KindCount(KINDS[n % len(KINDS)], n + 1, (0, n + 1, n // 2)[n % 3]) for n in range(rows)
    )


def _left_out(rows: int) -> tuple[LeftOut, ...]:
    return tuple(LeftOut(HOSTILE, ("names", "message_texts", "links")) for _ in range(rows))


def _set_aside(rows: int) -> tuple[tuple[str, str], ...]:
    return tuple((HOSTILE, HOSTILE) for _ in range(rows))


def _content(rows: int) -> Content:
    return Content(
        counts=_counts(rows),
        sections=rows,
        first=TODAY if rows else None,
        last=TODAY if rows else None,
        points_before=600 if rows > 1 else None,
        points=684 if rows else None,
        pillars=tuple(
            PillarMove(pillar, 100 if rows % 2 else None, 100 + rows if rows else None)
            for pillar in Pillar
        ),
        superseded=tuple((kind, rows) for kind in KINDS[: rows % 5]),
        unscored=KINDS[: rows % 15],
    )


def _lines(rows: int) -> tuple[TeamLine, ...]:
    return tuple(TeamLine(a_person(n), n, n % 4, (None, 0, 12, -3)[n % 4]) for n in range(rows))


def _drift(rows: int) -> DriftLine:
    return DriftLine(
        number=rows,
        recognised=HOSTILE,
        sent_by="U00000001" if rows % 2 else "",
        at=NOW,
        times=rows,
        unknown=some_names(rows),
        missing=some_names(rows // 2),
        forms=tuple((HOSTILE, some_names(rows)) for _ in range(rows)),
        mappable=bool(rows),
    )


IMPORTS: Makers = {
    Preview: lambda rows: Preview(
        number=12, title=HOSTILE, format=HOSTILE if rows % 2 else "linkedin_export",
        recognised=some_names(rows), content=_content(rows), left_out=_left_out(rows),
        set_aside=_set_aside(rows), mappable=bool(rows % 2), rows_refused=rows,
        ignored=some_names(rows), today=TODAY,
    ),
    TeamPreview: lambda rows: TeamPreview(
        number=12, title=HOSTILE, format="sales_navigator", counts=_counts(rows),
        first=TODAY if rows else None, last=TODAY if rows else None, lines=_lines(rows),
        unmatched=some_names(rows), left_out=_left_out(rows), set_aside=_set_aside(rows),
        mappable=bool(rows), rows_refused=rows, today=TODAY,
    ),
    TeamImported: lambda rows: TeamImported(
        12, HOSTILE, _lines(rows), some_names(rows), _set_aside(rows), rows,
        tuple((n, HOSTILE) for n in range(rows)),
    ),
    MatchingAsked: lambda rows: MatchingAsked(12, HOSTILE, HOSTILE, rows),
    ColumnsForm: lambda rows: ColumnsForm(
        format=HOSTILE, headers=tuple(f"{HOSTILE} {n}" for n in range(max(rows, 1))),
        fields=(("person", True), ("comment_made", False), (HOSTILE, False)) * max(rows // 4, 1),
        suggestions=(("person", f"{HOSTILE} 0"),) if rows else (), needs_days=bool(rows % 2),
        today=TODAY, place=PLACE,
    ),
    SeatsForm: lambda rows: SeatsForm(some_names(rows), rows // 5, PLACE),
    Matched: lambda _: Matched(HOSTILE),
    ImportProgress: lambda rows: ImportProgress(HOSTILE, HOSTILE, rows % 100),
    ImportStopped: lambda rows: ImportStopped(HOSTILE, STOPS[rows % 5], rows or None),
    Drifted: lambda rows: Drifted(_drift(rows)),
    Quarantined: lambda rows: Quarantined(tuple(map(_drift, range(rows))), TODAY),
    StructureSent: lambda _: StructureSent("structure-12.json"),
}  # fmt: skip
