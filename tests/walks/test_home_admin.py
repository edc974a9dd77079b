"""App Home for admins: first steps that tick themselves, choices for everybody, and health."""

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.cli.stage import Stage
from bot.workspace import words_of
from tests.walks.conftest import BEN, NORTH, NOW, MovableClock, Someone, set_up_team
from tests.walks.test_home import EXPORT, home_of, turn


def make_admin(stage: Stage, slack_id: str, *, admin: bool = True) -> None:
    stage.workspace.users[slack_id] = replace(stage.workspace.users[slack_id], is_admin=admin)


def test_an_admins_first_steps_tick_themselves_and_end_with_a_digest(
    ana: Someone, ben: Someone, stage: Stage
) -> None:
    make_admin(stage, BEN)
    assert words_of(home_of(ben)).count(":white_circle:") == 4

    set_up_team(ben)
    ana.click(ana.seen()[-1], "join")
    ana.upload(EXPORT, "export.zip")
    home = home_of(ben)
    assert words_of(home).count(":white_check_mark:") == 3

    before = len(stage.workspace.messages(NORTH, None))
    home = turn(ben, home, "preview")
    shown = ben.actor.messages()[-1]
    assert "A preview for you alone." in words_of(shown)
    assert "North: 23–29 Jun" in words_of(shown)
    assert [block for block in shown.blocks if block["type"] == "actions"] == []
    assert len(stage.workspace.messages(NORTH, None)) == before

    assert "First steps" not in words_of(home)
    home = turn(ben, home, "home_turn_steps")
    assert words_of(home).count(":white_check_mark:") == 4
    assert "First steps" not in words_of(turn(ben, home, "home_turn_steps"))


def test_an_admin_chooses_for_everybody_on_home(ana: Someone, ben: Someone, stage: Stage) -> None:
    make_admin(stage, BEN)
    ana.upload(EXPORT, "export.zip")
    home = home_of(ben)

    home = turn(ben, home, "smallest_team", "8")
    assert stage.store.workspaces.get(1).smallest_team == 8
    home = turn(ben, home, "games_for_all", "off")
    assert "Active 1 week" not in ana.command("/ssi me")

    stage.store.workspaces.mark_plain(1, NOW)
    home = turn(ben, home_of(ben), "newest_again")
    assert "This workspace refused them" not in words_of(home)


def test_who_is_no_admin_any_more_chooses_nothing(ben: Someone, stage: Stage) -> None:
    make_admin(stage, BEN)
    home = home_of(ben)
    make_admin(stage, BEN, admin=False)

    refusal = ben.answer(lambda: ben.actor.click(home, "smallest_team", "8"))

    assert "Only admins of this workspace" in words_of(refusal)
    assert stage.store.workspaces.get(1).smallest_team == 5


@pytest.mark.parametrize(
    ("number", "said"),
    [
        ("2", "3 is the least: in a team of two"),
        ("101", "100 is the most"),
        ("few", "a number of members"),
        ("8", "8 scored members or more"),
    ],
)
def test_the_smallest_team_can_be_typed(ben: Someone, stage: Stage, number: str, said: str) -> None:
    make_admin(stage, BEN)

    assert said in ben.command(f"/ssi setup smallest {number}")


def test_health_tells_what_does_not_go_out(ben: Someone, stage: Stage, clock: MovableClock) -> None:
    make_admin(stage, BEN)
    assert "All is well" in words_of(home_of(ben))

    stage.store.workspaces.mark_scored(1, clock.now.date() - timedelta(days=1))
    clock.now += timedelta(days=3)
    said = words_of(home_of(ben))

    assert "Worth a look" in said
    assert "Nights are scored through" in said
