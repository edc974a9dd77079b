"""Activities as they are read back: one member's facts, and what is known of members at all."""

from collections.abc import Collection, Mapping
from datetime import date, datetime
from typing import NamedTuple

from sqlalchemy import bindparam, func
from sqlalchemy.orm import aliased
from sqlmodel import col, or_, select

from bot.activity import Activity
from bot.storage.asked import once_a_state
from bot.storage.database import Database
from bot.storage.tables import ActivityRow, Coverage, Recording
from bot.storage.times import from_day, from_epoch, to_day
from scoring.model import OUTCOMES_FROM, STATES_FROM, Fact, Kind
from scoring.rulebook import shipped


class Shown(NamedTuple):
    """A kind that an import shows of a member, from its recording on until it was undone.

    ``title`` and ``at`` are those of the import's recording.
    """

    kind: Kind
    known_from: int
    known_until: int | None
    title: str
    at: datetime

    def holds(self, known: int) -> bool:
        """Whether the import was there at a recording."""
        return self.known_from <= known and (self.known_until is None or self.known_until > known)


def seen_at(shown: Collection[Shown], known: int) -> frozenset[Kind]:
    """Give the kinds that some source showed at a recording."""
    return frozenset(each.kind for each in shown if each.holds(known))


_KINDS = {int(kind): kind for kind in Kind}
"""Kinds by number: of a team there are thousands, and a look-up is far quicker than a call."""


_SCORED = frozenset[Kind]().union(*(rulebook.kinds for rulebook in shipped()))
"""The kinds that some shipped rulebook takes into account."""

_NO_END = 2**31 - 1
"""No recording has this number: whatever is known at it, is known now."""

_FACTS = select(  # type: ignore[call-overload]  # more columns than its overloads know
    ActivityRow.kind,
    ActivityRow.day,
    ActivityRow.quantity,
    ActivityRow.counterpart,
    ActivityRow.recorded_in,
    ActivityRow.retracted_in,
).where(
    ActivityRow.workspace_id == bindparam("workspace_id"),
    ActivityRow.member_id == bindparam("member_id"),
    or_(ActivityRow.day >= bindparam("since"), ActivityRow.kind >= STATES_FROM),
)

_EXTENT = select(func.count(), func.min(ActivityRow.day), func.max(ActivityRow.day)).where(
    ActivityRow.workspace_id == bindparam("workspace_id"),
    ActivityRow.member_id == bindparam("member_id"),
    ActivityRow.kind < STATES_FROM,
    col(ActivityRow.retracted_in).is_(None),
)

_SHOWN = (
    select(  # type: ignore[call-overload]  # more columns than its overloads know
        Coverage.member_id,
        Coverage.kind,
        Coverage.recorded_in,
        Coverage.retracted_in,
        Recording.title,
        Recording.recorded_at,
    )
    .join(
        Recording,
        (col(Recording.workspace_id) == Coverage.workspace_id)
        & (col(Recording.recording_id) == Coverage.recorded_in),
    )
    .where(
        Coverage.workspace_id == bindparam("workspace_id"),
        col(Coverage.member_id).in_(bindparam("members", expanding=True)),
    )
    .order_by(col(Coverage.recorded_in), col(Coverage.kind))
)

_OBSERVED = select(Coverage.member_id, Coverage.kind).where(
    Coverage.workspace_id == bindparam("workspace_id"),
    Coverage.recorded_in <= bindparam("known"),
    or_(col(Coverage.retracted_in).is_(None), Coverage.retracted_in > bindparam("known")),
)


class Activities:
    """Queries about activities, and about what sources show."""

    def __init__(self, database: Database) -> None:
        """Ask this database."""
        self._database = database

    @once_a_state
    def facts(self, workspace_id: int, member_id: int, since: date) -> tuple[Fact, ...]:
        """Read a member's activities from a day on, retracted ones too, and all states."""
        given = {"workspace_id": workspace_id, "member_id": member_id, "since": to_day(since)}
        with self._database.read() as session:
            rows = session.connection().execute(_FACTS, given).all()
            return tuple(
                Fact(_KINDS[kind], from_day(day), quantity, counterpart, known_from, known_until)
                for kind, day, quantity, counterpart, known_from, known_until in rows
            )

    def came_in(self, workspace_id: int, member_id: int, since: int) -> dict[Kind, int]:
        """Sum up by kind what recordings after one brought in of a member, and what stands.

        Of a figure that was revised, only the rise is new.
        """
        row, revised = ActivityRow, aliased(ActivityRow)
        rise = row.quantity - func.coalesce(revised.quantity, 0)
        query = (
            select(row.kind, func.sum(rise))
            .outerjoin(
                revised,
                (col(revised.workspace_id) == row.workspace_id)
                & (col(revised.member_id) == row.member_id)
                & (col(revised.kind) == row.kind)
                & (col(revised.day) == row.day)
                & (col(revised.ref) == row.ref)
                & (col(revised.retracted_in) == row.recorded_in)
                & (col(revised.recorded_in) <= since),
            )
            .where(
                row.workspace_id == workspace_id,
                row.member_id == member_id,
                row.recorded_in > since,
                col(row.retracted_in).is_(None),
            )
            .group_by(col(row.kind))
        )
        with self._database.read() as session:
            return {Kind(kind): int(quantity) for kind, quantity in session.exec(query)}

    def standing(self, workspace_id: int, member_id: int, kind: Kind) -> tuple[Activity, ...]:
        """Read a member's activities of a kind that are not retracted."""
        row = ActivityRow
        query = select(row.day, row.ref, row.quantity, row.counterpart).where(
            row.workspace_id == workspace_id,
            row.member_id == member_id,
            row.kind == kind,
            col(row.retracted_in).is_(None),
        )
        with self._database.read() as session:
            return tuple(
                Activity(kind, from_day(day), ref, quantity, counterpart)
                for day, ref, quantity, counterpart in session.exec(query)
            )

    def counterparts(self, workspace_id: int, member_id: int, kind: Kind) -> dict[int, date]:
        """Give the people that a member's activities of a kind were with, and the first day."""
        row = ActivityRow
        query = (
            select(row.counterpart, func.min(row.day))
            .where(
                row.workspace_id == workspace_id,
                row.member_id == member_id,
                row.kind == kind,
                col(row.counterpart).is_not(None),
                col(row.retracted_in).is_(None),
            )
            .group_by(col(row.counterpart))
        )
        with self._database.read() as session:
            return {person: from_day(day) for person, day in session.exec(query) if person}

    @once_a_state
    def shown(self, workspace_id: int, members: tuple[int, ...]) -> Mapping[int, tuple[Shown, ...]]:
        """Give what imports show or once showed of members, the earliest import first."""
        given = {"workspace_id": workspace_id, "members": members}
        with self._database.read() as session:
            rows = session.connection().execute(_SHOWN, given).all()
        found: dict[int, list[Shown]] = {}
        for member_id, kind, since, until, title, at in rows:
            shown = Shown(_KINDS[kind], since, until, title, from_epoch(at))
            found.setdefault(member_id, []).append(shown)
        return {member_id: tuple(shown) for member_id, shown in found.items()}

    @once_a_state
    def observed(
        self, workspace_id: int, at: int | None = None, *, members: tuple[int, ...] | None = None
    ) -> Mapping[int, frozenset[Kind]]:
        """Give the kinds that some connected source shows, now or at a recording, by member.

        Answers name the members they are about: of a whole workspace it is a matter for the night.
        Of whom nothing is shown that a score can be of, nothing is known: no score is no 0.
        """
        known = _NO_END if at is None else at
        if members is None:
            found = self._observed_of_all(workspace_id, known)
        else:
            shown = self.shown(workspace_id, members)
            found = {number: seen_at(shown[number], known) for number in shown}
        return {number: seen for number, seen in found.items() if seen & _SCORED}

    def _observed_of_all(self, workspace_id: int, known: int) -> dict[int, frozenset[Kind]]:
        given = {"workspace_id": workspace_id, "known": known}
        with self._database.read() as session:
            rows = session.connection().execute(_OBSERVED, given).all()
        kinds: dict[int, set[Kind]] = {}
        for member_id, kind in rows:
            kinds.setdefault(member_id, set()).add(_KINDS[kind])
        return {number: frozenset(seen) for number, seen in kinds.items()}

    def last_days(self, workspace_id: int, members: Collection[int]) -> dict[int, date]:
        """Give the day of each of these members' latest activity; outcomes are none."""
        row = ActivityRow
        query = (
            select(row.member_id, func.max(row.day))
            .where(
                row.workspace_id == workspace_id,
                col(row.member_id).in_(list(members)),
                row.kind < OUTCOMES_FROM,
                col(row.retracted_in).is_(None),
            )
            .group_by(col(row.member_id))
        )
        with self._database.read() as session:
            return {member_id: from_day(day) for member_id, day in session.exec(query)}

    def extent(self, workspace_id: int, member_id: int) -> tuple[int, date | None, date | None]:
        """Count a member's activities, with the days of the first and the last."""
        given = {"workspace_id": workspace_id, "member_id": member_id}
        with self._database.read() as session:
            count, first, last = session.connection().execute(_EXTENT, given).one()
        if not count:
            return 0, None, None
        return count, from_day(first), from_day(last)
