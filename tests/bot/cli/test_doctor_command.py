"""`ssi doctor`: what is missing or broken is named, with the way to mend it."""

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from cryptography.fernet import Fernet
from sqlalchemy import text

from bot.cli.stage import app_of_the_bot
from bot.slack.grants import Grant
from bot.slack.installed import Installed
from bot.slack.permissions import SCOPES
from bot.slack.seal import Seal
from bot.storage import Database, Store
from bot.workspace import Workspace, WorkspaceServer
from tests.bot.cli.conftest import Ssi
from tests.engines import Databases

NOW = datetime(2026, 11, 18, 12, tzinfo=UTC)


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


@pytest.fixture
def for_many(
    connected: WorkspaceServer, databases: Databases, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Installed]:
    """Settings by which workspaces install the app themselves, and where their grants are kept."""
    database, key = Database(databases.new()), Fernet.generate_key().decode()
    monkeypatch.setenv("DATABASE_URL", database.url.render_as_string(hide_password=False))
    monkeypatch.delenv("SLACK_BOT_TOKEN")
    monkeypatch.setenv("SLACK_CLIENT_ID", connected.workspace.bot.client_id)
    monkeypatch.setenv("SLACK_CLIENT_SECRET", connected.workspace.bot.client_secret)
    monkeypatch.setenv("SSI_ENCRYPTION_KEY", key)
    store = Store(database)
    for name in ("Acme", "Birch"):
        store.workspaces.ensure(f"T{name}", name, "UTC", NOW)
    installed = Installed(store, Seal([key]))
    installed.keep(1, Grant("TAcme", connected.workspace.bot.bot_token, "U", "B"), NOW)
    yield installed
    database.close()


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


def test_a_workspace_whose_token_is_not_here_is_named(
    ssi: Ssi, connected: WorkspaceServer, databases: Databases, monkeypatch: pytest.MonkeyPatch
) -> None:
    database = Database(databases.new())
    monkeypatch.setenv("DATABASE_URL", database.url.render_as_string(hide_password=False))
    Store(database).workspaces.ensure("TBIRCH", "Birch", "UTC", NOW)
    database.close()

    found = findings(ssi)

    assert found["Slack"]["ok"]
    assert "its token is not the one that is set" in str(found["Slack (Birch)"]["detail"])


def test_where_workspaces_install_the_app_each_is_asked_about(
    ssi: Ssi, for_many: Installed
) -> None:
    found = findings(ssi)

    assert all(finding["ok"] for finding in found.values())
    assert found["Slack (Acme)"]["detail"] == "connected to Acme"
    assert "has not installed the app" in str(found["Slack (Birch)"]["detail"])


def test_a_token_that_holds_no_more_or_does_not_open_is_found(
    ssi: Ssi,
    for_many: Installed,
    connected: WorkspaceServer,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    connected.workspace.installed = False
    assert findings(ssi)["Slack (Acme)"]["detail"] == "account_inactive"

    monkeypatch.setenv("SSI_ENCRYPTION_KEY", Fernet.generate_key().decode())
    assert findings(ssi)["Slack (Acme)"]["detail"] == "no key opens its token"


def test_settings_that_contradict_each_other_are_found(
    ssi: Ssi, for_many: Installed, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SLACK_BOT_TOKEN", "xoxb-1")

    assert "Unset the one or the others" in str(findings(ssi)["Settings"]["remedy"])


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
