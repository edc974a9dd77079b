"""The tick goes on, whatever its steps do, until it is told to stop."""

import threading
from collections.abc import Callable
from datetime import datetime, timedelta

import pytest
from structlog.testing import capture_logs

from bot.clock import fixed_clock
from bot.delivery.ticker import Ticker
from tests.bot.delivery.scene import MONDAY_9

PATIENCE_SECONDS = 30


@pytest.fixture
def quick() -> timedelta:
    return timedelta(milliseconds=5)


def countdown(times: int) -> tuple[Callable[[datetime], None], threading.Event]:
    """Make a step that sets the event when it has been called so often."""
    left = iter(range(times - 1, -1, -1))
    done = threading.Event()

    def step(_: datetime) -> None:
        if next(left, 0) == 0:
            done.set()

    return step, done


def test_a_tick_runs_every_step_in_order_at_the_clocks_time() -> None:
    seen: list[tuple[str, datetime]] = []
    steps = {name: lambda now, name=name: seen.append((name, now)) for name in ("plan", "send")}

    Ticker(steps, fixed_clock(MONDAY_9)).tick()

    assert seen == [("plan", MONDAY_9), ("send", MONDAY_9)]


def test_a_failing_step_is_logged_with_an_incident_and_the_rest_goes_on(quick: timedelta) -> None:
    def fail(_: datetime) -> None:
        raise ZeroDivisionError

    step, done = countdown(3)
    with capture_logs() as logs:
        ticker = Ticker({"fail": fail, "step": step}, fixed_clock(MONDAY_9), quick)
        ticker.start()
        assert done.wait(PATIENCE_SECONDS)
        ticker.stop()

    failures = [entry for entry in logs if entry["event"] == "step_failed"]
    assert len(failures) >= 3
    assert {entry["step"] for entry in failures} == {"fail"}
    assert len({entry["incident"] for entry in failures}) == len(failures)


def test_stopping_lets_the_running_tick_end(quick: timedelta) -> None:
    began, may_end, ended = threading.Event(), threading.Event(), threading.Event()

    def step(_: datetime) -> None:
        began.set()
        may_end.wait(PATIENCE_SECONDS)
        ended.set()

    ticker = Ticker({"step": step}, fixed_clock(MONDAY_9), quick)
    ticker.start()
    assert began.wait(PATIENCE_SECONDS)
    stopper = threading.Thread(target=ticker.stop)
    stopper.start()
    assert not ended.is_set()
    may_end.set()
    stopper.join(PATIENCE_SECONDS)

    assert ended.is_set()
    assert not stopper.is_alive()


def test_after_a_tick_that_took_longer_than_its_time_the_next_comes_at_once(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    passed = [0.0]
    takes = iter([40.0, 31.0, 5.0])
    monkeypatch.setattr("bot.delivery.ticker.monotonic", lambda: passed[0])
    done = threading.Event()

    def step(_: datetime) -> None:
        passed[0] += next(takes)
        if passed[0] == 76:
            done.set()

    ticker = Ticker({"step": step}, fixed_clock(MONDAY_9), timedelta(seconds=30))
    ticker.start()

    assert done.wait(PATIENCE_SECONDS)
    ticker.stop()
    assert passed[0] == 76
