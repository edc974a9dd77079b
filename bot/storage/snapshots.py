"""Snapshots: what was said of each day, kept as it was said."""

from collections.abc import Collection, Sequence
from datetime import date

from sqlmodel import col, select

from bot.storage.database import Database
from bot.storage.tables import Snapshot
from bot.storage.times import from_day, to_day
from scoring.model import Pillar, Scorecard


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


class Snapshots:
    """Queries about snapshots."""

    def __init__(self, database: Database) -> None:
        """Ask this database."""
        self._database = database

    def save(self, workspace_id: int, cards: Sequence[tuple[int, Scorecard]], known_at: int) -> int:
        """Store scorecards by member; a day that has one keeps it. Returns how many are new."""
        rows = [
            as_snapshot(workspace_id, member_id, card, known_at).model_dump()
            for member_id, card in cards
        ]
        if not rows:
            return 0
        with self._database.write() as session:
            statement = self._database.insert_new(Snapshot)
            return session.connection().execute(statement, rows).rowcount

    def on(self, workspace_id: int, day: date) -> dict[int, Snapshot]:
        """Give the snapshots of a day by member."""
        with self._database.read() as session:
            query = select(Snapshot).where(
                Snapshot.workspace_id == workspace_id, Snapshot.day == to_day(day)
            )
            return {row.member_id: row for row in session.exec(query)}

    def of(self, workspace_id: int, member_id: int, first: date, last: date) -> list[Snapshot]:
        """List a member's snapshots of the days from ``first`` to ``last``."""
        with self._database.read() as session:
            query = select(Snapshot).where(
                Snapshot.workspace_id == workspace_id,
                Snapshot.member_id == member_id,
                Snapshot.day >= to_day(first),
                Snapshot.day <= to_day(last),
            )
            return list(session.exec(query.order_by(col(Snapshot.day))))

    def on_days(
        self, workspace_id: int, members: Collection[int], days: Collection[date]
    ) -> list[Snapshot]:
        """List the snapshots of some members of some days."""
        with self._database.read() as session:
            query = select(Snapshot).where(
                Snapshot.workspace_id == workspace_id,
                col(Snapshot.member_id).in_(list(members)),
                col(Snapshot.day).in_([to_day(day) for day in days]),
            )
            return list(session.exec(query))

    def known_on(self, workspace_id: int, day: date) -> int | None:
        """Give the recording up to which a day's snapshots were known, if it has any."""
        with self._database.read() as session:
            query = select(Snapshot.known_at).where(
                Snapshot.workspace_id == workspace_id, Snapshot.day == to_day(day)
            )
            return session.exec(query.limit(1)).first()

    def days(self, workspace_id: int) -> list[date]:
        """List the days that have snapshots."""
        with self._database.read() as session:
            query = select(Snapshot.day).where(Snapshot.workspace_id == workspace_id).distinct()
            return [from_day(day) for day in session.exec(query.order_by(col(Snapshot.day)))]
