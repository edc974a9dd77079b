"""Tallies: the database adds up what each signal's window holds, for many members in one query."""

from collections.abc import Iterable
from datetime import date

from sqlalchemy import Integer, and_, case, column, func, or_, select, true, values
from sqlmodel import SQLModel

from bot.storage.database import Database
from bot.storage.times import to_day
from scoring.model import STATES_FROM, Measure, Tallies, Tally
from scoring.rulebook import Rulebook, Signal
from scoring.window import first_day

_ACTIVITY = SQLModel.metadata.tables["activity"]

_VALUE, _OF = 0, 1

# Where no counterpart is named, each unit is a person of its own.
_UNNAMED = func.sum(case((_ACTIVITY.c.counterpart.is_(None), _ACTIVITY.c.quantity), else_=0))


class TalliesByMember:
    """What windows hold on a day, as known after a recording."""

    def __init__(self, database: Database) -> None:
        """Ask this database."""
        self._database = database

    def on(
        self,
        workspace_id: int,
        rulebook: Rulebook,
        day: date,
        known: int,
        member_id: int | None = None,
    ) -> dict[int, Tallies]:
        """Tally every signal of a rulebook for each member, or for one, at the end of a day.

        Members of whom nothing is known are not in the result.
        """
        mine = and_(
            _ACTIVITY.c.workspace_id == workspace_id,
            _ACTIVITY.c.member_id == member_id if member_id is not None else true(),
            _ACTIVITY.c.day <= to_day(day),
            _ACTIVITY.c.recorded_in <= known,
            or_(_ACTIVITY.c.retracted_in.is_(None), _ACTIVITY.c.retracted_in > known),
        )
        happenings = [s for s in rulebook.signals if s.measure is not Measure.STATE]
        states = [s for s in rulebook.signals if s.measure is Measure.STATE]
        scope = (
            values(
                column("signal", Integer),
                column("part", Integer),
                column("kind", Integer),
                column("first", Integer),
            )
            .data(_scope(happenings, day))
            .cte("scope")
        )
        added = (
            select(
                _ACTIVITY.c.member_id,
                scope.c.signal,
                scope.c.part,
                func.sum(_ACTIVITY.c.quantity),
                func.count(_ACTIVITY.c.counterpart.distinct()) + _UNNAMED,
                func.count(_ACTIVITY.c.day.distinct()),
            )
            .join_from(
                _ACTIVITY,
                scope,
                and_(_ACTIVITY.c.kind == scope.c.kind, _ACTIVITY.c.day >= scope.c.first),
            )
            .where(mine)
            .group_by(_ACTIVITY.c.member_id, scope.c.signal, scope.c.part)
        )
        stands = (
            select(_ACTIVITY.c.member_id, _ACTIVITY.c.kind, _ACTIVITY.c.quantity)
            .where(mine, _ACTIVITY.c.kind >= STATES_FROM)
            .order_by(_ACTIVITY.c.day, _ACTIVITY.c.recorded_in)
        )
        parts: dict[int, dict[str, dict[int, tuple[int, int, int]]]] = {}
        standing: dict[int, dict[int, int]] = {}
        with self._database.read() as session:
            for member, signal, part, total, people, days in session.connection().execute(added):
                held = parts.setdefault(member, {}).setdefault(happenings[signal].name, {})
                held[part] = (int(total), people, days)
            for member, kind, quantity in session.connection().execute(stands):
                standing.setdefault(member, {})[kind] = quantity
        return {
            member: {name: _tally(held) for name, held in parts.get(member, {}).items()}
            | {s.name: Tally(standing=_present(s, standing.get(member, {}))) for s in states}
            for member in parts.keys() | standing.keys()
        }


def _scope(signals: Iterable[Signal], day: date) -> list[tuple[int, int, int, int]]:
    return [
        (number, part, int(kind), to_day(first_day(signal.window, day)))
        for number, signal in enumerate(signals)
        if signal.window is not None
        for part, kinds in ((_VALUE, signal.kinds), (_OF, signal.of))
        for kind in kinds
    ]


def _tally(held: dict[int, tuple[int, int, int]]) -> Tally:
    total, people, days = held.get(_VALUE, (0, 0, 0))
    return Tally(total=total, people=people, days=days, of=held.get(_OF, (0, 0, 0))[0])


def _present(signal: Signal, standing: dict[int, int]) -> int:
    return sum(standing.get(kind, 0) > 0 for kind in signal.kinds)
