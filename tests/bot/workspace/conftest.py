"""A small workspace with a tiny Bolt app in it, reached over real HTTP."""

import logging
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest
from flask import Flask, Response, request
from slack_bolt import App
from slack_bolt.adapter.flask import SlackRequestHandler
from slack_sdk import WebClient
from werkzeug.serving import WSGIRequestHandler, make_server

from bot.workspace import (
    Actor,
    Bot,
    Channel,
    Command,
    Pace,
    Shortcut,
    User,
    Workspace,
    WorkspaceServer,
)

BOT = Bot(
    name="ssi",
    display_name="OpenSSI",
    commands=(Command("/ssi", "Your score", "me | why"),),
    shortcuts=(Shortcut("explain", "Explain this"), Shortcut("anywhere", "Ask", "global")),
)
ANN = User("U0ANN", "ann", "Ann Lee", email="ann@example.com", title="Rep", tz="Europe/Berlin")
BOB = User("U0BOB", "bob", "Bob Ray", email="bob@example.com", is_admin=True)
SALES = Channel("C0SALES", "sales", "Numbers", members=(ANN.id, BOB.id, BOT.user_id))
LOUNGE = Channel("C0LOUNGE", "lounge", members=(ANN.id, BOB.id))
BOARD = Channel("G0BOARD", "board", members=(BOB.id,), is_private=True)
OLD = Channel("C0OLD", "old", members=(ANN.id, BOT.user_id), is_archived=True)


@pytest.fixture
def seconds() -> list[float]:
    """The seconds that have passed; a test lets them pass by adding to them."""
    return [0.0]


@pytest.fixture
def timer(seconds: list[float]) -> Callable[[], float]:
    """Tells the seconds that have passed."""
    return lambda: sum(seconds)


@pytest.fixture
def server(timer: Callable[[], float]) -> Iterator[WorkspaceServer]:
    workspace = Workspace("Demo", [ANN, BOB], [SALES, LOUNGE, BOARD, OLD], BOT, timer=timer)
    pace = Pace(retry_seconds=(0.0, 0.0, 0.0))
    with WorkspaceServer(workspace, pace=pace, next_step="Connect Slack") as running:
        yield running


@pytest.fixture
def client(server: WorkspaceServer) -> WebClient:
    return WebClient(BOT.bot_token, base_url=server.api_url, retry_handlers=[])


@pytest.fixture
def ann(server: WorkspaceServer) -> Actor:
    return server.act_as(ANN.id)


@pytest.fixture
def bob(server: WorkspaceServer) -> Actor:
    return server.act_as(BOB.id)


@pytest.fixture
def app(client: WebClient) -> App:
    """A Bolt app without listeners."""
    quiet = logging.getLogger("quiet")
    quiet.setLevel(logging.CRITICAL)
    return App(
        client=client,
        signing_secret=BOT.signing_secret,
        process_before_response=True,
        logger=quiet,
    )


class _Quiet(WSGIRequestHandler):
    def log(self, *_: object) -> None:
        pass


@contextmanager
def serving(handle: Callable[[], Response]) -> Iterator[str]:
    """Serve one handler at a URL, as a bot would listen."""
    flask = Flask("bot")
    flask.add_url_rule("/slack/events", "events", handle, methods=["POST"])
    listening = make_server("127.0.0.1", 0, flask, threaded=True, request_handler=_Quiet)
    thread = threading.Thread(target=listening.serve_forever, args=(0.05,))
    thread.start()
    try:
        yield f"http://127.0.0.1:{listening.server_port}/slack/events"
    finally:
        listening.shutdown()
        thread.join()
        listening.server_close()


@pytest.fixture
def http_app(app: App, server: WorkspaceServer) -> Iterator[App]:
    """The Bolt app, reached over signed HTTP."""
    handler = SlackRequestHandler(app)
    with serving(lambda: handler.handle(request)) as url:
        server.connect_bot(url)
        yield app
        server.wait_for_events()


@pytest.fixture
def bot() -> Bot:
    return BOT


@pytest.fixture
def sales() -> Channel:
    """A channel with everyone and the bot."""
    return SALES


@pytest.fixture
def lounge() -> Channel:
    """A channel without the bot."""
    return LOUNGE


@pytest.fixture
def board() -> Channel:
    """A private channel without the bot and Ann."""
    return BOARD


@pytest.fixture
def listen() -> Callable[[Callable[[], Response]], object]:
    """Serve a handler of a test's own as the bot."""
    return serving
