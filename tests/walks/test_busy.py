"""When more is asked than can be answered: people are told at once, and nothing piles up."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from http.client import BAD_REQUEST, SERVICE_UNAVAILABLE
from threading import Event, Semaphore

from pydantic import SecretStr
from slack_bolt.adapter.socket_mode.internals import run_bolt_app
from slack_sdk.socket_mode.request import SocketModeRequest

from bot.app import Bot, build
from bot.cli.stage import Stage
from bot.messages import actions
from bot.slack.computing import AT_ONCE as COMPUTING_AT_ONCE
from bot.slack.computing import waiting
from bot.slack.workers import AT_ONCE, MOST_WAITING, Workers
from tests.walks.conftest import ANA, BEN, CLEO, MovableClock, Someone
from tests.walks.test_language import speak
from tests.walks.test_newcomer import comments
from tests.walks.test_watching import look, value

BUSY = "So many people ask just now that I cannot keep up. Please try again in a minute."
BUSY_IN_GERMAN = "Gerade fragen so viele, dass ich nicht nachkomme."


@contextmanager
def full(workers: Workers) -> Iterator[None]:
    """Let every worker wait for Slack, and so much wait for them that nothing more is let in."""
    begun, released, done = Semaphore(0), Event(), Event()

    def work() -> None:
        with waiting():
            begun.release()
            released.wait()

    for _ in range(AT_ONCE):
        workers.take(work)
    try:
        assert all(begun.acquire(timeout=10) for _ in range(AT_ONCE))
        while workers.have_room:
            workers.take(released.wait)
        yield
    finally:
        released.set()
        workers.take(done.set)
        assert done.wait(timeout=10)


def in_socket_mode(stage: Stage, clock: MovableClock) -> Bot:
    settings = stage.settings.model_copy(update={"slack_app_token": SecretStr("xapp-1")})
    return build(settings, clock, stage.store)


def test_a_command_is_told_to_come_again_in_its_acknowledgement(ana: Someone, stage: Stage) -> None:
    with full(stage.bot.workers):
        assert BUSY in ana.command("/ssi me")
    assert BUSY not in ana.command("/ssi help")


def test_a_member_is_told_so_in_the_own_language(cleo: Someone, stage: Stage) -> None:
    speak(stage, CLEO, "de-DE")
    cleo.upload(comments(("2026-06-28", 5)), "export.zip")
    with full(stage.bot.workers):
        assert BUSY_IN_GERMAN in cleo.command("/ssi me")


def test_a_click_is_refused_so_that_slack_shows_a_warning_and_can_be_made_again(
    ana: Someone, stage: Stage
) -> None:
    ana.upload(comments(("2026-06-28", 5)), "export.zip")
    ana.ask("what is my score?")
    score, before = ana.seen()[-1], len(ana.seen())
    with full(stage.bot.workers):
        assert not ana.actor.click(score, actions.WHY).ok
    assert SERVICE_UNAVAILABLE in {entry.status for entry in stage.workspace.traffic.entries()}
    ana.click(score, actions.WHY)
    assert len(ana.seen()) == before + 1


def test_an_event_is_not_acknowledged_so_that_slack_sends_it_again(
    ana: Someone, stage: Stage
) -> None:
    def refused() -> list[int]:
        return [e.status for e in stage.workspace.traffic.entries() if e.status >= BAD_REQUEST]

    with full(stage.bot.workers):
        ana.actor.say("thank you!", ana.actor.direct)
        stage.server.wait_for(refused, timeout=10)
        assert set(refused()) == {SERVICE_UNAVAILABLE}
        assert not ana.seen()


def test_a_form_that_was_opened_before_is_taken(ana: Someone, stage: Stage) -> None:
    assert ana.actor.slash("/ssi log").ok
    form = ana.actor.modal()
    assert form
    with full(stage.bot.workers):
        filled_in = ana.actor.submit(form, {"count": {"count": "many"}})
    assert filled_in.errors, "it says what is wrong, as ever"


def test_in_socket_mode_just_as_much_is_let_in(stage: Stage, clock: MovableClock) -> None:
    bot = in_socket_mode(stage, clock)
    assert bot.socket
    said = {
        "command": "/ssi",
        "text": "me",
        "team_id": stage.workspace.team_id,
        "user_id": ANA,
        "trigger_id": "1",
    }
    with full(bot.workers):
        told = run_bolt_app(bot.socket.app, SocketModeRequest("slash_commands", "1", said))
    bot.workers.finish()
    assert BUSY in told.body


def test_that_the_app_is_uninstalled_is_heard_at_any_time(
    stage: Stage, clock: MovableClock
) -> None:
    bot = in_socket_mode(stage, clock)
    assert bot.socket
    left = {
        "type": "event_callback",
        "team_id": stage.workspace.team_id,
        "event_id": "Ev1",
        "event_time": 1,
        "event": {"type": "app_uninstalled"},
    }
    with full(bot.workers):
        told = run_bolt_app(bot.socket.app, SocketModeRequest("events_api", "1", left))
    bot.workers.finish()
    assert told.status == 200


def test_nobody_waits_for_an_answer_because_others_wait_for_slack(
    ana: Someone, ben: Someone, stage: Stage
) -> None:
    slack_answers = Event()

    def slow(_method: str, given: Mapping[str, object]) -> None:
        if given.get("user") == BEN:
            slack_answers.wait(10)

    stage.server.plan_faults(slow)
    for _ in range(COMPUTING_AT_ONCE):
        assert ben.actor.slash("/ssi help").ok
    try:
        ana.command("/ssi help")
        assert not ben.actor.ephemerals()
    finally:
        slack_answers.set()


def test_figures_tell_what_waits_and_what_was_turned_away(ana: Someone, stage: Stage) -> None:
    away = "openssi_work_turned_away_total"
    ana.upload(comments(("2026-06-28", 5)), "export.zip")
    ana.ask("what is my score?")
    score = ana.seen()[-1]
    with full(stage.bot.workers):
        before = look(stage, "/metrics").text
        ana.command("/ssi me")
        ana.actor.click(score, actions.WHY)
        page = look(stage, "/metrics").text
        assert value(page, "openssi_work_waiting") == MOST_WAITING
    assert value(page, away) == value(before, away) + 2
