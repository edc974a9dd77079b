"""The weekly digest comes at the team's own hour, once, and hides what is nobody's business."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from bot.cli.stage import Stage
from bot.workspace import Message, words_of
from tests.engines import on_every_engine
from tests.walks.conftest import NORTH, MovableClock, Someone, set_up_team
from tests.walks.test_newcomer import comments

MONDAY_AT_NINE = datetime(2026, 7, 6, 9, 0, 10, tzinfo=UTC)


@pytest.fixture(autouse=True)
def team(ana: Someone, ben: Someone) -> None:
    """Ana is in Ben's team, whose digest is due on Mondays at nine; no member but her has data."""
    set_up_team(ben)
    ana.click(ana.seen()[-1], "join")
    ana.upload(comments(("2026-06-28", 5), ("2026-03-30", 10)), "export.zip")


def digests(stage: Stage) -> list[Message]:
    posted = stage.workspace.messages(NORTH, None)
    return [message for message in posted if message.metadata and not message.is_reply]


@on_every_engine
def test_the_digest_is_posted_once_at_the_teams_hour(stage: Stage, clock: MovableClock) -> None:
    stage.bot.ticker.tick()
    assert digests(stage) == []

    clock.now = MONDAY_AT_NINE
    for _ in range(3):
        stage.bot.ticker.tick()

    (digest,) = digests(stage)
    assert "North: 29 Jun – 5 Jul" in words_of(digest)


def test_a_small_team_shows_no_average(stage: Stage, clock: MovableClock) -> None:
    clock.now = MONDAY_AT_NINE
    stage.bot.ticker.tick()

    assert "The team's average is shown once 5 members have a score." in words_of(digests(stage)[0])


def test_everybody_sees_the_own_row_in_private(
    ana: Someone, ben: Someone, stage: Stage, clock: MovableClock
) -> None:
    clock.now = MONDAY_AT_NINE
    stage.bot.ticker.tick()

    row = ana.click(digests(stage)[0], "my_row")

    assert row.visible_to == ana.actor.user.id
    assert "number 1 of 1 in North" in words_of(row)


@on_every_engine
def test_the_nights_are_scored_and_can_be_verified(stage: Stage, clock: MovableClock) -> None:
    clock.now = MONDAY_AT_NINE
    stage.bot.ticker.tick()

    days = stage.store.snapshots.days(1)

    assert [str(day) for day in days] == [
        f"2026-{d}" for d in ("06-30", "07-01", "07-02", "07-03", "07-04", "07-05")
    ]


def test_a_digest_after_an_outage_says_that_it_is_late(stage: Stage, clock: MovableClock) -> None:
    clock.now = datetime(2026, 7, 8, 15, tzinfo=UTC)
    stage.bot.ticker.tick()

    assert "This was due on Mon 6 Jul; I'm sorry that it comes late." in words_of(digests(stage)[0])


def test_who_set_a_team_up_is_told_when_its_digest_cannot_be_posted(
    ben: Someone, stage: Stage, clock: MovableClock
) -> None:
    channel = stage.workspace.channels[NORTH]
    without_bot = tuple(each for each in channel.members if each != stage.workspace.bot.user_id)
    stage.workspace.keep_channel(replace(channel, members=without_bot))
    clock.now = MONDAY_AT_NINE

    stage.bot.ticker.tick()

    told = stage.workspace.messages(ben.actor.direct.id, ben.actor.user.id)[-1]
    assert "/invite @OpenSSI" in words_of(told)
