"""Each reader has the bot in the language of their Slack, in one channel and at one time."""

from dataclasses import replace

import pytest

from bot.cli.stage import Stage
from bot.workspace import words_of
from tests.walks.conftest import CLEO, NORTH, MovableClock, Someone, set_up_team
from tests.walks.test_digest import MONDAY_AT_NINE
from tests.walks.test_disputes import COMMENT, dispute
from tests.walks.test_newcomer import comments


def speak(stage: Stage, slack_id: str, locale: str) -> None:
    """Set the language of somebody's Slack."""
    users = stage.workspace.users
    users[slack_id] = replace(users[slack_id], locale=locale)


@pytest.fixture(autouse=True)
def german(stage: Stage) -> None:
    """Cleo's Slack is in German."""
    speak(stage, CLEO, "de-DE")


def export() -> bytes:
    return comments(("2026-06-28", 5), ("2026-03-30", 10))


def test_two_readers_in_a_channel_each_read_their_own_language(ana: Someone, cleo: Someone) -> None:
    assert "Dein Wert: 1,2" in cleo.upload(export(), "export.zip").replace("*", "")
    assert "Your score: 1.2" in ana.upload(export(), "export.zip").replace("*", "")

    assert "Du stehst bei" in cleo.command("/ssi why", NORTH)
    assert "You're at" in ana.command("/ssi why", NORTH)
    assert "Mo., 29. Juni" in cleo.command("/ssi me yesterday", NORTH)
    assert "Mon 29 Jun" in ana.command("/ssi me yesterday", NORTH)


def test_what_goes_wrong_is_said_in_the_readers_language(cleo: Someone) -> None:
    """Also before anything is known of the reader."""
    assert "Du hast noch kein Team." in cleo.command("/ssi board")
    assert "Meintest du `/ssi tips`?" in cleo.command("/ssi tipss")


def test_modals_and_app_home_are_in_the_readers_language(cleo: Someone) -> None:
    cleo.upload(export(), "export.zip")
    cleo.actor.open_home()
    cleo.stage.server.wait_for(lambda: cleo.actor.home() is not None, timeout=10)
    home = cleo.actor.home()
    assert home
    assert "Noch kein Ziel." in words_of(home)

    assert cleo.actor.slash("/ssi log").ok
    form = cleo.actor.modal()
    assert form
    assert "Aktivität eintragen" in words_of(form)


def test_a_channel_reads_the_language_of_who_set_its_team_up(
    stage: Stage, clock: MovableClock, ana: Someone, cleo: Someone
) -> None:
    set_up_team(cleo, "Nord")
    ready = ana.seen()[-1]
    assert "Nord ist eingerichtet" in words_of(ready)
    assert "Welcome to Nord." in words_of(ana.click(ready, "join"))

    ana.upload(export(), "export.zip")
    clock.now = MONDAY_AT_NINE
    stage.bot.ticker.tick()
    (digest,) = (
        message
        for message in stage.workspace.messages(NORTH, None)
        if message.metadata and not message.is_reply
    )
    assert "Nord: 29. Juni – 5. Juli" in words_of(digest)
    assert "You're number 1 of 1 in Nord" in words_of(ana.click(digest, "my_row"))


def test_a_message_owed_to_a_member_comes_in_the_members_language(
    stage: Stage, clock: MovableClock, cleo: Someone
) -> None:
    cleo.upload(export(), "export.zip")
    shown = cleo.command_answer("/ssi privacy")
    cleo.click(shown, "note_on")
    clock.now = MONDAY_AT_NINE
    note = cleo.answer(lambda: (stage.bot.ticker.tick(), stage.bot.ticker.tick()))
    assert "Deine Woche: 29. Juni – 5. Juli" in words_of(note)


def test_a_language_changed_in_slack_holds_from_the_next_answer_on(
    stage: Stage, cleo: Someone
) -> None:
    assert "Hallo!" in cleo.ask("hello")
    speak(stage, CLEO, "en-GB")
    assert "Hello!" in cleo.ask("hello")


def test_a_manager_who_never_spoke_to_the_bot_is_asked_in_the_own_language(
    ana: Someone, ben: Someone, cleo: Someone
) -> None:
    assert ben.actor.slash("/ssi setup", ben.stage.workspace.channels[NORTH]).ok
    form = ben.actor.modal()
    assert form
    managers = {"managers": {"managers": [CLEO]}}
    assert ben.actor.submit(form, {"name": {"name": "North"}} | managers).ok
    ana.click(ana.seen()[-1], "join")
    ana.upload(export(), "export.zip")

    said = dispute(ana, kind=COMMENT, count="2", day="2026-06-25", note="")

    assert "2 comments on Thu 25 Jun are missing" in said
    assert "2 Kommentare am Do., 25. Juni fehlen" in words_of(cleo.actor.messages()[-1])


def test_who_is_forgotten_reads_so_in_the_own_language_and_leaves_none(
    stage: Stage, cleo: Someone
) -> None:
    cleo.upload(export(), "export.zip")
    shown = cleo.command_answer("/ssi privacy")
    assert "Du bist vergessen." in words_of(cleo.click(shown, "forget"))
    assert stage.store.members.by_slack_id(1, CLEO) is None


def test_an_instant_comes_as_slacks_own_date(cleo: Someone, ana: Someone) -> None:
    cleo.upload(export(), "export.zip")
    assert "<!date^1782820800^{date_short_pretty}, {time}|30. Juni 2026, 12:00 UTC>" in (
        cleo.command("/ssi data")
    )
    ana.upload(export(), "export.zip")
    assert "{date_short_pretty} at {time}|30 Jun 2026, 12:00 UTC>" in ana.command("/ssi data")
