"""Leeway in answers: what is a usual week for somebody, by the scores that were told of them."""

from collections.abc import Collection, Mapping
from datetime import date

from bot.answers.desk import Desk
from bot.storage.activities import seen_at
from scoring.leeway import Told, is_about_a_week, usual_swing, week_ends
from scoring.rounding import to_tenths


def swings(desk: Desk, members: Collection[int], first: date) -> Mapping[int, int]:
    """Tell the usual weekly swings of members, in tenths, from the weeks up to a day.

    Of whom too little is known yet has none. The days of a change itself are not part of what it is
    held against, so ``first`` is where the change starts.
    """
    stored = desk.store.snapshots.on_days(desk.workspace_id, members, week_ends(first))
    shown = desk.store.activities.shown(desk.workspace_id, tuple(members))
    told: dict[int, list[Told]] = {}
    for row in stored:
        seen = seen_at(shown.get(row.member_id, ()), row.known_at)
        basis = row.rulebook, seen
        told.setdefault(row.member_id, []).append(Told(row.day, row.points, basis))
    found = {member: usual_swing(history, first) for member, history in told.items()}
    return {member: to_tenths(swing) for member, swing in found.items() if swing is not None}


def swing_of(desk: Desk, member: int, first: date, last: date) -> int | None:
    """Tell a member's usual weekly swing in tenths, if the days asked about are about a week."""
    if not is_about_a_week(first, last):
        return None
    return swings(desk, [member], first).get(member)
