"""A file is imported once, rehearsed without a trace, and undone with all that it replaced."""

from datetime import UTC, datetime, timedelta

from sqlmodel import select

from bot.activity import Activity, Source
from bot.storage import Store
from bot.storage.imports import LEASE, PREVIEW_HOLDS, Brought
from bot.storage.quarantines import Strange
from bot.storage.recordings import Batch
from bot.storage.tables import Member, Recording
from bot.storage.tables.imports import ImportState
from scoring.model import Kind

NOW = datetime(2026, 11, 18, 12, tzinfo=UTC)
TODAY = NOW.date()
FILE = Brought("U1", "export.zip", ImportState.WAITING, "F1", "abc")
PLACE = ("D1", "1.1")
COMMENT = Kind.COMMENT_MADE


def comments(*refs: int, source: Source = Source.LINKEDIN_EXPORT, number: int | None = 1) -> Batch:
    return Batch(
        source=source,
        title="Comments",
        recorded_by="U1",
        as_of=TODAY,
        activities=[Activity(COMMENT, TODAY, ref) for ref in refs],
        covers=frozenset({COMMENT}),
        import_number=number,
    )


def test_of_all_who_press_one_imports_and_none_after_a_day(store: Store, member: Member) -> None:
    number, imports = member.workspace_id, store.imports
    made = imports.begin(number, FILE, NOW)
    late = NOW + PREVIEW_HOLDS

    assert imports.claim(number, made.number, PLACE, late) is None
    claimed = [imports.claim(number, made.number, PLACE, NOW) for _ in range(2)]
    assert [each is not None for each in claimed] == [True, False]
    assert not imports.cancel(number, made.number), "it is too late for that"

    assert imports.interrupted(number, NOW + LEASE - timedelta(seconds=1)) == []
    imports.renew(number, made.number, NOW + timedelta(seconds=30))
    assert imports.interrupted(number, NOW + LEASE) == []
    (stopped,) = imports.interrupted(number, NOW + 2 * LEASE)
    assert (stopped.channel_id, stopped.message_ts) == PLACE
    assert imports.interrupted(number, NOW + 2 * LEASE) == [], "it is told once"
    assert imports.claim(number, made.number, PLACE, NOW), "and may go on"


def test_what_is_rehearsed_is_seen_there_and_nowhere_else(store: Store, member: Member) -> None:
    key = member.workspace_id, member.member_id
    with store.rehearse() as rehearsal:
        assert rehearsal.recordings.record(*key, comments(1, 2), NOW).taken == 2
        assert rehearsal.activities.came_in(*key, 0) == {COMMENT: 2}
    assert store.activities.came_in(*key, 0) == {}
    assert store.recordings.latest(member.workspace_id) == 0
    assert store.recordings.record(*key, comments(1, 2), NOW).recording == 1


def test_undoing_takes_every_recording_and_brings_logs_back(store: Store, member: Member) -> None:
    key = member.workspace_id, member.member_id
    store.recordings.record(*key, comments(9, source=Source.MANUAL_LOG, number=None), NOW)
    made = store.imports.begin(member.workspace_id, FILE, NOW)
    store.recordings.record(*key, comments(1, 2, number=made.number), NOW)
    store.recordings.record(*key, comments(3, number=made.number), NOW)
    days = {COMMENT: (TODAY, TODAY)}
    store.logs.supersede(*key, days, recorded_by="U1", now=NOW, import_number=made.number)
    assert store.activities.extent(*key)[0] == 3
    (listed,) = store.personal.imports(*key, most=5)
    assert (listed.title, listed.entries, listed.number) == ("export.zip", 3, made.number)

    assert store.imports.undo(member.workspace_id, made.number, by="U1", now=NOW) == 3
    assert store.imports.undo(member.workspace_id, made.number, by="U1", now=NOW) is None

    (logged,) = store.personal.imports(*key, most=5)
    assert (logged.source, logged.entries, logged.number) == (Source.MANUAL_LOG, 1, None)
    with store.database.read() as session:
        query = select(Recording).where(Recording.workspace_id == member.workspace_id)
        assert len(session.exec(query).all()) == 7, "nothing is deleted"


def test_seats_and_columns_are_remembered_as_told_last(store: Store, member: Member) -> None:
    number = member.workspace_id
    store.matching.remember_seats(number, {"77": member.member_id})
    store.matching.remember_seats(number, {"77": member.member_id, "78": member.member_id})
    assert store.matching.seats(number) == {"77": member.member_id, "78": member.member_id}

    for columns in ("{}", '{"a": "b"}'):
        store.matching.remember_columns(
            number, "f00", format_="csv", columns=columns, by="U1", now=NOW
        )
    assert [each.columns for each in store.matching.columns(number)] == ['{"a": "b"}']


def test_files_built_alike_are_kept_and_told_once(store: Store, member: Member) -> None:
    number, kept = member.workspace_id, store.quarantines
    for sender in ("U1", "U2"):
        kept.keep(number, Strange("Comments", "m1", "{}", None, sender), NOW)
    (found,) = kept.untold(number)
    assert found.times == 2
    kept.mark_told(found)
    assert kept.untold(number) == []
    assert kept.count(number, NOW) == 1
    kept.note_admin(number, "UBOSS", is_admin=True)
    assert kept.admins(number) == ["UBOSS"]
    kept.note_admin(number, "UBOSS", is_admin=False)
    assert kept.admins(number) == []
    kept.forget_old(number, NOW + timedelta(seconds=1))
    assert kept.last(number, 5) == []
