"""What LinkedIn showed is kept entry by entry; missing stays missing."""

from datetime import date, timedelta

from sqlmodel import select

from bot.storage import Store
from bot.storage.tables import Member, ReportedScore
from scoring.model import Pillar
from scoring.reported import Figures, ReportedReading, Whose
from tests.bot.conftest import NOW

MONDAY, TUESDAY = date(2026, 11, 16), date(2026, 11, 17)
FOUR = Figures(pillars=dict(zip(Pillar, (2100, 640, 1025, 1500), strict=True)))
TOTAL = Figures(overall=5300)


def entries(store: Store) -> int:
    with store.database.read() as session:
        return len(list(session.exec(select(ReportedScore))))


def history(store: Store, last: date = TUESDAY) -> list[ReportedReading]:
    return store.reported.history(1, 1, MONDAY, last)


def test_what_was_not_given_comes_back_absent(store: Store, member: Member) -> None:
    store.reported.record(1, member.member_id, MONDAY, {Whose.OWN: TOTAL}, NOW)

    (reading,) = history(store)

    assert reading == ReportedReading(MONDAY, {Whose.OWN: TOTAL})
    assert reading.of(Whose.OWN).pillars == {}
    assert reading.of(Whose.INDUSTRY).rank is None


def test_of_several_entries_for_a_day_the_latest_holds_and_none_is_rewritten(
    store: Store, member: Member
) -> None:
    industry = {Whose.INDUSTRY: Figures(rank=9)}
    store.reported.record(1, member.member_id, MONDAY, {Whose.OWN: TOTAL} | industry, NOW)
    store.reported.record(1, member.member_id, MONDAY, {Whose.OWN: FOUR}, NOW)

    assert history(store) == [ReportedReading(MONDAY, {Whose.OWN: FOUR} | industry)]
    assert entries(store) == 3


def test_an_entry_that_is_known_already_changes_nothing(store: Store, member: Member) -> None:
    assert store.reported.record(1, member.member_id, MONDAY, {Whose.OWN: FOUR}, NOW)
    later = NOW + timedelta(hours=1)
    assert not store.reported.record(1, member.member_id, MONDAY, {Whose.OWN: FOUR}, later)

    assert entries(store) == 1


def test_a_value_taken_back_and_given_again_holds_again(store: Store, member: Member) -> None:
    for figures in (TOTAL, FOUR, TOTAL):
        store.reported.record(1, member.member_id, MONDAY, {Whose.OWN: figures}, NOW)

    assert history(store) == [ReportedReading(MONDAY, {Whose.OWN: TOTAL})]


def test_days_come_in_order_and_only_those_asked_for(store: Store, member: Member) -> None:
    for day in (TUESDAY, MONDAY, MONDAY - timedelta(days=1)):
        store.reported.record(1, member.member_id, day, {Whose.OWN: TOTAL}, NOW)

    assert [reading.day for reading in history(store)] == [MONDAY, TUESDAY]
    assert [reading.day for reading in history(store, last=MONDAY)] == [MONDAY]


def test_each_members_readings_are_their_own(store: Store, member: Member) -> None:
    other = store.members.ensure(
        1, slack_id="U2", name="Ben", email=None, zone="Europe/Berlin", now=NOW
    )
    store.reported.record(1, member.member_id, MONDAY, {Whose.OWN: TOTAL}, NOW)
    store.reported.record(1, other.member_id, TUESDAY, {Whose.OWN: FOUR}, NOW)

    both = store.reported.of_members(1, [member.member_id, other.member_id, 99], MONDAY, TUESDAY)

    assert both == {
        member.member_id: [ReportedReading(MONDAY, {Whose.OWN: TOTAL})],
        other.member_id: [ReportedReading(TUESDAY, {Whose.OWN: FOUR})],
    }
    assert store.reported.of_members(2, [member.member_id], MONDAY, TUESDAY) == {}


def test_who_entered_anything_since_counts_from_the_entry_not_its_day(
    store: Store, member: Member
) -> None:
    store.reported.record(1, member.member_id, date(2026, 5, 1), {Whose.OWN: TOTAL}, NOW)

    assert store.reported.entered_since(1, NOW) == {member.member_id}
    assert store.reported.entered_since(1, NOW + timedelta(seconds=1)) == frozenset()
