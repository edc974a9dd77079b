"""Disputes: what is missing or wrong goes to a manager, who decides it with one click, once."""

from datetime import timedelta

import pytest

from bot.cli.stage import Stage
from bot.workspace import Fault, Message, User, words_of
from bot.workspace.elements import find
from tests.engines import Databases
from tests.walks.conftest import ANA, BEN, MovableClock, Someone, set_up_team
from tests.walks.test_log import fill
from tests.walks.test_newcomer import comments

REPLY = "16"
COMMENT = "4"
NOTE = "Zebra Corp answered <!channel> on the phone"


def a_team(manager: Someone, *members: Someone) -> None:
    set_up_team(manager)
    for each in members:
        each.click(each.seen()[-1], "join")


def dispute(who: Someone, **fields: str) -> str:
    return words_of(who.answer(lambda: fill(who, "/ssi dispute", **fields)))


def asked(manager: Someone) -> Message:
    return manager.actor.messages()[-1]


@pytest.fixture
def ben_manages_ana(ana: Someone, ben: Someone) -> None:
    a_team(ben, ana)
    ana.upload(comments(("2026-06-20", 2), ("2026-06-28", 3)), "export.zip")


@pytest.mark.usefixtures("ben_manages_ana")
def test_what_is_missing_is_accepted_with_one_click(
    ana: Someone, ben: Someone, stage: Stage
) -> None:
    stage.bot.ticker.tick()
    said = dispute(ana, kind=COMMENT, count="2", day="2026-06-25", note=NOTE)
    assert "Noted: 2 comments on Thu 25 Jun are missing." in said
    assert f"I asked <@{BEN}>" in said
    question = asked(ben)
    assert f"<@{ANA}> says: 2 comments on Thu 25 Jun are missing." in words_of(question)
    assert "Zebra Corp answered" in words_of(question)

    decided = words_of(ben.click(question, "dispute_accept"))

    assert "Accepted: 2 comments on Thu 25 Jun are missing." in decided
    told = words_of(ana.answer(stage.bot.ticker.tick))
    assert "Accepted: 2 comments" in told
    assert f"<@{BEN}> decided it." in told
    held = ana.command("/ssi data")
    assert "Corrected by a manager" in held
    assert "• 2 comments, 25 Jun" in held
    assert "That you said 1 time what was missing or wrong" in held
    assert words_of(ben.click(question, "dispute_decline")).startswith("Accepted already")
    assert words_of(ben.click(question, "dispute_accept")).startswith("Accepted already")
    assert "• 2 comments, 25 Jun" in ana.command("/ssi data"), "once"
    before = len(ana.seen())
    stage.bot.ticker.tick()
    assert len(ana.seen()) == before, "who was told is not told again"


@pytest.mark.usefixtures("ben_manages_ana")
def test_the_note_is_in_the_message_and_nowhere_else(
    ana: Someone, stage: Stage, databases: Databases
) -> None:
    dispute(ana, kind=COMMENT, count="2", day="2026-06-25", note=NOTE)

    stored = databases.stored(stage.database_url)
    assert b"Ana Ruiz" in stored
    assert b"Zebra" not in stored


@pytest.mark.usefixtures("ben_manages_ana")
def test_what_is_declined_changes_nothing(ana: Someone, ben: Someone, stage: Stage) -> None:
    held = ana.command("/ssi me")
    dispute(ana, kind=REPLY, day="2026-06-25")

    decided = words_of(ben.click(asked(ben), "dispute_decline"))

    assert "Declined: 1 reply on Thu 25 Jun is missing." in decided
    assert "Your score stays as it is" in words_of(ana.answer(stage.bot.ticker.tick))
    assert ana.command("/ssi me") == held


@pytest.mark.usefixtures("ben_manages_ana")
def test_what_was_wrong_is_taken_back_and_does_not_come_in_again(
    ana: Someone, ben: Someone
) -> None:
    said = dispute(ana, what="wrong", kind=COMMENT, count="2", day="2026-06-28")
    assert "Noted: 2 comments on Sun 28 Jun are wrong." in said

    ben.click(asked(ben), "dispute_accept")

    assert "• 3 comments, 20–28 Jun" in ana.command("/ssi data")
    ana.upload(comments(("2026-06-20", 2), ("2026-06-28", 3)), "export.zip")
    assert "• 3 comments, 20–28 Jun" in ana.command("/ssi data")


@pytest.mark.usefixtures("ben_manages_ana")
def test_more_than_there_is_cannot_be_wrong(ana: Someone) -> None:
    for fields, problem in (
        ({"what": "wrong", "count": "4", "day": "2026-06-28"}, "3 comments of yours counted"),
        ({"what": "wrong", "day": "2026-06-27"}, "no comments of yours counted"),
        ({"day": "2026-07-01"}, "last twelve months"),
        ({"count": "1000"}, "from 1 to 50"),
        ({"count": "many"}, "from 1 to 50"),
    ):
        outcome = fill(ana, "/ssi dispute", kind=COMMENT, **fields)
        assert problem in outcome.errors["day"]


@pytest.mark.usefixtures("ben_manages_ana")
def test_a_correction_of_a_past_day_is_told_as_one(
    ana: Someone, ben: Someone, clock: MovableClock, stage: Stage
) -> None:
    clock.now += timedelta(days=2)
    stage.bot.ticker.tick()
    dispute(ana, kind=COMMENT, count="5", day="2026-06-10")
    ben.click(asked(ben), "dispute_accept")

    said = ana.command("/ssi why since 1 july")

    assert "5 comments from 10 Jun came in late" in said
    assert "You were told 1.3 on Tue 30 Jun; with the late import it was" in said


@pytest.mark.usefixtures("ben_manages_ana")
def test_only_a_manager_of_the_member_decides(ana: Someone, ben: Someone, cleo: Someone) -> None:
    dispute(ana, kind=COMMENT, count="2", day="2026-06-25")

    for other in (ana, cleo):
        forged = other.command_answer("/ssi disputes")
        _, button = find(forged.blocks, "dispute")
        button |= {"action_id": "dispute_accept", "value": "1"}
        refused = words_of(other.click(forged, "dispute_accept"))
        assert "That is not yours to decide" in refused
        assert f"<@{BEN}>" in refused
        assert "2 comments" not in other.command("/ssi disputes").partition("Yours")[0]
    assert "Corrected by a manager" not in ana.command("/ssi data")
    assert "2 comments on Thu 25 Jun are missing" in ana.command("/ssi disputes")

    listed = ben.command_answer("/ssi disputes")
    assert "2 comments on Thu 25 Jun are missing" in words_of(listed)
    assert "Accepted: 2 comments" in words_of(ben.click(listed, "dispute_accept"))
    assert "Nothing waits for a decision." in ben.command("/ssi disputes")


def test_where_nobody_else_manages_an_admin_decides(ana: Someone, ben: Someone) -> None:
    a_team(ana)
    ana.upload(comments(("2026-06-28", 3)), "export.zip")

    said = dispute(ana, kind=COMMENT, day="2026-06-25")

    assert "an admin of this Slack decides" in said
    assert "Nothing waits" in ben.command("/ssi disputes")
    workspace = ben.stage.workspace
    of_ben = workspace.users[BEN]
    workspace.users[BEN] = User(of_ben.id, of_ben.name, of_ben.real_name, tz="UTC", is_admin=True)
    listed = ben.command_answer("/ssi disputes")
    assert "Accepted: 1 comment" in words_of(ben.click(listed, "dispute_accept"))


def test_who_has_nothing_cannot_miss_anything(cleo: Someone) -> None:
    assert "Nothing of yours is stored yet" in cleo.command("/ssi dispute")


@pytest.mark.usefixtures("ben_manages_ana")
def test_details_and_imports_lead_to_the_form(ana: Someone) -> None:
    for place in (ana.command_answer("/ssi details since 1 june"), ana.seen()[-2]):
        assert ana.actor.click(place, "dispute").ok
        view = ana.actor.modal()
        assert view
        assert "Missing or wrong" in words_of(view)
        ana.actor.close(view)


@pytest.mark.usefixtures("ben_manages_ana")
def test_the_same_again_is_the_one_that_waits(ana: Someone, ben: Someone) -> None:
    for _ in range(2):
        dispute(ana, kind=COMMENT, count="2", day="2026-06-25")

    ben.click(asked(ben), "dispute_accept")

    assert "Nothing waits for a decision." in ben.command("/ssi disputes")


@pytest.mark.usefixtures("ben_manages_ana")
def test_a_manager_whom_slack_does_not_tell_finds_it_in_the_list(
    ana: Someone, ben: Someone, stage: Stage
) -> None:
    to_ben = ben.actor.direct.id
    stage.server.plan_faults(
        lambda method, arguments: (
            Fault(503, accepted=False)
            if (method, arguments.get("channel")) == ("chat.postMessage", to_ben)
            else None
        )
    )

    said = dispute(ana, kind=COMMENT, count="2", day="2026-06-25")

    assert f"Slack would not tell <@{BEN}>" in said
    assert "2 comments on Thu 25 Jun" in ben.command("/ssi disputes")
