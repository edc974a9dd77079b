"""Nights: which process scores a workspace's day that has ended, and that it is kept once.

A night is claimed by compare-and-set for a while, the lease, so that of several processes one does
the work. Whoever is still at it when the lease has passed loses it to the next that asks.
"""

import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from sqlalchemy import or_
from sqlmodel import col, update

from bot.storage.database import Database
from bot.storage.snapshots import insert_snapshots
from bot.storage.tables import Workspace
from bot.storage.times import to_day, to_epoch
from scoring.model import Scorecard

LEASE = timedelta(minutes=10)
"""Several times what it takes to score 100,000 members."""


@dataclass(frozen=True, slots=True)
class Night:
    """A day of a workspace that was claimed; ``claim`` is what tells this claim from others."""

    workspace_id: int
    day: date
    claim: str


class Nights:
    """Queries about the days that are to be scored."""

    def __init__(self, database: Database) -> None:
        """Ask this database."""
        self._database = database

    def claim(self, workspace_id: int, day: date, now: datetime) -> Night | None:
        """Claim a day; None when it is scored already, or somebody else may be at work there."""
        night = Night(workspace_id, day, secrets.token_hex(8))
        scored, lease = col(Workspace.scored_through), col(Workspace.night_claimed_until)
        claimed = (
            update(Workspace)
            .where(
                col(Workspace.workspace_id) == workspace_id,
                or_(scored.is_(None), scored < to_day(day)),
                or_(lease.is_(None), lease <= to_epoch(now)),
            )
            .values(night_claim=night.claim, night_claimed_until=to_epoch(now + LEASE))
        )
        with self._database.write() as session:
            return night if session.exec(claimed).rowcount == 1 else None

    def keep(self, night: Night, cards: Sequence[tuple[int, Scorecard]], known_at: int) -> bool:
        """Store a night's scorecards by member, and that it is scored; both or, false, neither.

        The claim is the fence: nothing is stored when somebody else has claimed it since.
        """
        ended = (
            update(Workspace)
            .where(
                col(Workspace.workspace_id) == night.workspace_id,
                col(Workspace.night_claim) == night.claim,
            )
            .values(scored_through=to_day(night.day), night_claim=None, night_claimed_until=None)
        )
        with self._database.write() as session:
            if session.exec(ended).rowcount == 0:
                return False
            insert_snapshots(session, self._database, night.workspace_id, cards, known_at)
            return True
