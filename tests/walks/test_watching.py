"""Watching over the bot: its figures, whether it is ready, and a log that quotes nobody."""

import json
import logging
import re
import sys
from collections.abc import Iterator
from datetime import timedelta
from io import StringIO

import pytest
import structlog
from sqlalchemy import text
from werkzeug.test import TestResponse

from bot.cli.logs import log_to_stderr
from bot.cli.stage import Stage
from bot.storage.deliveries import DeliveryState
from bot.storage.tables import Delivery
from bot.storage.times import to_epoch
from bot.workspace.rates import no_faults, refusal
from tests.walks.conftest import ANA, NORTH, NOW, Someone, set_up_team

PLANTED = "quokka"


def look(stage: Stage, path: str) -> TestResponse:
    return stage.bot.web.test_client().get(path)


def execute(stage: Stage, statement: str) -> None:
    with stage.store.database.write() as session:
        session.connection().execute(text(statement))


def value(page: str, name: str) -> float:
    """Read a figure from the page."""
    (found,) = re.findall(rf"^{re.escape(name)} (\S+)$", page, re.MULTILINE)
    return float(found)


def test_figures_name_kinds_of_work_and_nobody(ana: Someone, ben: Someone, stage: Stage) -> None:
    set_up_team(ben)
    before = look(stage, "/metrics").text
    ana.command("/ssi log 2 comments yesterday")
    ana.ask(f"why did my {PLANTED} score drop?")
    ana.command("/ssi setup games off")

    page = look(stage, "/metrics").text

    for name in (
        'openssi_answer_seconds_count{asked="log",outcome="answered"}',
        'openssi_answer_seconds_count{asked="why_change",outcome="answered"}',
        'openssi_answer_seconds_count{asked="setup",outcome="refused"}',
        'openssi_recordings_total{source="manual_log"}',
        "openssi_understanding_seconds_count",
    ):
        assert value(page, name) - (value(before, name) if name in before else 0) >= 1, name
    assert value(page, 'openssi_deliveries{state="sent"}') == 0
    assert value(page, "openssi_seconds_since_tick") < 60
    for word in (PLANTED, ANA, "Ana", NORTH, "Acme", stage.workspace.team_id):
        assert word not in page


def test_figures_tell_how_late_the_longest_waiting_delivery_is(ana: Someone, stage: Stage) -> None:
    ana.command("/ssi me")
    stage.bot.dispatcher.finish()
    due = to_epoch(NOW - timedelta(minutes=5))
    stage.store.deliveries.owe(
        Delivery(
            workspace_id=1,
            kind="digest",
            period="2026-W27",
            channel_id=NORTH,
            due_at=due,
            not_before=due,
            state=DeliveryState.READY,
        )
    )

    page = look(stage, "/metrics").text

    assert value(page, 'openssi_deliveries{state="ready"}') == 1
    assert value(page, "openssi_delivery_lag_seconds") == 300


def test_it_is_ready_while_its_database_is(stage: Stage) -> None:
    assert look(stage, "/readyz").json == {"ok": True}

    execute(stage, "UPDATE alembic_version SET version_num = '0000'")

    refused = look(stage, "/readyz")
    assert refused.status_code == 503
    assert "Run `ssi migrate`" in refused.json["reason"]
    assert look(stage, "/healthz").json == {"ok": True}


@pytest.fixture
def log(monkeypatch: pytest.MonkeyPatch) -> Iterator[StringIO]:
    """The log as `ssi serve` writes it."""
    written = StringIO()
    with monkeypatch.context() as patch:
        patch.setattr(sys, "stderr", written)
        log_to_stderr()
    yield written
    logging.basicConfig(handlers=[logging.NullHandler()], force=True)
    structlog.reset_defaults()


def incidents(log: StringIO) -> dict[str, dict[str, object]]:
    """Read the incidents so far, by what failed."""
    lines = [json.loads(line) for line in log.getvalue().splitlines()]
    return {line["event"]: line for line in lines if "incident" in line}


def test_the_log_tells_of_incidents_and_quotes_nobody(
    ana: Someone, stage: Stage, log: StringIO
) -> None:
    ana.command(f"/ssi log 2 comments https://www.linkedin.com/feed/update/{PLANTED}")
    ana.command(f"/ssi goal {PLANTED}")
    execute(stage, "ALTER TABLE activity RENAME TO activity_no_more")
    assert "Something went wrong" in ana.command(f"/ssi why did my {PLANTED} score drop?")
    stage.server.plan_faults(
        lambda method, _: refusal("fatal_error") if method == "chat.postMessage" else None
    )
    ana.actor.say(f"why did my {PLANTED} score drop?")
    stage.server.wait_for_events()
    stage.bot.workers.finish()
    stage.server.plan_faults(no_faults)

    assert "event_not_answered" in incidents(log)
    assert str(incidents(log)["answer_failed"]["error"]).startswith("sqlalchemy.exc.")
    bot, user = stage.workspace.bot, ana.actor.user
    tokens = (bot.bot_token, bot.signing_secret, bot.verification_token, "response_url")
    for word in (PLANTED, user.name, user.real_name, user.email or "", *tokens):
        assert word not in log.getvalue(), word
