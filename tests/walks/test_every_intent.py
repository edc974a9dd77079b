"""Whatever people ask in a DM, in their own words, leads to its answer; in doubt they choose."""

from dataclasses import replace
from typing import Any

import pytest

from bot.answers.asking import thread
from bot.understanding import Intent, understand
from bot.workspace import words_of
from tests.walks.conftest import ANA, CLEO, Someone, let_see, set_up_team
from tests.walks.test_newcomer import comments

CHANGED = "From the end of"
QUESTIONS = {
    Intent.WHY_CHANGE: (
        CHANGED,
        ["why did my score drop?", "why did it go down last week?", "what caused the drop?"],
    ),
    Intent.COHORT: (
        CHANGED,
        ["did everyone drop?", "is it just me or did everybody drop?", "did everybody fall?"],
    ),
    Intent.SCORE: (
        "of 100",
        ["what is my score?", "what's my current score", "tell me my score"],
    ),
    Intent.TREND: (
        "Each is the score at the end of its day",
        ["show my trend", "show me the history of my score", "how did my score go over time?"],
    ),
    Intent.LEADERBOARD: (
        "Boards show the upper half of a team",
        ["show the leaderboard", "who is leading?", "who is on top of the leaderboard?"],
    ),
    Intent.COMPARE: (
        "there is an average to compare with",
        ["compare me with the team", "am I better than the average?", "how do I compare?"],
    ),
    Intent.IMPROVE: (
        "worth most for the least work",
        ["how can I improve my score?", "what should I do next?", "how do I raise my score?"],
    ),
    Intent.RULES: (
        "Every number I show follows from these rules",
        ["how is the score calculated?", "what are the rules?", "how do you calculate the score?"],
    ),
    Intent.WHATIF: (
        "5 comments: +",
        [
            "what if I comment 5 times?",
            "what would 5 more comments bring?",
            "what if I write 5 comments?",
        ],
    ),
    Intent.DATA: (
        "What you undo counts no more",
        ["which data have you got about me?", "which data do you have about me?", "show my data"],
    ),
    Intent.PRIVACY: (
        "Who sees your score",
        ["who can see my score?", "is my data private?", "who sees my data?"],
    ),
    Intent.TEAM_REPORT: (
        "is the share of 100 points that imports can show",
        ["how is my team doing?", "give me a report on my team", "show me the team report"],
    ),
    Intent.HELP: (
        "I tell you what your Social Selling Index is made of",
        ["help", "what can you do?", "what can I ask you?"],
    ),
    Intent.OUT_OF_SCOPE: (
        "I only know about the Social Selling Index",
        ["tell me a joke", "book me a flight to Paris", "what's the weather like?"],
    ),
}


@pytest.fixture
def team(ana: Someone, ben: Someone, cleo: Someone) -> None:
    """Ben manages North, and is of it; all have comments from April on."""
    set_up_team(ben)
    joined = ana.seen()[-1]
    for someone, count in ((ana, 10), (ben, 5), (cleo, 3)):
        someone.click(joined, "join")
        someone.upload(comments(("2026-04-02", 12), ("2026-06-24", count)), "export.zip")


@pytest.fixture
def unsure(monkeypatch: pytest.MonkeyPatch) -> list[Intent]:
    """Have every text understood as these intents, the likeliest first, and none of them sure."""
    likeliest: list[Intent] = []

    def doubt(text: str, **given: Any) -> object:
        question = understand(text, **given)
        first, *others = likeliest
        return replace(question, intent=first, confidence=0.3, alternatives=tuple(others))

    monkeypatch.setattr(thread, "understand", doubt)
    return likeliest


def test_every_intent_is_asked_about() -> None:
    assert set(QUESTIONS) == set(Intent)


@pytest.mark.usefixtures("team")
def test_a_question_in_words_leads_to_its_answer(ben: Someone) -> None:
    answers = {
        (intent.value, question): own_words in (said := ben.ask(question)) or said
        for intent, (own_words, questions) in QUESTIONS.items()
        for question in questions
    }

    assert len(answers) == 3 * len(Intent)
    assert {asked: said for asked, said in answers.items() if said is not True} == {}


@pytest.mark.usefixtures("team")
def test_in_doubt_the_likeliest_readings_are_offered_and_each_leads_to_its_answer(
    ben: Someone, unsure: list[Intent]
) -> None:
    unsure.extend((Intent.WHY_CHANGE, Intent.TREND, Intent.LEADERBOARD, Intent.RULES))

    offered = ben.answer(lambda: ben.actor.say("numbers since april?", ben.actor.direct))

    assert "Which of these do you mean?" in words_of(offered)
    assert "How is it calculated?" not in words_of(offered)
    why, trend, board = (words_of(ben.click(offered, f"reading_{n}")) for n in (1, 2, 3))
    assert "From the end of Tue 31 Mar to the end of Tue 30 Jun" in why
    assert "Each is the score at the end of its day" in trend
    assert "Boards show the upper half of a team" in board


@pytest.mark.usefixtures("team")
def test_what_may_be_out_of_scope_is_not_refused_in_doubt(
    ben: Someone, unsure: list[Intent]
) -> None:
    unsure.extend((Intent.OUT_OF_SCOPE, Intent.SCORE, Intent.HELP, Intent.TREND))

    offered = ben.answer(lambda: ben.actor.say("and the number?", ben.actor.direct))

    assert "I only know" not in words_of(offered)
    assert "Something else" not in words_of(offered)
    assert "of 100" in words_of(ben.click(offered, "reading_1"))


def test_out_of_scope_says_what_can_be_asked_and_its_buttons_do_it(ana: Someone) -> None:
    ana.upload(comments(("2026-06-24", 5)), "export.zip")

    beyond = ana.answer(lambda: ana.actor.say("tell me a joke", ana.actor.direct))

    assert "That is beyond me, sorry" in words_of(beyond)
    assert CHANGED in words_of(ana.click(beyond, "run_1"))
    assert "worth most for the least work" in words_of(ana.click(beyond, "run_2"))


@pytest.mark.usefixtures("team")
def test_a_manager_may_ask_about_members_and_the_team(
    ana: Someone, ben: Someone, cleo: Someone
) -> None:
    let_see(ben, ana, cleo)

    for who in (ANA, CLEO):
        assert f"<@{who}>" in ben.ask(f"why did <@{who}> drop last week?")
        assert f"<@{who}>" in ben.ask(f"show me the trend of <@{who}>")
    assert "is the share of 100 points" in ben.ask("what's the score of my team?")


@pytest.mark.usefixtures("team")
def test_nobody_else_may_ask_about_a_member_or_for_the_report(cleo: Someone) -> None:
    for question in (
        f"why did <@{ANA}> drop last week?",
        f"what is the score of <@{ANA}>?",
        f"show me the trend of <@{ANA}>",
        f"what should <@{ANA}> do next?",
    ):
        refused = cleo.ask(question)
        assert "is for Ana Ruiz and the managers of their team" in refused
        assert "of 100" not in refused
    assert "The report on North is for its managers" in cleo.ask("give me a report on my team")
