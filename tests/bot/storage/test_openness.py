"""What members open to managers, and who looked, comes back as it was stored."""

from datetime import UTC, datetime, timedelta

from bot.storage import Store
from bot.storage.looks import Glance, Looked
from bot.storage.tables import Member

NOW = datetime(2026, 11, 18, 12, tzinfo=UTC)
DAY = timedelta(days=1)


def test_a_consent_is_asked_for_once_answered_and_over(store: Store, member: Member) -> None:
    key, consents = (member.workspace_id, member.member_id), store.consents
    assert consents.ask(*key, "UBOSS", NOW)
    assert not consents.ask(*key, "UBOSS", NOW + DAY)
    (asked,) = consents.unasked(key[0])
    consents.mark_asked(asked)
    assert consents.unasked(key[0]) == []
    assert consents.in_force(*key, NOW) == []

    consents.answer(*key, "UBOSS", until=NOW + 30 * DAY)

    assert [each.slack_id for each in consents.in_force(*key, NOW + DAY)] == ["UBOSS"]
    assert consents.in_force(*key, NOW + 30 * DAY) == []
    assert not consents.ask(*key, "UBOSS", NOW + 29 * DAY), "it is given"
    consents.answer(*key, "UBOSS", until=None)
    assert consents.in_force(*key, NOW + DAY) == []
    assert consents.ask(*key, "UBOSS", NOW + 29 * DAY)
    assert len(consents.unasked(key[0])) == consents.count(*key) == 1


def test_looks_come_back_the_latest_first_and_of_some_one_a_day(
    store: Store, member: Member
) -> None:
    key, midnight = (member.workspace_id, member.member_id), NOW - timedelta(hours=12)

    def look(what: Looked, at: datetime, since: datetime | None = None) -> None:
        store.looks.note(key[0], [key[1]], Glance("UBOSS", what, at), since)

    for minute in range(3):
        at = NOW + timedelta(minutes=minute)
        look(Looked.REPORT, at, since=midnight)
        look(Looked.SCORE, at)
        look(Looked.SCORE, at)
    look(Looked.REPORT, NOW + DAY, since=midnight + DAY)

    assert store.looks.count(*key) == 5
    assert [each.what for each in store.looks.last(*key, 3)] == ["report", "score", "score"]
