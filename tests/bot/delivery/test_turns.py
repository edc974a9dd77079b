"""No workspace is posted to faster than Slack takes, and none waits long for another."""

from collections import Counter, defaultdict

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.delivery import turns
from bot.delivery.turns import fairly
from bot.storage.database import Database
from bot.storage.deliveries import Deliveries, DeliveryState
from bot.storage.tables import Delivery, Workspace
from bot.storage.times import to_epoch
from tests.bot.delivery.fake_slack import HISTORY, POST, FakeSlack, Fault
from tests.bot.delivery.replica import replica
from tests.bot.delivery.scene import MONDAY_9, VirtualClock, states


def delivery(workspace_id: int, number: int) -> Delivery:
    return Delivery(
        workspace_id=workspace_id,
        kind="digest",
        period="2026-W47",
        channel_id=f"C{workspace_id}{number:03}",
        due_at=to_epoch(MONDAY_9),
        state=DeliveryState.READY,
        not_before=to_epoch(MONDAY_9),
    )


def owe(database: Database, workspace_id: int, number: int) -> None:
    """Owe a workspace so many digests, each in a channel of its own."""
    with database.write() as session:
        if session.get(Workspace, workspace_id) is None:
            session.add(
                Workspace(
                    slack_id=f"T{workspace_id}", name="More", zone="UTC", salt=b"", created_at=0
                )
            )
    for each in range(number):
        Deliveries(database).owe(delivery(workspace_id, each))


@given(st.lists(st.tuples(st.integers(1, 4), st.floats(0.1, 9)), max_size=30))
def test_each_workspace_has_as_much_time_as_any_other(owed: list[tuple[int, float]]) -> None:
    """At every moment the times of those that still wait differ by no more than one turn."""
    takes = {(who, n): seconds for n, (who, seconds) in enumerate(owed)}
    left = Counter(who for who, _ in takes)
    used: defaultdict[int, float] = defaultdict(float)
    moments = [0.0]
    given_out = []
    for each in fairly([delivery(*key) for key in takes], lambda: moments[-1]):
        who, number = each.workspace_id, int(each.channel_id[2:])
        assert used[who] == min(used[other] for other in left if left[other])
        used[who] += takes[who, number]
        left[who] -= 1
        moments.append(moments[-1] + takes[who, number])
        given_out.append((who, number))

    assert sorted(given_out) == sorted(takes)
    for who in left:
        assert [key for key in given_out if key[0] == who] == [
            key for key in takes if key[0] == who
        ]


def test_a_workspace_gets_so_many_a_minute_from_all_processes_together(
    database: Database, slack: FakeSlack, clock: VirtualClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(turns, "MOST_A_MINUTE", 4)
    owe(database, 1, 10)
    one, other = replica(database, slack, clock), replica(database, slack, clock)

    sent = []
    for _ in range(6):
        one.dispatch(clock())
        other.dispatch(clock())
        sent.append(slack.calls.count(POST))
        clock.advance(seconds=31)

    assert sent == [4, 4, 8, 8, 10, 10]


def test_a_limit_pauses_all_of_its_workspace_at_every_process_and_no_other(
    database: Database, slack: FakeSlack, clock: VirtualClock
) -> None:
    owe(database, 1, 3)
    owe(database, 2, 3)
    slack.retry_after = 45
    slack.plans[POST].append(Fault.LIMITED)

    one, other = replica(database, slack, clock), replica(database, slack, clock)
    one.dispatch(clock())
    other.dispatch(clock())
    assert Counter(states(database).values()) == {"ready": 3, "sent": 3}
    assert slack.calls.count(POST) == 4

    clock.advance(seconds=47)
    other.dispatch(clock())
    assert Counter(states(database).values()) == {"sent": 6}


def test_a_limit_of_looking_does_not_stop_posting(
    database: Database, slack: FakeSlack, clock: VirtualClock
) -> None:
    owe(database, 1, 2)
    slack.plans[POST].extend([Fault.BROKEN_AFTER, Fault.BROKEN_AFTER])
    slack.plans[HISTORY].append(Fault.LIMITED)
    dispatcher = replica(database, slack, clock)
    dispatcher.dispatch(clock())
    clock.advance(seconds=90)
    owe(database, 1, 3)

    dispatcher.dispatch(clock())

    assert slack.calls.count(HISTORY) == 1
    assert Counter(states(database).values()) == {"verify": 2, "sent": 1}
