"""What each kind of delivery says, gathered when it is sent."""

from collections.abc import Callable, Mapping
from datetime import date, timedelta
from zoneinfo import ZoneInfo

from bot.answers.ahead.warning import heads_up
from bot.answers.aims.tips import tell_team
from bot.answers.data.disputes import decided
from bot.answers.data.quarantine import drifted
from bot.answers.desk import Desk
from bot.answers.rules.announcing import notice, notice_for
from bot.answers.score.reported import nudge
from bot.answers.score.shift import shift_note
from bot.answers.teams.board import digest
from bot.answers.teams.consent import wanted
from bot.answers.teams.story import story
from bot.answers.teams.weekly_note import weekly_note
from bot.messages.contexts import Context
from bot.storage.tables import Delivery
from bot.storage.times import from_epoch

A_DAY = timedelta(days=1)

LATE = timedelta(hours=2)
"""A digest posted later than this says so, and so does a weekly note."""


def content(desk: Desk, delivery: Delivery) -> Context | None:
    """Gather what a delivery says; nothing when there is nothing to say any more."""
    return _BY_KIND[delivery.kind](desk, delivery)


def _digest(desk: Desk, delivery: Delivery) -> Context | None:
    """Gather a digest of the seven days before the day that it was due on."""
    team = desk.store.teams.get(desk.workspace_id, delivery.team_id or 0)
    if team is None:
        return None
    due = _due(delivery, team.zone)
    last = due - A_DAY
    found = digest(desk, team, last, late_for=_late(desk, delivery, due))
    if found.tip:
        tell_team(desk, team, found.tip, last)
    return found


def _story(desk: Desk, delivery: Delivery) -> Context | None:
    """Gather the longer story of a digest, which is due on the same day."""
    team = desk.store.teams.get(desk.workspace_id, delivery.team_id or 0)
    return story(desk, team, _due(delivery, team.zone) - A_DAY) if team else None


def _note(desk: Desk, delivery: Delivery) -> Context | None:
    """Gather a member's note on the seven days before it was due, if one is still wanted."""
    member = desk.store.members.get(desk.workspace_id, delivery.member_id or 0)
    if member is None or member.note_from is None:
        return None
    due = _due(delivery, member.zone)
    return weekly_note(desk, member, due - A_DAY, late_for=_late(desk, delivery, due))


def _due(delivery: Delivery, zone: str) -> date:
    return from_epoch(delivery.due_at).astimezone(ZoneInfo(zone)).date()


def _late(desk: Desk, delivery: Delivery, due: date) -> date | None:
    """Give the day that something was due on, if it comes late."""
    return due if desk.now - from_epoch(delivery.due_at) > LATE else None


def _rules(desk: Desk, delivery: Delivery) -> Context | None:
    """Gather what a team is told of new rules; the period is their version."""
    team = desk.store.teams.get(desk.workspace_id, delivery.team_id or 0)
    return notice(desk, team, delivery.period) if team else None


def _rules_for_member(desk: Desk, delivery: Delivery) -> Context | None:
    """Gather what a member is told of new rules."""
    member = desk.store.members.get(desk.workspace_id, delivery.member_id or 0)
    return notice_for(desk, member, delivery.period) if member else None


def _nudge(desk: Desk, delivery: Delivery) -> Context | None:
    """Ask a member what LinkedIn shows, if it is still wanted."""
    member = desk.store.members.get(desk.workspace_id, delivery.member_id or 0)
    return nudge(desk, member) if member else None


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


def _consent(desk: Desk, delivery: Delivery) -> Context | None:
    """Ask a member for consent; the period begins with the Slack id of the manager who asks."""
    member = desk.store.members.get(desk.workspace_id, delivery.member_id or 0)
    return wanted(desk, member, delivery.period.split()[0]) if member else None


def _dispute(desk: Desk, delivery: Delivery) -> Context | None:
    """Tell a member how a dispute was decided; the period is its number."""
    return decided(desk, int(delivery.period))


def _drift(desk: Desk, delivery: Delivery) -> Context | None:
    """Tell an admin of a file that differs from what is known; the period is its number."""
    return drifted(desk, int(delivery.period))


_BY_KIND: Mapping[str, Callable[[Desk, Delivery], Context | None]] = {
    "digest": _digest,
    "story": _story,
    "note": _note,
    "rules": _rules,
    "rules_me": _rules_for_member,
    "nudge": _nudge,
    "heads_up": _heads_up,
    "cohort": _shift_note,
    "dispute": _dispute,
    "consent": _consent,
    "drift": _drift,
}

KINDS = tuple(_BY_KIND)
"""Every kind of message that may be owed."""
