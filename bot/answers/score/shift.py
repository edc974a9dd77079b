"""A shift: many moved together while inputs stood still, so that it is nobody's own doing."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta

from bot.answers.desk import Desk
from bot.answers.score.cohort import Pair, pairs
from bot.answers.score.scores import cards, known_then, move
from bot.messages.contexts import Shift, ShiftNote
from bot.storage.tables import Member, Team
from scoring.cohort import FEWEST, CohortShift, Movement, cohort_shift
from scoring.reported import ReportedReading, Whose
from scoring.rounding import to_tenths

WEEK = timedelta(days=7)
"""What LinkedIn showed so long before a span stands for its first day: people look once a week."""


def shift(
    desk: Desk, members: Sequence[Member], found: Mapping[int, Pair], first: date, last: date
) -> Shift | None:
    """Find a shift between the ends of two days: of what LinkedIn showed, or of own scores."""
    reported = cohort_shift(_reported(desk, members, found, first, last))
    if reported:
        return _shown(reported, reported=True)
    own = cohort_shift(_corrected(desk, found, first))
    # Late imports correct many upwards, week by week: that is no shift.
    return _shown(own, reported=False) if own and own.fell else None


def shift_note(desk: Desk, team: Team, last: date) -> ShiftNote | None:
    """Tell a team's managers of a shift in the week that ends with a day, if there was one."""
    members = desk.store.teams.members(desk.workspace_id, team.team_id)
    first = last - WEEK
    happened = shift(desk, members, pairs(desk, members, first, last), first, last)
    return ShiftNote(team.name, first, last, happened) if happened else None


def _reported(
    desk: Desk, members: Sequence[Member], found: Mapping[int, Pair], first: date, last: date
) -> list[Movement]:
    """Pair what LinkedIn showed members around a span with what their own inputs did meanwhile.

    Of whom no source shows anything it is not known that inputs stood still: they are left out.
    """
    known = {member.member_id: member for member in members if member.member_id in found}
    readings = desk.store.reported.of_members(desk.workspace_id, known, first - WEEK, last)
    ends = {number: pair for number, shown in readings.items() if (pair := _ends(shown, first))}
    if len(ends) < FEWEST:
        return []
    return [
        Movement.of_reported(before, after, move(desk, known[number], since, until).change)
        for number, ((since, before), (until, after)) in ends.items()
    ]


_Shown = tuple[date, int]
"""A day and the total that LinkedIn showed on it, in hundredths."""


def _ends(readings: Sequence[ReportedReading], first: date) -> tuple[_Shown, _Shown] | None:
    """Give the last total that was shown by the first day, and the last one of all after it.

    Who looked only later is compared from the first time on.
    """
    totals = [
        (reading.day, total)
        for reading in readings
        if (total := reading.of(Whose.OWN).total) is not None
    ]
    by_then = [shown for shown in totals if shown[0] <= first]
    ends = by_then[-1:] or totals[:1]
    return (ends[0], totals[-1]) if ends and ends[0] != totals[-1] else None


def _corrected(desk: Desk, found: Mapping[int, Pair], first: date) -> Iterator[Movement]:
    """Give how own scores moved, rules and inputs apart: what was corrected of the first day.

    An own score is explained to the last hundredth, so that nothing else remains.
    """
    known = desk.known()
    if known_then(desk, first) == known:
        return
    now = cards(desk, found, first, known)
    for number, pair in found.items():
        if pair.before:
            yield Movement(pair.before.points, now[number].points - pair.before.points)


def _shown(found: CohortShift, *, reported: bool) -> Shift:
    return Shift(found.moved, found.of, to_tenths(found.median), reported=reported)
