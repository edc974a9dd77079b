"""A workspace with weekly teams in a database of its own, and a clock that a test sets."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from sqlmodel import Session, select

from bot.slack.clients import Client
from bot.slack.grants import Grant
from bot.storage.database import Database
from bot.storage.schema import is_new, migrate
from bot.storage.tables import Delivery, Team, Workspace
from bot.storage.times import to_epoch

MONDAY_9 = datetime(2026, 11, 16, 9, 0, tzinfo=UTC)
WEEK = "2026-W47"


@dataclass
class VirtualClock:
    """Tells the time that the test says it is."""

    now: datetime = MONDAY_9

    def __call__(self) -> datetime:
        return self.now

    def advance(self, **amount: float) -> None:
        self.now += timedelta(**amount)


@contextmanager
def new_database(url: str) -> Iterator[Database]:
    """Put one workspace, number 1, into an empty database or one with all tables."""
    database = Database(url)
    if is_new(database):
        migrate(database)
    with database.write() as session:
        session.add(Workspace(slack_id="T1", name="Acme", zone="UTC", salt=b"", created_at=0))
    try:
        yield database
    finally:
        database.close()


def posting_client(token: str, base_url: str, timeout_seconds: int = 10) -> Client:
    """Make the client that the bot posts with, as patient as a test wants it."""
    client = Client(Grant("T1", token, "UBOT", "BBOT"), base_url, lambda _: None)
    client.timeout = timeout_seconds
    return client


def add_team(
    database: Database, number: int, *, zone: str = "UTC", due: datetime = MONDAY_9
) -> str:
    """Add a team with a digest on Mondays at nine, and give its channel."""
    channel = f"C{number}"
    with database.write() as session:
        session.add(
            Team(
                workspace_id=1,
                team_id=number,
                channel_id=channel,
                name=f"Team {number}",
                zone=zone,
                digest_weekday=0,
                digest_minute=9 * 60,
                next_digest_at=to_epoch(due),
                set_up_by="U1",
            )
        )
    return channel


def owed(session: Session) -> list[Delivery]:
    """List every delivery, in the order of its key."""
    order = (Delivery.workspace_id, Delivery.period, Delivery.channel_id)
    return list(session.exec(select(Delivery).order_by(*order)))


def states(database: Database) -> dict[str, str]:
    """Tell how far each channel's deliveries have come, in the order of their weeks."""
    with database.read() as session:
        told: dict[str, list[str]] = {}
        for delivery in owed(session):
            told.setdefault(delivery.channel_id, []).append(delivery.state)
    return {channel: " ".join(states) for channel, states in told.items()}
