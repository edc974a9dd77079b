"""What people say of answers is counted once a person and message, and forgotten in time."""

from datetime import date, timedelta

import pytest

from bot.storage import Store
from bot.storage.feedback import Votes
from bot.storage.tables import Feedback, Member, Workspace
from bot.storage.times import to_day

TODAY = date(2026, 11, 18)


def say(
    store: Store, who: str, ts: str, *, good: bool, ago: int = 0, intent: str = "score"
) -> None:
    store.feedback.give(
        Feedback(
            workspace_id=1,
            channel_id="D1",
            ts=ts,
            slack_id=who,
            day=to_day(TODAY - timedelta(days=ago)),
            intent=intent,
            named_days=False,
            good=good,
        )
    )


@pytest.mark.usefixtures("workspace")
def test_the_last_word_on_an_answer_counts_and_everybody_has_one(store: Store) -> None:
    say(store, "U1", "1.0", good=True)
    say(store, "U1", "1.0", good=False)
    say(store, "U2", "1.0", good=False)
    say(store, "U1", "2.0", good=True, intent="trend")
    say(store, "U1", "3.0", good=True, ago=9)

    assert store.feedback.since(1, TODAY - timedelta(days=8)) == [
        Votes("score", named_days=False, good=False, count=2),
        Votes("trend", named_days=False, good=True, count=1),
    ]
    assert store.feedback.count(1, "U1") == 3


@pytest.mark.usefixtures("workspace")
def test_what_is_old_is_forgotten(store: Store) -> None:
    say(store, "U1", "1.0", good=True, ago=28)
    say(store, "U1", "2.0", good=True, ago=27)

    store.feedback.forget_before(1, TODAY - timedelta(days=27))

    assert store.feedback.count(1, "U1") == 1


def test_who_is_forgotten_has_said_nothing(
    store: Store, workspace: Workspace, member: Member
) -> None:
    say(store, str(member.slack_id), "1.0", good=True)
    say(store, "U2", "1.0", good=True)

    store.personal.forget(workspace.workspace_id, member.member_id)

    assert store.feedback.count(1, str(member.slack_id)) == 0
    assert store.feedback.count(1, "U2") == 1
