"""App Home: one's own score, a click's answer in a modal, pages, and what an admin looks after."""

from datetime import timedelta

import pytest

from bot.cli.stage import Stage
from bot.workspace import Channel, View, words_of
from tests.walks.conftest import BEN, MovableClock, Someone, set_up_team
from tests.walks.test_newcomer import comments

EXPORT = comments(("2026-06-28", 5))
"""Five comments on one day are worth 5 · 0.2 + 0.15 = 1.15 points."""


def home_of(who: Someone) -> View:
    """Open App Home, and wait until the bot has published it anew."""
    before = who.actor.home()
    who.actor.open_home()
    return changed_home(who, before)


def changed_home(who: Someone, before: View | None) -> View:
    def is_new() -> View | None:
        view = who.actor.home()
        return view if view and (before is None or view.hash != before.hash) else None

    view = who.stage.server.wait_for(is_new, timeout=10)
    assert view
    return view


def home_with(who: Someone, text: str) -> str:
    """Wait until App Home shows something."""

    def shows() -> str | None:
        view = who.actor.home()
        said = words_of(view) if view else ""
        return said if text in said else None

    return who.stage.server.wait_for(shows, timeout=10) or ""


def look(who: Someone, place: View, action_id: str) -> str:
    """Click a button on App Home, or in a modal, and read the answer in the modal."""
    before = who.actor.modal()
    assert who.actor.click(place, action_id).ok

    def is_answered() -> View | None:
        view = who.actor.modal()
        is_new = view and (before is None or (view.id, view.hash) != (before.id, before.hash))
        return view if is_new and "One moment" not in words_of(view) else None

    view = who.stage.server.wait_for(is_answered, timeout=10)
    assert view
    return words_of(view)


def turn(who: Someone, home: View, action_id: str, value: str = "") -> View:
    """Click what App Home itself changes by."""
    assert who.actor.click(home, action_id, value).ok
    return changed_home(who, home)


def test_who_has_no_data_reads_how_to_begin_in_three_steps(ana: Someone) -> None:
    said = words_of(home_of(ana))

    assert "Three steps to your score" in said
    assert "You're in no team yet" in said
    assert "of 100" not in said
    assert "For everybody here" not in said, "Ana is no admin"


def test_a_score_comes_with_all_that_belongs_to_it(ana: Someone) -> None:
    ana.upload(EXPORT, "export.zip")

    said = words_of(home_of(ana))

    for part in (
        "1.2 of 100",
        "*Insights* 1.0 of 25",
        "*Brand* not seen yet",
        "*Next:*",
        "Nothing leaves the window in the next 7 days.",
        "*Since 28 Jun*",
        "*No goal yet.*",
        "*Active 1 week in a row*",
    ):
        assert part in said


@pytest.mark.parametrize(
    ("action_id", "said"),
    [
        ("why", "You're at 1.2"),
        ("next", "comments"),
        ("outlook", "1.2"),
        ("trend", "Each is the score at the end of its day"),
        ("goal", "You have no goal."),
        ("tips", "Worth most to you just now"),
        ("import", "Get a copy of your data"),
        ("rules", "2026-01"),
        ("privacy", "What is stored:"),
        ("help", "/ssi me"),
    ],
)
def test_each_button_is_answered_in_a_modal_and_in_no_message(
    ana: Someone, action_id: str, said: str
) -> None:
    ana.upload(EXPORT, "export.zip")
    messages = len(ana.seen())

    assert said in look(ana, home_of(ana), action_id)

    assert len(ana.seen()) == messages


def test_a_button_in_the_answer_is_answered_in_the_same_modal(ana: Someone) -> None:
    ana.upload(EXPORT, "export.zip")
    look(ana, home_of(ana), "why")
    modal = ana.actor.modal()
    assert modal

    assert "5 comments" in look(ana, modal, "details")

    again = ana.actor.modal()
    assert again
    assert again.id == modal.id


def test_the_form_to_log_opens_on_home_and_what_is_logged_shows_there(ana: Someone) -> None:
    ana.upload(EXPORT, "export.zip")
    home = home_of(ana)
    assert ana.actor.click(home, "log").ok
    form = ana.actor.modal()
    assert form
    assert form.content["callback_id"] == "log"

    ana.command("/ssi log 2 comments today")

    assert home_with(ana, "1.7 of 100")


def test_what_changes_shows_on_home_at_once(ana: Someone) -> None:
    home_of(ana)

    ana.upload(EXPORT, "export.zip")
    assert home_with(ana, "1.2 of 100")
    ana.command("/ssi goal 5 by 11 Aug")
    assert home_with(ana, "*Goal 5 by Tue 11 Aug:*")
    privacy = ana.command_answer("/ssi privacy")
    ana.click(privacy, "games_off")
    ana.stage.server.wait_for(
        lambda: "in a row" not in words_of(ana.actor.home() or home_of(ana)), timeout=10
    )
    ana.click(ana.command_answer("/ssi data"), "forget")
    assert home_with(ana, "Three steps to your score")


def test_a_night_is_on_the_home_of_who_looked_within_a_week(
    ana: Someone, stage: Stage, clock: MovableClock
) -> None:
    ana.upload(EXPORT, "export.zip")
    home_of(ana)
    home_with(ana, "since Tue 23 Jun")

    clock.now += timedelta(days=1)
    stage.bot.ticker.tick()
    home_with(ana, "since Wed 24 Jun")
    home = ana.actor.home()
    stage.bot.ticker.tick()
    assert ana.actor.home() == home, "once a night is enough"

    clock.now += timedelta(days=8)
    stage.bot.ticker.tick()
    assert ana.actor.home() == home


def test_a_manager_sees_the_team_and_its_report(ana: Someone, ben: Someone) -> None:
    set_up_team(ben)
    ana.click(ana.seen()[-1], "join")
    ana.upload(EXPORT, "export.zip")

    home = home_of(ben)

    assert "*North:* 1 member; an average is shown once 5 have a score" in words_of(home)
    assert "Ana" not in words_of(home)
    assert "North" in look(ben, home, "team")
    assert "*North*" in words_of(home_of(ana))
    assert "North" in look(ana, home_of(ana), "board")


def test_many_teams_come_in_pages(ben: Someone, stage: Stage) -> None:
    for number in range(11):
        channel = Channel(
            f"C0NORTH{number:02}", f"north-{number}", members=(stage.workspace.bot.user_id, BEN)
        )
        stage.workspace.keep_channel(channel)
        assert ben.actor.slash("/ssi setup", channel).ok
        form = ben.actor.modal()
        assert form
        assert ben.actor.submit(form, {"name": {"name": f"North {number}"}}).ok

    home = home_of(ben)
    assert "Page 1 of 3" in words_of(home)
    home = turn(ben, home, "home_turn_managed_more")
    assert "*North 5:*" in words_of(home)
    home = turn(ben, home, "home_turn_managed_more")
    said = words_of(home)
    assert "Page 3 of 3" in said
    assert "*North 10:*" in said
    assert "*North 9:*" not in said
    assert "Page 2 of 3" in words_of(turn(ben, home, "home_turn_managed_back"))


def test_joining_tells_in_four_lines_what_is_stored_who_sees_it_and_how_to_leave(
    ana: Someone, ben: Someone
) -> None:
    set_up_team(ben)

    said = words_of(ana.click(ana.seen()[-1], "join"))

    lines = [line for line in said.splitlines() if line.startswith("•")]
    assert [line.split("*")[1] for line in lines] == ["Stored:", "Never stored:", "Seen:", "Leave:"]
    assert f"<@{BEN}>" in lines[2]
