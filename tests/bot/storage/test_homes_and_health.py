"""Who has looked at App Home lately, and what tells whether messages go out."""

from datetime import UTC, date, datetime, timedelta

from bot.activity import Source
from bot.storage import Store
from bot.storage.deliveries import DeliveryState
from bot.storage.recordings import Batch
from bot.storage.tables import Delivery, Member, Workspace
from bot.storage.times import to_epoch
from scoring.model import Kind

NOW = datetime(2026, 11, 18, 12, tzinfo=UTC)
WEEK = timedelta(days=7)
NIGHT = date(2026, 11, 17)


def owed(workspace: Workspace, number: int, state: DeliveryState, at: datetime = NOW) -> Delivery:
    return Delivery(
        workspace_id=workspace.workspace_id,
        kind="digest",
        period=str(number),
        channel_id="C1",
        due_at=to_epoch(at),
        state=state,
        not_before=to_epoch(at),
    )


def test_a_home_is_stale_after_a_night_for_who_looked_lately(
    store: Store, workspace: Workspace, member: Member
) -> None:
    number = workspace.workspace_id
    assert store.homes.stale(number, NIGHT, NOW - WEEK, 20) == []

    store.homes.mark_opened(number, "U1", NOW)
    assert [each.slack_id for each in store.homes.stale(number, NIGHT, NOW - WEEK, 20)] == ["U1"]
    assert store.homes.stale(number, NIGHT, NOW + WEEK, 20) == []

    store.homes.mark_drawn(number, "U1", NIGHT)
    assert store.homes.stale(number, NIGHT, NOW - WEEK, 20) == []
    next_night = NIGHT + timedelta(days=1)
    assert len(store.homes.stale(number, next_night, NOW - WEEK, 20)) == 1


def test_so_many_homes_are_stale_at_a_time(store: Store, workspace: Workspace) -> None:
    number = workspace.workspace_id
    for n in range(5):
        store.members.ensure(number, slack_id=f"U{n}", name="A", email=None, zone="UTC", now=NOW)
        store.homes.mark_opened(number, f"U{n}", NOW)

    stale = store.homes.stale(number, NIGHT, NOW - WEEK, 3)

    assert [each.slack_id for each in stale] == ["U0", "U1", "U2"]


def test_deliveries_are_counted_by_how_far_they_came(store: Store, workspace: Workspace) -> None:
    number, ready = workspace.workspace_id, DeliveryState.READY
    states = (ready, ready, DeliveryState.VERIFY, DeliveryState.FAILED)
    for n, state in enumerate(states):
        store.deliveries.owe(owed(workspace, n, state))
    store.deliveries.owe(owed(workspace, 9, DeliveryState.FAILED, NOW - timedelta(days=8)))

    counts = store.health.deliveries(number, NOW - WEEK)

    assert counts == {"ready": 2, "verify": 1, "failed": 1}
    assert store.health.overdue(number, NOW) is None
    assert store.health.overdue(number, NOW + timedelta(minutes=10)) == NOW


def test_imports_and_whose_data_is_shown_are_counted(
    store: Store, workspace: Workspace, member: Member
) -> None:
    number = workspace.workspace_id
    assert store.health.recordings(number) == (0, None)
    assert store.health.shown(number) == 0

    kinds = frozenset({Kind.COMMENT_MADE, Kind.POST_PUBLISHED})
    batch = Batch(Source.LINKEDIN_EXPORT, "export", "U1", NIGHT, covers=kinds)
    store.recordings.record(number, member.member_id, batch, NOW)

    assert store.health.recordings(number) == (1, NOW)
    assert store.health.shown(number) == 1


def test_an_admins_choices_are_kept(store: Store, workspace: Workspace) -> None:
    number = workspace.workspace_id
    store.workspaces.mark_plain(number, NOW)
    store.workspaces.set_smallest_team(number, 8)
    store.workspaces.mark_previewed(number, NOW)
    store.workspaces.try_newest_again(number)

    kept = store.workspaces.get(number)

    assert (kept.smallest_team, kept.previewed_at) == (8, to_epoch(NOW))
    assert kept.plain_since is None
