"""Runs the workspace as a local HTTP server: Slack's side of the protocol, and the demo's page."""

import socket
import threading
from collections.abc import Callable
from dataclasses import dataclass
from http import HTTPStatus
from types import TracebackType
from typing import Self, TypeVar
from urllib.parse import urlsplit

from flask import Blueprint, Flask, Response, redirect, request
from flask_sock import Sock
from werkzeug.serving import BaseWSGIServer, WSGIRequestHandler, make_server
from werkzeug.wrappers import Response as AnyResponse

from bot.errors import NotReady
from bot.workspace.actor import Actor
from bot.workspace.acts import Acts
from bot.workspace.events import RETRY_SECONDS, Events
from bot.workspace.hub import Hub
from bot.workspace.installing import Installing
from bot.workspace.line import ACK_SECONDS, Line
from bot.workspace.page_api import PageAPI
from bot.workspace.protocol import SlackError
from bot.workspace.rates import RESPONSE_URL, FaultPlan, RateLimits
from bot.workspace.replies import reply
from bot.workspace.shapes import an_object, parse
from bot.workspace.socket_mode import Sockets, WebSocket
from bot.workspace.state import Workspace
from bot.workspace.traffic import Entry
from bot.workspace.web_api import WebAPI, broken

Seen = TypeVar("Seen")

_SECONDS_TO_STOP = 0.05
_PING_SECONDS = 10.0
_HOST = "127.0.0.1"
_HOSTS = frozenset({"127.0.0.1", "localhost"})


class _Quiet(WSGIRequestHandler):
    """Handles requests without a line on the terminal for each."""

    def log_request(self, *_: object) -> None:
        """Say nothing: the traffic drawer says it all."""


@dataclass(frozen=True, slots=True)
class Pace:
    """How strict and how patient Slack is.

    ``rate_limits`` limits calls as Slack does; the bot may take ``ack_seconds`` to answer;
    ``retry_seconds`` are the waits before an event that failed is sent again.
    """

    rate_limits: bool = False
    ack_seconds: float = ACK_SECONDS
    retry_seconds: tuple[float, ...] = RETRY_SECONDS


_SLACKS_OWN = Pace()


class WorkspaceServer:
    """A workspace that a bot and a browser can reach on this machine.

    Use it as a context manager, or call `start` and `stop`.

    Args:
        workspace: The state it serves.
        port: Where to listen; 0 takes any free port.
        pace: How strict and how patient it is.
        next_step: A hint for the newcomer on the page.
    """

    def __init__(
        self,
        workspace: Workspace,
        port: int = 0,
        *,
        pace: Pace = _SLACKS_OWN,
        next_step: str | None = None,
    ) -> None:
        self.workspace = workspace
        self._port = port
        bot = workspace.bot
        sockets = Sockets(bot.app_id)
        line = Line(sockets, bot.signing_secret, workspace.traffic, pace.ack_seconds)
        events = Events(
            bot, workspace.team_id, line, clock=workspace.clock, retry_seconds=pace.retry_seconds
        )
        self._hub = Hub(workspace, sockets, line, events)
        self._acts = Acts(self._hub)
        self._web_api = WebAPI(self._hub, RateLimits(workspace.timer, enabled=pace.rate_limits))
        self._installing = Installing(self._hub)
        self._page = PageAPI(self._hub, self._acts, next_step)
        self._server: BaseWSGIServer | None = None
        self._thread: threading.Thread | None = None

    # Running

    def start(self) -> None:
        """Listen, in a thread of its own.

        Raises:
            NotReady: The port is taken.
        """
        self._server = self._listening()
        self._hub.base_url = f"http://{_HOST}:{self._server.port}"
        self._thread = threading.Thread(target=self._serve, args=(self._server,), name="workspace")
        self._thread.start()

    def _listening(self) -> BaseWSGIServer:
        try:
            taken = socket.create_server((_HOST, self._port))
        except OSError as error:
            raise NotReady(
                f"Port {self._port} is taken by another program. Choose another, or 0 for any."
            ) from error
        with taken:
            return make_server(
                _HOST,
                self._port,
                self._app(),
                threaded=True,
                request_handler=_Quiet,
                fd=taken.fileno(),
            )

    @staticmethod
    def _serve(server: BaseWSGIServer) -> None:
        server.serve_forever(poll_interval=_SECONDS_TO_STOP)

    def stop(self) -> None:
        """Let everyone who waits go, and stop listening."""
        self._hub.events.close()
        self._hub.sockets.drop()
        self.workspace.journal.close()
        if self._server is not None and self._thread is not None:
            self._server.shutdown()
            self._thread.join()
            self._server.server_close()

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.stop()

    @property
    def url(self) -> str:
        """Where the page is."""
        return self._hub.base_url

    @property
    def api_url(self) -> str:
        """What the bot takes as ``SLACK_API_URL``."""
        return f"{self._hub.base_url}/api/"

    # The bot

    def connect_bot(self, url: str) -> None:
        """Say where the bot listens for events, commands and interactions."""
        self._hub.line.url = url

    def uninstall_bot(self) -> None:
        """Take back the bot's leave to act here, and tell it."""
        self._installing.uninstall()

    def wait_for_socket(self, timeout: float = 5.0) -> bool:
        """Wait until a bot has connected by Socket Mode; tell whether one has."""
        return self._hub.sockets.wait_connected(timeout)

    def disconnect_sockets(self) -> None:
        """Tell the bots on Socket Mode to connect anew, as Slack does now and then."""
        self._hub.sockets.disconnect()

    def drop_sockets(self) -> None:
        """Break the Socket Mode connections, as a bad network does."""
        self._hub.sockets.drop()

    def plan_faults(self, plan: FaultPlan) -> None:
        """Let calls of the Web API go wrong as a plan says."""
        self._web_api.faults = plan

    # Looking on

    def act_as(self, user_id: str) -> Actor:
        """Sit at a person's screen."""
        return Actor(self._hub, self._acts, user_id)

    @property
    def traffic(self) -> list[Entry]:
        """The last 500 exchanges with the bot."""
        return self.workspace.traffic.entries()

    def wait_for(self, look: Callable[[], Seen | None], timeout: float = 5.0) -> Seen:
        """Look after every change until something is seen.

        Args:
            look: Looks at the workspace, which stands still meanwhile: it may not call the server.
            timeout: Seconds to wait at most.

        Raises:
            TimeoutError: Nothing was seen in time.
        """
        seen = self.workspace.journal.wait_for(look, timeout)
        if not seen:
            raise TimeoutError(f"Not seen within {timeout} seconds")
        return seen

    def wait_for_events(self, timeout: float = 5.0) -> None:
        """Wait until the bot has taken every event, or Slack has given it up.

        Raises:
            TimeoutError: Some are still under way.
        """
        if not self._hub.events.wait_idle(timeout):
            raise TimeoutError(f"Events are still under way after {timeout} seconds")

    # Routes

    def _app(self) -> Flask:
        app = Flask(__name__, static_folder=None)
        app.config["SOCK_SERVER_OPTIONS"] = {"ping_interval": _PING_SECONDS}
        app.before_request(_from_here)
        app.after_request(_hardened)
        app.register_blueprint(self._web_api.blueprint())
        app.register_blueprint(self._files_and_responses())
        app.register_blueprint(self._installing.blueprint())
        sock = Sock(app)
        sock.route("/link/")(self._socket)
        app.register_blueprint(self._page.blueprint())
        return app

    def _socket(self, connection: WebSocket) -> None:
        self._hub.sockets.serve(connection, request.args.get("ticket", ""))

    def _files_and_responses(self) -> Blueprint:
        routes = Blueprint("slack", __name__)
        post = ["POST"]
        routes.add_url_rule("/response/<identity>", view_func=self._response, methods=post)
        routes.add_url_rule("/upload/v1/<file_id>", view_func=self._upload, methods=post)
        routes.add_url_rule("/files-pri/<file_id>/<name>", view_func=self._download)
        return routes

    def _response(self, identity: str) -> Response:
        given = parse(request.get_data())
        fault = self._web_api.faults(RESPONSE_URL, an_object(given))
        if fault is not None:
            return broken(fault)
        try:
            reply(self._hub, self._hub.responses.use(identity), given)
        except LookupError as error:
            return _failed(str(error), HTTPStatus.NOT_FOUND)
        except SlackError as error:
            return _failed(error.error, HTTPStatus.BAD_REQUEST)
        return Response("ok", content_type="text/plain")

    def _upload(self, file_id: str) -> Response:
        file = self.workspace.files.get(file_id)
        if file is None:
            return _failed("file_not_found", HTTPStatus.NOT_FOUND)
        self.workspace.files.fill(file, request.get_data())
        return Response(f"OK - {len(request.get_data())}", content_type="text/plain")

    def _download(self, file_id: str, name: str) -> AnyResponse:
        """Serve a file to the bot; anyone else is led to the sign-in page, as by Slack."""
        file = self.workspace.files.get(file_id)
        if request.headers.get("Authorization") != f"Bearer {self.workspace.bot.bot_token}":
            return redirect("/")
        if file is None or file.content is None or file.name != name:
            return Response(status=HTTPStatus.NOT_FOUND)
        return Response(file.content, content_type=file.mimetype)


def _failed(error: str, status: HTTPStatus) -> Response:
    return Response(f'{{"ok":false,"error":"{error}"}}', status, content_type="application/json")


def _from_here() -> Response | None:
    """Refuse host names that a foreign site could have pointed at this machine."""
    if urlsplit(f"//{request.host}").hostname not in _HOSTS:
        return Response("Only this machine is served here", HTTPStatus.FORBIDDEN)
    return None


def _hardened(answer: Response) -> Response:
    answer.headers["X-Content-Type-Options"] = "nosniff"
    answer.headers["X-Frame-Options"] = "DENY"
    return answer
