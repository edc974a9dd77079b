"""Words before drops are owed once, in the morning, some at a time, and one DM stops no other."""

from datetime import UTC, datetime, timedelta

import pytest

from bot.delivery.direct import MEMBERS_A_TICK
from bot.delivery.heads_ups import HEADS_UP, HeadsUps
from bot.delivery.shift_notes import COHORT, ShiftNotes
from bot.storage import Store
from bot.storage.tables import Delivery
from tests.bot.answers.crew import NOW, TODAY, Crew, days_ago, new_crew

DROP = TODAY + timedelta(days=2)


@pytest.fixture
def crew(store: Store) -> Crew:
    return new_crew(store)


def join(crew: Crew, number: int, zone: str = "UTC") -> None:
    """Let somebody join who loses 4 points the day after tomorrow, and wants to know."""
    member = crew.join(f"m{number}", zone)
    crew.comments(member, 20, days_ago(88))
    crew.store.members.warn_from(1, member.member_id, 200)


def dm_with(slack_id: str) -> str:
    return f"D{slack_id}"


def owed(crew: Crew) -> list[Delivery]:
    return crew.store.deliveries.owed(1, HEADS_UP, DROP.isoformat())


def test_a_word_is_owed_once_however_often_one_looks(crew: Crew) -> None:
    join(crew, 1)
    for _ in range(2):
        heads_ups = HeadsUps(crew.store)
        for hours in range(3):
            heads_ups.plan(1, NOW + timedelta(hours=hours), dm_with)

    (word,) = owed(crew)
    assert (word.channel_id, word.member_id, word.state) == ("DUM1", 1, "ready")


def test_it_is_morning_where_the_member_is(crew: Crew) -> None:
    join(crew, 1, zone="America/Los_Angeles")
    heads_ups = HeadsUps(crew.store)

    heads_ups.plan(1, datetime(2026, 6, 30, 15, 59, tzinfo=UTC), dm_with)
    assert owed(crew) == []

    heads_ups.plan(1, datetime(2026, 6, 30, 16, 0, tzinfo=UTC), dm_with)
    assert len(owed(crew)) == 1


def test_many_are_looked_at_some_at_a_time(crew: Crew) -> None:
    for number in range(MEMBERS_A_TICK + 3):
        join(crew, number)
    heads_ups = HeadsUps(crew.store)

    heads_ups.plan(1, NOW, dm_with)
    assert len(owed(crew)) == MEMBERS_A_TICK

    heads_ups.plan(1, NOW, dm_with)
    assert len(owed(crew)) == MEMBERS_A_TICK + 3


def test_a_dm_that_does_not_open_stops_no_other_and_is_tried_again(crew: Crew) -> None:
    for number in range(3):
        join(crew, number)
    refused = ["UM0"]

    def open_dm(slack_id: str) -> str:
        if slack_id in refused:
            raise OSError(refused.pop())
        return f"D{slack_id}"

    heads_ups = HeadsUps(crew.store)

    heads_ups.plan(1, NOW, open_dm)
    assert {word.channel_id for word in owed(crew)} == {"DUM1", "DUM2"}

    heads_ups.plan(1, NOW, open_dm)
    assert {word.channel_id for word in owed(crew)} == {"DUM0", "DUM1", "DUM2"}


def test_managers_get_one_note_for_a_shift_that_stays_in_sight(crew: Crew) -> None:
    for number in range(10):
        member = crew.join(f"m{number}")
        crew.comments(member, 10, days_ago(50))
        crew.linkedin(member, days_ago(6), 6000 + number)
        crew.linkedin(member, days_ago(1), 5500 + number)
    notes = ShiftNotes(crew.store)

    for days in range(9):
        notes.plan(1, NOW + timedelta(days=days), dm_with)

    weeks = ("2026-W27/1", "2026-W28/1")
    (note,) = [note for week in weeks for note in crew.store.deliveries.owed(1, COHORT, week)]
    assert (note.channel_id, note.team_id) == ("DUBOSS", 1)
