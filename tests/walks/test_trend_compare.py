"""How a score went and how it compares, asked over HTTP; nobody learns what is not theirs."""

import pytest

from bot.cli.stage import Stage
from bot.workspace import Message, words_of
from tests.walks.conftest import ANA, NORTH, Someone, set_up_team
from tests.walks.test_newcomer import comments

GOOD_SCORE = "LinkedIn calls those at 70 and over leaders"


@pytest.fixture
def team(ana: Someone, ben: Someone, cleo: Someone) -> None:
    """Ben manages North; Ana has 10 comments in it, and Cleo 5."""
    set_up_team(ben)
    joined = ana.seen()[-1]
    for someone, count in ((ana, 10), (cleo, 5)):
        someone.click(joined, "join")
        someone.upload(comments(("2026-06-20", count)), "export.zip")


def chart(answer: Message) -> list[tuple[object, object]]:
    (block,) = (block for block in answer.blocks if block["type"] == "data_visualization")
    assert isinstance(block["chart"], dict)
    (series,) = block["chart"]["series"]
    return [(point["label"], point["value"]) for point in series["data"]]


def test_a_score_is_told_by_weeks_with_its_chart(ana: Someone) -> None:
    ana.upload(comments(("2026-04-02", 10), ("2026-06-28", 5)), "export.zip")

    answer = ana.command_answer("/ssi trend")

    said = words_of(answer)
    assert answer.visible_to == ANA
    assert "*You're at 3.2, up 1 since Tue 7 Apr (2.2).*" in said
    assert "High 3.2 on Sun 28 Jun, low 2 on Thu 30 Apr." in said
    assert "Tue 23 Jun *2.0* 0.0\nTue 30 Jun *3.2* +1.2" in said
    assert chart(answer)[-2:] == [("23 Jun", 2.0), ("30 Jun", 3.2)]
    assert len(chart(answer)) == 13
    assert "by what is known now" in said


def test_a_question_names_the_pillar_and_the_days(ana: Someone) -> None:
    ana.upload(comments(("2026-06-20", 10), ("2026-06-28", 5)), "export.zip")

    said = ana.ask("show me the history of my insights since 26 june")

    assert "*You're at 3 of 25 in Insights, up 1 since Fri 26 Jun (2).*" in said
    assert "Sat 27 Jun *2.0* 0.0\nSun 28 Jun *3.0* +1.0" in said


def test_its_why_is_about_the_same_days(ana: Someone) -> None:
    ana.upload(comments(("2026-04-02", 10), ("2026-06-28", 5)), "export.zip")
    answer = ana.command_answer("/ssi trend since 1 june")
    assert "*You're at 3.2, up 1.2 since Mon 1 Jun (2).*" in words_of(answer)

    why = words_of(ana.click(answer, "why"))

    assert "up 1.2 since Mon 1 Jun (2)" in why


@pytest.mark.usefixtures("team")
def test_the_past_of_another_is_for_the_manager_alone(ben: Someone, cleo: Someone) -> None:
    assert "is at 2.2" in ben.command("/ssi trend @ana")
    refused = cleo.command("/ssi trend @ana")
    assert "2.2" not in refused
    assert "is for Ana Ruiz and the managers of their team" in refused


@pytest.mark.usefixtures("team")
def test_a_small_team_has_no_average_and_the_upper_half_a_place(
    ana: Someone, cleo: Someone
) -> None:
    said = ana.command("/ssi compare")
    assert "*You're at 2.2 of 100.*" in said
    assert "You're 1st of 2 on the team's board." in said
    assert "2 of North have a score so far; from 5 on there is an average" in said
    assert GOOD_SCORE in said

    lower = cleo.ask("how do I compare to my team?")
    assert "You're in the lower half of the team's board, which is never shown." in lower
    assert "2.2" not in lower


@pytest.mark.usefixtures("team")
def test_a_colleague_is_refused_kindly_and_the_own_standing_told(cleo: Someone) -> None:
    said = cleo.command("/ssi compare @ana")

    assert "Ana Ruiz's score is for Ana Ruiz and the managers of their team." in said
    assert "Here is how you stand:" in said
    assert "*You're at 1.2 of 100.*" in said
    assert "2.2" not in said


@pytest.mark.usefixtures("team")
def test_a_manager_compares_with_a_member(ana: Someone, ben: Someone) -> None:
    assert "<@U0ANA0001> is at 2.2 of 100" in ben.command("/ssi compare @ana")

    ben.upload(comments(("2026-06-20", 20)), "export.zip")
    answer = ben.command_answer("/ssi compare @ana", NORTH)

    assert "*You're at 4.2 of 100, 2 above <@U0ANA0001> (2.2).*" in words_of(answer)
    (table,) = (block for block in answer.blocks if block["type"] == "table")
    assert len(table["rows"]) == 6
    assert "4.2" not in "".join(words_of(message) for message in ana.seen())


@pytest.mark.usefixtures("team")
def test_a_button_leads_from_one_to_the_other(ana: Someone) -> None:
    compared = ana.click(ana.command_answer("/ssi trend"), "compare")
    assert "You're 1st of 2" in words_of(compared)

    assert "*You're at 2.2, " in words_of(ana.click(compared, "trend"))


def test_linkedins_groups_and_a_past_month(ana: Someone) -> None:
    ana.upload(comments(("2026-05-20", 10)), "export.zip")
    pasted = (
        '{"groupScore":[{"groupType":"INDUSTRY","score":{"overall":33.1},"rank":9}],'
        '"memberScore":{"overall":53}}'
    )
    ana.command(f"/ssi linkedin {pasted}")

    said = ana.command("/ssi compare last month")

    assert "• Tue 30 Jun: you 53, industry 33 on average (top 9 %)" in said
    assert "On Sun 31 May it was 2.2: −0.2 since." in said
    assert "You're in no team, so there is no average to compare with." in said


def test_what_a_good_score_is_is_told_to_who_has_none(ana: Someone, stage: Stage) -> None:
    said = ana.ask("what is a good score?")

    assert GOOD_SCORE in said
    assert "`/ssi help` tells how to begin." in said
    assert stage.store.members.by_slack_id(1, ANA) is None
