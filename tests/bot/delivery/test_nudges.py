"""Who wants it is asked on Monday at nine, once a week, and not after having told of late."""

from datetime import UTC, date, datetime, timedelta

import pytest

from bot.delivery.nudges import plan_nudges
from bot.storage import Store
from bot.storage.database import Database
from bot.storage.tables import Delivery
from bot.storage.times import from_epoch
from scoring.reported import Figures, Whose
from tests.bot.delivery.scene import MONDAY_9, owed

WEEK = timedelta(weeks=1)
TOTAL = {Whose.OWN: Figures(overall=5300)}


class Door:
    """Opens DMs, remembers with whom, and fails for whom it is told to."""

    def __init__(self) -> None:
        self.opened: list[str] = []
        self.shut: set[str] = set()

    def __call__(self, slack_id: str) -> str:
        if slack_id in self.shut:
            raise ConnectionError
        self.opened.append(slack_id)
        return f"D{slack_id}"


@pytest.fixture
def door() -> Door:
    return Door()


@pytest.fixture
def store(database: Database) -> Store:
    return Store(database)


def add_member(store: Store, slack_id: str, zone: str = "UTC", *, wanted: bool = True) -> int:
    member = store.members.ensure(
        1, slack_id=slack_id, name=slack_id, email=None, zone=zone, now=MONDAY_9 - 4 * WEEK
    )
    store.members.nudge(1, member.member_id, wanted=wanted)
    return member.member_id


def nudges(store: Store) -> list[Delivery]:
    with store.database.read() as session:
        return owed(session)


def test_who_wants_it_is_asked_at_nine_once_a_week(store: Store, door: Door) -> None:
    member_id = add_member(store, "U1")
    add_member(store, "U2", wanted=False)

    plan_nudges(store, 1, MONDAY_9 - timedelta(seconds=1), door)
    assert nudges(store) == []

    for later in (0, 1, 90, 24 * 60):
        plan_nudges(store, 1, MONDAY_9 + timedelta(minutes=later), door)

    (nudge,) = nudges(store)
    assert (nudge.kind, nudge.period, nudge.channel_id) == ("nudge", "2026-W47", "DU1")
    assert nudge.member_id == member_id
    assert from_epoch(nudge.due_at) == MONDAY_9
    assert door.opened == ["U1"]

    plan_nudges(store, 1, MONDAY_9 + WEEK, door)
    assert [nudge.period for nudge in nudges(store)] == ["2026-W47", "2026-W48"]


def test_nine_is_where_the_member_is(store: Store, door: Door) -> None:
    add_member(store, "U1", "America/New_York")

    plan_nudges(store, 1, MONDAY_9, door)
    assert nudges(store) == []

    plan_nudges(store, 1, datetime(2026, 11, 16, 14, tzinfo=UTC), door)
    assert len(nudges(store)) == 1


@pytest.mark.parametrize(("days_before", "asked"), [(0, 0), (5, 0), (6, 0), (7, 1)])
def test_who_told_of_late_is_not_asked(
    store: Store, door: Door, days_before: int, asked: int
) -> None:
    member_id = add_member(store, "U1")
    entered = MONDAY_9 - timedelta(days=days_before)
    store.reported.record(1, member_id, date(2026, 5, 1), TOTAL, entered)

    plan_nudges(store, 1, MONDAY_9, door)

    assert len(nudges(store)) == asked


def test_after_an_outage_nobody_is_asked_on_another_day(store: Store, door: Door) -> None:
    add_member(store, "U1")

    plan_nudges(store, 1, MONDAY_9 + timedelta(days=1), door)

    assert nudges(store) == []


def test_one_whose_dm_cannot_be_opened_stops_no_other(store: Store, door: Door) -> None:
    for slack_id in ("U1", "U2"):
        add_member(store, slack_id)
    door.shut = {"U1"}

    plan_nudges(store, 1, MONDAY_9, door)

    assert [nudge.channel_id for nudge in nudges(store)] == ["DU2"]


def test_a_crowd_is_asked_over_several_ticks(store: Store, door: Door) -> None:
    for number in range(25):
        add_member(store, f"U{number:02}")

    plan_nudges(store, 1, MONDAY_9, door)
    assert len(nudges(store)) == 20

    plan_nudges(store, 1, MONDAY_9 + timedelta(seconds=30), door)
    assert len(nudges(store)) == 25
    assert len(set(door.opened)) == 25
