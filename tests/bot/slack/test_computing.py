"""Few answers are put together at once, and those that wait for Slack let others go on."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from threading import Event

from bot.slack.computing import AT_ONCE, computing, waiting

SECONDS = 10
A_MOMENT = 0.1


@contextmanager
def everybody_computes(calls_slack: Event) -> Iterator[ThreadPoolExecutor]:
    """Let as many compute as may, until a moment when they wait for Slack; have one more thread."""
    begun, over = [Event() for _ in range(AT_ONCE)], Event()

    def compute(begins: Event) -> None:
        with computing():
            begins.set()
            calls_slack.wait(SECONDS)
            with waiting():
                over.wait(SECONDS)

    with ThreadPoolExecutor(AT_ONCE + 1) as threads:
        for each in begun:
            threads.submit(compute, each)
        try:
            assert all(each.wait(SECONDS) for each in begun)
            yield threads
        finally:
            calls_slack.set()
            over.set()


def compute_too(begins: Event) -> None:
    with computing():
        begins.set()


def test_one_more_computes_only_when_somebody_waits_for_slack() -> None:
    calls_slack, begins = Event(), Event()
    with everybody_computes(calls_slack) as threads:
        threads.submit(compute_too, begins)
        assert not begins.wait(A_MOMENT)
        calls_slack.set()
        assert begins.wait(SECONDS)


def test_an_acknowledgement_that_calls_slack_lets_nobody_in_by_that() -> None:
    begins = Event()
    with everybody_computes(Event()) as threads, waiting():
        threads.submit(compute_too, begins)
        assert not begins.wait(A_MOMENT)


def test_who_waited_for_slack_computes_on_only_when_few_enough_others_do() -> None:
    waits, answered, goes_on = Event(), Event(), Event()

    def call_slack() -> None:
        with computing():
            with waiting():
                waits.set()
                answered.wait(SECONDS)
            goes_on.set()

    with ThreadPoolExecutor(1) as other:
        other.submit(call_slack)
        assert waits.wait(SECONDS)
        calls_slack = Event()
        with everybody_computes(calls_slack):
            answered.set()
            assert not goes_on.wait(A_MOMENT)
            calls_slack.set()
            assert goes_on.wait(SECONDS)
