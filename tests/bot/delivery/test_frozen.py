"""A process that stands still and goes on later does no harm."""

from collections.abc import Callable

from bot.answers.upkeep.rollout import Rollout
from bot.clock import Clock
from bot.delivery.dispatcher import Dispatcher
from bot.delivery.planner import plan_digests
from bot.delivery.poster import Poster
from bot.messages.message import Message
from bot.storage import Store
from bot.storage.database import Database
from bot.storage.deliveries import Deliveries
from bot.storage.workspaces import Workspaces
from tests.bot.delivery.fake_slack import FakeSlack
from tests.bot.delivery.scene import VirtualClock, add_team, posting_client, states


class StandsStill(Rollout):
    """Lets something happen between the claim of a delivery and the call to Slack."""

    def __init__(self, database: Database, clock: Clock, meanwhile: Callable[[], None]) -> None:
        super().__init__(Workspaces(database), clock)
        self._meanwhile = meanwhile

    def form(self, workspace_id: int | None, message: Message) -> Message:
        self._meanwhile()
        return super().form(workspace_id, message)


def test_who_was_frozen_past_the_lease_does_not_post_what_another_has_posted(
    database: Database, deliveries: Deliveries, slack: FakeSlack, clock: VirtualClock
) -> None:
    def process(meanwhile: Callable[[], None]) -> Dispatcher:
        client = posting_client("xoxb-1", slack.url)
        poster = Poster(client, StandsStill(database, clock, meanwhile))
        return Dispatcher(
            Store(database),
            lambda _workspace: poster,
            lambda delivery: Message(delivery.period, []),
            lambda _delivery, _error: None,
            clock,
        )

    other = process(lambda: None)

    def while_frozen() -> None:
        for _ in range(5):
            clock.advance(seconds=30)
            other.dispatch(clock())

    add_team(database, 1)
    plan_digests(deliveries, 1, clock())
    process(while_frozen).dispatch(clock())

    assert slack.keys("C1") == ["1/digest/2026-W47/C1"]
    assert states(database) == {"C1": "sent"}
