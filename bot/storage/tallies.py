"""Tallies: the database adds up what each signal's window holds, for many members in one query."""

from collections.abc import Iterator, Mapping
from datetime import date
from functools import cache

from sqlalchemy import TextClause, bindparam, text

from bot.storage.asked import once_a_state
from bot.storage.database import Database
from bot.storage.times import to_day
from scoring.model import STATES_FROM, Measure, Tallies, Tally
from scoring.rulebook import Rulebook, Signal

_VALUE, _OF = 0, 1
"""The parts of a signal: what is measured, and a rate's denominator."""

_NOTHING = Tally()

_KNOWN = """
  a.recorded_in <= :known AND (a.retracted_in IS NULL OR a.retracted_in > :known)
"""

# SQLite runs cross joins in the order in which they are written: for each member and each kind that
# a signal counts, one range of the clustered key is read, and nothing else.
_HAPPENINGS = """
WITH scope (signal, part, kind, reach) AS (VALUES {scope})
SELECT a.member_id, s.signal, s.part,
  sum(a.quantity),
  count(DISTINCT a.counterpart) + sum(CASE WHEN a.counterpart IS NULL THEN a.quantity ELSE 0 END),
  count(DISTINCT a.day)
FROM member m CROSS JOIN scope s CROSS JOIN activity a
WHERE m.workspace_id = :workspace_id AND {members}
  AND a.workspace_id = m.workspace_id AND a.member_id = m.member_id
  AND a.kind = s.kind AND a.day BETWEEN :day - s.reach AND :day AND {known}
GROUP BY a.member_id, s.signal, s.part
"""

_STATES = """
SELECT a.member_id, a.kind, a.quantity
FROM member m CROSS JOIN activity a
WHERE m.workspace_id = :workspace_id AND {members}
  AND a.workspace_id = m.workspace_id AND a.member_id = m.member_id
  AND a.kind >= {states_from} AND a.day <= :day AND {known}
ORDER BY a.day, a.recorded_in
"""


class TalliesByMember:
    """What windows hold on a day, as known after a recording."""

    def __init__(self, database: Database) -> None:
        """Ask this database."""
        self._database = database

    @once_a_state
    def on(
        self,
        workspace_id: int,
        rulebook: Rulebook,
        day: date,
        known: int,
        members: tuple[int, ...] | None = None,
    ) -> Mapping[int, Tallies]:
        """Tally every signal of a rulebook at the end of a day, for some members or for all.

        Members of whom nothing is known are not in the result.
        """
        given = {
            "workspace_id": workspace_id,
            "day": to_day(day),
            "known": known,
            **({} if members is None else {"members": members}),
        }
        happenings, states = _statements(rulebook, all_members=members is None)
        with self._database.read() as session:
            connection = session.connection()
            happened = connection.execute(happenings, given).all()
            entries = connection.execute(states, given).all()
        held: dict[int, dict[str, Tally]] = {}
        for member, signal, part, total, people, days in happened:
            tallies, name = held.setdefault(member, {}), rulebook.signals[signal].name
            tally = tallies.get(name, _NOTHING)
            tallies[name] = (
                tally._replace(of=int(total))
                if part == _OF
                else Tally(int(total), int(people), days, of=tally.of)
            )
        standing: dict[int, dict[int, int]] = {}
        for member, kind, quantity in entries:
            standing.setdefault(member, {})[kind] = quantity
        return {
            member: held.get(member, {}) | _standings(rulebook, standing.get(member, {}))
            for member in held.keys() | standing.keys()
        }


@cache
def _statements(rulebook: Rulebook, *, all_members: bool) -> tuple[TextClause, TextClause]:
    """Write both queries for a rulebook; its numbers are our own, and whole."""
    scope = ", ".join(map(str, _scope(rulebook)))
    members = "1 = 1" if all_members else "m.member_id IN :members"
    statements = (
        text(_HAPPENINGS.format(scope=scope, members=members, known=_KNOWN)),
        text(_STATES.format(states_from=int(STATES_FROM), members=members, known=_KNOWN)),
    )
    if all_members:
        return statements
    happenings, states = (s.bindparams(bindparam("members", expanding=True)) for s in statements)
    return happenings, states


def _scope(rulebook: Rulebook) -> Iterator[tuple[int, int, int, int]]:
    """List what is counted: (signal, part, kind, days that its window reaches back)."""
    for number, signal in enumerate(rulebook.signals):
        if signal.window is not None:
            for part, kinds in ((_VALUE, signal.kinds), (_OF, signal.of)):
                for kind in sorted(kinds):
                    yield number, part, int(kind), signal.window - 1


def _standings(rulebook: Rulebook, standing: dict[int, int]) -> dict[str, Tally]:
    return {
        signal.name: Tally(standing=_present(signal, standing))
        for signal in rulebook.signals
        if signal.measure is Measure.STATE
    }


def _present(signal: Signal, standing: dict[int, int]) -> int:
    return sum(standing.get(kind, 0) > 0 for kind in signal.kinds)
