"""What has done its work is deleted once a night; what is still owed, and history, stay."""

from datetime import datetime, timedelta

import pytest

from bot.delivery.retention import Retention
from bot.storage import Store
from bot.storage.deliveries import DeliveryState
from bot.storage.tables import Delivery, Workspace
from bot.storage.times import to_epoch
from tests.bot.conftest import NOW

OLD, YOUNG = NOW - timedelta(days=401), NOW - timedelta(days=399)


def owe(store: Store, workspace: Workspace, period: str, due: datetime, state: str) -> None:
    store.deliveries.owe(
        Delivery(
            workspace_id=workspace.workspace_id,
            kind="digest",
            period=period,
            channel_id="C1",
            due_at=to_epoch(due),
            not_before=to_epoch(due),
            state=state,
        )
    )


def periods(store: Store, workspace: Workspace) -> set[str]:
    return {
        period
        for period in ("sent", "failed", "skipped", "ready", "verify", "young")
        if store.deliveries.owed(workspace.workspace_id, "digest", period)
    }


def test_deliveries_that_ended_long_ago_are_deleted(store: Store, workspace: Workspace) -> None:
    for state in ("sent", "failed", "skipped", "ready", "verify"):
        owe(store, workspace, state, OLD, state)
    owe(store, workspace, "young", YOUNG, DeliveryState.SENT)

    Retention(store).forget(NOW)

    assert periods(store, workspace) == {"ready", "verify", "young"}


def test_requests_are_noted_for_eight_days(store: Store, workspace: Workspace) -> None:
    seen = store.workspaces.first_sight
    seen(workspace.workspace_id, "old", NOW - timedelta(days=8, seconds=1))
    seen(workspace.workspace_id, "young", NOW - timedelta(days=7))

    Retention(store).forget(NOW)

    assert seen(workspace.workspace_id, "old", NOW)
    assert not seen(workspace.workspace_id, "young", NOW)


@pytest.mark.parametrize(("hours", "looked"), [(10, False), (15, True)])
def test_it_looks_once_a_night(
    store: Store,
    workspace: Workspace,
    hours: int,
    looked: bool,  # noqa: FBT001 - a case
) -> None:
    retention = Retention(store)
    retention.forget(NOW)  # noon in London, 13:00 in Berlin, whose night comes at 3:00
    owe(store, workspace, "sent", OLD, DeliveryState.SENT)

    retention.forget(NOW + timedelta(hours=hours))

    assert (periods(store, workspace) == set()) is looked
