"""Each day is scored once, when it has ended where the workspace is."""

from collections import Counter
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, date, datetime, timedelta

import pytest
from sqlmodel import select, update

from bot.activity import Activity, Source
from bot.clock import fixed_clock
from bot.delivery.nightly import score_nights
from bot.storage import Database, Store
from bot.storage.nights import LEASE, Night
from bot.storage.recordings import Batch
from bot.storage.tables import Snapshot, Workspace
from bot.storage.times import from_day, to_day
from scoring.model import Kind, Scorecard
from scoring.rulebook import in_force, shipped
from scoring.score import score
from tests.engines import Databases

BERLIN = "Europe/Berlin"
CREATED = datetime(2026, 3, 2, 12, 0, tzinfo=UTC)
FIRST_NIGHT = datetime(2026, 3, 3, 1, 0, tzinfo=UTC)  # two o'clock in Berlin


@pytest.fixture
def store(databases: Databases) -> Iterator[Store]:
    database = Database(databases.new())
    store = Store(database)
    store.workspaces.ensure("T1", "Acme", BERLIN, CREATED)
    store.members.ensure(1, slack_id="U1", name="Ana", email=None, zone=BERLIN, now=CREATED)
    store.members.ensure(1, slack_id="U2", name="Ben", email=None, zone=BERLIN, now=CREATED)
    comment(store, CREATED.date(), ref=1)
    yield store
    database.close()


def comment(store: Store, day: date, ref: int) -> None:
    """Let the first member, Ana, have made a comment."""
    batch = Batch(
        source=Source.MANUAL_LOG,
        title="A comment",
        recorded_by="U1",
        as_of=day,
        activities=[Activity(Kind.COMMENT_MADE, day, ref)],
        covers=frozenset({Kind.COMMENT_MADE}),
    )
    store.recordings.record(1, 1, batch, CREATED)


def snapshots(store: Store) -> list[Snapshot]:
    with store.database.read() as session:
        return list(session.exec(select(Snapshot).order_by(Snapshot.day)))


def days(store: Store) -> list[date]:
    return [from_day(row.day) for row in snapshots(store)]


def test_a_day_is_scored_at_two_in_the_night_after_it(store: Store) -> None:
    score_nights(store, fixed_clock(FIRST_NIGHT - timedelta(seconds=1)))
    assert days(store) == []

    score_nights(store, fixed_clock(FIRST_NIGHT))
    (row,) = snapshots(store)
    assert (from_day(row.day), row.known_at, row.rulebook) == (date(2026, 3, 2), 1, "2026-01")
    assert 0 < row.insights <= row.points


def test_who_has_no_source_gets_no_snapshot(store: Store) -> None:
    score_nights(store, fixed_clock(FIRST_NIGHT))

    assert [row.member_id for row in snapshots(store)] == [1]


def test_running_again_changes_nothing(store: Store) -> None:
    score_nights(store, fixed_clock(FIRST_NIGHT))
    before = [row.model_dump() for row in snapshots(store)]
    comment(store, date(2026, 3, 1), ref=2)

    with store.database.write() as session:  # as if the first run had been cut short
        session.connection().exec_driver_sql("UPDATE workspace SET scored_through = NULL")
    score_nights(store, fixed_clock(FIRST_NIGHT + timedelta(hours=3)))

    assert [row.model_dump() for row in snapshots(store)] == before


def test_missed_nights_are_made_up_for_day_by_day(store: Store) -> None:
    score_nights(store, fixed_clock(FIRST_NIGHT))
    score_nights(store, fixed_clock(FIRST_NIGHT + timedelta(days=4)))

    assert days(store) == [date(2026, 3, day) for day in range(2, 7)]


def test_the_rules_of_each_day_hold_for_it(store: Store) -> None:
    changed_on = in_force(shipped(), date(2026, 12, 1)).effective
    with store.database.write() as session:
        before_it = to_day(changed_on) - 2
        session.exec(update(Workspace).values(scored_through=before_it))

    score_nights(store, fixed_clock(datetime(2026, 12, 1, 12, tzinfo=UTC)))

    by_day = {from_day(row.day): row.rulebook for row in snapshots(store)}
    assert by_day[changed_on - timedelta(days=1)] == "2026-01"
    assert by_day[changed_on] == "2026-11"


def test_of_two_processes_one_scores_a_night_and_the_other_leaves_it_alone(store: Store) -> None:
    night = store.nights.claim(1, CREATED.date(), FIRST_NIGHT)
    assert night

    score_nights(store, fixed_clock(FIRST_NIGHT + LEASE - timedelta(seconds=1)))

    assert days(store) == []
    assert store.nights.keep(night, [], known_at=1)
    assert store.nights.claim(1, CREATED.date(), FIRST_NIGHT + LEASE) is None


def test_two_processes_share_the_nights_and_do_each_once(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    scored = Counter[tuple[int, date]]()
    keep = store.nights.keep

    def count(night: Night, cards: Sequence[tuple[int, Scorecard]], known_at: int) -> bool:
        scored[night.workspace_id, night.day] += 1
        return keep(night, cards, known_at)

    for number in range(2, 5):
        store.workspaces.ensure(f"T{number}", "Acme", BERLIN, CREATED)
    other = Store(Database(store.database.url.render_as_string(hide_password=False)))
    for each in (store, other):
        monkeypatch.setattr(each.nights, "keep", count)
    clock = fixed_clock(FIRST_NIGHT + timedelta(days=2))
    with ThreadPoolExecutor() as pool:
        list(pool.map(lambda each: score_nights(each, clock), (store, other)))
    for each in (store, other):  # who found a night taken comes again with the next tick
        score_nights(each, clock)
    other.database.close()

    nights = [CREATED.date() + timedelta(days=number) for number in range(3)]
    assert scored == {(number, night): 1 for number in range(1, 5) for night in nights}


def test_a_night_whose_process_died_is_taken_over_and_who_comes_late_stores_nothing(
    store: Store,
) -> None:
    frozen = store.nights.claim(1, CREATED.date(), FIRST_NIGHT)
    assert frozen
    comment(store, CREATED.date(), ref=2)

    score_nights(store, fixed_clock(FIRST_NIGHT + LEASE))
    before = [row.model_dump() for row in snapshots(store)]
    late = score(shipped()[0], {}, date(2026, 3, 2), frozenset(Kind))

    assert not store.nights.keep(frozen, [(1, late), (2, late)], known_at=1)
    assert [row.model_dump() for row in snapshots(store)] == before
    assert [row["known_at"] for row in before] == [2]


def test_a_workspace_that_fails_does_not_hold_up_the_others(store: Store) -> None:
    store.workspaces.ensure("T0", "Far", "Mars/Olympus", CREATED)
    with store.database.write() as session:
        session.connection().exec_driver_sql("UPDATE workspace SET zone = 'Mars/Olympus'")
    store.workspaces.ensure("T2", "Near", "UTC", CREATED)

    score_nights(store, fixed_clock(FIRST_NIGHT + timedelta(days=1)))

    assert [row.scored_through is None for row in store.workspaces.all()] == [True, True, False]
