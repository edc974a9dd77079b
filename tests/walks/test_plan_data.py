"""Plans, what-ifs and one's own data: what is stored, an import undone, and being forgotten."""

import re

import pytest

from bot.cli.stage import Stage
from bot.workspace import Message, words_of
from bot.workspace.elements import find
from tests.processes import ssi
from tests.walks.conftest import NORTH, Someone, set_up_team
from tests.walks.test_newcomer import comments, sample, tenths

UNITS = re.compile(r"^• .*?: ([+−]?[\d.]+)(?: in|;|$|,)", re.MULTILINE)


def steps(said: str) -> int:
    return sum(tenths(points) for points in UNITS.findall(said))


def test_a_plan_adds_up_to_the_score_that_it_leads_to(ana: Someone) -> None:
    ana.upload(sample("2026"), "export.zip")

    for goal in ("", " 25", " 30", " 40"):
        said = ana.command(f"/ssi plan{goal}")
        led = re.search(r"[Ff]rom ([\d.]+) to ([\d.]+)", said)
        assert led, said
        assert tenths(led[2]) - tenths(led[1]) == steps(said) > 0, said


def test_a_goal_is_reached_or_named_as_out_of_reach(ana: Someone) -> None:
    """Five comments on one day are worth 5 · 0.2 + 0.15 = 1.15; only these two can be seen."""
    ana.upload(comments(("2026-06-28", 5)), "export.zip")

    assert "You're there: 1.2, and 1 was the goal." in ana.ask("what does it take to reach 1?")
    said = ana.command("/ssi plan 70")
    assert "70 is out of reach just now: all that can be done leads from 1.2 to 8.2." in said
    assert "• 35 comments: +7.0 in 2 h 20 min" in said
    assert "10 is out of reach" in ana.command("/ssi plan 120"), "which is no score"


def test_what_more_of_something_would_bring(ana: Someone) -> None:
    ana.upload(comments(("2026-06-28", 30)), "export.zip")

    assert "• 3 comments: +0.6" in ana.ask("what if I post 3 comments?")
    said = ana.command("/ssi whatif comments+15 articles+2")
    assert "6.2 would become 8.2 (+2.0)." in said
    assert "• 15 comments: +2.0; 10 fill it, so more adds 0.0" in said
    assert "• 2 articles: 0.0 for now, as no import shows them" in said


def test_another_one_of_what_is_full_adds_nothing(ana: Someone) -> None:
    ana.upload(comments(("2026-06-28", 40)), "export.zip")

    said = ana.ask("what if I write 5 more comments?")

    assert "8.2 would stay as it is." in said
    assert "5 comments: 0.0; that is full, so another adds 0.0" in said


def test_replies_alone_are_told_by_what_is_awaited(ana: Someone) -> None:
    ana.upload(sample("2026"), "export.zip")

    said = ana.ask("how many replies do I need for 70?")

    assert "70 is out of reach just now" in said
    assert "*By reply rate alone:* no answer is awaited just now." in said


def test_doing_nothing_is_told_by_the_outlook(ana: Someone) -> None:
    """The comments of 10 April are in the window of 90 days until 8 July."""
    ana.upload(comments(("2026-04-10", 10), ("2026-06-28", 5)), "export.zip")

    said = ana.ask("what if I do nothing for two weeks?")

    assert "If nothing new comes in, 3.2 becomes 1.2 by Tue 14 Jul (−2.0)." in said
    assert "If no new comments come in" in ana.ask("what if I stop commenting?")
    assert "3.2 stays until Tue 7 Jul" in ana.ask("what if I do nothing for a week?")


def test_a_signal_without_points_is_said_to_have_none(ana: Someone, stage: Stage) -> None:
    ana.upload(comments(("2026-06-28", 5)), "export.zip")

    with_own = ana.command("/ssi whatif 3 saved searches")

    assert "0.0 for now" in with_own, "the rules of June still know them"


def test_what_is_stored_is_listed_by_source_and_kind(ana: Someone) -> None:
    assert "Nothing of yours is stored." in ana.command("/ssi data")
    ana.upload(comments(("2026-03-30", 10), ("2026-06-28", 5)), "export.zip")
    ana.command("/ssi linkedin 53")

    said = ana.ask("what data do you have on me?")

    assert "LinkedIn export" in said
    assert "• 15 comments, 30 Mar – 28 Jun" in said
    assert "What LinkedIn showed you on 1 day" in said
    assert "|30 Jun 2026, 12:00 UTC>: 15 entries" in said
    assert "What LinkedIn showed you on 1 day is stored, too." in ana.command("/ssi privacy")


def test_an_import_can_be_undone_and_brought_again(ana: Someone) -> None:
    ana.upload(comments(("2026-06-28", 5)), "export.zip")
    ana.upload(comments(("2026-06-28", 8)), "export.zip")
    stored = ana.command_answer("/ssi data")

    undone = ana.click(stored, "undo_import_1")

    assert "export.zip: 3 entries taken back." in words_of(undone)
    assert "Your score goes from 1.8 to 1.2." in words_of(undone)
    assert "• 5 comments" in words_of(ana.click(undone, "data"))
    assert "Nothing is left of that import." in words_of(ana.click(stored, "undo_import_1"))
    ana.upload(comments(("2026-06-28", 8)), "export.zip")
    assert "• 8 comments" in ana.command("/ssi data")


def test_somebody_elses_import_stays(ana: Someone, ben: Someone) -> None:
    ana.upload(comments(("2026-06-28", 5)), "export.zip")
    ben.upload(comments(("2026-06-28", 8)), "export.zip")
    stored = ana.command_answer("/ssi data")
    _, button = find(stored.blocks, "undo_import_1")
    button["value"] = "2"

    refused = ana.click(stored, "undo_import_1")

    assert "not yours" in words_of(refused)
    assert "• 8 comments" in ben.command("/ssi data")


def confirm_of(message: Message, action_id: str) -> object:
    _, button = find(message.blocks, action_id)
    return button.get("confirm")


@pytest.mark.parametrize("word", ["privacy", "data"])
def test_who_asks_to_be_forgotten_is(ana: Someone, ben: Someone, stage: Stage, word: str) -> None:
    set_up_team(ben)
    for each in (ana, ben):
        joined = each.seen()[-1]
        each.click(joined, "join")
        each.upload(comments(("2026-06-28", 5)), "export.zip")
    ana.command("/ssi linkedin 53")
    asked = ana.command_answer(f"/ssi {word}")
    assert confirm_of(asked, "forget"), "it asks first"

    said = words_of(ana.click(asked, "forget"))

    assert "You are forgotten." in said
    assert "5 activities, what LinkedIn showed on 1 day and every score" in said
    assert "your place in North" in said
    assert "Nothing of yours is stored" in ana.command("/ssi data")
    assert "Ana" not in ben.command("/ssi team", NORTH)
    assert "• 5 comments" in ben.command("/ssi data")
    assert stage.store.members.by_slack_id(1, ana.actor.user.id) is None


def test_stored_scores_still_come_out_again(ana: Someone, ben: Someone, stage: Stage) -> None:
    for each in (ana, ben):
        each.upload(comments(("2026-06-28", 5)), "export.zip")
    stage.bot.ticker.tick()
    ana.click(ana.command_answer("/ssi data"), "forget")

    told = ssi("verify", database_url=stage.database_url, now="2026-06-30T12:00Z")

    assert told["differences"] == []
