"""Activities are recorded once, can be retracted, and are never lost."""

from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta

import pytest
from sqlalchemy.exc import DataError

from bot.activity import Activity, Source
from bot.storage import Store
from bot.storage.recordings import Batch, Recorded
from bot.storage.tables import Member
from scoring.model import Fact, Kind

NOW = datetime(2026, 11, 18, 12, tzinfo=UTC)
TODAY = NOW.date()
LONG_AGO = date(2020, 1, 1)


def comments(*days_ago: int) -> list[Activity]:
    return [
        Activity(Kind.COMMENT_MADE, TODAY - timedelta(days=days), ref=days) for days in days_ago
    ]


def record(
    store: Store,
    member: Member,
    activities: Sequence[Activity] = (),
    *,
    covers: frozenset[Kind] = frozenset({Kind.COMMENT_MADE}),
    standings: dict[Kind, int] | None = None,
    now: datetime = NOW,
) -> Recorded:
    batch = Batch(
        source=Source.LINKEDIN_EXPORT,
        title="Comments",
        recorded_by="U1",
        as_of=now.date(),
        activities=activities,
        covers=covers,
        standings=standings or {},
    )
    return store.recordings.record(member.workspace_id, member.member_id, batch, now)


def facts(store: Store, member: Member) -> tuple[Fact, ...]:
    return store.activities.facts(member.workspace_id, member.member_id, LONG_AGO)


def test_recording_the_same_twice_changes_nothing(store: Store, member: Member) -> None:
    assert record(store, member, comments(1, 2)) == Recorded(taken=2, known=0)
    before = facts(store, member)

    assert record(store, member, comments(1, 2)) == Recorded(taken=0, known=2)

    assert facts(store, member) == before
    assert store.recordings.latest(member.workspace_id) == 1


def test_a_fuller_batch_adds_what_is_new(store: Store, member: Member) -> None:
    record(store, member, comments(1, 2))

    assert record(store, member, comments(1, 2, 3)) == Recorded(taken=1, known=2)


def test_what_is_stored_in_portions_is_one_recording(
    store: Store, member: Member, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.storage.insertion._AT_ONCE", 2)
    record(store, member, comments(3))

    assert record(store, member, comments(5, 1, 4, 2, 3, 1)) == Recorded(taken=4, known=2)

    assert {(fact.day, fact.known_from) for fact in facts(store, member)} == {
        (TODAY - timedelta(days=days), 1 if days == 3 else 2) for days in (1, 2, 3, 4, 5)
    }


def test_what_was_retracted_is_still_known_to_have_been_said(store: Store, member: Member) -> None:
    record(store, member, comments(1))

    retracted = store.recordings.retract(member.workspace_id, 1, recorded_by="U1", now=NOW)

    assert retracted == 1
    assert facts(store, member) == (
        Fact(Kind.COMMENT_MADE, TODAY - timedelta(days=1), 1, None, known_from=1, known_until=2),
    )


def test_what_was_retracted_can_come_in_again(store: Store, member: Member) -> None:
    record(store, member, comments(1))
    store.recordings.retract(member.workspace_id, 1, recorded_by="U1", now=NOW)

    assert record(store, member, comments(1)) == Recorded(taken=1, known=0)

    assert [fact.known_until for fact in facts(store, member)] == [2, None]


def test_a_crash_in_the_middle_leaves_nothing_of_a_file(store: Store, member: Member) -> None:
    too_large = Activity(Kind.COMMENT_MADE, TODAY, ref=2**63)

    with pytest.raises((OverflowError, DataError)):
        record(store, member, [*comments(1, 2), too_large])

    assert facts(store, member) == ()
    assert store.activities.observed(member.workspace_id) == {}


def test_an_undone_import_is_no_source_any_more(store: Store, member: Member) -> None:
    record(store, member, comments(1))
    store.recordings.retract(member.workspace_id, 1, recorded_by="U1", now=NOW)

    assert store.activities.observed(member.workspace_id) == {}


def test_an_empty_file_means_looked_and_found_none(store: Store, member: Member) -> None:
    record(store, member, [])

    assert store.activities.observed(member.workspace_id) == {
        member.member_id: frozenset({Kind.COMMENT_MADE})
    }


def test_a_profile_section_seen_for_the_first_time_has_always_stood(
    store: Store, member: Member
) -> None:
    record(store, member, standings={Kind.PROFILE_SKILLS: 5})
    record(store, member, standings={Kind.PROFILE_SKILLS: 5}, now=NOW + timedelta(days=1))
    record(store, member, standings={Kind.PROFILE_SKILLS: 0}, now=NOW + timedelta(days=2))

    assert [(fact.day, fact.quantity) for fact in facts(store, member)] == [
        (date(1970, 1, 1), 5),
        (TODAY + timedelta(days=2), 0),
    ]


def test_what_was_known_at_an_instant_is_what_was_recorded_before_it(
    store: Store, member: Member
) -> None:
    record(store, member, comments(1))
    record(store, member, comments(2), now=NOW + timedelta(hours=1))

    known = [
        store.recordings.known_at(member.workspace_id, NOW + delay)
        for delay in (timedelta(0), timedelta(minutes=1), timedelta(hours=2))
    ]

    assert known == [0, 1, 2]


def test_the_extent_counts_what_stands(store: Store, member: Member) -> None:
    record(store, member, comments(1, 5), standings={Kind.PROFILE_SKILLS: 5})

    assert store.activities.extent(member.workspace_id, member.member_id) == (
        2,
        TODAY - timedelta(days=5),
        TODAY - timedelta(days=1),
    )


def test_workspaces_do_not_see_each_other(store: Store, member: Member) -> None:
    record(store, member, comments(1))
    other = store.workspaces.ensure("T2", "Other", "UTC", NOW)

    assert store.activities.facts(other.workspace_id or 0, member.member_id, LONG_AGO) == ()
    assert store.activities.observed(other.workspace_id or 0) == {}
    assert store.recordings.latest(other.workspace_id or 0) == 0
