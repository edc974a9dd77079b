"""What each kind of delivery says, gathered when it is sent."""

from collections.abc import Callable, Mapping
from datetime import date, timedelta
from zoneinfo import ZoneInfo

from bot.answers.announcing import notice, notice_for
from bot.answers.board import digest
from bot.answers.desk import Desk
from bot.answers.reported import nudge
from bot.answers.shift import shift_note
from bot.answers.warning import heads_up
from bot.messages.contexts import Context
from bot.storage.tables import Delivery
from bot.storage.times import from_epoch

LATE = timedelta(hours=2)
"""A digest posted later than this says so."""


NUDGE_MOST_LATE = timedelta(hours=12)
"""A nudge is for a Monday; what could not be sent on it is left."""


def content(desk: Desk, delivery: Delivery) -> Context | None:
    """Gather what a delivery says; nothing when there is nothing to say any more."""
    return _BY_KIND[delivery.kind](desk, delivery)


def _digest(desk: Desk, delivery: Delivery) -> Context | None:
    """Gather a digest of the seven days before the day that it was due on."""
    team = desk.store.teams.get(desk.workspace_id, delivery.team_id or 0)
    if team is None:
        return None
    due = from_epoch(delivery.due_at).astimezone(ZoneInfo(team.zone))
    late = due.date() if desk.now - due > LATE else None
    return digest(desk, team, due.date() - timedelta(days=1), late_for=late)


def _rules(desk: Desk, delivery: Delivery) -> Context | None:
    """Gather what a team is told of new rules; the period is their version."""
    team = desk.store.teams.get(desk.workspace_id, delivery.team_id or 0)
    return notice(desk, team, delivery.period) if team else None


def _rules_for_member(desk: Desk, delivery: Delivery) -> Context | None:
    """Gather what a member is told of new rules."""
    member = desk.store.members.get(desk.workspace_id, delivery.member_id or 0)
    return notice_for(desk, member, delivery.period) if member else None


def _nudge(desk: Desk, delivery: Delivery) -> Context | None:
    """Ask a member what LinkedIn shows, if it is still wanted and not too late in the day."""
    member = desk.store.members.get(desk.workspace_id, delivery.member_id or 0)
    if member is None or desk.now - from_epoch(delivery.due_at) > NUDGE_MOST_LATE:
        return None
    return nudge(desk, member)


def _heads_up(desk: Desk, delivery: Delivery) -> Context | None:
    """Gather the word before a drop; the period is the day of the drop."""
    member = desk.store.members.get(desk.workspace_id, delivery.member_id or 0)
    return heads_up(desk, member, date.fromisoformat(delivery.period)) if member else None


def _shift_note(desk: Desk, delivery: Delivery) -> Context | None:
    """Gather what a manager is told of a shift in the seven days before the note was due."""
    team = desk.store.teams.get(desk.workspace_id, delivery.team_id or 0)
    if team is None:
        return None
    due = from_epoch(delivery.due_at).astimezone(ZoneInfo(team.zone)).date()
    return shift_note(desk, team, due - timedelta(days=1))


_BY_KIND: Mapping[str, Callable[[Desk, Delivery], Context | None]] = {
    "digest": _digest,
    "rules": _rules,
    "rules_me": _rules_for_member,
    "nudge": _nudge,
    "heads_up": _heads_up,
    "cohort": _shift_note,
}
