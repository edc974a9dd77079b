"""`ssi serve` as a process of its own, against a server that speaks Slack's protocol."""

import os
import re
import signal
import subprocess
import sys
import threading
import time
import urllib.request
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from urllib.error import HTTPError

import pytest
from cryptography.fernet import Fernet

from bot.cli.stage import app_of_the_bot
from bot.workspace import Actor, User, Workspace, WorkspaceServer, words_of
from tests.bot.cli.conftest import Ssi

ANA = User("U0ANA0001", "ana", "Ana Ruiz", "ana@example.com")
UP = re.compile(r"OpenSSI is up (?P<how>.*)\. Health: http://localhost:(?P<port>\d+)/healthz")
SECONDS_TO_STOP = 10
KEY = Fernet.generate_key().decode()

Start = Callable[..., subprocess.Popen[str]]
Up = Callable[[subprocess.Popen[str]], re.Match[str]]


@pytest.fixture
def slack() -> Iterator[WorkspaceServer]:
    with WorkspaceServer(Workspace("Acme", [ANA], bot=app_of_the_bot())) as server:
        yield server


@pytest.fixture
def ana(slack: WorkspaceServer) -> Actor:
    return slack.act_as(ANA.id)


@pytest.fixture
def start(home: Path, slack: WorkspaceServer) -> Iterator[Start]:
    """Start the bot with settings, at any port that is free; its stderr goes to a file."""
    bot = slack.workspace.bot
    running: list[subprocess.Popen[str]] = []

    def serve(port: str = "0", **settings: str) -> subprocess.Popen[str]:
        known = {"SLACK_API_URL": slack.api_url, "SLACK_BOT_TOKEN": bot.bot_token}
        with (home / "stderr").open("w") as stderr:
            process = subprocess.Popen(
                [sys.executable, "-m", "bot.cli", "serve", "--port", port],
                env={**os.environ, **known, **settings},
                stderr=stderr,
                text=True,
            )
        running.append(process)
        return process

    yield serve
    for process in running:
        process.kill()
        process.wait()


@pytest.fixture
def up(home: Path) -> Callable[[subprocess.Popen[str]], re.Match[str]]:
    """Wait until the bot says that it is up, and give what it says."""

    def wait(process: subprocess.Popen[str]) -> re.Match[str]:
        for _ in range(300):
            said = (home / "stderr").read_text()
            if found := UP.search(said):
                return found
            assert process.poll() is None, said
            time.sleep(0.1)
        raise TimeoutError(said)

    return wait


def stop(process: subprocess.Popen[str]) -> int:
    process.send_signal(signal.SIGTERM)
    return process.wait(SECONDS_TO_STOP)


def converse(slack: WorkspaceServer, ana: Actor) -> None:
    """Ask by command and in a DM, and get both answers."""
    assert ana.slash("/ssi help").ok
    assert "/ssi me" in words_of(slack.wait_for(ana.ephemerals, timeout=20)[-1])
    ana.say("why did my score drop?")
    slack.wait_for(lambda: [m for m in ana.messages() if m.user != ana.user.id], timeout=20)
    slack.wait_for_events()


def test_over_http(
    start: Start,
    up: Callable[[subprocess.Popen[str]], re.Match[str]],
    slack: WorkspaceServer,
    ana: Actor,
) -> None:
    process = start(SLACK_SIGNING_SECRET=slack.workspace.bot.signing_secret)
    port = up(process)["port"]
    slack.connect_bot(f"http://127.0.0.1:{port}/slack/events")

    converse(slack, ana)

    with urllib.request.urlopen(f"http://127.0.0.1:{port}/healthz") as answer:
        assert answer.read() == b'{"ok":true}\n'
    with pytest.raises(HTTPError, match="401"):
        urllib.request.urlopen(f"http://127.0.0.1:{port}/slack/events", data=b"command=/ssi")
    assert stop(process) == 0


def test_in_socket_mode(
    start: Start,
    up: Callable[[subprocess.Popen[str]], re.Match[str]],
    slack: WorkspaceServer,
    ana: Actor,
    home: Path,
) -> None:
    process = start(SLACK_APP_TOKEN=slack.workspace.bot.app_token)
    assert up(process)["how"] == "in Socket Mode"
    assert slack.wait_for_socket(timeout=20)

    converse(slack, ana)

    assert len((home / "stderr").read_text().splitlines()) == 1
    assert stop(process) == 0


def test_a_token_that_slack_does_not_know(start: Start, home: Path) -> None:
    assert start(SLACK_APP_TOKEN="xapp-of-another").wait(30) == 1  # noqa: S106 - that it is wrong
    last = (home / "stderr").read_text().splitlines()[-1]
    assert last == (
        "Slack cannot be reached in Socket Mode (invalid_auth). `ssi doctor` tells what to mend."
    )


@pytest.mark.parametrize(
    ("settings", "missing"),
    [((), "SLACK_BOT_TOKEN"), (("SLACK_BOT_TOKEN",), "SLACK_SIGNING_SECRET")],
)
def test_a_token_that_is_missing_is_named(
    ssi: Ssi, monkeypatch: pytest.MonkeyPatch, settings: tuple[str, ...], missing: str
) -> None:
    for name in settings:
        monkeypatch.setenv(name, "xoxb-1")

    assert ssi("serve").complaint == (
        f"{missing} is not set. `ssi doctor` tells what is needed, and where it is."
    )


@pytest.mark.parametrize(
    ("settings", "said"),
    [
        (
            {"SLACK_BOT_TOKEN": "xoxb-1", "SLACK_CLIENT_ID": "1.2", "SSI_ENCRYPTION_KEY": KEY},
            "SLACK_BOT_TOKEN is for one workspace alone, SLACK_CLIENT_ID, SSI_ENCRYPTION_KEY",
        ),
        (
            {"SLACK_CLIENT_ID": "1.2", "SLACK_CLIENT_SECRET": "s"},
            "SSI_ENCRYPTION_KEY is not set. `ssi doctor` tells what is needed",
        ),
        (
            {"SSI_ENCRYPTION_KEY": f"{KEY},password"},
            "SSI_ENCRYPTION_KEY cannot be used: `openssl rand",
        ),
    ],
)
def test_settings_that_do_not_go_together_are_refused(
    ssi: Ssi, monkeypatch: pytest.MonkeyPatch, settings: dict[str, str], said: str
) -> None:
    for name, value in settings.items():
        monkeypatch.setenv(name, value)

    assert ssi("serve").complaint.startswith(said)


def test_a_port_that_is_taken_is_named(start: Start, home: Path, slack: WorkspaceServer) -> None:
    taken = slack.url.rsplit(":", 1)[1]

    assert start(port=taken, SLACK_SIGNING_SECRET=slack.workspace.bot.signing_secret).wait(30) == 1
    assert (home / "stderr").read_text() == (
        f"Port {taken} cannot be listened on (Address already in use). "
        "Choose another with --port or PORT.\n"
    )


# Stopping


@pytest.fixture
def served(start: Start, up: Up, slack: WorkspaceServer) -> tuple[subprocess.Popen[str], str]:
    """The bot over HTTP in the workspace, and its address."""
    process = start(SLACK_SIGNING_SECRET=slack.workspace.bot.signing_secret)
    address = f"http://127.0.0.1:{up(process)['port']}"
    slack.connect_bot(f"{address}/slack/events")
    return process, address


class SlowSlack:
    """Keeps calls about people waiting until it is told to go on."""

    def __init__(self, slack: WorkspaceServer) -> None:
        self.asked, self.go_on = threading.Event(), threading.Event()
        slack.plan_faults(self._wait)

    def _wait(self, method: str, _arguments: Mapping[str, object]) -> None:
        if method == "users.info":
            self.asked.set()
            self.go_on.wait(2 * SECONDS_TO_STOP)


def test_what_is_acknowledged_is_answered_before_the_end(
    served: tuple[subprocess.Popen[str], str], slack: WorkspaceServer, ana: Actor
) -> None:
    process, _ = served
    slow = SlowSlack(slack)
    assert ana.slash("/ssi help").ok
    assert slow.asked.wait(20)

    process.send_signal(signal.SIGTERM)
    threading.Timer(1, slow.go_on.set).start()

    assert process.wait(SECONDS_TO_STOP) == 0
    assert "/ssi me" in words_of(ana.ephemerals()[-1])


def test_what_takes_too_long_does_not_keep_it(
    served: tuple[subprocess.Popen[str], str], slack: WorkspaceServer, ana: Actor, home: Path
) -> None:
    process, _ = served
    slow = SlowSlack(slack)
    assert ana.slash("/ssi help").ok
    assert slow.asked.wait(20)

    assert stop(process) == 0

    slow.go_on.set()
    assert "ended_with_work_under_way" in (home / "stderr").read_text()
