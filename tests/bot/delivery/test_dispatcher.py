"""Whatever goes wrong on the way, a digest arrives, and arrives once."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.delivery.dispatcher import Dispatcher
from bot.delivery.planner import plan_digests
from bot.messages.message import Message
from bot.storage.database import Database
from bot.storage.deliveries import Deliveries, DeliveryState
from bot.storage.tables import Delivery
from tests.bot.delivery.fake_slack import HISTORY, POST, FakeSlack, Fault, serve
from tests.bot.delivery.replica import TIMEOUT_SECONDS, replica
from tests.bot.delivery.scene import (
    VirtualClock,
    add_team,
    new_database,
    owed,
    states,
)
from tests.engines import Databases

SETTLE = timedelta(seconds=60)
TICK_SECONDS = 30
QUICK_FAULTS = [fault for fault in Fault if not fault.name.startswith("SILENT")]


@dataclass
class Office:
    """Everything around one dispatcher, and what it was told of failures."""

    database: Database
    deliveries: Deliveries
    slack: FakeSlack
    clock: VirtualClock
    settle: timedelta = SETTLE
    render: Callable[[Delivery], Message | None] = lambda delivery: Message(delivery.period, [])
    failures: list[tuple[str, str]] = field(default_factory=list)

    def dispatcher(self) -> Dispatcher:
        """Make a dispatcher, as a process that starts does."""
        return replica(
            self.database,
            self.slack,
            self.clock,
            self.render,
            lambda delivery, error: self.failures.append((delivery.channel_id, error)),
            self.settle,
        )

    def tick(self, times: int = 1) -> None:
        """Plan and dispatch as often, half a minute apart."""
        dispatcher = self.dispatcher()
        for _ in range(times):
            plan_digests(self.deliveries, 1, self.clock())
            dispatcher.dispatch(self.clock())
            self.clock.advance(seconds=TICK_SECONDS)

    def posted(self) -> dict[str, int]:
        """Tell how many messages each channel holds."""
        return {channel: len(found) for channel, found in self.slack.messages.items() if found}


@pytest.fixture
def office(
    database: Database, deliveries: Deliveries, slack: FakeSlack, clock: VirtualClock
) -> Office:
    add_team(database, 1)
    return Office(database, deliveries, slack, clock)


def test_a_digest_goes_out_once_under_its_key(office: Office) -> None:
    office.render = lambda _: Message("The week", [{"type": "divider"}])

    office.tick(times=5)

    assert office.slack.keys("C1") == ["1/digest/2026-W47/C1"]
    (message,) = office.slack.messages["C1"]
    assert (message["text"], message["blocks"]) == ("The week", [{"type": "divider"}])
    with office.database.read() as session:
        (delivery,) = owed(session)
    assert (delivery.state, delivery.sent_ts) == (DeliveryState.SENT, message["ts"])


@pytest.mark.parametrize("fault", [fault for fault in Fault if fault is not Fault.LIMITED])
def test_when_the_answer_is_lost_the_channel_is_asked(office: Office, fault: Fault) -> None:
    office.slack.plans[POST].append(fault)

    office.tick()
    assert states(office.database) == {"C1": "verify"}
    assert office.posted() == ({"C1": 1} if fault.is_taken else {})

    office.tick(times=4)
    assert states(office.database) == {"C1": "sent"}
    assert office.posted() == {"C1": 1}
    assert office.slack.calls.count(POST) == (1 if fault.is_taken else 2)


def test_nobody_looks_before_slack_has_settled(office: Office) -> None:
    office.slack.plans[POST].append(Fault.BROKEN_BEFORE)
    office.tick()

    certain_after = SETTLE.total_seconds() + 2 * TIMEOUT_SECONDS
    office.clock.advance(seconds=certain_after - TICK_SECONDS - 1)
    office.dispatcher().dispatch(office.clock())
    assert HISTORY not in office.slack.calls

    office.clock.advance(seconds=1)
    office.dispatcher().dispatch(office.clock())
    assert HISTORY in office.slack.calls


@pytest.mark.parametrize(("settle", "expected"), [(60, 1), (0, 2)])
def test_a_message_that_slack_shows_late_is_waited_for(
    office: Office, settle: int, expected: int
) -> None:
    office.slack.shown_after = timedelta(seconds=50)
    office.settle = timedelta(seconds=settle)
    office.slack.plans[POST].append(Fault.RESET_AFTER)

    office.tick(times=8)

    assert office.posted() == {"C1": expected}, "with no time to settle it is doubled"


def test_the_message_is_found_behind_pages_of_others(office: Office) -> None:
    office.slack.plans[POST].append(Fault.BROKEN_AFTER)
    office.tick()
    for _ in range(40):
        office.slack.answer(POST, {"channel": "C1", "text": "small talk", "metadata": {}})

    office.tick(times=5)

    assert office.slack.calls.count(POST) == 1
    assert office.slack.calls.count(HISTORY) == 3
    assert states(office.database) == {"C1": "sent"}


def test_a_limit_is_waited_out(office: Office) -> None:
    office.slack.retry_after = 100
    office.slack.plans[POST].append(Fault.LIMITED)
    office.slack.plans[POST].append("rate_limited")

    office.tick(times=4)
    assert office.slack.calls == [POST]

    office.tick(times=4)
    assert office.slack.calls == [POST, POST, POST]
    assert office.posted() == {"C1": 1}


def test_a_look_that_fails_is_repeated_before_anything_is_sent(office: Office) -> None:
    office.slack.plans[POST].append(Fault.BROKEN_AFTER)
    office.slack.plans[HISTORY].extend([Fault.LIMITED, Fault.BROKEN_BEFORE, Fault.RESET_BEFORE])

    office.tick(times=20)

    assert office.slack.calls == [POST, HISTORY, HISTORY, HISTORY, HISTORY]
    assert states(office.database) == {"C1": "sent"}


@pytest.mark.parametrize("error", ["not_in_channel", "is_archived", "invalid_blocks", "brand_new"])
def test_a_refusal_ends_it_and_is_told_once(office: Office, error: str) -> None:
    office.slack.plans[POST].append(error)

    office.tick(times=5)

    assert states(office.database) == {"C1": "failed"}
    assert office.failures == [("C1", error)]
    assert office.slack.calls == [POST]


def test_where_tables_are_not_taken_the_digest_comes_plainly(office: Office) -> None:
    row = [{"type": "raw_text", "text": "Ana"}, {"type": "raw_text", "text": "68.4"}]
    office.render = lambda _: Message("The week", [{"type": "table", "rows": [row]}])
    office.slack.plans[POST].append("invalid_blocks")

    office.tick(times=3)

    (message,) = office.slack.messages["C1"]
    assert [block["type"] for block in message["blocks"]] == ["section"]
    assert (states(office.database), office.failures) == ({"C1": "sent"}, [])


def test_nothing_to_say_is_skipped(office: Office) -> None:
    office.render = lambda _: None

    office.tick(times=3)

    assert states(office.database) == {"C1": "skipped"}
    assert office.slack.calls == []


def test_a_digest_that_cannot_be_made_leaves_the_others_alone(office: Office) -> None:
    add_team(office.database, 2)
    rendered: list[str] = []

    def render(delivery: Delivery) -> Message:
        rendered.append(delivery.channel_id)
        if len(rendered) == 1:
            raise ZeroDivisionError
        return Message("The week", [])

    office.render = render
    office.tick(times=3)
    assert (rendered, office.posted()) == (["C1", "C2"], {"C2": 1})

    office.tick(times=10)
    assert office.posted() == {"C1": 1, "C2": 1}


def test_after_weeks_of_outage_only_the_latest_digest_is_posted(office: Office) -> None:
    office.clock.advance(weeks=2, days=5)

    office.tick(times=5)

    assert states(office.database) == {"C1": "skipped skipped sent"}
    assert office.slack.keys("C1") == ["1/digest/2026-W49/C1"]


def test_a_digest_more_than_six_days_late_gives_way_to_the_next(office: Office) -> None:
    office.clock.advance(days=6, minutes=1)

    office.tick(times=3)

    assert states(office.database) == {"C1": "skipped"}


def test_of_two_dispatchers_one_sends(office: Office) -> None:
    other = replace(office, render=lambda _: Message("second", []))

    def render(_: Delivery) -> Message:
        other.dispatcher().dispatch(office.clock())
        return Message("first", [])

    office.render = render
    office.tick(times=8)

    assert [message["text"] for message in office.slack.messages["C1"]] == ["second"]
    assert states(office.database) == {"C1": "sent"}


def test_who_was_overtaken_changes_nothing(office: Office) -> None:
    plan_digests(office.deliveries, 1, office.clock())
    (ready,) = office.deliveries.waiting(office.clock())
    slow = office.deliveries.advance(
        ready, state=DeliveryState.SENDING, attempt=1, owner="slow", lease_until=0
    )
    assert slow is not None
    office.tick(times=3)

    assert office.deliveries.advance(slow, state=DeliveryState.FAILED) is None
    assert states(office.database) == {"C1": "sent"}


@settings(
    max_examples=12,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],  # each has a database of its own
)
@given(
    st.lists(st.sampled_from([None, *QUICK_FAULTS]), max_size=4),
    st.lists(st.sampled_from([None, *QUICK_FAULTS]), max_size=3),
)
def test_any_run_of_faults_loses_and_doubles_nothing(
    databases: Databases, to_posts: list[Fault | None], to_looks: list[Fault | None]
) -> None:
    clock = VirtualClock()
    with (
        databases.gone_after(),
        new_database(databases.new()) as database,
        serve(FakeSlack(clock)) as slack,
    ):
        add_team(database, 1)
        slack.plans[POST].extend(to_posts)
        slack.plans[HISTORY].extend(to_looks)

        Office(database, Deliveries(database), slack, clock).tick(times=40)

        assert states(database) == {"C1": "sent"}
        assert slack.keys("C1") == ["1/digest/2026-W47/C1"]
