"""The weekly note is owed to who wants it: at nine on Monday where they are, once a week."""

from datetime import UTC, datetime, timedelta

import pytest

from bot.delivery.direct import MEMBERS_A_TICK
from bot.delivery.notes import plan_notes
from bot.storage import Store
from bot.storage.database import Database
from bot.storage.tables import Delivery
from bot.storage.times import from_epoch
from tests.bot.delivery.scene import MONDAY_9, owed

WEEK = timedelta(weeks=1)


@pytest.fixture
def store(database: Database) -> Store:
    return Store(database)


def door(slack_id: str) -> str:
    return f"D{slack_id}"


def add_member(
    store: Store, slack_id: str, zone: str = "UTC", since: datetime | None = MONDAY_9 - WEEK
) -> None:
    member = store.members.ensure(
        1, slack_id=slack_id, name=slack_id, email=None, zone=zone, now=MONDAY_9 - 4 * WEEK
    )
    store.members.want_note(1, member.member_id, since)


def notes(store: Store) -> list[Delivery]:
    with store.database.read() as session:
        return owed(session)


def test_who_wants_one_is_owed_a_note_once_a_week(store: Store) -> None:
    add_member(store, "U1")
    add_member(store, "U2", since=None)

    plan_notes(store, 1, MONDAY_9 - timedelta(seconds=1), door)
    assert notes(store) == []
    for minutes in (0, 1, 90, 24 * 60):
        plan_notes(store, 1, MONDAY_9 + timedelta(minutes=minutes), door)

    (note,) = notes(store)
    assert (note.kind, note.period, note.channel_id) == ("note", "2026-W47", "DU1")
    plan_notes(store, 1, MONDAY_9 + WEEK, door)
    assert [note.period for note in notes(store)] == ["2026-W47", "2026-W48"]


@pytest.mark.parametrize(
    ("zone", "period", "at"),
    [
        ("Asia/Kolkata", "2026-W47", datetime(2026, 11, 16, 3, 30, tzinfo=UTC)),
        ("America/New_York", "2026-W47", datetime(2026, 11, 16, 14, tzinfo=UTC)),
        ("America/New_York", "2026-W44", datetime(2026, 10, 26, 13, tzinfo=UTC)),
        ("Pacific/Kiritimati", "2026-W47", datetime(2026, 11, 15, 19, tzinfo=UTC)),
    ],
)
def test_nine_is_where_the_member_is(store: Store, zone: str, period: str, at: datetime) -> None:
    add_member(store, "U1", zone, since=at - WEEK + timedelta(seconds=1))

    plan_notes(store, 1, at - timedelta(seconds=1), door)
    assert notes(store) == []
    plan_notes(store, 1, at, door)

    (note,) = notes(store)
    assert from_epoch(note.due_at) == at
    assert note.period == period


def test_a_note_is_owed_for_three_days_and_to_some_at_a_time(store: Store) -> None:
    for number in range(MEMBERS_A_TICK + 1):
        add_member(store, f"U{number}")

    plan_notes(store, 1, MONDAY_9 + timedelta(days=3), door)
    assert notes(store) == []
    late = MONDAY_9 + timedelta(days=2, hours=23)
    plan_notes(store, 1, late, door)
    assert len(notes(store)) == MEMBERS_A_TICK
    plan_notes(store, 1, late, door)
    assert len(notes(store)) == MEMBERS_A_TICK + 1


def test_who_asked_after_monday_waits_for_the_next(store: Store) -> None:
    add_member(store, "U1", since=MONDAY_9 + timedelta(hours=1))

    plan_notes(store, 1, MONDAY_9 + timedelta(hours=2), door)

    assert notes(store) == []


def test_a_door_that_stays_shut_keeps_nobody_else_waiting(store: Store) -> None:
    add_member(store, "U1")
    add_member(store, "U2")

    def shut_to_the_first(slack_id: str) -> str:
        if slack_id == "U1":
            raise ConnectionError
        return door(slack_id)

    plan_notes(store, 1, MONDAY_9, shut_to_the_first)

    assert [note.channel_id for note in notes(store)] == ["DU2"]
