"""Deliveries, for admins: what is owed, sent, failed or in doubt, and what to do about it.

Never what a message says, and of a direct message not even to whom it goes.
"""

import json
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import datetime, timedelta
from math import ceil
from zoneinfo import ZoneInfo

from bot.answers.asker import Asker
from bot.answers.desk import Desk
from bot.answers.turn import Turn
from bot.answers.upkeep.lateness import LATEST_DAYS, is_too_late
from bot.answers.upkeep.settings import require_admin
from bot.errors import BadInput
from bot.messages import actions
from bot.messages.contexts.deliveries import Deliveries, DeliveryLine, NextDigest
from bot.storage.deliveries import UNDONE, DeliveryState
from bot.storage.outbox import Since
from bot.storage.tables import Delivery, Team
from bot.storage.times import from_epoch, to_epoch

LOOKS_BACK = timedelta(days=7)
OVERDUE = timedelta(minutes=10)
"""What waits longer than this should have gone out: there is a tick twice a minute."""

LINES_A_PAGE = 5
DIGESTS_AHEAD = 5


def deliveries(turn: Turn) -> Deliveries:
    """Show an admin how the workspace's messages fare.

    Raises:
        NotAllowed: the asker is no admin.
    """
    require_admin(turn.asker)
    return overview(turn.desk, turn.asker.zone)


def overview(desk: Desk, zone: str, page: int = 1, pressed: str | None = None) -> Deliveries:
    """Gather one page of what needs somebody, with the counts and the digests to come."""
    number, since = desk.workspace_id, _since(desk.now)
    found = desk.store.outbox.count(number, since)
    pages = max(1, ceil(found / LINES_A_PAGE))
    page = min(max(1, page), pages)
    first = (page - 1) * LINES_A_PAGE
    return Deliveries(
        days=LOOKS_BACK.days,
        counts=desk.store.health.deliveries(number, desk.now - LOOKS_BACK),
        lines=tuple(
            _line(desk, each, page)
            for each in desk.store.outbox.troubled(number, since, first, LINES_A_PAGE)
        ),
        found=found,
        page=page,
        pages=pages,
        next=next_digests(desk, DIGESTS_AHEAD),
        stopped=tuple(team.name for team in desk.store.outbox.stopped(number)),
        posts_in_doubt=desk.workspace.posts_in_doubt,
        late_days=desk.workspace.late_days,
        today=desk.today(zone),
        pressed=pressed,
    )


def all_lines(desk: Desk) -> list[DeliveryLine]:
    """List everything that needs somebody."""
    found = desk.store.outbox.troubled(desk.workspace_id, _since(desk.now))
    return [_line(desk, each) for each in found]


def next_digests(desk: Desk, most: int) -> tuple[NextDigest, ...]:
    """Tell which digests are due next, the soonest first."""
    return tuple(map(_next, desk.store.outbox.next_digests(desk.workspace_id, most)))


def turn_page(desk: Desk, asker: Asker, value: str) -> Deliveries:
    """Show another page; the value is its number.

    Raises:
        NotAllowed: the asker is no admin.
    """
    require_admin(asker)
    return overview(desk, asker.zone, int(value))


def send_again(desk: Desk, asker: Asker, value: str) -> Deliveries:
    """Owe once more what ended badly; pressed twice, or by two, it is owed once.

    Raises:
        NotAllowed: the asker is no admin.
    """
    require_admin(asker)
    kind, period, channel_id, attempt, page = json.loads(value)
    seen = desk.store.deliveries.get(desk.workspace_id, kind, period, channel_id)
    revived = (
        seen is not None
        and seen.state in UNDONE
        and seen.attempt == attempt
        and not is_too_late(seen, desk.workspace, desk.now)
        and desk.store.deliveries.advance(
            seen, state=DeliveryState.READY, not_before=to_epoch(desk.now), problem=None
        )
    )
    return overview(desk, asker.zone, page, "again" if revived else "already")


def choose_when_in_doubt(desk: Desk, asker: Asker, choice: str) -> Deliveries:
    """Let an admin choose what becomes of a message that may be there, and cannot be looked for.

    Raises:
        NotAllowed: the asker is no admin.
    """
    require_admin(asker)
    desk.store.workspaces.post_in_doubt(desk.workspace_id, again=choice == "again")
    return _anew(desk, asker)


def choose_late_days(desk: Desk, asker: Asker, choice: str) -> Deliveries:
    """Let an admin choose how many days late a digest may be.

    Raises:
        NotAllowed: the asker is no admin.
        BadInput: it is no number of days that is offered.
    """
    require_admin(asker)
    if choice not in map(str, range(1, LATEST_DAYS + 1)):
        raise BadInput(f"A digest may be 1 to {LATEST_DAYS} days late: then the next is due.")
    desk.store.workspaces.set_late_days(desk.workspace_id, int(choice))
    return _anew(desk, asker)


def _anew(desk: Desk, asker: Asker) -> Deliveries:
    workspace = desk.store.workspaces.get(desk.workspace_id)
    return overview(replace(desk, workspace=workspace), asker.zone)


def _since(now: datetime) -> Since:
    return Since(now=now, due=now - LOOKS_BACK, overdue=now - OVERDUE)


def _line(desk: Desk, delivery: Delivery, page: int = 1) -> DeliveryLine:
    team = desk.store.teams.get(desk.workspace_id, delivery.team_id or 0)
    to_team = team is not None and team.channel_id == delivery.channel_id
    undone = delivery.state in UNDONE
    key = [delivery.kind, delivery.period, delivery.channel_id, delivery.attempt, page]
    worthwhile = undone and not is_too_late(delivery, desk.workspace, desk.now)
    return DeliveryLine(
        kind=delivery.kind,
        team=team.name if team and to_team else None,
        channel_id=delivery.channel_id if to_team else None,
        due=from_epoch(delivery.due_at),
        state=_state(delivery),
        since=None if undone else from_epoch(_since_when(delivery)),
        error=delivery.problem,
        again=json.dumps(key) if worthwhile else None,
    )


def _state(delivery: Delivery) -> str:
    if delivery.state in UNDONE:
        return delivery.state
    return "late" if delivery.state == DeliveryState.READY else "in_doubt"


def _since_when(delivery: Delivery) -> int:
    """Tell since when a delivery could have been sent, or is in doubt."""
    if delivery.state == DeliveryState.READY or delivery.begun_at is None:
        return delivery.not_before
    return delivery.begun_at


def _next(team: Team) -> NextDigest:
    local = from_epoch(team.next_digest_at).astimezone(ZoneInfo(team.zone))
    return NextDigest(team.name, local.date(), local.hour * 60 + local.minute, team.zone)


BUTTONS: Mapping[str, Callable[[Desk, Asker, str], Deliveries]] = {
    actions.DELIVERIES_PAGE: turn_page,
    actions.SEND_AGAIN: send_again,
    actions.WHEN_IN_DOUBT: choose_when_in_doubt,
    actions.LATE_DAYS: choose_late_days,
}
"""What the buttons and menus of that answer do."""
