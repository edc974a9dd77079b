"""The weekly note: who wants one is owed it by DM, at nine on Monday where the member is."""

from collections.abc import Callable, Iterator
from datetime import datetime

from bot.answers.teams.weekly_note import MONDAY, NINE_O_CLOCK
from bot.answers.upkeep.lateness import NOTE_MOST_LATE
from bot.calendar import Occurrence, next_occurrence
from bot.delivery.direct import MEMBERS_A_TICK, direct
from bot.incident import Incident
from bot.storage import Store
from bot.storage.tables import Delivery, Member
from bot.storage.times import to_epoch

NOTE = "note"


def plan_notes(
    store: Store, workspace_id: int, now: datetime, open_dm: Callable[[str], str]
) -> None:
    """Write down whom to send a note, each once a week; ``open_dm`` gives somebody's channel."""
    left = MEMBERS_A_TICK
    for member, turn in _due(store, workspace_id, now):
        if not left:
            return
        with Incident("note_not_planned", workspace_id=workspace_id, member_id=member.member_id):
            store.deliveries.owe(_note(member, turn, open_dm(member.slack_id or "")))
            left -= 1


def _due(store: Store, workspace_id: int, now: datetime) -> Iterator[tuple[Member, Occurrence]]:
    """Give whose turn came since they asked for notes, and is not written down yet."""
    earliest = now - NOTE_MOST_LATE
    turns = [
        (member, turn)
        for member in store.members.wanting_note(workspace_id)
        if (turn := next_occurrence(earliest, MONDAY, NINE_O_CLOCK, member.zone)).at <= now
        and to_epoch(turn.at) > (member.note_from or 0)
    ]
    owed = {
        (turn, delivery.member_id)
        for turn in {turn.period for _, turn in turns}
        for delivery in store.deliveries.owed(workspace_id, NOTE, turn)
    }
    return ((member, turn) for member, turn in turns if (turn.period, member.member_id) not in owed)


def _note(member: Member, turn: Occurrence, channel_id: str) -> Delivery:
    return direct(
        NOTE,
        turn.period,
        workspace_id=member.workspace_id,
        member_id=member.member_id,
        channel_id=channel_id,
        due=turn.at,
    )
