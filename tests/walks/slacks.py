"""Several workspaces at one address, as in Slack: whose a call is, its token tells."""

import re
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.client import HTTPConnection, HTTPResponse
from urllib.parse import parse_qs, urlsplit

from flask import Flask, Response, request
from werkzeug.serving import make_server

from bot.workspace import WorkspaceServer
from tests.bench.replicas import Quiet


@dataclass
class Slacks:
    """The address, and every call that came there: of which workspace, and which method."""

    servers: list[WorkspaceServer]
    url: str = ""
    calls: list[tuple[str, str]] = field(default_factory=list)

    def route(self, path: str) -> Response:
        """Hand a request to the workspace that it belongs to."""
        server = self._whose(path)
        self.calls.append((server.workspace.team_id, path.rpartition("/")[2]))
        answer, body = fetch(
            f"{server.url}{request.full_path}",
            {name: request.headers[name] for name in KEPT if name in request.headers},
            request.get_data() if request.method == "POST" else None,
        )
        kept = {name: value for name, value in answer.getheaders() if name in PASSED_ON}
        return Response(body, answer.status, kept)

    def _whose(self, path: str) -> WorkspaceServer:
        """Know a workspace by a token, by the code of an install, or by who asks for one."""
        told = request.headers.get("Authorization", "") + request.get_data(as_text=True)
        if path.startswith("oauth"):
            told = request.args["team"]
        for server in self.servers:
            bot = server.workspace.bot
            if bot.bot_token in told or server.workspace.team_id in told:
                return server
        return self.servers[0]


KEPT = ("Authorization", "Content-Type")
PASSED_ON = ("Content-Type", "Location", "Retry-After", "x-oauth-scopes")


@contextmanager
def at_one_address(servers: list[WorkspaceServer]) -> Iterator[Slacks]:
    """Serve workspaces on one port of this machine."""
    slacks, front = Slacks(servers), Flask("slacks")
    front.add_url_rule("/<path:path>", view_func=slacks.route, methods=["GET", "POST"])
    server = make_server("127.0.0.1", 0, front, threaded=True, request_handler=Quiet)
    slacks.url = f"http://127.0.0.1:{server.port}"
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    try:
        yield slacks
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


def fetch(
    url: str, headers: dict[str, str] | None = None, body: bytes | None = None
) -> tuple[HTTPResponse, bytes]:
    """Ask for an address, and follow it nowhere."""
    parts = urlsplit(url)
    connection = HTTPConnection(parts.netloc, timeout=10)
    try:
        method = "GET" if body is None else "POST"
        connection.request(method, f"{parts.path}?{parts.query}", body, headers or {})
        answer = connection.getresponse()
        return answer, answer.read()
    finally:
        connection.close()


@dataclass
class Browser:
    """The browser of an admin who adds the app to a workspace of Slack."""

    bot_url: str
    cookie: str = ""

    def begin(self, team_id: str) -> str:
        """Press *Add to Slack* and say yes; give the address that Slack leads back to."""
        answer, page = fetch(f"{self.bot_url}/slack/install?team={team_id}")
        self.cookie = (answer.getheader("Set-Cookie") or "").partition(";")[0]
        (slack,) = re.findall(r'href="([^"]*oauth/v2/authorize[^"]*)"', page.decode())
        agreed, _ = fetch(slack.replace("&amp;", "&"))
        return agreed.getheader("Location") or ""

    def finish(self, address: str) -> tuple[int, str]:
        """Follow Slack back to the bot; tell the status and the page."""
        back = f"{self.bot_url}{urlsplit(address).path}?{urlsplit(address).query}"
        answer, page = fetch(back, {"Cookie": self.cookie} if self.cookie else {})
        return answer.status, page.decode()

    def install(self, team_id: str) -> int:
        """Add the app to a workspace."""
        return self.finish(self.begin(team_id))[0]


def state_in(address: str) -> str:
    """Read the state of an install off an address."""
    return parse_qs(urlsplit(address).query)["state"][0]
