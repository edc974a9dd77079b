"""New rules are told once, in the morning of whoever is told, and before they take effect."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from importlib.resources import files

import pytest

from bot.activity import Activity, Source
from bot.answers.rules.rulebooks import parsed
from bot.delivery.direct import MEMBERS_A_TICK
from bot.delivery.rule_notices import plan_rule_notices
from bot.storage import Database, Store
from bot.storage.recordings import Batch
from bot.storage.teams import TeamPlan
from scoring.model import Kind
from tests.engines import Databases

JANUARY = files("scoring").joinpath("rulebooks", "2026-01.toml").read_text("utf-8")
NOON = datetime(2026, 6, 30, 12, tzinfo=UTC)
TOKYO, BERLIN = "Asia/Tokyo", "Europe/Berlin"


@pytest.fixture
def store(databases: Databases) -> Iterator[Store]:
    database = Database(databases.new())
    store = Store(database)
    store.workspaces.ensure("T1", "Acme", "UTC", NOON)
    yield store
    database.close()


def member(store: Store, slack_id: str, zone: str = "UTC", *, has_data: bool = True) -> int:
    made = store.members.ensure(
        1, slack_id=slack_id, name=slack_id, email=None, zone=zone, now=NOON
    )
    if has_data:
        batch = Batch(
            source=Source.MANUAL_LOG,
            title="A comment",
            recorded_by=slack_id,
            as_of=NOON.date(),
            activities=[Activity(Kind.COMMENT_MADE, NOON.date(), made.member_id)],
            covers=frozenset({Kind.COMMENT_MADE}),
        )
        store.recordings.record(1, made.member_id, batch, NOON)
    return made.member_id


def team(store: Store, channel_id: str, zone: str) -> None:
    plan = TeamPlan(
        channel_id=channel_id, name=channel_id, managers=("U9",), weekday=0, minute=540,
        zone=zone, set_up_by="U9",
    )  # fmt: skip
    store.teams.set_up(1, plan, NOON)


def publish(store: Store, effective: str = "2026-07-10") -> None:
    text = JANUARY.replace('"2026-01"', '"acme-1"').replace("2026-01-01", effective)
    store.rulebooks.add(1, parsed(text), text, uploaded_by="U9", now=NOON)
    (draft,) = store.rulebooks.drafts(1)
    store.rulebooks.publish(draft, NOON)


def open_dm(slack_id: str) -> str:
    return f"D{slack_id}"


def owed(store: Store, version: str = "acme-1") -> list[str]:
    kinds = ("rules", "rules_me")
    return [row.channel_id for kind in kinds for row in store.deliveries.owed(1, kind, version)]


def test_nothing_is_owed_without_new_rules(store: Store) -> None:
    member(store, "U1")
    team(store, "C1", "UTC")

    plan_rule_notices(store, 1, NOON, open_dm)

    assert owed(store) == owed(store, "2026-11") == []


def test_each_is_told_in_the_own_morning(store: Store) -> None:
    member(store, "U1", TOKYO)
    member(store, "U2", BERLIN)
    team(store, "C1", TOKYO)
    team(store, "C2", BERLIN)
    publish(store)

    plan_rule_notices(store, 1, datetime(2026, 7, 1, 0, tzinfo=UTC), open_dm)  # nine in Tokyo
    assert owed(store) == ["C1", "DU1"]

    plan_rule_notices(store, 1, datetime(2026, 7, 1, 6, 59, tzinfo=UTC), open_dm)
    assert owed(store) == ["C1", "DU1"]

    plan_rule_notices(store, 1, datetime(2026, 7, 1, 7, tzinfo=UTC), open_dm)  # nine in Berlin
    assert owed(store) == ["C1", "C2", "DU1", "DU2"]


def test_nobody_is_told_twice_or_asked_for_a_dm_again(store: Store) -> None:
    member(store, "U1")
    publish(store)
    opened: list[str] = []

    def count(slack_id: str) -> str:
        opened.append(slack_id)
        return f"D{slack_id}"

    for hours in range(30):
        plan_rule_notices(store, 1, NOON + timedelta(hours=hours), count)

    assert opened == ["U1"]


def test_nobody_is_told_where_the_day_has_come(store: Store) -> None:
    member(store, "U1", TOKYO)
    publish(store, "2026-07-02")

    plan_rule_notices(store, 1, datetime(2026, 7, 2, 0, tzinfo=UTC), open_dm)

    assert owed(store) == []


def test_who_has_no_score_is_not_told(store: Store) -> None:
    member(store, "U1", has_data=False)
    publish(store)

    plan_rule_notices(store, 1, NOON, open_dm)

    assert owed(store) == []


def test_a_dm_that_cannot_be_opened_stops_no_other(store: Store) -> None:
    for slack_id in ("U1", "U2"):
        member(store, slack_id)
    publish(store)

    def open_some(slack_id: str) -> str:
        if slack_id == "U1":
            raise ValueError(slack_id)
        return f"D{slack_id}"

    plan_rule_notices(store, 1, NOON, open_some)

    assert owed(store) == ["DU2"]


def test_many_members_are_told_tick_by_tick(store: Store) -> None:
    for number in range(MEMBERS_A_TICK + 5):
        member(store, f"U{number}")
    publish(store)

    plan_rule_notices(store, 1, NOON, open_dm)
    assert len(owed(store)) == MEMBERS_A_TICK

    plan_rule_notices(store, 1, NOON, open_dm)
    assert len(set(owed(store))) == MEMBERS_A_TICK + 5


@pytest.mark.parametrize(("day", "told"), [(date(2026, 10, 13), 0), (date(2026, 10, 14), 1)])
def test_shipped_rules_are_told_in_the_last_four_weeks(store: Store, day: date, told: int) -> None:
    member(store, "U1")

    plan_rule_notices(store, 1, datetime(day.year, day.month, day.day, 12, tzinfo=UTC), open_dm)

    assert len(owed(store, "2026-11")) == told
