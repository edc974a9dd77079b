"""Consent opens what is behind a score to one manager, until it ends, and to nobody else."""

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.answers.asker import Asker
from bot.answers.teams.consent import allow, ask, is_open, refuse, wanted
from bot.errors import NotAllowed, NotFound
from bot.messages.presses import Press
from bot.storage.tables import Member
from tests.bot.answers.crew import NOW, TODAY, Crew

BOSS = Asker("UBOSS", "Boss", None, "UTC", is_admin=False)
ANA = Asker("UANA", "ana", None, "UTC", is_admin=False)
OTHER = replace(BOSS, slack_id="UOTHER", is_admin=True)
ABOUT_ANA = Press("UANA").encode()


@pytest.fixture
def ana(crew: Crew) -> Member:
    return crew.join("ana")


def test_it_holds_for_thirty_days_and_for_who_asked_alone(crew: Crew, ana: Member) -> None:
    ask(crew.desk, BOSS, ABOUT_ANA)
    assert not is_open(crew.desk, "UBOSS", ana), "a question is no answer"

    allow(crew.desk, ANA, "UBOSS")

    assert is_open(crew.desk, "UBOSS", ana)
    assert not is_open(crew.desk, "UOTHER", ana)
    assert is_open(crew.at(NOW + timedelta(days=29)).desk, "UBOSS", ana)
    assert not is_open(crew.at(NOW + timedelta(days=30)).desk, "UBOSS", ana)


def test_nobody_consents_to_what_was_not_asked_or_for_somebody_else(
    crew: Crew, ana: Member
) -> None:
    cleo = replace(ANA, slack_id=str(crew.join("cleo").slack_id))
    with pytest.raises(NotFound):
        allow(crew.desk, ANA, "UBOSS")
    ask(crew.desk, BOSS, ABOUT_ANA)
    for someone in (cleo, BOSS, OTHER):
        with pytest.raises(NotFound):
            allow(crew.desk, someone, "UBOSS")

    assert not is_open(crew.desk, "UBOSS", ana)


@pytest.mark.usefixtures("ana")
def test_only_a_manager_asks_be_they_an_admin_or_not(crew: Crew) -> None:
    with pytest.raises(NotAllowed):
        ask(crew.desk, OTHER, ABOUT_ANA)


def test_a_no_and_a_change_of_mind_close_it(crew: Crew, ana: Member) -> None:
    ask(crew.desk, BOSS, ABOUT_ANA)
    refuse(crew.desk, ANA, "UBOSS")
    assert not is_open(crew.desk, "UBOSS", ana)
    allow(crew.desk, ANA, "UBOSS")
    assert is_open(crew.desk, "UBOSS", ana)
    refuse(crew.desk, ANA, "UBOSS")
    assert not is_open(crew.desk, "UBOSS", ana)


@pytest.mark.usefixtures("ana")
def test_the_same_manager_asks_once_a_week(crew: Crew) -> None:
    assert not ask(crew.desk, BOSS, ABOUT_ANA).again
    refuse(crew.desk, ANA, "UBOSS")

    assert ask(crew.at(NOW + timedelta(days=6)).desk, BOSS, ABOUT_ANA).again
    assert not ask(crew.at(NOW + timedelta(days=8)).desk, BOSS, ABOUT_ANA).again
    assert len(crew.store.consents.unasked(crew.desk.workspace_id)) == 1


def test_a_question_that_is_answered_or_idle_is_not_put(crew: Crew, ana: Member) -> None:
    ask(crew.desk, BOSS, ABOUT_ANA)
    assert wanted(crew.desk, ana, "UBOSS")

    crew.store.teams.leave(crew.desk.workspace_id, crew.team.team_id, ana.member_id, TODAY)
    assert wanted(crew.desk, ana, "UBOSS") is None, "the manager has nothing to do with her now"

    crew.store.teams.join(crew.desk.workspace_id, crew.team.team_id, ana.member_id, TODAY)
    refuse(crew.desk, ANA, "UBOSS")
    assert wanted(crew.desk, ana, "UBOSS") is None
