"""Managers look at their teams: only as far as members let them, and members see who looked."""

import csv
import io
from datetime import UTC, datetime, timedelta

import pytest

from bot.cli.stage import Stage
from bot.workspace import Message, refusal, words_of
from tests.walks.conftest import ANA, BEN, CLEO, NORTH, MovableClock, Someone, set_up_team
from tests.walks.test_newcomer import comments

BEHIND = ("comments", "worth most", "Comment")


@pytest.fixture(autouse=True)
def team(ana: Someone, ben: Someone) -> None:
    """Ben manages North; Ana is in it, with five comments."""
    set_up_team(ben)
    ana.click(ana.seen()[-1], "join")
    ana.upload(comments(("2026-06-28", 5)), "export.zip")


def ask_for_more(ben: Someone, ana: Someone, stage: Stage) -> Message:
    """Let Ben ask Ana for consent, and give the question that she gets."""
    view = ben.command_answer("/ssi team @ana")
    assert "I am asking" in words_of(ben.click(view, "consent_ask"))
    return ana.answer(stage.bot.ticker.tick)


def test_a_manager_sees_the_score_and_no_more_without_consent(ana: Someone, ben: Someone) -> None:
    for said in (
        ben.command("/ssi team @ana"),
        ben.command("/ssi me @ana"),
        ben.ask("what is the score of @ana?"),
    ):
        assert "1.2 of 100" in said
        assert "takes their consent" in said
        assert "comments came in" not in said
    for question in ("why", "details", "next", "outlook", "plan", "whatif", "tips"):
        said = ben.command(f"/ssi {question} @ana")
        assert "what is behind it is Ana Ruiz's to show" in said, question
        assert not any(word in said for word in BEHIND)
    assert "1.2" in ben.command("/ssi trend @ana")


def test_consent_is_asked_for_given_for_thirty_days_and_ends(
    ana: Someone, ben: Someone, stage: Stage, clock: MovableClock
) -> None:
    question = ask_for_more(ben, ana, stage)
    assert question.channel == ana.actor.direct.id
    assert f"<@{BEN}> would like to see what is behind your score" in words_of(question)
    before = len(ana.seen())
    stage.bot.ticker.tick()
    assert len(ana.seen()) == before, "asked once"
    again = ben.command_answer("/ssi team @ana")
    assert "You asked on" in words_of(again)
    assert "was asked already" in words_of(ben.click(again, "consent_ask"))

    allowed = words_of(ana.click(question, "consent_allow"))

    assert f"<@{BEN}> sees what is behind your score until Thu 30 Jul" in allowed
    opened = ben.command_answer("/ssi team @ana")
    assert "5 new comments came in" in words_of(opened)
    assert "*Worth most to do:*" in words_of(opened)
    assert "until Thu 30 Jul" in words_of(opened)
    assert "5 new comments came in" in words_of(ben.click(opened, "why"))
    assert "goal" not in words_of(opened).lower()

    clock.now += timedelta(days=31)
    assert "takes their consent" in ben.command("/ssi team @ana")
    assert "to show" in ben.command("/ssi why @ana")


def test_a_no_shows_nothing_and_is_not_told(ana: Someone, ben: Someone, stage: Stage) -> None:
    question = ask_for_more(ben, ana, stage)
    before = len(ben.seen())

    said = words_of(ana.click(question, "consent_refuse"))

    assert f"<@{BEN}> does not see what is behind your score" in said
    stage.bot.ticker.tick()
    assert len(ben.seen()) == before
    assert "comments came in" not in ben.command("/ssi team @ana")


def test_consent_is_taken_back_where_one_sees_who_looked(
    ana: Someone, ben: Someone, stage: Stage
) -> None:
    ana.click(ask_for_more(ben, ana, stage), "consent_allow")
    ben.command("/ssi why @ana")
    privacy = ana.command_answer("/ssi privacy")
    assert f"• <@{BEN}>, until Thu 30 Jul" in words_of(privacy)
    assert f"<@{BEN}>, what is behind your score" in words_of(privacy)

    ana.click(privacy, "consent_revoke_1")

    assert "to show" in ben.command("/ssi why @ana")
    assert "until Thu 30 Jul" not in ana.command("/ssi privacy")


def test_nobody_else_gets_in_by_asking(
    ana: Someone, ben: Someone, cleo: Someone, stage: Stage
) -> None:
    view = ben.command_answer("/ssi team @ana", NORTH)

    assert "managers of their team" in cleo.command("/ssi team @ana")
    assert "managers of their team" in words_of(cleo.click(view, "consent_ask"))
    ana.click(ask_for_more(ben, ana, stage), "consent_allow")
    assert "managers of their team" in cleo.command("/ssi why @ana")
    assert CLEO not in ana.command("/ssi privacy")


def test_every_look_is_told_and_the_report_once_a_day(
    ana: Someone, ben: Someone, clock: MovableClock
) -> None:
    assert "nobody yet" in ana.command("/ssi privacy")
    for _ in range(3):
        ben.command("/ssi team", NORTH)
    ben.command("/ssi team @ana")
    assert f"<@{BEN}>, your score" in ana.command("/ssi privacy")
    clock.now += timedelta(days=1)
    ben.command("/ssi team", NORTH)
    ana.command("/ssi why")
    ana.command("/ssi compare")

    said = ana.command("/ssi privacy")

    assert said.count(f"<@{BEN}>, the team report") == 2
    assert said.count(f"<@{BEN}>, your score") == 1
    assert f"<@{ANA}>" not in said, "one's own looks are none"
    assert "Who looked at your data, and when: 3 times" in ana.command("/ssi data")


def test_the_report_says_who_could_use_a_look_and_leads_there(
    ana: Someone, ben: Someone, clock: MovableClock
) -> None:
    clock.now = datetime(2026, 7, 20, 12, tzinfo=UTC)

    report = ben.command_answer("/ssi team", NORTH)

    assert f"*<@{ANA}>* has been quiet since Sun 28 Jun." in words_of(report)
    assert "A newer import would tell: the last came in on Tue 30 Jun." in words_of(report)
    assert "takes their consent" in words_of(ben.click(report, "coach_1"))
    assert f"<@{BEN}>, your score" in ana.command("/ssi privacy")


def test_the_file_of_a_team_comes_to_its_manager_alone(
    ana: Someone, ben: Someone, cleo: Someone, stage: Stage
) -> None:
    report = ben.command_answer("/ssi team", NORTH)

    before = len(ben.actor.ephemerals())
    assert ben.actor.click(report, "team_export").ok

    stage.server.wait_for(lambda: len(ben.actor.ephemerals()) > before, timeout=10)
    assert "is in your direct messages with me" in words_of(ben.actor.ephemerals()[-1])
    (file,) = [
        stage.workspace.files.get(number)
        for message in ben.actor.messages(ben.actor.direct)
        for number in message.files
    ]
    assert file
    assert file.content
    head, line = csv.reader(io.StringIO(file.content.decode("utf-8-sig")))
    assert (head[0], line[:2]) == ("Member", ["Ana Ruiz", "1.2"])
    assert file.channels == (ben.actor.direct.id,)
    assert f"<@{BEN}>, the team report as a file" in ana.command("/ssi privacy")
    assert "is for its managers" in words_of(cleo.click(report, "team_export"))


def test_an_app_that_may_not_send_files_says_who_mends_that(ben: Someone, stage: Stage) -> None:
    report = ben.command_answer("/ssi team", NORTH)
    stage.server.plan_faults(
        lambda method, _: refusal("missing_scope") if method.startswith("files.") else None
    )

    assert "scope `files:write`" in words_of(ben.click(report, "team_export"))


def test_who_is_forgotten_takes_consents_and_looks_along(
    ana: Someone, ben: Someone, stage: Stage
) -> None:
    ana.click(ask_for_more(ben, ana, stage), "consent_allow")
    ana.click(ana.command_answer("/ssi data"), "forget")

    assert stage.store.looks.last(1, 1, 10) == []
    assert stage.store.consents.of(1, 1, BEN) is None
    assert "not joined a team" in ben.command("/ssi team @ana")
