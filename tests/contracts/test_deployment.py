"""What `deploy` names is there: settings, commands, files; and each part says what it should."""

import re
from collections.abc import Iterator
from configparser import ConfigParser
from pathlib import Path
from typing import Any

import yaml

from bot.cli.main import COMMANDS
from tests.contracts.test_documents import environment_names

ROOT = Path(__file__).parents[2]
DEPLOY = ROOT / "deploy"
COMPOSE = yaml.safe_load((DEPLOY / "compose.yaml").read_text("utf-8"))
CONTAINER = (DEPLOY / "Containerfile").read_text("utf-8").replace("\\\n", " ")
OURS = ("bot", "migrate")
"""The services that are this program."""

OF_OTHERS = {"POSTGRES_PASSWORD", "XDG_DATA_HOME", "PATH", "PYTHONUNBUFFERED"}
OF_UV = {"UV_PROJECT_ENVIRONMENT", "UV_COMPILE_BYTECODE", "UV_LINK_MODE"}


def unit() -> ConfigParser:
    parser = ConfigParser(strict=False, interpolation=None)
    parser.optionxform = str  # type: ignore[assignment,method-assign]  # as it is documented
    parser.read(DEPLOY / "openssi.service", "utf-8")
    return parser


def named_settings() -> Iterator[str]:
    """Every variable that the three ways of deploying set or read."""
    for name in OURS:
        yield from COMPOSE["services"][name]["environment"]
    yield from re.findall(r"\$\{([A-Z_]+)", (DEPLOY / "compose.yaml").read_text("utf-8"))
    for line in re.findall(r"^ENV (.*)$", CONTAINER, re.MULTILINE):
        yield from re.findall(r"([A-Z_]+)=", line)
    text = (DEPLOY / "openssi.service").read_text("utf-8")
    yield from re.findall(r"^Environment=([A-Z_]+)=", text, re.MULTILINE)


def grace(service: dict[str, Any]) -> int:
    return int(service["stop_grace_period"].removesuffix("s"))


def test_the_settings_that_are_named_exist() -> None:
    assert set(named_settings()) - OF_OTHERS - OF_UV <= environment_names()
    assert "SLACK_BOT_TOKEN" in set(named_settings())


def test_the_commands_that_are_run_exist() -> None:
    run = {word for name in OURS for word in COMPOSE["services"][name]["command"]}
    run |= set(re.findall(r'^CMD \["(\w+)"\]', CONTAINER, re.MULTILINE))
    run.add(unit()["Service"]["ExecStart"].split()[-1])

    assert run == {"serve", "migrate"} <= COMMANDS.keys()


def test_what_the_container_takes_in_is_there() -> None:
    copied = re.findall(r"^COPY (?!--from)(.*) \S+$", CONTAINER, re.MULTILINE)

    assert [path for line in copied for path in line.split() if not (ROOT / path).exists()] == []
    assert COMPOSE["services"]["bot"]["build"] == {
        "context": "..",
        "dockerfile": "deploy/Containerfile",
    }


def test_two_bots_start_once_the_tables_are_made() -> None:
    bot = COMPOSE["services"]["bot"]

    assert bot["deploy"]["replicas"] == 2
    assert bot["depends_on"]["migrate"] == {"condition": "service_completed_successfully"}
    assert bot["environment"]["DATABASE_URL"].startswith("postgresql://")


def test_nobody_gets_rights_or_is_killed_too_soon() -> None:
    service = unit()["Service"]
    users = re.findall(r"^USER (\w+)", CONTAINER, re.MULTILINE)

    assert users == ["openssi"] == [service["User"]]
    assert service["NoNewPrivileges"] == "true"
    assert COMPOSE["services"]["bot"]["cap_drop"] == ["ALL"]
    assert int(service["TimeoutStopSec"]) > 10
    assert grace(COMPOSE["services"]["bot"]) > 10


def test_every_file_is_explained() -> None:
    operations = (ROOT / "docs" / "operations.md").read_text("utf-8")

    assert [file.name for file in DEPLOY.iterdir() if file.name not in operations] == []
