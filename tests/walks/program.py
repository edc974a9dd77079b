"""A program that calls the bot's API over real HTTP, and how an admin lets it in."""

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from http.client import HTTPConnection
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from bot.cli.stage import Stage
from bot.workspace import View, words_of
from tests.walks.conftest import Someone
from tests.walks.test_home import changed_home, home_of

API_PAGE = Path(__file__).parents[2] / "docs" / "api.md"
LIKE_CURL = Path(__file__).with_name("like_curl.py")


@dataclass(frozen=True)
class Reply:
    """What came back."""

    status: int
    body: Any
    headers: Mapping[str, str]


@dataclass(frozen=True)
class Program:
    """Something that has a token, or believes to have one."""

    stage: Stage
    token: str

    def post(self, path: str, body: object, content_type: str = "application/json") -> Reply:
        data = body if isinstance(body, bytes) else json.dumps(body).encode()
        return self._call("POST", path, data, {"Content-Type": content_type})

    def get(self, path: str) -> Reply:
        return self._call("GET", path, b"", {})

    def _call(self, method: str, path: str, data: bytes, headers: dict[str, str]) -> Reply:
        parts = urlsplit(self.stage.bot_url)
        connection = HTTPConnection(parts.hostname or "", parts.port)
        authorized = {"Authorization": f"Bearer {self.token}", **headers}
        try:
            connection.request(method, f"/v1{path}", data, authorized)
            answer = connection.getresponse()
            return Reply(answer.status, json.loads(answer.read()), dict(answer.headers))
        finally:
            connection.close()


def let_in(admin: Someone, name: str = "HubSpot", may: str = "both") -> tuple[Program, View]:
    """Make a token on App Home; give the program that has it, and App Home as it is then."""
    home = home_of(admin)
    assert admin.actor.click(home, "admit").ok
    form = admin.actor.modal()
    assert form
    fields = {"admit_name": {"admit_name": name}, "admit_may": {"admit_may": may}}
    assert admin.actor.submit(form, fields).ok
    shown = admin.actor.modal()
    assert shown
    token = words_of(shown).split("`")[1]
    assert admin.actor.close(shown).ok
    return Program(admin.stage, token), changed_home(admin, home)


def run_shell_line(stage: Stage, token: str) -> str:
    """Run the shell line of the API's page against a bot, and give what it prints.

    Where a machine has no curl, something like it takes its place.
    """
    (line,) = re.findall(r"```sh\n(.+?)```", API_PAGE.read_text("utf-8"), re.DOTALL)
    line = line.replace("https://your-host", stage.bot_url)
    if shutil.which("curl") is None:
        line = f'curl() {{ "{sys.executable}" "{LIKE_CURL}" "$@"; }}; {line}'
    told = {**os.environ, "OPENSSI_TOKEN": token}
    run = subprocess.run(
        ["/bin/sh", "-c", line], env=told, capture_output=True, text=True, check=True
    )
    return run.stdout
