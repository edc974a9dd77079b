"""The process that a kill trial kills: it sends what is owed, rightly or wrong on purpose."""

import logging
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Unpack

import structlog
from slack_sdk import WebClient
from sqlmodel import Session, col, func, select

from bot.answers.upkeep.rollout import Rollout
from bot.delivery.dispatcher import Dispatcher
from bot.delivery.poster import Absent, Place, Poster
from bot.delivery.ticker import Ticker
from bot.errors import NotReady
from bot.messages.message import Message
from bot.storage import Store
from bot.storage.database import Database
from bot.storage.deliveries import Deliveries, DeliveryState, Progress
from bot.storage.tables import Delivery
from bot.storage.workspaces import Workspaces
from tests.bot.delivery.scene import posting_client

TIMEOUT_SECONDS = 1
CERTAIN_AFTER = timedelta(seconds=100)
"""The lease, on the clock of the trial; at any speed it outlasts both HTTP timeouts."""

BETWEEN_TICKS_SECONDS = 0.02
OPEN = (DeliveryState.READY, DeliveryState.SENDING, DeliveryState.VERIFY)


@dataclass(frozen=True, slots=True)
class QuickClock:
    """Runs so many times faster than time does, and alike in all processes of a machine."""

    start: datetime
    speed: float
    origin: float

    def __call__(self) -> datetime:
        """Tell the time."""
        return self.start + timedelta(seconds=(time.monotonic() - self.origin) * self.speed)


class MarksFirst(Deliveries):
    """Wrong: notes a message as sent before it is."""

    def advance(self, seen: Delivery, **progress: Unpack[Progress]) -> Delivery | None:
        """Take what is to be sent for sent."""
        if progress.get("state") == DeliveryState.SENDING:
            progress["state"] = DeliveryState.SENT
        return super().advance(seen, **progress)


class OneSession(Database):
    """A database of which all that is written is one transaction, committed by somebody else."""

    def __init__(self, session: Session) -> None:
        """Write in this session."""
        self._session = session

    @contextmanager
    def write(self) -> Iterator[Session]:
        """Give the session, and leave it open."""
        yield self._session


class LocksTheRow(Deliveries):
    """Wrong: instead of committing that it sends, it keeps the row locked until it has sent."""

    _held: AbstractContextManager[Session] | None = None

    def advance(self, seen: Delivery, **progress: Unpack[Progress]) -> Delivery | None:
        """Open a transaction with the sending of a message, and end it with the next change."""
        if progress.get("state") == DeliveryState.SENDING:
            self._held = self._database.write()
            self._within = Deliveries(OneSession(self._held.__enter__()))
            return self._within.advance(seen, **progress)
        if self._held is None:
            return super().advance(seen, **progress)
        changed = self._within.advance(seen, **progress)
        held, self._held = self._held, None
        held.__exit__(None, None, None)
        return changed


class NeverLooks(Poster):
    """Wrong: takes what is unknown for not sent."""

    def find(self, place: Place, key: str, since: datetime) -> Absent:
        """Find nothing."""
        del place, key, since
        return Absent()


def retrying_client(token: str, base_url: str, timeout_seconds: int) -> WebClient:
    """Make the client that slack_sdk makes by default. Wrong: it posts again on a reset."""
    return WebClient(token, base_url=base_url, timeout=timeout_seconds)


@dataclass(frozen=True, slots=True)
class Sender:
    """How messages are sent, put together from parts of which one may be wrong."""

    deliveries: type[Deliveries] = Deliveries
    poster: type[Poster] = Poster
    client: Callable[[str, str, int], WebClient] = posting_client


SENDERS = {
    "right": Sender(),
    "row-lock": Sender(deliveries=LocksTheRow),
    "mark-first": Sender(deliveries=MarksFirst),
    "never-looks": Sender(poster=NeverLooks),
    "default-retries": Sender(client=retrying_client),
}


def send(name: str, slack_url: str, database_url: str, clock: QuickClock) -> None:
    """Tick until nothing is owed any more: this is what gets killed."""
    structlog.configure(wrapper_class=structlog.make_filtering_bound_logger(logging.CRITICAL))
    logging.disable()
    sender = SENDERS[name]
    try:
        database = Database(database_url)
    except NotReady:  # the database is down: whoever watches over the process starts it again
        sys.exit(1)
    client = sender.client("xoxb-1", slack_url, TIMEOUT_SECONDS)
    settle = CERTAIN_AFTER - timedelta(seconds=2 * TIMEOUT_SECONDS)
    poster = sender.poster(client, Rollout(Workspaces(database), clock), settle)
    store = Store(database)
    store.deliveries = sender.deliveries(database)
    dispatcher = Dispatcher(
        store,
        lambda _workspace: poster,
        lambda delivery: Message(delivery.period, []),
        lambda _delivery, _error: None,
        clock,
    )
    owed: list[bool] = []

    def look(_now: datetime) -> None:
        owed[:] = [is_owed(database)]

    ticker = Ticker({"dispatch": dispatcher.dispatch, "look": look}, clock)
    while owed != [False]:
        ticker.tick()
        time.sleep(BETWEEN_TICKS_SECONDS)


def is_owed(database: Database) -> bool:
    """Tell whether anything is still to be sent, or in doubt."""
    with database.read() as session:
        query = select(func.count()).select_from(Delivery).where(col(Delivery.state).in_(OPEN))
        return session.exec(query).one() > 0
