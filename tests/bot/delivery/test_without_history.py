"""What cannot be looked for is posted again or left out, as the workspace chooses."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.delivery.dispatcher import MOST_ATTEMPTS_UNSEEN
from bot.storage import Store
from bot.storage.database import Database
from bot.storage.deliveries import Deliveries, DeliveryState
from bot.storage.tables import Delivery
from bot.storage.times import to_epoch
from tests.bot.delivery.fake_slack import HISTORY, POST, FakeSlack, Fault
from tests.bot.delivery.replica import replica
from tests.bot.delivery.scene import MONDAY_9, VirtualClock, new_database, states


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    with new_database(f"sqlite:///{tmp_path}/ssi.sqlite3") as database:
        yield database


@pytest.fixture(params=["C1", "D1"], ids=["channel", "direct"])
def place(database: Database, slack: FakeSlack, request: pytest.FixtureRequest) -> str:
    """Owe a message to a channel, or a direct one, where nothing can be looked for."""
    channel_id = str(request.param)
    Deliveries(database).owe(
        Delivery(
            workspace_id=1,
            kind="digest" if channel_id == "C1" else "note",
            period="2026-W47",
            channel_id=channel_id,
            due_at=to_epoch(MONDAY_9),
            state=DeliveryState.READY,
            not_before=to_epoch(MONDAY_9),
        )
    )
    slack.plans[HISTORY].extend(["missing_scope"] * 20)
    return channel_id


def tick(database: Database, slack: FakeSlack, clock: VirtualClock, times: int = 20) -> list[str]:
    """Dispatch for some minutes, and tell of what was given up."""
    told: list[str] = []
    dispatcher = replica(database, slack, clock, on_failure=lambda _, error: told.append(error))
    for _ in range(times):
        dispatcher.dispatch(clock())
        clock.advance(seconds=30)
    return told


@pytest.mark.parametrize(("fault", "posted"), [(Fault.BROKEN_BEFORE, 0), (Fault.BROKEN_AFTER, 1)])
def test_left_out_it_is_never_there_twice_and_is_told(
    database: Database, slack: FakeSlack, clock: VirtualClock, place: str, fault: Fault, posted: int
) -> None:
    slack.plans[POST].append(fault)

    told = tick(database, slack, clock)

    assert len(slack.messages[place]) == posted
    assert states(database) == {place: "unknown"}
    assert told == ["unverified:missing_scope"]


@pytest.mark.parametrize(("fault", "posted"), [(Fault.BROKEN_BEFORE, 1), (Fault.BROKEN_AFTER, 2)])
def test_posted_again_it_is_there_for_certain(
    database: Database, slack: FakeSlack, clock: VirtualClock, place: str, fault: Fault, posted: int
) -> None:
    Store(database).workspaces.post_in_doubt(1, again=True)
    slack.plans[POST].append(fault)

    told = tick(database, slack, clock)

    assert len(slack.messages[place]) == posted
    assert (states(database), told) == ({place: "sent"}, [])


def test_what_never_becomes_certain_is_not_posted_for_ever(
    database: Database, slack: FakeSlack, clock: VirtualClock, place: str
) -> None:
    Store(database).workspaces.post_in_doubt(1, again=True)
    slack.plans[POST].extend([Fault.BROKEN_AFTER] * 20)

    told = tick(database, slack, clock, times=40)

    assert len(slack.messages[place]) == MOST_ATTEMPTS_UNSEEN
    assert told == ["unverified:missing_scope"]


def test_a_channel_that_cannot_be_seen_any_more_is_not_posted_to_again(
    database: Database, slack: FakeSlack, clock: VirtualClock, place: str
) -> None:
    Store(database).workspaces.post_in_doubt(1, again=True)
    slack.plans[POST].append(Fault.BROKEN_AFTER)
    slack.plans[HISTORY].appendleft("channel_not_found")

    assert tick(database, slack, clock) == ["unverified:channel_not_found"]
    assert len(slack.messages[place]) == 1


def test_what_slack_gives_no_answer_about_is_given_up_once_it_is_too_late(
    database: Database, slack: FakeSlack, clock: VirtualClock, place: str
) -> None:
    slack.plans[POST].append(Fault.BROKEN_AFTER)
    slack.plans[HISTORY].extendleft([Fault.BROKEN_BEFORE] * 3)
    assert tick(database, slack, clock, times=5) == []
    assert states(database) == {place: "verify"}

    clock.advance(days=6)

    assert tick(database, slack, clock, times=1) == ["unverified:no_answer"]
    assert states(database) == {place: "unknown"}
