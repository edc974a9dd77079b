"""What an admin sets holds everywhere at once, and nobody else can set it."""

from dataclasses import replace

import pytest

from bot.answers.asker import Asker
from bot.answers.teams.board import digest
from bot.answers.teams.report import team_report
from bot.answers.upkeep.health import health
from bot.answers.upkeep.settings import CHOICES, set_smallest_team, settings
from bot.errors import BadInput, NotAllowed
from tests.bot.answers.crew import TODAY, Crew, days_ago

ADMIN = Asker("UADMIN", "Ada", None, "UTC", is_admin=True)


@pytest.fixture
def three(crew: Crew) -> Crew:
    """A team of three, each with the same comments, and so with the same score."""
    for name in ("ana", "ben", "cleo"):
        crew.comments(crew.join(name), 5, days_ago(1))
    return crew


def anew(crew: Crew) -> Crew:
    """Look at what is stored now."""
    workspace = crew.store.workspaces.get(crew.desk.workspace_id)
    return Crew(replace(crew.desk, workspace=workspace), crew.team)


def averages_of(crew: Crew) -> tuple[int | None, int | None]:
    report = team_report(crew.desk, crew.team, TODAY)
    return report.average, digest(crew.desk, crew.team, TODAY).average


def test_averages_are_shown_from_the_size_that_an_admin_chose(three: Crew) -> None:
    assert averages_of(three) == (None, None)

    set_smallest_team(three.desk, ADMIN, "3")
    shown = averages_of(anew(three))
    assert shown[0] is not None
    assert shown[0] == shown[1]

    set_smallest_team(three.desk, ADMIN, "4")
    assert averages_of(anew(three)) == (None, None)


@pytest.mark.parametrize("number", ["2", "0", "-1", "101", "", "²", "five"])
def test_what_would_tell_on_single_people_is_refused(crew: Crew, number: str) -> None:
    with pytest.raises(BadInput, match=r"such as|the least|the most"):
        set_smallest_team(crew.desk, ADMIN, number)
    assert settings(anew(crew).desk).smallest_team == 5


def test_a_number_that_is_not_offered_is_offered_once_it_is_set(crew: Crew) -> None:
    set_smallest_team(crew.desk, ADMIN, "7")

    assert 7 in settings(anew(crew).desk).sizes


@pytest.mark.parametrize("choice", sorted(CHOICES))
def test_only_an_admin_chooses_for_everybody(crew: Crew, choice: str) -> None:
    with pytest.raises(NotAllowed):
        CHOICES[choice](crew.desk, replace(ADMIN, is_admin=False), "8")


def test_a_night_that_is_missing_is_told_once_the_morning_has_come(crew: Crew) -> None:
    crew.store.workspaces.mark_scored(crew.desk.workspace_id, days_ago(2))
    assert health(anew(crew).desk).night_missing

    crew.store.workspaces.mark_scored(crew.desk.workspace_id, days_ago(1))
    assert not health(anew(crew).desk).night_missing
    assert health(anew(crew).desk).is_well
