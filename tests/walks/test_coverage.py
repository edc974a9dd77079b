"""What is undone is a loss of nobody's, and what is newly shown no gain: told over HTTP."""

from datetime import UTC, datetime

import pytest

from bot.cli.stage import Stage
from bot.workspace import words_of
from tests.walks.conftest import NORTH, MovableClock, Someone, set_up_team
from tests.walks.test_newcomer import comments, zipped

WEDNESDAY = datetime(2026, 7, 8, 12, tzinfo=UTC)
MONDAY_AT_NINE = datetime(2026, 7, 13, 9, 0, 10, tzinfo=UTC)
LINES = ("Notes:", "", "First Name,Last Name,URL,Email Address,Company,Position,Connected On")
CONNECTIONS = zipped(
    {
        "Connections.csv": "\n".join(
            (*LINES, *(f"F{n},L{n},https://x/in/p{n},,Acme,Clerk,2{n} Jun 2026" for n in range(5)))
        ).encode()
    }
)
LOSSES = ("down", "fell ", "left the", "−2.", "Back to", "nothing you can do")
GONE = "No longer shown: comments, as the import Comments of 30 Jun was undone."


def blamed(said: str) -> list[str]:
    """Find the words by which an answer would count or explain a loss."""
    return [loss for loss in LOSSES if loss in said]


def digest_of(stage: Stage, title: str) -> str:
    """Find the digest with a title; empty while there is none."""
    posted = [words_of(m) for m in stage.workspace.messages(NORTH, None) if m.metadata]
    return next((said for said in posted if title in said), "")


@pytest.fixture
def team(ana: Someone, ben: Someone) -> None:
    """Ana is in Ben's team, and her connections are known."""
    set_up_team(ben)
    ana.click(ana.seen()[-1], "join")
    ana.upload(CONNECTIONS, "export.zip")


@pytest.fixture
def undone(team: None, ana: Someone, stage: Stage, clock: MovableClock) -> None:
    """Her comments, worth 2.1, were told for eight days; then their import was undone."""
    ana.upload(comments(("2026-06-28", 10)), "export.zip")
    clock.now = WEDNESDAY
    stage.bot.ticker.tick()
    stored = ana.command_answer("/ssi data")
    assert "export.zip: 10 entries taken back." in words_of(ana.click(stored, "undo_import_1"))


@pytest.mark.usefixtures("undone")
@pytest.mark.parametrize("question", ["why since 3 july", "me", "details since 3 july"])
def test_what_is_undone_is_named_and_counted_on_neither_day(ana: Someone, question: str) -> None:
    said = ana.command(f"/ssi {question}")

    assert GONE in said
    assert blamed(said) == []


@pytest.mark.usefixtures("undone")
def test_what_was_told_of_it_is_corrected(ana: Someone) -> None:
    said = ana.command("/ssi why since 3 july")

    assert "You're at 0.8, unchanged since Thu 2 Jul. No part of the score moved." in said.replace(
        "*", ""
    )
    assert "You were told 2.9 on Thu 2 Jul; without what was taken back it was 0.8." in said


@pytest.mark.usefixtures("undone")
@pytest.mark.parametrize("question", ["trend", "compare last week", "board", "next"])
def test_no_other_answer_counts_it_as_a_loss(ana: Someone, question: str) -> None:
    said = ana.command(f"/ssi {question}", NORTH)

    assert "0.8" in said
    assert blamed(said) == []


@pytest.mark.usefixtures("undone")
def test_neither_the_manager_nor_the_channel_reads_of_a_loss(
    ben: Someone, stage: Stage, clock: MovableClock
) -> None:
    report = ben.command("/ssi team", NORTH)
    clock.now = MONDAY_AT_NINE
    stage.bot.ticker.tick()
    digest = stage.server.wait_for(lambda: digest_of(stage, "North: 6–12 Jul"), timeout=10)

    for said in (report, digest):
        assert "0.8" in said
        assert blamed(said.replace("Nobody fell far", "")) == []


@pytest.mark.usefixtures("team")
def test_what_an_export_newly_shows_is_no_gain_of_the_week(
    ana: Someone, stage: Stage, clock: MovableClock
) -> None:
    clock.now = WEDNESDAY
    stage.bot.ticker.tick()
    ana.upload(comments(("2026-05-20", 20), ("2026-07-07", 5)), "export.zip")

    said = ana.command("/ssi why since 3 july")

    assert "Newly shown: comments, by the import Comments of 8 Jul. Both days count them." in said
    assert "You're at 5.9, up 1.1 since Thu 2 Jul (4.8)." in said, "five comments are of this week"
    assert "You were told 0.8 on Thu 2 Jul; with the late import it was 4.8." in said
    assert "+1.1" in ana.command("/ssi me")
    assert "up 1.1 since" in ana.command("/ssi board", NORTH)


@pytest.mark.usefixtures("undone")
def test_what_is_brought_again_is_as_if_it_had_stayed(ana: Someone) -> None:
    ana.upload(comments(("2026-06-28", 10)), "export.zip")

    said = ana.command("/ssi why since 3 july")

    assert "You're at 2.9, unchanged since Thu 2 Jul." in said
    assert "No longer shown" not in said
    assert "Newly shown" not in said
