"""What LinkedIn shows is typed, pasted, filled in or sent, and stands beside our score."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.cli.stage import Stage
from bot.workspace import Message, words_of
from scoring.model import Pillar
from scoring.reported import Figures, ReportedReading, Whose
from tests.processes import ssi
from tests.walks.conftest import ANA, NORTH, NOW, MovableClock, Someone
from tests.walks.test_newcomer import comments

DATA = Path(__file__).parents[1] / "data" / "linkedin_ssi"
FOUR = dict(zip(Pillar, (2100, 640, 1025, 1500), strict=True))
MONDAY_AT_NINE = datetime(2026, 7, 6, 9, 0, 10, tzinfo=UTC)
TODAY = NOW.date()


def history(stage: Stage) -> list[ReportedReading]:
    member = stage.store.members.by_slack_id(1, ANA)
    assert member
    return stage.store.reported.history(1, member.member_id, TODAY.replace(month=1), TODAY)


def table(answer: Message) -> list[list[str]]:
    """Read the side-by-side: rows of cells."""
    (found,) = (block for block in answer.blocks if block["type"] == "table")
    return [[cell["text"] for cell in row] for row in found["rows"]]


def test_who_has_entered_nothing_reads_how_to(ana: Someone, stage: Stage) -> None:
    said = ana.command("/ssi linkedin")

    assert "You have not told me yet what LinkedIn shows you." in said
    assert "/ssi linkedin 21 6.4 10.25 15" in said
    assert "Enter my numbers" in said
    assert stage.store.members.by_slack_id(1, ANA) is None, "a look makes nobody a member"


def test_typed_numbers_stand_beside_ours_with_the_gap(ana: Someone, stage: Stage) -> None:
    ana.upload(comments(("2026-06-28", 5)), "export.zip")

    answer = ana.command_answer("/ssi linkedin 21,0 6.4 10.25 15")

    assert answer.visible_to == ANA
    assert "LinkedIn showed you 53 on Tue 30 Jun; by our rules you were at 1.2." in words_of(answer)
    assert table(answer) == [
        ["Pillar", "Ours", "LinkedIn's", "Gap"],
        ["Brand", "–", "21", "–"],
        ["Find people", "0.2", "6.4", "+6.2"],
        ["Insights", "1.0", "10.25", "+9.25"],
        ["Relationships", "–", "15", "–"],
        ["Total", "1.2", "53", "+51.8"],
    ]
    assert history(stage) == [ReportedReading(TODAY, {Whose.OWN: Figures(pillars=FOUR)})]


def test_it_is_told_without_a_score_of_ours(ana: Someone) -> None:
    said = ana.command("/ssi linkedin total 53 industry 9")

    assert "nothing of yours is known here yet" in said
    assert "Industry: top 9 %" in said
    assert "0.0" not in said


@pytest.mark.parametrize("way", ["command", "message"])
def test_pasted_json_comes_in_by_command_and_by_message(
    ana: Someone, stage: Stage, way: str
) -> None:
    text = (DATA / "pasted.json").read_text("utf-8")

    said = ana.command(f"/ssi linkedin {text}") if way == "command" else ana.ask(text)

    assert "LinkedIn showed you 20 on Tue 30 Jun" in said
    assert "Industry: top 75 %, network: top 81 %" in said
    (reading,) = history(stage)
    assert reading.of(Whose.NETWORK) == Figures(overall=3272, rank=81)


def test_the_modal_takes_what_is_filled_in_and_answers_in_the_dm(
    ana: Someone, stage: Stage
) -> None:
    offer = ana.command_answer("/ssi linkedin", NORTH)
    assert ana.actor.click(offer, "linkedin_enter").ok
    view = ana.actor.modal()
    assert view
    filled = {name: {name: text} for name, text in (("brand", "21"), ("industry", "top 9 %"))}

    answer = ana.answer(lambda: ana.actor.submit(view, filled))

    assert ana.actor.modal() is None
    assert answer.channel == ana.actor.direct.id
    assert "You gave part of what LinkedIn showed you on Tue 30 Jun." in words_of(answer)
    assert "Industry: top 9 %" in words_of(answer)
    (reading,) = history(stage)
    assert reading.figures == {
        Whose.OWN: Figures(pillars={Pillar.BRAND: 2100}),
        Whose.INDUSTRY: Figures(rank=9),
    }


@pytest.mark.parametrize(
    ("filled", "sentence"),
    [
        ({}, "There is no number in it."),
        ({"brand": "27"}, "Brand 27 cannot be: it goes from 0 to 25."),
        ({"brand": "21", "total": "98"}, "The pillars leave a total of 21 to 96"),
    ],
)
def test_a_number_that_cannot_be_keeps_the_modal_open(
    ana: Someone, filled: dict[str, str], sentence: str
) -> None:
    ana.actor.click(ana.command_answer("/ssi linkedin"), "linkedin_enter")
    view = ana.actor.modal()
    assert view

    outcome = ana.actor.submit(view, {name: {name: text} for name, text in filled.items()})

    assert outcome.response_action == "errors"
    assert sentence in outcome.errors["brand"]
    assert ana.actor.modal() is not None


def test_inconsistent_numbers_are_asked_about_and_not_noted(ana: Someone, stage: Stage) -> None:
    said = ana.command("/ssi linkedin 60 21 6.4 10.25 15")

    assert "The pillars add up to 52.65, but the total is 60." in said
    assert "Which of these numbers does LinkedIn show differently?" in said
    assert stage.store.members.by_slack_id(1, ANA) is None


def test_a_zero_is_noted_only_once_it_is_confirmed(ana: Someone, stage: Stage) -> None:
    question = ana.command_answer("/ssi linkedin 21 6.4 0 15")
    assert "Does LinkedIn really show 0 for Insights?" in words_of(question)
    assert stage.store.members.by_slack_id(1, ANA) is None

    answer = ana.click(question, "linkedin_certain")

    assert "It is noted." in words_of(answer)
    (reading,) = history(stage)
    assert 0 in reading.of(Whose.OWN).pillars.values()


def test_on_19_may_the_industry_moved_and_not_the_member(ana: Someone, stage: Stage) -> None:
    said = ana.upload((DATA / "series_tidy.csv").read_bytes(), "series_tidy.csv")

    assert "9 readings are noted." in said
    assert (
        "Your industry rank went from top 10 % to top 9 % while all four of your own pillars stood "
        "still: the industry's average Insights went from 2.11 to 2.09, Find people from 5.4 to "
        "5.38 and Brand from 11.79 to 11.78."
    ) in said
    assert "Your network rank went from top 12 % to top 11 %" in said
    assert "• 13 May: LinkedIn's 52" in said
    assert "27 Apr" not in said, "the last eight are told"

    tracker = (DATA / "ssi_2026-05-19.csv").read_bytes()
    assert "I knew that already." in ana.upload(tracker, "ssi_2026-05-19.csv")
    assert len(history(stage)) == 9


def test_own_moves_are_told_first(ana: Someone) -> None:
    ana.command("/ssi linkedin 53 21 6.5 10.25 15 yesterday")

    said = ana.command("/ssi linkedin 52 21 6.5 9.5 15")

    assert "Since Mon 29 Jun:" in said
    assert "Your Insights went from 10.25 to 9.5; your total from 53 to 52." in said


def test_nobody_else_sees_it(ana: Someone, ben: Someone) -> None:
    ana.command("/ssi linkedin 53", NORTH)

    assert ben.seen() == []
    assert "You have not told me yet" in ben.command("/ssi linkedin", NORTH)


def nudges(ana: Someone) -> list[Message]:
    return [message for message in ana.seen() if message.metadata]


def test_the_nudge_comes_once_on_monday_and_can_be_stopped(
    ana: Someone, stage: Stage, clock: MovableClock
) -> None:
    answer = ana.command_answer("/ssi linkedin 53")
    stage.bot.ticker.tick()
    assert nudges(ana) == []
    on = ana.click(answer, "linkedin_nudge")
    assert "I ask you on Mondays at 09:00" in words_of(on)

    clock.now = MONDAY_AT_NINE
    stage.bot.ticker.tick()
    assert nudges(ana) == [], "it was told six days before"

    clock.now = MONDAY_AT_NINE.replace(day=13)
    for _ in range(3):
        stage.bot.ticker.tick()
    (nudge,) = nudges(ana)
    assert nudge.channel == ana.actor.direct.id
    assert "Last time it was 53, on Tue 30 Jun." in words_of(nudge)
    assert ana.actor.click(nudge, "linkedin_enter").ok
    assert ana.actor.modal() is not None

    off = ana.click(nudge, "linkedin_no_nudge")
    assert "Ask me each Monday" in words_of(off)
    clock.now = MONDAY_AT_NINE.replace(day=20)
    stage.bot.ticker.tick()
    assert nudges(ana) == [nudge]


def test_a_series_comes_in_by_command_line_too(ana: Someone, stage: Stage) -> None:
    ana.command("/ssi linkedin 53 2026-05-20")
    command = ("import", str(DATA / "series_tidy.csv"), "--member", ANA)

    told = ssi(*command, database_url=stage.database_url, now="2026-05-18T12:00Z")

    assert (told["readings_new"], told["reported"], told["reported_on"]) == (8, 53.0, "2026-05-18")
    assert [refusal["row"] for refusal in told["refusals"]] == [10], "19 May is still to come"
    assert len(history(stage)) == 9
