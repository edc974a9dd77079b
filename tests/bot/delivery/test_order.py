"""In a channel nothing overtakes what is due before it, whatever goes wrong, at however many."""

from datetime import timedelta

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.delivery.dispatcher import Dispatcher
from bot.messages.message import Message
from bot.storage.database import Database
from bot.storage.deliveries import Deliveries, DeliveryState
from bot.storage.tables import Delivery
from bot.storage.times import to_epoch
from tests.bot.delivery.fake_slack import HISTORY, POST, FakeSlack, Fault, serve
from tests.bot.delivery.replica import replica
from tests.bot.delivery.scene import MONDAY_9, VirtualClock, new_database, states
from tests.engines import Databases

A_MINUTE = timedelta(minutes=1)
QUICK_FAULTS = [fault for fault in Fault if not fault.name.startswith("SILENT")]
WEEKS = ("2026-W47", "2026-W46", "2026-W45")
"""Named so that the order of the keys is not the order of the due times."""

SENT = {"C1": "sent sent sent"}


def owe(database: Database, period: str, minute: int) -> None:
    Deliveries(database).owe(
        Delivery(
            workspace_id=1,
            kind="digest",
            period=period,
            channel_id="C1",
            due_at=to_epoch(MONDAY_9 + minute * A_MINUTE),
            state=DeliveryState.READY,
            not_before=to_epoch(MONDAY_9 + minute * A_MINUTE),
        )
    )


class Meanwhile:
    """While a replica's call is under way at Slack, lets the other go a round of its own."""

    def __init__(self, other: Dispatcher, clock: VirtualClock, phases: list[str]) -> None:
        self._other = other
        self._clock = clock
        self._phases = phases
        self._within = False

    def __call__(self, method: str, phase: str) -> None:
        if method == POST and phase in self._phases and not self._within:
            self._within = True
            self._other.dispatch(self._clock())
            self._within = False


@settings(
    max_examples=10,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],  # each has a database of its own
)
@given(
    st.lists(st.sampled_from([None, *QUICK_FAULTS]), max_size=5),
    st.lists(st.sampled_from([None, *QUICK_FAULTS]), max_size=3),
    st.lists(st.sampled_from(["arrived", "taken", "answered"]), unique=True),
)
def test_two_replicas_post_in_the_order_of_the_due_times(
    databases: Databases,
    to_posts: list[Fault | None],
    to_looks: list[Fault | None],
    phases: list[str],
) -> None:
    clock = VirtualClock()
    with new_database(databases.new()) as database, serve(FakeSlack(clock)) as slack:
        for minute, week in enumerate(WEEKS):
            owe(database, week, minute)
        slack.plans[POST].extend(to_posts)
        slack.plans[HISTORY].extend(to_looks)
        one, other = replica(database, slack, clock), replica(database, slack, clock)
        slack.watch = Meanwhile(other, clock, phases)

        for turn in range(90):
            (one, other)[turn % 2].dispatch(clock())
            clock.advance(seconds=30)
            if states(database) == SENT:
                break

        assert states(database) == SENT
        assert slack.keys("C1") == [f"1/digest/{week}/C1" for week in WEEKS]


def test_what_is_being_sent_elsewhere_holds_back_what_is_due_after_it(
    database: Database, deliveries: Deliveries, clock: VirtualClock
) -> None:
    for minute, week in enumerate(WEEKS):
        owe(database, week, minute)
    clock.advance(minutes=5)
    (first,) = deliveries.waiting(clock())
    assert first.period == WEEKS[0]

    later = to_epoch(clock() + A_MINUTE)
    deliveries.advance(first, state=DeliveryState.SENDING, owner="other", lease_until=later)

    assert deliveries.waiting(clock()) == []
    clock.advance(minutes=2)
    assert [delivery.period for delivery in deliveries.waiting(clock())] == [WEEKS[0]]


def test_a_digest_that_cannot_be_put_together_does_not_hold_up_the_next(
    database: Database, slack: FakeSlack, clock: VirtualClock
) -> None:
    owe(database, WEEKS[0], 0)
    owe(database, WEEKS[1], 1)

    def render(delivery: Delivery) -> Message:
        if delivery.period == WEEKS[0] and clock() < MONDAY_9 + 6 * A_MINUTE:
            raise ZeroDivisionError
        return Message(delivery.period, [])

    dispatcher = replica(database, slack, clock, render)
    for _ in range(12):
        dispatcher.dispatch(clock())
        clock.advance(minutes=1)

    assert slack.keys("C1") == [f"1/digest/{week}/C1" for week in (WEEKS[1], WEEKS[0])]
