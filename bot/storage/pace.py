"""Pace: how fast a workspace is posted to, by all processes together."""

from datetime import datetime
from enum import StrEnum

from sqlalchemy import func
from sqlmodel import col, select, update

from bot.storage.database import Database
from bot.storage.tables import Delivery, Pause
from bot.storage.times import to_epoch


class Call(StrEnum):
    """What Slack limits apart from each other: posting messages, and looking for them."""

    POST = "post"
    LOOK = "look"


class Pace:
    """Queries about what was begun lately, and about pauses that Slack asked for."""

    def __init__(self, database: Database) -> None:
        """Ask this database."""
        self._database = database

    def begun_since(self, workspace_id: int, since: datetime) -> int:
        """Count the deliveries whose last sending began after an instant."""
        query = select(func.count()).where(
            Delivery.workspace_id == workspace_id, col(Delivery.begun_at) > to_epoch(since)
        )
        with self._database.read() as session:
            return session.exec(query).one()

    def pause(self, workspace_id: int, call: Call, until: datetime) -> None:
        """Remember that Slack asked for no such call until an instant; a longer pause stays."""
        row = {"workspace_id": workspace_id, "call": call, "until": to_epoch(until)}
        longer = (
            update(Pause)
            .where(
                col(Pause.workspace_id) == workspace_id,
                col(Pause.call) == call,
                col(Pause.until) < to_epoch(until),
            )
            .values(until=to_epoch(until))
        )
        with self._database.write() as session:
            if session.exec(self._database.insert_new(Pause).values(row)).rowcount == 0:
                session.exec(longer)

    def paused(self, workspace_id: int, now: datetime) -> frozenset[Call]:
        """Tell which calls are to be left alone now."""
        query = select(Pause.call).where(
            Pause.workspace_id == workspace_id, Pause.until > to_epoch(now)
        )
        with self._database.read() as session:
            return frozenset(map(Call, session.exec(query)))
