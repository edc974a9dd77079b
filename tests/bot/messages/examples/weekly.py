"""What comes with the weekly digest, as examples."""

from datetime import timedelta

from bot.messages import contexts as c
from bot.messages.contexts.team import Mover
from bot.messages.contexts.weekly import (
    Cheered,
    Kudos,
    Movement,
    NoteSwitched,
    Story,
    WeeklyNote,
)
from scoring.model import Pillar
from tests.bot.messages.examples.scores import SCORES
from tests.bot.messages.samples import (
    HOSTILE,
    REFERENCE,
    TODAY,
    Makers,
    a_person,
    changes_of,
    rules_line,
    shared_cause,
    some_actions,
    some_leaving,
    some_weeks,
)


def _story(rows: int) -> Story:
    enough = rows >= 5
    return Story(
        team=HOSTILE,
        since=TODAY - timedelta(days=7),
        last=TODAY,
        movement=Movement(rows, 1, 0) if enough else None,
        shared=shared_cause(rows) if enough else None,
        shift=c.Shift(rows, rows, 60, reported=bool(rows % 2)) if rows else None,
        rules=rules_line(rows),
        movers=tuple((Mover(a_person(n), n + 1), tuple(Pillar)[n % 4]) for n in range(rows)),
        trend=some_weeks(rows) if enough else (),
        minimum=5,
        swings=bool(rows % 2),
        newcomers=enough,
        rules_before=(changes_of(rows),) * (rows % 3),
        reference=REFERENCE if rows else None,
    )


def _kudos(rows: int) -> Kudos:
    return Kudos(a_person(rows), a_person(rows + 1), rows or None)


def _note(rows: int) -> WeeklyNote:
    why = SCORES[c.Why](rows)
    assert isinstance(why, c.Why)
    return WeeklyNote(
        why=why,
        action=some_actions(1)[0] if rows else None,
        leaving=some_leaving(rows),
        today=TODAY,
        late_for=TODAY if rows % 2 else None,
    )


WEEKLY: Makers = {
    Story: _story,
    Kudos: _kudos,
    Cheered: lambda rows: Cheered(
        a_person(rows), _kudos(rows) if rows % 2 else None, full=rows == 6
    ),
    WeeklyNote: _note,
    NoteSwitched: lambda rows: NoteSwitched(TODAY if rows else None),
}
