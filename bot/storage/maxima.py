"""Figures that their source revises upward: of all that was told of one thing, the largest holds.

A larger figure retracts the one that stands and takes its place, so history is never rewritten.
Undoing an import lets the largest of the figures stand again that are not undone.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from sqlalchemy import BigInteger, Integer, bindparam, update
from sqlmodel import Session, SQLModel, col, select

from bot.activity import Activity, Source
from bot.storage.tables import ActivityRow, Recording
from bot.storage.times import to_day

_TABLE = SQLModel.metadata.tables["activity"]

_RETRACT_SMALLER = (
    update(_TABLE)
    .where(
        _TABLE.c.workspace_id == bindparam("of_workspace", type_=Integer),
        _TABLE.c.member_id == bindparam("of_member", type_=Integer),
        _TABLE.c.kind == bindparam("of_kind", type_=Integer),
        _TABLE.c.day == bindparam("on_day", type_=Integer),
        _TABLE.c.ref == bindparam("named", type_=BigInteger),
        _TABLE.c.quantity < bindparam("amount", type_=Integer),
        _TABLE.c.retracted_in.is_(None),
    )
    .values(retracted_in=bindparam("number", type_=Integer))
)


def largest(activities: Iterable[Activity]) -> list[Activity]:
    """Keep of activities of one key the one with the largest quantity."""
    ascending = sorted(activities, key=lambda each: each.quantity)
    return list({(each.kind, each.day, each.ref): each for each in ascending}.values())


def retract_smaller(
    session: Session, member_id: int, offered: Sequence[Activity], recording: Recording
) -> None:
    """Retract what stands smaller than it is offered, so that the larger can be inserted."""
    rows = [
        {
            "of_workspace": recording.workspace_id,
            "of_member": member_id,
            "of_kind": int(activity.kind),
            "on_day": to_day(activity.day),
            "named": activity.ref,
            "amount": activity.quantity,
            "number": recording.recording_id,
        }
        for activity in offered
    ]
    if rows:
        session.connection().execute(_RETRACT_SMALLER, rows)


def settle(session: Session, undone: Recording, number: int) -> None:
    """Let the largest figures stand of what an undone recording told, as of its undoing.

    What a manager's correction took back, or another source's file replaced, stays as it is.
    """
    counting = _recordings_that_count(session, undone.workspace_id)
    corrections = _corrections(session, undone.workspace_id)
    for rows in _histories(session, undone):
        retracted_in = {row.retracted_in for row in rows}
        if retracted_in & corrections or not retracted_in & {None, number}:
            continue
        told = [row for row in rows if row.recorded_in in counting]
        best = max(told, key=lambda row: row.quantity, default=None)
        stands = next((row for row in rows if row.retracted_in is None), None)
        if stands and best and stands.quantity == best.quantity:
            continue
        if stands:
            stands.retracted_in = number
            session.add(stands)
        if best:
            again = {"recorded_in": number, "retracted_in": None}
            session.add(ActivityRow(**best.model_dump() | again))


def _histories(session: Session, undone: Recording) -> list[list[ActivityRow]]:
    """Read all that was ever told of each thing that a recording told of."""
    table, told = ActivityRow, _TABLE.alias("told")
    query = (
        select(table)
        .join(
            told,
            (told.c.workspace_id == table.workspace_id)
            & (told.c.member_id == table.member_id)
            & (told.c.kind == table.kind)
            & (told.c.day == table.day)
            & (told.c.ref == table.ref),
        )
        .where(
            table.workspace_id == undone.workspace_id,
            told.c.workspace_id == undone.workspace_id,
            told.c.recorded_in == undone.recording_id,
        )
        .execution_options(populate_existing=True)
    )
    things: dict[tuple[int, int, int, int], list[ActivityRow]] = defaultdict(list)
    for row in session.exec(query):
        things[row.member_id, row.kind, row.day, row.ref].append(row)
    return list(things.values())


def _recordings_that_count(session: Session, workspace_id: int) -> set[int]:
    """List the recordings of revised figures that were not undone."""
    undone = select(Recording.undoes).where(
        Recording.workspace_id == workspace_id, col(Recording.undoes).is_not(None)
    )
    query = select(Recording.recording_id).where(
        Recording.workspace_id == workspace_id,
        col(Recording.keeps_maximum).is_(True),
        col(Recording.recording_id).not_in(undone),
    )
    return set(session.exec(query))


def _corrections(session: Session, workspace_id: int) -> set[int]:
    query = select(Recording.recording_id).where(
        Recording.workspace_id == workspace_id, Recording.source == int(Source.CORRECTION)
    )
    return set(session.exec(query))
