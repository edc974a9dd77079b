"""Installations: one for each workspace, and each install that is begun is finished once."""

from datetime import timedelta

from bot.storage import Store
from bot.storage.tables import Installation, Workspace
from tests.bot.conftest import NOW

SOON = NOW + timedelta(minutes=10)


def installation(workspace_id: int, sealed_token: str) -> Installation:
    return Installation(
        workspace_id=workspace_id,
        sealed_token=sealed_token,
        bot_user_id="UBOT",
        bot_id="BBOT",
        installed_at=0,
    )


def sealed_token(store: Store, workspace_id: int) -> str | None:
    found = store.installations.get(workspace_id)
    return found.sealed_token if found else None


def test_each_workspace_has_the_last_that_was_saved(store: Store, workspace: Workspace) -> None:
    other = store.workspaces.ensure("T2", "Other", "UTC", NOW).workspace_id
    for number, token in ((1, "first"), (other, "another"), (1, "second")):
        store.installations.save(installation(number, token))

    assert (sealed_token(store, 1), sealed_token(store, other)) == ("second", "another")


def test_one_that_was_replaced_meanwhile_is_neither_sealed_anew_nor_forgotten(
    store: Store, workspace: Workspace
) -> None:
    seen, now = installation(1, "seen"), installation(1, "now")
    store.installations.save(now)

    store.installations.reseal(seen, "seen anew")
    assert not store.installations.forget(seen)
    assert sealed_token(store, 1) == "now"

    store.installations.reseal(now, "now anew")
    assert sealed_token(store, 1) == "now anew"
    assert store.installations.forget(installation(1, "now anew"))
    assert sealed_token(store, 1) is None


def test_an_install_that_was_begun_is_finished_once_and_in_time(store: Store) -> None:
    store.installations.begin("late", NOW, SOON)
    store.installations.begin("first", NOW, SOON + timedelta(minutes=1))

    assert not store.installations.finish("unknown", NOW)
    assert not store.installations.finish("late", SOON)
    assert [store.installations.finish("first", SOON) for _ in range(2)] == [True, False]

    store.installations.begin("another", SOON, SOON)
    assert not store.installations.finish("late", NOW)
