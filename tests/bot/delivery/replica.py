"""A dispatcher as each process of several has one, with a way to a fake Slack."""

from collections.abc import Callable
from datetime import timedelta

from bot.answers.upkeep.rollout import Rollout
from bot.clock import Clock
from bot.delivery.dispatcher import Dispatcher
from bot.delivery.poster import SETTLE, Poster
from bot.messages.message import Message
from bot.storage import Store
from bot.storage.database import Database
from bot.storage.tables import Delivery
from tests.bot.delivery.fake_slack import FakeSlack
from tests.bot.delivery.scene import posting_client

TIMEOUT_SECONDS = 1


def replica(
    database: Database,
    slack: FakeSlack,
    clock: Clock,
    render: Callable[[Delivery], Message | None] = lambda delivery: Message(delivery.period, []),
    on_failure: Callable[[Delivery, str], None] = lambda _delivery, _error: None,
    settle: timedelta = SETTLE,
) -> Dispatcher:
    """Make a dispatcher, as a process that starts does."""
    store = Store(database)
    client = posting_client("xoxb-1", slack.url, TIMEOUT_SECONDS)
    poster = Poster(client, Rollout(store.workspaces, clock), settle)
    return Dispatcher(store, lambda _workspace: poster, render, on_failure, clock)
