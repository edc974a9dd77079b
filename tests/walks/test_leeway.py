"""A usual week is called one, and an unusual one is not; told over HTTP after some weeks."""

from datetime import UTC, date, datetime, timedelta

import pytest

from bot.cli.stage import Stage
from tests.walks.conftest import MovableClock, Someone
from tests.walks.test_newcomer import comments

MONDAYS = [date(2026, 4, 6) + timedelta(weeks=week) for week in range(12)]
"""Three comments on each leave the window week by week, and seven of the last, from July on."""


@pytest.fixture(autouse=True)
def history(ana: Someone) -> None:
    told = [(str(day), 7 if day == MONDAYS[-1] else 3) for day in MONDAYS]
    ana.upload(comments(*told), "export.zip")


def weeks_later(stage: Stage, clock: MovableClock, day: date) -> None:
    clock.now = datetime(day.year, day.month, day.day, 12, tzinfo=UTC)
    stage.bot.ticker.tick()


def test_a_usual_week_is_called_so_and_raises_no_alarm(
    ana: Someone, stage: Stage, clock: MovableClock
) -> None:
    weeks_later(stage, clock, date(2026, 9, 12))

    me, why = ana.command("/ssi me"), ana.command("/ssi why")

    assert "−0.6 since Sat 5 Sep; ±0.8 a week is usual for you" in me.replace("*", "")
    assert "That is within your usual weekly swing (±0.8)." in why
    assert "nothing you can do" not in why


def test_more_than_usual_is_called_so(ana: Someone, stage: Stage, clock: MovableClock) -> None:
    weeks_later(stage, clock, date(2026, 9, 22))

    assert "That is more than your usual weekly swing (±0.8)." in ana.command("/ssi why")


def test_before_eight_weeks_nothing_is_called_usual(
    ana: Someone, stage: Stage, clock: MovableClock
) -> None:
    weeks_later(stage, clock, date(2026, 8, 20))

    for question in ("me", "why"):
        assert "usual" not in ana.command(f"/ssi {question}")


def test_a_longer_time_is_not_held_against_a_week(
    ana: Someone, stage: Stage, clock: MovableClock
) -> None:
    weeks_later(stage, clock, date(2026, 9, 12))

    assert "usual" not in ana.command("/ssi why since 1 august")
