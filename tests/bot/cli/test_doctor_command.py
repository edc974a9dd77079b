"""`ssi doctor`: what is missing or broken is named, with the way to mend it."""

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import text

from bot.cli.stage import app_of_the_bot
from bot.slack.permissions import SCOPES
from bot.storage import Database
from bot.workspace import Workspace, WorkspaceServer
from tests.bot.cli.conftest import Ssi
from tests.engines import Databases


@pytest.fixture
def slack() -> Iterator[WorkspaceServer]:
    """A workspace where the app is installed, and nothing goes on."""
    with WorkspaceServer(Workspace("Acme", bot=app_of_the_bot())) as server:
        yield server


@pytest.fixture
def connected(
    slack: WorkspaceServer, home: Path, monkeypatch: pytest.MonkeyPatch
) -> WorkspaceServer:
    """The workspace, and the settings that connect to it."""
    bot = slack.workspace.bot
    monkeypatch.setenv("SLACK_API_URL", slack.api_url)
    monkeypatch.setenv("SLACK_BOT_TOKEN", bot.bot_token)
    monkeypatch.setenv("SLACK_SIGNING_SECRET", bot.signing_secret)
    return slack


def findings(ssi: Ssi) -> dict[str, dict[str, object]]:
    run = ssi("doctor", "--json")
    found = json.loads(run.out)
    assert run.code == (0 if all(finding["ok"] for finding in found) else 1)
    assert all(finding["ok"] or finding["remedy"] for finding in found)
    return {finding["name"]: finding for finding in found}


def test_without_settings_the_doctor_tells_what_is_missing(ssi: Ssi) -> None:
    found = findings(ssi)

    assert [name for name, finding in found.items() if not finding["ok"]] == [
        "SLACK_BOT_TOKEN",
        "SLACK_SIGNING_SECRET",
    ]
    assert "→ Install the app from manifest.yml" in ssi("doctor").out


def test_a_bot_over_http_is_well(ssi: Ssi, connected: WorkspaceServer) -> None:
    found = findings(ssi)

    assert all(finding["ok"] for finding in found.values())
    assert found["Slack"]["detail"] == "connected to Acme"
    assert connected.workspace.bot.bot_token not in ssi("doctor").out


def test_a_bot_in_socket_mode_is_well(
    ssi: Ssi, connected: WorkspaceServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("SLACK_SIGNING_SECRET")
    monkeypatch.setenv("SLACK_APP_TOKEN", connected.workspace.bot.app_token)

    assert all(finding["ok"] for finding in findings(ssi).values())


@pytest.mark.parametrize(
    ("name", "value", "broken"),
    [
        ("SLACK_BOT_TOKEN", "xoxb-of-another", "Slack"),
        ("SLACK_BOT_TOKEN", "xoxp-no-bots", "SLACK_BOT_TOKEN"),
        ("SLACK_APP_TOKEN", "xapp-of-another", "Socket Mode"),
        ("SLACK_API_URL", "http://127.0.0.1:9/api", "Slack"),
        ("DATABASE_URL", "sqlite:////proc/none/x.db", "Database"),
    ],
)
def test_what_is_broken_is_found(
    ssi: Ssi,
    connected: WorkspaceServer,
    monkeypatch: pytest.MonkeyPatch,
    name: str,
    value: str,
    broken: str,
) -> None:
    monkeypatch.setenv(name, value)

    assert not findings(ssi)[broken]["ok"]


def test_scopes_that_were_not_granted_are_named(ssi: Ssi, connected: WorkspaceServer) -> None:
    workspace = connected.workspace
    workspace.bot = replace(workspace.bot, scopes=SCOPES - {"files:read"})

    assert findings(ssi)["Slack"]["detail"] == "lacks files:read"


def test_a_clock_that_stands_still_is_told(ssi: Ssi) -> None:
    assert "2026-11-18" in str(findings(ssi)["Clock"]["detail"])


@pytest.mark.parametrize("databases", ["sqlite", "postgresql"], indirect=True)
def test_on_every_engine_the_database_is_looked_at(
    ssi: Ssi, databases: Databases, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    url = databases.new()
    monkeypatch.setenv("DATABASE_URL", url)
    assert findings(ssi)["Database"]["ok"]

    database = Database(url)
    with database.write() as session:
        session.connection().execute(text("UPDATE alembic_version SET version_num = '0000'"))
    database.close()

    broken = findings(ssi)["Database"]
    assert not broken["ok"]
