"""The last question of a thread is found again, replaced, and forgotten in time or on demand."""

from datetime import UTC, datetime, timedelta

import pytest

from bot.storage import Store
from bot.storage.tables import Member, ThreadQuestion, Workspace
from bot.storage.times import to_epoch

NOW = datetime(2026, 11, 18, 12, tzinfo=UTC)


def remember(store: Store, who: str, thread: str, about: str = "me", ago: int = 0) -> None:
    store.threads.remember(
        ThreadQuestion(
            workspace_id=1,
            channel_id="D1",
            slack_id=who,
            thread_ts=thread,
            intent="score",
            subject=about,
            pillar=None,
            first=None,
            last=None,
            signal=None,
            asked_at=to_epoch(NOW - timedelta(days=ago)),
        )
    )


@pytest.mark.usefixtures("workspace")
def test_the_last_question_of_each_thread_and_person_is_kept(store: Store) -> None:
    remember(store, "U1", "1.0", "me")
    remember(store, "U1", "1.0", "U9")
    remember(store, "U2", "1.0", "team")

    kept = store.threads.question(1, "D1", "U1", "1.0")

    assert kept is not None
    assert kept.subject == "U9"
    assert store.threads.count(1, "U1") == 1


@pytest.mark.usefixtures("workspace")
def test_what_is_old_is_forgotten(store: Store) -> None:
    remember(store, "U1", "1.0", ago=8)
    remember(store, "U1", "2.0", ago=6)

    store.threads.forget_before(1, NOW - timedelta(days=7))

    found = store.threads.latest(1, "D1", "U1", NOW - timedelta(days=30), NOW)
    assert found is not None
    assert (store.threads.count(1, "U1"), found.thread_ts) == (1, "2.0")


def test_who_is_forgotten_is_in_nobody_s_questions(
    store: Store, workspace: Workspace, member: Member
) -> None:
    for who, about in (("U1", "me"), ("U2", "U1"), ("U2", "me")):
        remember(store, who, f"{who} {about}", about)

    store.personal.forget(workspace.workspace_id, member.member_id)

    assert (store.threads.count(1, "U1"), store.threads.count(1, "U2")) == (0, 1)
