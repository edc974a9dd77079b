"""Logging by hand: typed, said, filled in, from a message; undone, and taken over by a file."""

import re
from collections.abc import Mapping
from datetime import timedelta

import pytest

from bot.workspace import Outcome, View, words_of
from bot.workspace.elements import find
from tests.engines import Databases
from tests.walks.conftest import NORTH, MovableClock, Someone
from tests.walks.test_newcomer import comments, sample

LINK = "https://www.linkedin.com/feed/update/urn:li:activity:7"


def fill(who: Someone, act: str | View, **fields: object) -> Outcome:
    """Open the form with a command, or take it as it is open, and send it filled in."""
    if isinstance(act, str):
        assert who.actor.slash(act).ok
    view = who.actor.modal()
    assert view
    values: Mapping[str, Mapping[str, object]] = {
        name: {name: value} for name, value in fields.items()
    }
    return who.actor.submit(view, values)


def stored(who: Someone) -> str:
    return who.command("/ssi data")


def test_what_is_typed_is_logged_at_once_and_can_be_undone(
    ana: Someone, clock: MovableClock
) -> None:
    logged = ana.command_answer("/ssi log 3 comments yesterday")

    assert "Logged: 3 comments on Mon 29 Jun." in words_of(logged)
    assert "Your score is 0.8." in words_of(logged), "three comments, and an active day"
    more = ana.command("/ssi log 2 comments and a share")
    assert "Logged: 2 comments and 1 share on Tue 30 Jun." in more
    assert "Your score goes from 0.8 to" in more
    clock.now += timedelta(minutes=59)
    undone = words_of(ana.click(logged, "undo"))
    assert "Logged by hand: 3 entries taken back." in undone
    assert "`/ssi log` logs it again." in undone
    assert "• 2 comments, 30 Jun" in stored(ana)
    assert "Nothing is left of that import" in words_of(ana.click(logged, "undo"))


def test_after_an_hour_what_was_logged_stays(ana: Someone, clock: MovableClock) -> None:
    logged = ana.command_answer("/ssi log 3 comments yesterday")
    listed = ana.command_answer("/ssi data")
    assert "|30 Jun 2026, 12:00 UTC>: 3 entries" in words_of(listed)
    assert find(listed.blocks, "undo_1")
    clock.now += timedelta(hours=1, seconds=1)

    said = words_of(ana.click(logged, "undo"))

    assert "more than an hour ago" in said
    assert "/ssi dispute" in said
    again = ana.command_answer("/ssi data")
    assert "• 3 comments, 29 Jun" in words_of(again)
    with pytest.raises(LookupError):
        find(again.blocks, "undo_1")


def test_the_list_of_what_came_in_undoes_a_log_too(ana: Someone) -> None:
    ana.command("/ssi log a post")

    undone = ana.click(ana.command_answer("/ssi data"), "undo_1")

    assert "Logged by hand: 1 entry taken back." in words_of(undone)


def test_who_just_says_it_is_asked_first_and_logs_it_once(ana: Someone) -> None:
    asked = ana.answer(lambda: ana.actor.say("log 3 comments from yesterday"))
    assert "Log 3 comments on Mon 29 Jun?" in words_of(asked)
    assert "Nothing of yours is stored" in stored(ana)

    assert "Logged: 3 comments" in words_of(ana.click(asked, "log_yes"))
    assert "That is logged already: 3 comments" in words_of(ana.click(asked, "log_yes"))

    assert "• 3 comments, 29 Jun" in stored(ana)


def test_the_form_takes_a_kind_a_number_and_a_day_but_no_words(ana: Someone) -> None:
    assert ana.actor.slash("/ssi log").ok
    view = ana.actor.modal()
    assert view
    fields = [block["block_id"] for block in view.blocks if block["type"] == "input"]
    assert fields == ["kind", "count", "day", "link"]

    said = words_of(ana.answer(lambda: fill(ana, view, count="4", day="2026-06-28")))

    assert "Logged: 4 comments on Sun 28 Jun." in said


@pytest.mark.parametrize(
    ("fields", "problem"),
    [
        ({"day": "2026-07-01"}, "still to come"),
        ({"day": "2026-05-30"}, "up to 30 days back"),
        ({"count": "0"}, "from 1 to 50"),
        ({"count": "51"}, "from 1 to 50"),
        ({"count": "-1"}, "whole number"),
        ({"count": "1.5"}, "whole number"),
        ({"link": "https://linkedin.com.evil.example/x"}, "no link to LinkedIn"),
        ({"link": "Ben Okoye wrote back!"}, "no link to LinkedIn"),
    ],
)
def test_the_form_stays_open_with_what_is_wrong(
    ana: Someone, fields: Mapping[str, str], problem: str
) -> None:
    outcome = fill(ana, "/ssi log", **fields)

    assert outcome.response_action == "errors"
    assert problem in outcome.errors["day"]
    assert "Nothing of yours is stored" in stored(ana)


@pytest.mark.parametrize(
    ("typed", "problem"),
    [
        ("5000 comments", "from 1 to 50"),
        ("-3 comments", "from 1 to 50"),
        ("0 posts", "from 1 to 50"),
        ("3 comments tomorrow", "still to come"),
        ("3 comments 2026-07-05", "could not read which day"),
        ("3 comments last week", "one day at a time"),
        ("3 comments on 5 july", "up to 30 days back"),
        ("3 <!channel> unicorns", "could not read what to log"),
        ("x" * 3000, "could not read what to log"),
    ],
)
def test_what_cannot_be_logged_says_why(ana: Someone, typed: str, problem: str) -> None:
    assert problem in ana.command(f"/ssi log {typed}")
    assert "Nothing of yours is stored" in stored(ana)


def test_a_message_fills_the_form_with_its_day_and_link_and_logs_it_once(
    ana: Someone, ben: Someone, clock: MovableClock
) -> None:
    clock.now -= timedelta(days=2)
    said = f"Wrote something about Zebra Corp: {LINK}?a=1&b=2 & more"
    message = ben.actor.say(said, ben.stage.workspace.channels[NORTH])
    clock.now += timedelta(days=2)

    for outcome in ("Logged: 1 post on Sun 28 Jun", "That is logged already: 1 post on Sun 28 Jun"):
        assert ana.actor.shortcut("log_message", message).ok
        view = ana.actor.modal()
        assert view
        assert find(view.blocks, "link")[1]["initial_value"] == f"{LINK}?a=1&b=2"
        assert find(view.blocks, "day")[1]["initial_date"] == "2026-06-28"
        answer = ana.answer(lambda view=view: fill(ana, view, kind="1"))
        assert outcome in words_of(answer)

    assert "• 1 post, 28 Jun" in stored(ana)


def test_nothing_of_a_message_is_stored_but_that_it_was_logged(
    ana: Someone, ben: Someone, databases: Databases
) -> None:
    message = ben.actor.say(f"Zebra Corp <{LINK}>", ben.stage.workspace.channels[NORTH])
    assert ana.actor.shortcut("log_message", message).ok
    ana.answer(lambda: fill(ana, ana.actor.modal() or ""))

    everything = databases.stored(ana.stage.database_url)
    assert b"Logged by hand" in everything
    assert not re.search(rb"zebra|activity:7|linkedin\.com", everything, re.IGNORECASE)


def test_an_import_takes_the_place_of_what_was_logged(ana: Someone) -> None:
    ana.command("/ssi log 5 comments on 28 june")
    ana.command("/ssi log 2 comments")
    ana.command("/ssi log 1 post on 28 june")

    report = ana.upload(comments(("2026-06-20", 2), ("2026-06-28", 3)), "export.zip")

    assert "takes its place: 5 comments logged count no more" in report
    said = stored(ana)
    assert "• 5 comments, 20–28 Jun" in said, "as the import shows them"
    assert "• 2 comments, 30 Jun" in said, "later than all that the import shows"
    assert "• 1 post, 28 Jun" in said, "which the import says nothing of"
    again = ana.upload(comments(("2026-06-20", 2), ("2026-06-28", 3)), "export.zip")
    assert "count no more" not in again


def test_what_an_import_shows_cannot_be_logged_once_more(ana: Someone) -> None:
    ana.upload(comments(("2026-06-20", 2), ("2026-06-28", 3)), "export.zip")

    refused = ana.command("/ssi log 2 comments on 27 june")

    assert "An import shows your comments until 28 Jun, so that day is counted already." in refused
    assert "Logged: 2 comments" in ana.command("/ssi log 2 comments on 29 june")


def test_kinds_that_are_only_logged_say_so(ana: Someone) -> None:
    ana.command("/ssi log 3 comments yesterday")
    assert "By hand only: comments." in ana.command("/ssi me")

    ana.upload(sample("2026"), "export.zip")

    assert "By hand only" not in ana.command("/ssi me")


def test_what_begins_to_be_logged_is_no_gain_of_days_after(
    ana: Someone, clock: MovableClock
) -> None:
    ana.upload(comments(("2026-06-28", 3)), "export.zip")
    clock.now += timedelta(days=2)

    ana.command("/ssi log 3 posts on 28 june")

    said = ana.command("/ssi why since 1 july")
    assert "unchanged since Tue 30 Jun" in said
    assert (
        "Newly shown: posts, by the import Logged by hand of 2 Jul. Both days count them." in said
    )
