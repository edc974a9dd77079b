"""A workspace's own rulebooks hold from their day on; drafts hold nobody."""

from datetime import UTC, date, datetime
from importlib.resources import files

import pytest

from bot.answers.rules.rulebooks import before, parsed, rulebooks_of, upcoming
from bot.storage import Store
from bot.storage.tables import Workspace
from scoring.rulebook import Rulebook, in_force, shipped

NOW = datetime(2026, 6, 30, 12, tzinfo=UTC)
JANUARY = files("scoring").joinpath("rulebooks", "2026-01.toml").read_text("utf-8")


def text(version: str, effective: str) -> str:
    return JANUARY.replace('"2026-01"', f'"{version}"').replace("2026-01-01", effective)


def draft(store: Store, workspace: Workspace, version: str, effective: str) -> None:
    written = text(version, effective)
    store.rulebooks.add(workspace.workspace_id, parsed(written), written, uploaded_by="U1", now=NOW)


def publish(store: Store, workspace: Workspace, version: str, effective: str) -> None:
    draft(store, workspace, version, effective)
    (found,) = store.rulebooks.drafts(workspace.workspace_id)
    assert store.rulebooks.publish(found, NOW)


def versions(rulebooks: tuple[Rulebook, ...]) -> list[str]:
    return [rulebook.version for rulebook in rulebooks]


def test_without_own_rulebooks_the_shipped_ones_hold(store: Store, workspace: Workspace) -> None:
    draft(store, workspace, "acme-1", "2026-08-01")

    assert rulebooks_of(store, workspace.workspace_id) == shipped()


def test_own_rulebooks_win_from_their_first_day_on(store: Store, workspace: Workspace) -> None:
    publish(store, workspace, "acme-2", "2026-12-01")
    publish(store, workspace, "acme-1", "2026-08-01")

    rulebooks = rulebooks_of(store, workspace.workspace_id)

    assert versions(rulebooks) == ["2026-01", "acme-1", "acme-2"]
    held = {day: in_force(rulebooks, date.fromisoformat(day)).version for day in (
        "2025-01-01", "2026-07-31", "2026-08-01", "2026-11-30", "2026-12-01",
    )}  # fmt: skip
    assert held == {
        "2025-01-01": "2026-01",
        "2026-07-31": "2026-01",
        "2026-08-01": "acme-1",
        "2026-11-30": "acme-1",
        "2026-12-01": "acme-2",
    }


def test_another_workspace_keeps_its_rules(store: Store, workspace: Workspace) -> None:
    publish(store, workspace, "acme-1", "2026-08-01")
    other = store.workspaces.ensure("T2", "Other", "UTC", NOW)

    assert rulebooks_of(store, other.workspace_id) == shipped()


def test_every_rulebook_but_the_first_follows_another() -> None:
    january, november = shipped()

    assert before(shipped(), november) == january
    assert before(shipped(), january) is None


@pytest.mark.parametrize(
    ("today", "coming"),
    [("2025-12-31", ["2026-01", "2026-11"]), ("2026-11-10", ["2026-11"]), ("2026-11-11", [])],
)
def test_a_rulebook_is_coming_until_its_day(today: str, coming: list[str]) -> None:
    assert versions(upcoming(shipped(), date.fromisoformat(today))) == coming


def test_a_later_draft_takes_the_place_of_an_earlier_one(
    store: Store, workspace: Workspace
) -> None:
    draft(store, workspace, "acme-1", "2026-08-01")
    (previewed,) = store.rulebooks.drafts(workspace.workspace_id)
    draft(store, workspace, "acme-1", "2026-09-01")

    assert not store.rulebooks.publish(previewed, NOW)
    (current,) = store.rulebooks.drafts(workspace.workspace_id)
    assert store.rulebooks.publish(current, NOW)
    assert [row.text for row in store.rulebooks.all(1)] == [text("acme-1", "2026-09-01")]


def test_what_is_published_cannot_be_replaced_or_discarded(
    store: Store, workspace: Workspace
) -> None:
    publish(store, workspace, "acme-1", "2026-08-01")
    (published,) = store.rulebooks.all(workspace.workspace_id)

    draft(store, workspace, "acme-1", "2026-09-01")
    store.rulebooks.discard(published)

    assert store.rulebooks.all(workspace.workspace_id) == [published]
    assert store.rulebooks.drafts(workspace.workspace_id) == []
    assert published.published_at == int(NOW.timestamp())
