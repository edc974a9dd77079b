"""Snapshots: what was said of each day, kept as it was said."""

from collections.abc import Collection, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from sqlalchemy import Executable, bindparam
from sqlmodel import Session, col, select

from bot.storage.asked import once_a_state
from bot.storage.database import Database
from bot.storage.tables import Snapshot
from bot.storage.times import from_day, to_day
from scoring.model import Pillar, Scorecard


class Said(NamedTuple):
    """What was said of a member's day, in hundredths, by a rulebook and up to a recording.

    The pillars come in their own order.
    """

    member_id: int
    day: date
    known_at: int
    rulebook: str
    points: int
    pillars: tuple[int, ...]


_SAID = select(  # type: ignore[call-overload]  # more columns than its overloads know
    Snapshot.member_id,
    Snapshot.day,
    Snapshot.known_at,
    Snapshot.rulebook,
    Snapshot.points,
    Snapshot.brand,
    Snapshot.people,
    Snapshot.insights,
    Snapshot.relationships,
).where(Snapshot.workspace_id == bindparam("workspace_id"))
_OF_MEMBER = _SAID.where(
    Snapshot.member_id == bindparam("member_id"),
    Snapshot.day >= bindparam("first"),
    Snapshot.day <= bindparam("last"),
).order_by(col(Snapshot.day))
_ON_DAYS = _SAID.where(
    col(Snapshot.member_id).in_(bindparam("members", expanding=True)),
    col(Snapshot.day).in_(bindparam("days", expanding=True)),
)
_KNOWN_ON = (
    select(Snapshot.known_at)
    .where(Snapshot.workspace_id == bindparam("workspace_id"), Snapshot.day == bindparam("day"))
    .limit(1)
)


def as_snapshot(workspace_id: int, member_id: int, card: Scorecard, known_at: int) -> Snapshot:
    """Make the row that keeps a scorecard, with the recording up to which it was known."""
    return Snapshot(
        workspace_id=workspace_id,
        member_id=member_id,
        day=to_day(card.day),
        known_at=known_at,
        rulebook=card.rulebook,
        points=card.points,
        brand=card.pillar_points(Pillar.BRAND),
        people=card.pillar_points(Pillar.PEOPLE),
        insights=card.pillar_points(Pillar.INSIGHTS),
        relationships=card.pillar_points(Pillar.RELATIONSHIPS),
    )


def insert_snapshots(
    session: Session,
    database: Database,
    workspace_id: int,
    cards: Sequence[tuple[int, Scorecard]],
    known_at: int,
) -> int:
    """Store scorecards by member within a transaction, as `Snapshots.save` does."""
    rows = [
        as_snapshot(workspace_id, member_id, card, known_at).model_dump()
        for member_id, card in cards
    ]
    return session.connection().execute(database.insert_new(Snapshot), rows).rowcount if rows else 0


class Snapshots:
    """Queries about snapshots."""

    def __init__(self, database: Database) -> None:
        """Ask this database."""
        self._database = database

    def save(self, workspace_id: int, cards: Sequence[tuple[int, Scorecard]], known_at: int) -> int:
        """Store scorecards by member; a day that has one keeps it. Returns how many are new."""
        with self._database.write() as session:
            return insert_snapshots(session, self._database, workspace_id, cards, known_at)

    def on(self, workspace_id: int, day: date) -> dict[int, Snapshot]:
        """Give the snapshots of a day by member."""
        with self._database.read() as session:
            query = select(Snapshot).where(
                Snapshot.workspace_id == workspace_id, Snapshot.day == to_day(day)
            )
            return {row.member_id: row for row in session.exec(query)}

    def of(self, workspace_id: int, member_id: int, first: date, last: date) -> list[Said]:
        """List what was said of a member's days from ``first`` to ``last``."""
        given = {
            "workspace_id": workspace_id,
            "member_id": member_id,
            "first": to_day(first),
            "last": to_day(last),
        }
        return self._said(_OF_MEMBER, given)

    def on_days(
        self, workspace_id: int, members: Collection[int], days: Collection[date]
    ) -> list[Said]:
        """List what was said of some members on some days."""
        given = {
            "workspace_id": workspace_id,
            "members": list(members),
            "days": [to_day(day) for day in days],
        }
        return self._said(_ON_DAYS, given)

    @once_a_state
    def known_on(self, workspace_id: int, day: date) -> int | None:
        """Give the recording up to which a day's snapshots were known, if it has any."""
        with self._database.read() as session:
            given = {"workspace_id": workspace_id, "day": to_day(day)}
            known: int | None = session.connection().execute(_KNOWN_ON, given).scalar()
        return known

    def days(self, workspace_id: int) -> list[date]:
        """List the days that have snapshots."""
        with self._database.read() as session:
            query = select(Snapshot.day).where(Snapshot.workspace_id == workspace_id).distinct()
            return [from_day(day) for day in session.exec(query.order_by(col(Snapshot.day)))]

    def _said(self, query: Executable, given: Mapping[str, object]) -> list[Said]:
        with self._database.read() as session:
            rows = session.connection().execute(query, given).all()
        return [
            Said(member_id, from_day(day), known_at, rulebook, points, tuple(pillars))
            for member_id, day, known_at, rulebook, points, *pillars in rows
        ]
