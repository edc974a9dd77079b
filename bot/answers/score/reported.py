"""What LinkedIn itself shows, beside our score: entered by the member, and asked for weekly."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date, timedelta
from pathlib import Path
from typing import BinaryIO

from bot.answers.asker import Asker
from bot.answers.desk import Desk
from bot.answers.score.scores import cards
from bot.answers.teams.joining import as_member
from bot.intake.reported import Doubtful, read_reported, read_series
from bot.messages import actions
from bot.messages.contexts import BothScores, Context, Nudge, Reported, ReportedDoubt, ReportedForm
from bot.storage.tables import Member
from scoring.model import Pillar
from scoring.reported import GROUPS, ReportedReading, Whose, compare
from scoring.rounding import shown

TREND = 8
"""So many of the latest readings are told with their gaps."""

REMEMBERED = timedelta(days=6)
"""Who entered a reading so long ago or less is not asked for one."""

LONGEST_DOUBT = 2000
"""Characters that a button's value may have."""


def linkedin(desk: Desk, asker: Asker, text: str) -> Context:
    """Answer `/ssi linkedin`: take what follows, or show what there is.

    Raises:
        BadInput: what follows cannot be read or cannot be; the sentence says why.
    """
    if text.strip():
        return report(desk, asker, text)
    member = desk.store.members.by_slack_id(desk.workspace_id, asker.slack_id)
    return side_by_side(desk, member, desk.today(asker.zone))


def report(desk: Desk, asker: Asker, text: str, *, certain: bool = False) -> Context:
    """Record what LinkedIn showed the asker, or ask whether a zero in it is one.

    Raises:
        BadInput: it cannot be read or cannot be; the sentence says why.
    """
    today = desk.today(asker.zone)
    try:
        reading = read_reported(text, today, certain=certain)
    except Doubtful as doubt:
        return ReportedDoubt(str(doubt), text if len(text) <= LONGEST_DOUBT else None)
    member = as_member(desk, asker)
    new = record(desk, member, [reading])
    return side_by_side(desk, member, today, new=new)


def import_series(desk: Desk, member: Member, file: Path | BinaryIO, name: str) -> Reported | None:
    """Take in a file of what LinkedIn showed, day by day; None when it is another kind of file."""
    today = desk.today(member.zone)
    series = read_series(file, name, today)
    if series is None:
        return None
    new = record(desk, member, series.readings)
    refused = tuple((error.row, error.reason) for error in series.refused)
    return side_by_side(desk, member, today, new=new, refused=refused)


def record(desk: Desk, member: Member, readings: Sequence[ReportedReading]) -> int:
    """Store readings, and tell how many of them are new."""
    return sum(
        desk.store.reported.record(
            desk.workspace_id, member.member_id, reading.day, reading.figures, desk.now
        )
        for reading in readings
    )


def side_by_side(
    desk: Desk,
    member: Member | None,
    today: date,
    *,
    new: int | None = None,
    refused: tuple[tuple[int, str], ...] = (),
) -> Reported:
    """Put a member's score beside what LinkedIn showed last, and tell what moved before that."""
    readings = _readings(desk, member, today)
    latest = readings[-1] if readings else ReportedReading(today, {})
    own = latest.of(Whose.OWN)
    total, pillars = _ours(desk, member, latest.day)
    return Reported(
        day=latest.day if readings else None,
        total=BothScores(total, own.gauge),
        pillars=tuple(
            (pillar, BothScores(pillars.get(pillar), own.pillars.get(pillar))) for pillar in Pillar
        ),
        ranks=tuple(
            (group, rank) for group in GROUPS if (rank := latest.of(group).rank) is not None
        ),
        trend=tuple(
            (reading.day, BothScores(_ours(desk, member, reading.day)[0], theirs))
            for reading in readings[-TREND:]
            if (theirs := reading.of(Whose.OWN).gauge) is not None
        ),
        moved=compare(*readings[-2:]) if len(readings) > 1 else None,
        nudged=member is not None and member.nudged,
        new=new,
        refused=refused,
        today=today,
    )


def form(desk: Desk, asker: Asker) -> ReportedForm:
    """Give the modal that takes what LinkedIn shows the asker today."""
    return ReportedForm(desk.today(asker.zone))


def ask_weekly(desk: Desk, asker: Asker, *, wanted: bool) -> Reported:
    """Begin or cease to ask somebody each Monday for what LinkedIn shows."""
    member_id = as_member(desk, asker).member_id
    desk.store.members.nudge(desk.workspace_id, member_id, wanted=wanted)
    member = desk.store.members.get(desk.workspace_id, member_id)
    return side_by_side(desk, member, desk.today(asker.zone))


def nudge(desk: Desk, member: Member) -> Nudge | None:
    """Ask a member what LinkedIn shows, unless the member told lately or is not to be asked."""
    told = desk.store.reported.entered_since(desk.workspace_id, desk.now - REMEMBERED)
    if not member.nudged or member.member_id in told:
        return None
    today = desk.today(member.zone)
    totals = [
        (reading.day, total)
        for reading in _readings(desk, member, today)
        if (total := reading.of(Whose.OWN).gauge) is not None
    ]
    return Nudge(last=totals[-1] if totals else None, today=today)


BUTTONS: Mapping[str, Callable[[Desk, Asker, str], Context]] = {
    actions.LINKEDIN_CERTAIN: lambda desk, asker, text: report(desk, asker, text, certain=True),
    actions.LINKEDIN_NUDGE: lambda desk, asker, _: ask_weekly(desk, asker, wanted=True),
    actions.LINKEDIN_NO_NUDGE: lambda desk, asker, _: ask_weekly(desk, asker, wanted=False),
}
"""What buttons about reported scores do, given who pressed them and their value."""


def _readings(desk: Desk, member: Member | None, today: date) -> list[ReportedReading]:
    if member is None:
        return []
    return desk.store.reported.history(desk.workspace_id, member.member_id, date.min, today)


def _ours(desk: Desk, member: Member | None, day: date) -> tuple[int | None, dict[Pillar, int]]:
    """Score a member at the end of a day in tenths; a pillar that cannot be seen is left out."""
    known = desk.known()
    card = cards(desk, [member.member_id], day, known).get(member.member_id) if member else None
    if card is None:
        return None, {}
    points = shown(card)
    seen = (pillar for pillar in Pillar if card.pillar_seen(pillar))
    return points.total, {pillar: points.pillars[pillar] for pillar in seen}
