"""Logs give way to files, and disputes are decided once; what a correction took back stays out."""

from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta

from bot.activity import Activity, Source
from bot.storage import Store
from bot.storage.disputes import Claim, DisputeState
from bot.storage.recordings import Batch, Recorded
from bot.storage.tables import Member
from scoring.model import Kind

NOW = datetime(2026, 11, 18, 12, tzinfo=UTC)
TODAY = NOW.date()
COMMENT, POST = Kind.COMMENT_MADE, Kind.POST_PUBLISHED


def day(ago: int) -> date:
    return TODAY - timedelta(days=ago)


def record(
    store: Store, member: Member, activities: Sequence[Activity], source: Source = Source.MANUAL_LOG
) -> Recorded:
    covers = frozenset(activity.kind for activity in activities)
    batch = Batch(source, "Some", "U1", TODAY, activities, covers)
    return store.recordings.record(member.workspace_id, member.member_id, batch, NOW)


def counted(store: Store, member: Member, kind: Kind, when: date) -> int:
    return store.disputes.counted(member.workspace_id, member.member_id, kind, when)


def decide(store: Store, member: Member, claim: Claim, *, accepted: bool = True) -> bool:
    made = store.disputes.bring(member.workspace_id, member.member_id, claim, NOW)
    done = store.disputes.decide(
        member.workspace_id, made.number, accepted=accepted, by="UBOSS", now=NOW
    )
    return done is not None


def test_a_file_takes_the_place_of_logs_of_its_kinds_and_days_alone(
    store: Store, member: Member
) -> None:
    record(store, member, [Activity(COMMENT, day(ago), ref=ago) for ago in (1, 5, 9)])
    record(store, member, [Activity(POST, day(5), ref=5)])

    def supersede() -> dict[Kind, int]:
        return store.logs.supersede(
            member.workspace_id,
            member.member_id,
            {COMMENT: (day(9), day(5))},
            recorded_by="U1",
            now=NOW,
        )

    assert supersede() == {COMMENT: 2}
    assert [counted(store, member, COMMENT, day(ago)) for ago in (1, 5, 9)] == [1, 0, 0]
    assert counted(store, member, POST, day(5)) == 1
    last = store.recordings.latest(member.workspace_id)
    assert supersede() == {}
    assert store.recordings.latest(member.workspace_id) == last, "nothing done, nothing recorded"


def test_files_and_corrections_are_not_taken_over(store: Store, member: Member) -> None:
    record(store, member, [Activity(COMMENT, day(5), ref=1)], Source.LINKEDIN_EXPORT)
    assert decide(store, member, Claim(COMMENT, day(5), 2))
    key = member.workspace_id, member.member_id

    store.logs.supersede(*key, {COMMENT: (day(9), day(1))}, recorded_by="U1", now=NOW)

    assert counted(store, member, COMMENT, day(5)) == 3
    assert store.logs.shown_until(*key, COMMENT) == day(5)
    assert store.logs.shown_until(*key, POST) is None


def test_kinds_are_by_hand_only_until_a_file_shows_them(store: Store, member: Member) -> None:
    key = member.workspace_id, member.member_id
    record(store, member, [Activity(COMMENT, day(1), ref=1), Activity(POST, day(1), ref=2)])
    assert store.logs.by_hand_only(*key) == (POST, COMMENT)

    record(store, member, [Activity(COMMENT, day(1), ref=3)], Source.LINKEDIN_EXPORT)

    assert store.logs.by_hand_only(*key) == (POST,)


def test_a_dispute_is_decided_once(store: Store, member: Member) -> None:
    made = store.disputes.bring(
        member.workspace_id, member.member_id, Claim(COMMENT, day(1), 2), NOW
    )
    again = store.disputes.bring(
        member.workspace_id, member.member_id, Claim(COMMENT, day(1), 2), NOW
    )
    assert again.number == made.number == 1

    first, second = (
        store.disputes.decide(member.workspace_id, 1, accepted=accepted, by="UBOSS", now=NOW)
        for accepted in (True, False)
    )

    assert first
    assert first.state == DisputeState.ACCEPTED
    assert second is None
    assert counted(store, member, COMMENT, day(1)) == 2
    assert store.disputes.open(member.workspace_id) == []
    (untold,) = store.disputes.untold(member.workspace_id)
    store.disputes.mark_told(untold)
    assert store.disputes.untold(member.workspace_id) == []


def test_what_is_declined_leaves_no_recording(store: Store, member: Member) -> None:
    assert decide(store, member, Claim(COMMENT, day(1), 2), accepted=False)

    assert store.recordings.latest(member.workspace_id) == 0


def test_too_much_is_taken_back_to_the_unit_and_does_not_come_in_again(
    store: Store, member: Member
) -> None:
    rows = [Activity(COMMENT, day(5), ref=1, quantity=4), Activity(COMMENT, day(5), ref=2)]
    record(store, member, rows, Source.LINKEDIN_EXPORT)

    assert decide(store, member, Claim(COMMENT, day(5), -3))

    assert counted(store, member, COMMENT, day(5)) == 2
    assert record(store, member, rows, Source.LINKEDIN_EXPORT).taken == 0
    assert decide(store, member, Claim(COMMENT, day(5), -2))
    assert counted(store, member, COMMENT, day(5)) == 0
    assert record(store, member, rows, Source.LINKEDIN_EXPORT).taken == 0


def test_what_was_undone_may_come_in_again(store: Store, member: Member) -> None:
    rows = [Activity(COMMENT, day(5), ref=1)]
    done = record(store, member, rows)
    store.recordings.retract(member.workspace_id, done.recording, recorded_by="U1", now=NOW)

    assert record(store, member, rows).taken == 1
