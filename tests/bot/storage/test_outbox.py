"""What needs somebody, and for how long Slack is left alone, is known on every engine."""

from collections.abc import Iterator
from datetime import timedelta

import pytest

from bot.storage import Store
from bot.storage.database import Database
from bot.storage.deliveries import DeliveryState
from bot.storage.outbox import Since
from bot.storage.pace import Call
from bot.storage.tables import Delivery
from bot.storage.times import to_epoch
from tests.bot.delivery.scene import MONDAY_9, add_team, new_database
from tests.engines import Databases

AN_HOUR = timedelta(hours=1)
SINCE = Since(now=MONDAY_9, due=MONDAY_9 - 24 * AN_HOUR, overdue=MONDAY_9 - AN_HOUR)


@pytest.fixture
def database(databases: Databases) -> Iterator[Database]:
    with new_database(databases.new()) as database:
        yield database


def owe(store: Store, channel: str, state: DeliveryState, hours: int) -> None:
    """Owe something that was due so many hours ago, was begun then, and whose lease has passed."""
    due = to_epoch(MONDAY_9 - hours * AN_HOUR)
    store.deliveries.owe(
        Delivery(
            workspace_id=1,
            kind="digest",
            period="2026-W47",
            channel_id=channel,
            due_at=due,
            not_before=due,
            begun_at=due,
            lease_until=due,
            state=state,
        )
    )


def test_what_needs_somebody_is_listed_and_counted(database: Database) -> None:
    store = Store(database)
    owe(store, "late", DeliveryState.READY, 3)
    owe(store, "soon", DeliveryState.READY, 0)
    owe(store, "stuck", DeliveryState.SENDING, 3)
    owe(store, "older", DeliveryState.FAILED, 5)
    owe(store, "unsure", DeliveryState.UNKNOWN, 4)
    owe(store, "long ago", DeliveryState.FAILED, 25)
    owe(store, "sent", DeliveryState.SENT, 3)

    found = [each.channel_id for each in store.outbox.troubled(1, SINCE)]

    assert found == ["unsure", "older", "stuck", "late"]
    assert store.outbox.count(1, SINCE) == 4
    assert [each.channel_id for each in store.outbox.troubled(1, SINCE, 1, 2)] == found[1:3]
    assert store.outbox.count(2, SINCE) == 0


def test_the_next_digests_are_told_soonest_first_and_those_that_stopped(database: Database) -> None:
    store = Store(database)
    add_team(database, 1, due=MONDAY_9 + AN_HOUR)
    add_team(database, 2, due=MONDAY_9)
    add_team(database, 3)
    store.teams.stop_digest(1, 3)

    assert [team.team_id for team in store.outbox.next_digests(1, 5)] == [2, 1]
    assert [team.team_id for team in store.outbox.next_digests(1, 1)] == [2]
    assert [team.team_id for team in store.outbox.stopped(1)] == [3]


def test_a_pause_holds_for_its_kind_of_call_and_is_never_cut_short(database: Database) -> None:
    pace = Store(database).pace
    pace.pause(1, Call.POST, MONDAY_9 + 2 * AN_HOUR)
    pace.pause(1, Call.POST, MONDAY_9 + AN_HOUR)

    assert pace.paused(1, MONDAY_9 + AN_HOUR) == {Call.POST}
    assert pace.paused(1, MONDAY_9 + 2 * AN_HOUR) == frozenset()

    pace.pause(1, Call.POST, MONDAY_9 + 3 * AN_HOUR)
    assert pace.paused(1, MONDAY_9 + 2 * AN_HOUR) == {Call.POST}


def test_what_was_begun_lately_is_counted(database: Database) -> None:
    store = Store(database)
    for number in range(3):
        owe(store, f"C{number}", DeliveryState.SENT, number)

    assert store.pace.begun_since(1, MONDAY_9 - 2 * AN_HOUR) == 2
    assert store.pace.begun_since(2, MONDAY_9 - 2 * AN_HOUR) == 0
