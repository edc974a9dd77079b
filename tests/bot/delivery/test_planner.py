"""What is owed is written down once a week, whatever happened meanwhile."""

from datetime import UTC, datetime, timedelta

from sqlmodel import select

from bot.delivery.planner import plan_digests
from bot.storage.database import Database
from bot.storage.deliveries import Deliveries
from bot.storage.tables import Team
from bot.storage.times import from_epoch, to_epoch
from tests.bot.delivery.scene import MONDAY_9, add_team, owed

WEEK = timedelta(weeks=1)


def periods(database: Database) -> list[str]:
    with database.read() as session:
        return [delivery.period for delivery in owed(session)]


def next_due(database: Database) -> datetime:
    with database.read() as session:
        return from_epoch(session.exec(select(Team)).one().next_digest_at)


def test_a_digest_is_owed_from_its_hour_on(database: Database, deliveries: Deliveries) -> None:
    channel = add_team(database, 1)

    plan_digests(deliveries, 1, MONDAY_9 - timedelta(seconds=1))
    assert periods(database) == []

    plan_digests(deliveries, 1, MONDAY_9)
    with database.read() as session:
        (delivery,) = owed(session)
    assert (delivery.kind, delivery.period, delivery.channel_id) == ("digest", "2026-W47", channel)
    assert from_epoch(delivery.due_at) == MONDAY_9
    assert next_due(database) == MONDAY_9 + WEEK


def test_planning_again_owes_nothing_more(database: Database, deliveries: Deliveries) -> None:
    add_team(database, 1)
    team = deliveries.due_teams(1, MONDAY_9)[0]

    for _ in range(3):
        plan_digests(deliveries, 1, MONDAY_9)

    assert periods(database) == ["2026-W47"]
    assert not deliveries.plan(team, [], MONDAY_9), "who read the team before that is too late"


def test_after_an_outage_every_week_is_owed_in_order(
    database: Database, deliveries: Deliveries
) -> None:
    add_team(database, 1)

    plan_digests(deliveries, 1, MONDAY_9 + 2 * WEEK + timedelta(days=3))

    assert periods(database) == ["2026-W47", "2026-W48", "2026-W49"]
    assert next_due(database) == MONDAY_9 + 3 * WEEK


def test_the_hour_stays_on_the_wall_when_the_clocks_change(
    database: Database, deliveries: Deliveries
) -> None:
    summer = datetime(2026, 10, 19, 7, 0, tzinfo=UTC)
    add_team(database, 1, zone="Europe/Berlin", due=summer)

    plan_digests(deliveries, 1, summer)

    assert next_due(database) == summer + WEEK + timedelta(hours=1)


def test_a_day_moved_within_the_week_owes_no_second_digest(
    database: Database, deliveries: Deliveries
) -> None:
    add_team(database, 1)
    plan_digests(deliveries, 1, MONDAY_9)
    thursday = MONDAY_9 + timedelta(days=3)
    with database.write() as session:
        team = session.exec(select(Team)).one()
        team.digest_weekday, team.next_digest_at = 3, to_epoch(thursday)

    plan_digests(deliveries, 1, thursday)

    assert periods(database) == ["2026-W47"]
    assert next_due(database) == thursday + WEEK


def test_a_team_in_an_unknown_zone_does_not_hold_up_the_others(
    database: Database, deliveries: Deliveries
) -> None:
    add_team(database, 1, zone="Mars/Olympus", due=MONDAY_9 - timedelta(hours=1))
    add_team(database, 2)

    plan_digests(deliveries, 1, MONDAY_9)

    with database.read() as session:
        assert [delivery.channel_id for delivery in owed(session)] == ["C2"]
