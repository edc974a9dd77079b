"""What follows `/ssi`: short help, slips of the hand, importing, and days, pillars and signals."""

import re
from datetime import timedelta

import pytest

from bot.workspace import words_of
from tests.walks.conftest import NORTH, MovableClock, Someone, let_see, set_up_team
from tests.walks.test_newcomer import comments

UNDERSTOOD = {
    "/ssi why since 20 June": "Understood: Sat 20 Jun – Tue 30 Jun.",
    "/ssi why insights since 20 June": "Understood: Sat 20 Jun – Tue 30 Jun, Insights.",
    "/ssi why comments": "Understood: comments.",
    "/ssi trend insights last week": "Understood: Mon 22 Jun – Sun 28 Jun, Insights.",
    "/ssi next insights": "Understood: Insights.",
    "/ssi outlook last week": "The days that you named make no difference here",
    "/ssi outlook insights": "This can't be narrowed to Insights",
    "/ssi plan 20 brand": "This can't be narrowed to Brand",
    "/ssi trend comments": "This can't be narrowed to comments",
}


@pytest.fixture
def data(ana: Someone) -> None:
    ana.upload(comments(("2026-04-02", 12), ("2026-06-10", 4), ("2026-06-24", 5)), "export.zip")


@pytest.fixture
def team(ana: Someone, ben: Someone) -> None:
    """Ben manages North, and Ana is of it; both commented in May and in June."""
    set_up_team(ben)
    joined = ana.seen()[-1]
    for someone, count in ((ana, 10), (ben, 5)):
        someone.click(joined, "join")
        someone.upload(comments(("2026-05-20", count), ("2026-06-24", count)), "export.zip")


def test_each_way_to_ask_for_short_help_gives_it(ana: Someone) -> None:
    for typed in ("/ssi help plan", "/ssi plan help", "/ssi plan ?", "/ssi PLAN  --help"):
        told = ana.command(typed)
        assert "/ssi plan [score] [by a day]" in told
        assert "The cheapest way to a score" in told
        assert "/ssi plan 70 by 31 Dec" in told
        assert "their managers, too" in told


def test_short_help_is_for_every_word_and_leads_to_all_of_them(ana: Someone) -> None:
    for word in ("me", "setup", "log", "dispute", "import", "help"):
        told = ana.command_answer(f"/ssi help {word}")
        assert f"/ssi {word}" in words_of(told)
    assert "I tell you what your" in words_of(ana.click(told, "help"))


@pytest.mark.usefixtures("data")
def test_a_word_may_be_written_in_any_way(ana: Someone) -> None:
    for typed in ("/ssi  ME", "/ssi me?", "/ssi Me!"):
        assert "of 100" in ana.command(typed)


def test_a_slip_of_the_hand_is_asked_about_and_one_click_mends_it(ana: Someone) -> None:
    asked = ana.command_answer("/ssi privcy")

    assert "Did you mean /ssi privacy?" in words_of(asked).replace("`", "")
    assert "Who sees your score" in words_of(ana.click(asked, "run_1"))


def test_a_slip_in_a_word_that_opens_a_form_opens_it_on_a_click(ana: Someone) -> None:
    asked = ana.command_answer("/ssi setpu")

    ana.actor.click(asked, "run_1")

    view = ana.actor.modal()
    assert view is not None
    assert view.content["callback_id"] == "setup"


def test_what_is_no_slip_is_understood_as_words(ana: Someone) -> None:
    assert "You're welcome." in ana.command("/ssi thanks")
    assert "Every number I show follows" in ana.command("/ssi what are the rules?")


def test_import_tells_how_in_three_steps_and_what_came_in_can_be_undone(ana: Someone) -> None:
    assert "The last that came in" not in ana.command("/ssi import")
    ana.upload(comments(("2026-06-24", 5)), "export.zip")

    told = ana.command_answer("/ssi import")

    for words in ("Bring in your data in three steps", "Drop the ZIP", "What is read:"):
        assert words in words_of(told).replace("*", "")
    assert "are never stored" in words_of(told)
    assert re.search(r"export.zip, .*30 Jun.*: 5 entries", words_of(told))
    assert "5 entries taken back" in words_of(ana.click(told, "undo_import_1"))


@pytest.mark.usefixtures("data")
def test_an_answer_tells_what_was_understood_and_what_it_left_out(ana: Someone) -> None:
    for typed, understood in UNDERSTOOD.items():
        assert understood in ana.command(typed)


@pytest.mark.usefixtures("data")
def test_where_nothing_was_named_nothing_is_echoed(ana: Someone) -> None:
    for typed in ("/ssi why", "/ssi me", "/ssi plan 20", "/ssi privacy", "/ssi log 2 comments"):
        told = ana.command(typed)
        assert "Understood" not in told
        assert "so it tells of everything" not in told


def test_a_past_score_is_told_as_it_was_told_then_and_as_it_is_known_now(
    ana: Someone, clock: MovableClock
) -> None:
    ana.upload(comments(("2026-06-20", 5)), "export.zip")
    told_then = re.search(r"([\d.]+) of 100", ana.command("/ssi me"))
    clock.now += timedelta(days=3)
    ana.upload(comments(("2026-06-20", 5), ("2026-06-29", 4)), "later.zip")

    said = ana.command("/ssi me on 30 June")

    assert told_then is not None
    assert f"You were told {told_then[1]} on Tue 30 Jun; with the late import it was" in said
    assert "by what is known now" in said
    assert "Today you're at" in said
    assert "Understood: Tue 30 Jun." in said


@pytest.mark.usefixtures("data")
def test_a_day_before_all_that_is_known_has_no_score(ana: Someone) -> None:
    assert "Nothing is known of those days" in ana.command("/ssi me on 1 January")
    assert "since Sat 20 Jun" in ana.command("/ssi me since 21 June")


@pytest.mark.usefixtures("data")
def test_a_change_is_narrowed_to_a_signal_in_its_details_too(ana: Someone) -> None:
    why = ana.command_answer("/ssi why comments since 20 June")
    details = words_of(ana.click(why, "details"))

    assert "Comments: you're at" in words_of(why)
    assert "5 new comments came in" in words_of(why)
    assert "active days" not in words_of(why)
    assert "All that moved you in comments" in details
    assert "active days" not in details
    assert "Checked and did not move" not in details


@pytest.mark.usefixtures("data")
def test_a_signal_that_no_import_shows_is_said_so(ana: Someone) -> None:
    assert "No connected source shows that yet" in ana.command("/ssi why reactions")


@pytest.mark.usefixtures("team")
def test_a_board_and_a_report_are_told_of_named_days(ana: Someone, ben: Someone) -> None:
    board = ben.command("/ssi board last month", NORTH)
    report = ben.command("/ssi team North since 1 June")

    assert "31 days" in board
    assert "At the end of Sun 31 May" in board
    assert "You were number 2" in board
    assert "Understood: Fri 1 May – Sun 31 May." in board
    assert "30 days" in report
    assert "From the end of Sun 31 May to the end of Tue 30 Jun" in report
    assert "7 days" in ben.command("/ssi board", NORTH)


@pytest.mark.usefixtures("team")
def test_a_command_may_be_continued_in_its_place_for_ten_minutes(
    ana: Someone, ben: Someone, clock: MovableClock
) -> None:
    let_see(ben, ana)
    ben.command("/ssi why last week", NORTH)

    assert "Insights: you were" in ben.command("/ssi and in insights?", NORTH)
    bot = f"<@{ben.stage.workspace.bot.user_id}>"
    before = ben.ask(f"{bot} and the week before?", NORTH)
    assert "From the end of Sun 14 Jun to the end of Sun 21 Jun" in before
    assert "Sun 21 Jun" not in ana.command("/ssi and in insights?", NORTH)

    clock.now += timedelta(minutes=11)
    assert "Sun 21 Jun" not in ben.command("/ssi and in brand?", NORTH)
