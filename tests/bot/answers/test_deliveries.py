"""The admins' view tells what needs somebody, page by page, and never whose a direct message is."""

from datetime import timedelta

import pytest

from bot.answers.asker import Asker
from bot.answers.upkeep.deliveries import all_lines, overview, send_again, turn_page
from bot.answers.upkeep.health import health
from bot.messages.contexts.deliveries import DeliveryLine
from bot.storage.deliveries import DeliveryState
from bot.storage.tables import Delivery
from bot.storage.times import from_epoch, to_epoch
from tests.bot.answers.crew import NOW, Crew

ADMIN = Asker("UADMIN", "Ada", None, "UTC", is_admin=True)
AN_HOUR = timedelta(hours=1)


def owe(crew: Crew, number: int, state: DeliveryState, **more: int | str) -> Delivery:
    """Write down a direct message that was due an hour ago, and how far it has come."""
    given = {
        "workspace_id": crew.desk.workspace_id,
        "kind": "note",
        "period": "2026-W27",
        "channel_id": f"D{number:03}",
        "due_at": to_epoch(NOW - AN_HOUR),
        "not_before": to_epoch(NOW - AN_HOUR),
        "state": state,
    }
    delivery = Delivery.model_validate(given | more)
    crew.store.deliveries.owe(delivery)
    return delivery


@pytest.mark.parametrize(
    ("rows", "pages", "on_the_last"),
    [(0, 1, 0), (1, 1, 1), (5, 1, 5), (6, 2, 1), (100, 20, 5), (101, 21, 1)],
)
def test_pages_hold_five_lines_and_no_line_twice(
    crew: Crew, rows: int, pages: int, on_the_last: int
) -> None:
    for number in range(rows):
        owe(crew, number, DeliveryState.FAILED, problem="user_disabled")

    shown = [turn_page(crew.desk, ADMIN, str(page)) for page in range(1, pages + 1)]

    assert (shown[0].found, shown[0].pages) == (rows, pages)
    assert len(shown[-1].lines) == on_the_last
    assert len({line.again for page in shown for line in page.lines if line.again}) == rows
    assert turn_page(crew.desk, ADMIN, "999").page == pages


def test_what_ended_badly_comes_first_then_what_is_in_doubt_then_what_is_late(crew: Crew) -> None:
    lease, ago = to_epoch(NOW - AN_HOUR), to_epoch(NOW - 2 * AN_HOUR)
    owe(crew, 1, DeliveryState.READY)
    owe(crew, 2, DeliveryState.SENDING, lease_until=lease, begun_at=ago)
    owe(crew, 3, DeliveryState.VERIFY, lease_until=to_epoch(NOW + AN_HOUR), begun_at=ago)
    owe(crew, 4, DeliveryState.FAILED, problem="user_disabled")
    owe(crew, 5, DeliveryState.UNKNOWN, problem="unverified:missing_scope")
    owe(crew, 6, DeliveryState.SENDING, lease_until=to_epoch(NOW + AN_HOUR))
    owe(crew, 7, DeliveryState.READY, not_before=to_epoch(NOW))
    owe(crew, 8, DeliveryState.FAILED, due_at=to_epoch(NOW - timedelta(days=8)))
    owe(crew, 9, DeliveryState.SENT)

    lines = all_lines(crew.desk)

    assert [line.state for line in lines] == ["failed", "unknown", "in_doubt", "in_doubt", "late"]
    assert [line.since and (NOW - line.since) // AN_HOUR for line in lines] == [
        None, None, 2, 2, 1,
    ]  # fmt: skip
    assert overview(crew.desk, "UTC").counts["failed"] == 1
    assert health(crew.desk).failed == 2


def test_of_a_direct_message_it_is_not_told_whose_it_is(crew: Crew) -> None:
    ana = crew.join("ana")
    owe(crew, 1, DeliveryState.FAILED, member_id=ana.member_id)
    channel = crew.team.channel_id
    owe(crew, 2, DeliveryState.FAILED, channel_id=channel, team_id=crew.team.team_id)

    places = {(line.team, line.channel_id) for line in all_lines(crew.desk)}

    assert places == {(None, None), (crew.team.name, channel)}


def test_sent_again_it_waits_for_its_turn_with_what_was_known_of_it_gone(crew: Crew) -> None:
    delivery = owe(crew, 1, DeliveryState.UNKNOWN, problem="unverified:missing_scope", attempt=2)
    (line,) = all_lines(crew.desk)

    assert send_again(crew.desk, ADMIN, button(line)).pressed == "again"

    (waiting,) = crew.store.deliveries.waiting(NOW)
    assert (waiting.channel_id, waiting.state, waiting.problem) == ("D001", "ready", None)
    assert from_epoch(waiting.due_at) == from_epoch(delivery.due_at)


def test_a_button_of_an_earlier_failure_does_nothing(crew: Crew) -> None:
    owe(crew, 1, DeliveryState.FAILED, attempt=1)
    (line,) = all_lines(crew.desk)
    send_again(crew.desk, ADMIN, button(line))
    (again,) = crew.store.deliveries.waiting(NOW)
    crew.store.deliveries.advance(again, state=DeliveryState.FAILED, attempt=2)

    assert send_again(crew.desk, ADMIN, button(line)).pressed == "already"
    assert crew.store.deliveries.waiting(NOW) == []


def button(line: DeliveryLine) -> str:
    assert line.again
    return line.again
