"""An admin sees how messages fare, sends a failed one again, and chooses what is done in doubt."""

import json
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from bot.cli.stage import Stage
from bot.messages import actions
from bot.storage.deliveries import DeliveryState
from bot.workspace import Message, words_of
from tests.walks.conftest import BEN, NORTH, MovableClock, Someone, has_button, set_up_team
from tests.walks.test_digest import digests
from tests.walks.test_home import home_of
from tests.walks.test_home_admin import make_admin

MONDAY_AT_NINE = datetime(2026, 7, 6, 9, 0, 10, tzinfo=UTC)
AGAIN = f"{actions.SEND_AGAIN}_1"


@pytest.fixture(autouse=True)
def team(ben: Someone, stage: Stage) -> None:
    """Ben is an admin whose team's digest is due on Mondays at nine."""
    make_admin(stage, BEN)
    set_up_team(ben)


def let_the_bot_into(stage: Stage, *, into: bool) -> None:
    channel, bot = stage.workspace.channels[NORTH], stage.workspace.bot.user_id
    members = (*(each for each in channel.members if each != bot), *([bot] if into else []))
    stage.workspace.keep_channel(replace(channel, members=members))


def fail(stage: Stage, clock: MovableClock) -> None:
    """Let the digest be due while the bot is not in its channel."""
    let_the_bot_into(stage, into=False)
    clock.now = MONDAY_AT_NINE
    stage.bot.ticker.tick()


def test_a_failed_digest_is_sent_again_once(
    ben: Someone, stage: Stage, clock: MovableClock
) -> None:
    fail(stage, clock)

    view = ben.command_answer("/ssi deliveries")
    said = words_of(view)
    assert "1 failed" in said
    assert "*Digest* for North in" in said
    assert "I'm not in" in said
    assert "and press Send again" in said.replace("*", "")

    let_the_bot_into(stage, into=True)
    assert "It goes out within a minute" in words_of(ben.click(view, AGAIN))
    assert "under way already" in words_of(ben.click(view, AGAIN))
    for _ in range(2):
        stage.bot.ticker.tick()
        clock.now += timedelta(seconds=30)
    assert "under way already" in words_of(ben.click(view, AGAIN))
    stage.bot.ticker.tick()

    assert len(digests(stage)) == 1
    said = ben.command("/ssi deliveries")
    assert "Nothing needs you" in said
    assert "0 failed" in said


def test_what_is_too_late_by_now_is_not_sent_again(
    ben: Someone, stage: Stage, clock: MovableClock
) -> None:
    fail(stage, clock)
    view = ben.command_answer("/ssi deliveries")
    clock.now += timedelta(days=6, minutes=1)

    assert "too late by now" in words_of(ben.click(view, AGAIN))
    assert not has_button(ben.command_answer("/ssi deliveries"), AGAIN)


def test_only_admins_see_it_and_act(
    ana: Someone, ben: Someone, stage: Stage, clock: MovableClock
) -> None:
    assert "Only admins of this workspace" in ana.command("/ssi deliveries")
    fail(stage, clock)
    view = ben.command_answer("/ssi deliveries")
    make_admin(stage, BEN, admin=False)

    assert "Only admins of this workspace" in words_of(ben.click(view, AGAIN))
    assert stage.store.deliveries.waiting(clock.now) == []


def test_it_tells_when_the_next_digests_are_due_by_the_teams_clock(ben: Someone) -> None:
    assert "North: Mon 6 Jul, 09:00 (UTC)" in ben.command("/ssi deliveries")


def test_an_admin_chooses_what_is_done_in_doubt_and_how_late_a_digest_may_be(
    ben: Someone, stage: Stage
) -> None:
    view = ben.command_answer("/ssi deliveries")

    choose(ben, view, actions.WHEN_IN_DOUBT, "again")
    shown = choose(ben, view, actions.LATE_DAYS, "2")

    workspace = stage.store.workspaces.get(1)
    assert (workspace.posts_in_doubt, workspace.late_days) == (True, 2)
    assert '"2 days"' in json.dumps([block.get("accessory") for block in shown.blocks])


def choose(who: Someone, view: Message, action_id: str, value: str) -> Message:
    return who.answer(lambda: who.actor.click(view, action_id, value))


def test_a_digest_later_than_was_chosen_is_skipped(
    ben: Someone, stage: Stage, clock: MovableClock
) -> None:
    choose(ben, ben.command_answer("/ssi deliveries"), actions.LATE_DAYS, "2")

    clock.now = MONDAY_AT_NINE + timedelta(days=2, hours=1)
    stage.bot.ticker.tick()

    assert digests(stage) == []
    (digest,) = stage.store.deliveries.owed(1, "digest", "2026-W28")
    assert (digest.state, digest.problem) == (DeliveryState.SKIPPED, "too_late")


def test_home_leads_there(ben: Someone, stage: Stage) -> None:
    home = home_of(ben)

    ben.actor.click(home, actions.DELIVERIES)
    stage.server.wait_for(lambda: "Nothing needs you" in opened(stage), timeout=10)


def opened(stage: Stage) -> str:
    stack = stage.workspace.views.stack(BEN)
    return words_of(stack[-1]) if stack else ""
