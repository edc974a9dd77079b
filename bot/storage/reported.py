"""Reported scores: what LinkedIn showed members, entry by entry; no entry is ever rewritten."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime

from sqlalchemy import bindparam
from sqlmodel import Session, col, select

from bot.storage.database import Database
from bot.storage.members import lock
from bot.storage.tables import ReportedScore
from bot.storage.times import from_day, to_day, to_epoch
from scoring.model import Pillar
from scoring.reported import Figures, ReportedReading, Whose

_ENTRIES = (
    select(ReportedScore)
    .where(
        ReportedScore.workspace_id == bindparam("workspace_id"),
        col(ReportedScore.member_id).in_(bindparam("members", expanding=True)),
        ReportedScore.day >= bindparam("first"),
        ReportedScore.day <= bindparam("last"),
    )
    .order_by(col(ReportedScore.day), col(ReportedScore.entered_at))
)


class Reported:
    """Queries about what LinkedIn showed. Of several entries for a day, the latest holds."""

    def __init__(self, database: Database) -> None:
        """Ask this database."""
        self._database = database

    def record(
        self,
        workspace_id: int,
        member_id: int,
        day: date,
        entries: Mapping[Whose, Figures],
        now: datetime,
    ) -> bool:
        """Store what LinkedIn showed on a day; false, and nothing stored, when it is known already.

        Figures that an entry does not give are absent, even where an earlier entry of the day gave
        them; whose figures it does not give at all keep their earlier entry.
        """
        with self._database.write() as session:
            lock(session, workspace_id)
            latest = _latest(_entries(session, workspace_id, [member_id], day, day))
            new = False
            for whose, figures in entries.items():
                known = latest.get((member_id, to_day(day), whose))
                if known is None or _figures(known) != figures:
                    # Two entries of one second keep their order.
                    earliest = known.entered_at + 1 if known else 0
                    entered_at = max(to_epoch(now), earliest)
                    session.add(
                        ReportedScore(
                            workspace_id=workspace_id,
                            member_id=member_id,
                            day=to_day(day),
                            subject=whose,
                            entered_at=entered_at,
                            rank=figures.rank,
                            overall=figures.overall,
                            **{pillar.value: figures.pillars.get(pillar) for pillar in Pillar},
                        )
                    )
                    new = True
            return new

    def history(
        self, workspace_id: int, member_id: int, first: date, last: date
    ) -> list[ReportedReading]:
        """List a member's readings of the days from ``first`` to ``last``, oldest first."""
        return self.of_members(workspace_id, [member_id], first, last).get(member_id, [])

    def of_members(
        self, workspace_id: int, members: Iterable[int], first: date, last: date
    ) -> dict[int, list[ReportedReading]]:
        """Map members to their readings of some days, oldest first; who has none is left out."""
        with self._database.read() as session:
            rows = _latest(_entries(session, workspace_id, list(members), first, last))
        days: dict[tuple[int, int], dict[Whose, Figures]] = {}
        for (member_id, day, whose), row in rows.items():
            days.setdefault((member_id, day), {})[whose] = _figures(row)
        readings: dict[int, list[ReportedReading]] = {}
        for (member_id, day), figures in days.items():
            readings.setdefault(member_id, []).append(ReportedReading(from_day(day), figures))
        return readings

    def entered_since(self, workspace_id: int, instant: datetime) -> frozenset[int]:
        """Tell which members have entered anything since an instant."""
        with self._database.read() as session:
            query = select(ReportedScore.member_id).where(
                ReportedScore.workspace_id == workspace_id,
                ReportedScore.entered_at >= to_epoch(instant),
            )
            return frozenset(session.exec(query.distinct()))


def _entries(
    session: Session, workspace_id: int, members: Sequence[int], first: date, last: date
) -> list[ReportedScore]:
    given = {
        "workspace_id": workspace_id,
        "members": members,
        "first": to_day(first),
        "last": to_day(last),
    }
    return list(session.exec(_ENTRIES, params=given))


def _latest(entries: Iterable[ReportedScore]) -> dict[tuple[int, int, Whose], ReportedScore]:
    """Keep the last entry of each member, day and subject, the days in order."""
    return {(row.member_id, row.day, Whose(row.subject)): row for row in entries}


def _figures(row: ReportedScore) -> Figures:
    pillars = {
        Pillar.BRAND: row.brand,
        Pillar.PEOPLE: row.people,
        Pillar.INSIGHTS: row.insights,
        Pillar.RELATIONSHIPS: row.relationships,
    }
    given = {pillar: points for pillar, points in pillars.items() if points is not None}
    return Figures(overall=row.overall, pillars=given, rank=row.rank)
