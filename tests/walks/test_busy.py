"""When more is asked than can be answered: people are told at once, and nothing piles up."""

from collections.abc import Iterator
from contextlib import contextmanager
from http.client import BAD_REQUEST, SERVICE_UNAVAILABLE
from threading import Event, Semaphore

from bot.cli.stage import Stage
from bot.messages import actions
from bot.slack.workers import AT_ONCE, MOST_WAITING
from bot.workspace import words_of
from tests.walks.conftest import Someone
from tests.walks.test_newcomer import comments
from tests.walks.test_watching import look, value

BUSY = "So many people ask just now that I cannot keep up. Please try again in a minute."


@contextmanager
def full(stage: Stage) -> Iterator[None]:
    """Let every worker be at work, and so much wait that nothing more is taken on."""
    begun, released = Semaphore(0), Event()

    def work() -> None:
        begun.release()
        released.wait()

    for _ in range(AT_ONCE):
        stage.bot.workers.take(work)
    try:
        assert all(begun.acquire(timeout=10) for _ in range(AT_ONCE))
        while stage.bot.workers.take(released.wait):
            pass
        yield
    finally:
        released.set()
        done = Event()
        while not stage.bot.workers.take(done.set):
            pass
        assert done.wait(timeout=10)


@contextmanager
def no_more_excuses(stage: Stage) -> Iterator[None]:
    """Let so many people wait to be told so that nobody else can be."""
    released = Event()
    while stage.bot.workers.excuse(released.wait):
        pass
    try:
        yield
    finally:
        released.set()


def test_a_command_is_told_to_come_again_in_its_acknowledgement(ana: Someone, stage: Stage) -> None:
    with full(stage):
        assert BUSY in ana.command("/ssi me")
    assert BUSY not in ana.command("/ssi help")


def test_a_click_is_told_so_where_it_was_made(ana: Someone, stage: Stage) -> None:
    ana.upload(comments(("2026-06-28", 5)), "export.zip")
    ana.ask("what is my score?")
    score = ana.seen()[-1]
    with full(stage):
        assert BUSY in words_of(ana.click(score, actions.WHY))


def test_a_click_that_not_even_that_can_be_told_of_is_refused(ana: Someone, stage: Stage) -> None:
    ana.upload(comments(("2026-06-28", 5)), "export.zip")
    ana.ask("what is my score?")
    score = ana.seen()[-1]
    with full(stage), no_more_excuses(stage):
        ana.actor.click(score, actions.WHY)
    assert SERVICE_UNAVAILABLE in {entry.status for entry in stage.workspace.traffic.entries()}


def test_an_event_is_not_acknowledged_so_that_slack_sends_it_again(
    ana: Someone, stage: Stage
) -> None:
    def refused() -> list[int]:
        return [e.status for e in stage.workspace.traffic.entries() if e.status >= BAD_REQUEST]

    with full(stage):
        ana.actor.say("thank you!", ana.actor.direct)
        stage.server.wait_for(refused, timeout=10)
        assert set(refused()) == {SERVICE_UNAVAILABLE}
        assert not ana.seen()


def test_figures_tell_what_waits_and_what_was_turned_away(ana: Someone, stage: Stage) -> None:
    with full(stage):
        before = look(stage, "/metrics").text
        ana.command("/ssi me")
        page = look(stage, "/metrics").text
        assert value(page, "openssi_work_waiting") == MOST_WAITING
    away = "openssi_work_turned_away_total"
    assert value(page, away) == value(before, away) + 1
