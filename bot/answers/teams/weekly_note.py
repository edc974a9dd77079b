"""The weekly note: one's own week by DM on Monday mornings, for who asked for it."""

from collections.abc import Callable, Mapping
from datetime import date, timedelta
from zoneinfo import ZoneInfo

from bot.answers.ahead.upcoming import leaving_soon, next_steps
from bot.answers.asker import Asker
from bot.answers.desk import Desk
from bot.answers.score.scores import read
from bot.answers.score.why import Span, why
from bot.answers.teams.joining import as_member
from bot.calendar import next_occurrence
from bot.errors import NotFound
from bot.messages import actions
from bot.messages.contexts import Context
from bot.messages.contexts.weekly import NoteSwitched, WeeklyNote
from bot.storage.tables import Member

MONDAY = 0
NINE_O_CLOCK = 9 * 60
WEEK = 7


def switch(desk: Desk, asker: Asker, *, on: bool) -> NoteSwitched:
    """Begin or cease to send somebody a note each week; who gets one already goes on getting it."""
    member = as_member(desk, asker)
    if not on:
        desk.store.members.want_note(desk.workspace_id, member.member_id, None)
        return NoteSwitched(None)
    if member.note_from is None:
        desk.store.members.want_note(desk.workspace_id, member.member_id, desk.now)
    due = next_occurrence(desk.now, MONDAY, NINE_O_CLOCK, member.zone).at
    return NoteSwitched(due.astimezone(ZoneInfo(member.zone)).date())


def weekly_note(
    desk: Desk, member: Member, last: date, *, late_for: date | None = None
) -> WeeklyNote | None:
    """Gather a member's note on the seven days that end with a day; none where nothing is known."""
    today = desk.today(member.zone)
    span = Span(last - timedelta(days=WEEK), last)
    try:
        stored = read(desk, member, today)
        steps = next_steps(desk, member, today, reader=member.slack_id)
        explained = why(desk, member, span, reader=member.slack_id, today=today)
    except NotFound:
        return None
    return WeeklyNote(
        why=explained,
        action=next(iter(steps.actions), None),
        leaving=leaving_soon(desk, stored, today, WEEK),
        today=today,
        late_for=late_for,
    )


BUTTONS: Mapping[str, Callable[[Desk, Asker, str], Context]] = {
    actions.NOTE_ON: lambda desk, asker, _: switch(desk, asker, on=True),
    actions.NOTE_OFF: lambda desk, asker, _: switch(desk, asker, on=False),
}
"""What the buttons about it do."""
