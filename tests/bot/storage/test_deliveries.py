"""A delivery is owed once, and only who saw it as it is now may change it."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest

from bot.storage.database import Database
from bot.storage.deliveries import Deliveries, DeliveryState, Progress
from bot.storage.tables import Delivery
from bot.storage.times import to_epoch
from tests.bot.delivery.scene import MONDAY_9, WEEK, add_team, new_database, owed
from tests.engines import Databases

AN_HOUR = timedelta(hours=1)


@pytest.fixture
def database(databases: Databases) -> Iterator[Database]:
    with new_database(databases.new()) as database:
        yield database


@pytest.fixture
def deliveries(database: Database) -> Deliveries:
    return Deliveries(database)


def plan(database: Database, number: int) -> Delivery:
    """Owe a team of this number its digest, and give it."""
    channel = add_team(database, number)
    delivery = Delivery(
        workspace_id=1,
        kind="digest",
        period=WEEK,
        channel_id=channel,
        team_id=number,
        due_at=to_epoch(MONDAY_9),
        state=DeliveryState.READY,
        not_before=to_epoch(MONDAY_9),
    )
    deliveries = Deliveries(database)
    (team,) = deliveries.due_teams(1, MONDAY_9)
    assert deliveries.plan(team, [delivery], MONDAY_9 + timedelta(weeks=1))
    return delivery


def test_what_is_owed_and_when_it_is_due_again_are_written_together(
    database: Database, deliveries: Deliveries
) -> None:
    delivery = plan(database, 1)

    assert deliveries.due_teams(1, MONDAY_9) == []
    (team,) = deliveries.due_teams(1, MONDAY_9 + timedelta(weeks=1))

    too_late = team.model_copy(update={"next_digest_at": to_epoch(MONDAY_9)})
    delivery.period = "2026-W48"
    assert not deliveries.plan(too_late, [delivery], MONDAY_9 + timedelta(weeks=2))
    with database.read() as session:
        assert [row.period for row in owed(session)] == [WEEK]


def test_owing_it_again_leaves_it_as_it_has_come_along(
    database: Database, deliveries: Deliveries
) -> None:
    delivery = plan(database, 1)
    assert deliveries.advance(delivery, state=DeliveryState.SENT, sent_ts="1.0")
    (team,) = deliveries.due_teams(1, MONDAY_9 + timedelta(weeks=1))

    assert deliveries.plan(team, [delivery], MONDAY_9 + timedelta(weeks=2))

    with database.read() as session:
        assert [(row.state, row.sent_ts) for row in owed(session)] == [("sent", "1.0")]


@pytest.mark.parametrize(
    ("progress", "waits"),
    [
        (Progress(), True),
        (Progress(not_before=to_epoch(MONDAY_9 + AN_HOUR)), False),
        (Progress(state=DeliveryState.SENDING, lease_until=to_epoch(MONDAY_9)), True),
        (Progress(state=DeliveryState.SENDING, lease_until=to_epoch(MONDAY_9) + 1), False),
        (Progress(state=DeliveryState.VERIFY, lease_until=to_epoch(MONDAY_9)), True),
        (Progress(state=DeliveryState.VERIFY, lease_until=to_epoch(MONDAY_9) + 1), False),
        (Progress(state=DeliveryState.SENT, lease_until=to_epoch(MONDAY_9)), False),
        (Progress(state=DeliveryState.FAILED), False),
        (Progress(state=DeliveryState.SKIPPED), False),
    ],
)
def test_what_may_be_acted_on(
    database: Database, deliveries: Deliveries, progress: Progress, *, waits: bool
) -> None:
    deliveries.advance(plan(database, 1), **{"attempt": 0, **progress})

    assert bool(deliveries.waiting(MONDAY_9)) is waits


def test_what_was_begun_comes_before_what_was_not(
    database: Database, deliveries: Deliveries
) -> None:
    plan(database, 1)
    deliveries.advance(plan(database, 2), attempt=1)

    assert [delivery.channel_id for delivery in deliveries.waiting(MONDAY_9)] == ["C2", "C1"]


@pytest.mark.parametrize(
    "meanwhile",
    [
        Progress(state=DeliveryState.SENT),
        Progress(attempt=1),
        Progress(owner="other"),
    ],
)
def test_who_saw_it_before_somebody_acted_changes_nothing(
    database: Database, deliveries: Deliveries, meanwhile: Progress
) -> None:
    seen = plan(database, 1)
    now = deliveries.advance(seen, **meanwhile)
    assert now is not None

    assert deliveries.advance(seen, state=DeliveryState.FAILED) is None

    with database.read() as session:
        assert owed(session) == [now]


def test_one_of_many_at_once_gets_it(database: Database, deliveries: Deliveries) -> None:
    seen = plan(database, 1)

    def take(owner: str) -> Delivery | None:
        return deliveries.advance(seen, state=DeliveryState.SENDING, attempt=1, owner=owner)

    with ThreadPoolExecutor(8) as threads:
        taken = [got.owner for got in threads.map(take, "abcdefgh") if got]

    with database.read() as session:
        assert [row.owner for row in owed(session)] == taken
