"""The stage: a local workspace and the real bot in it, speaking over real signed HTTP."""

import threading
from contextlib import ExitStack
from pathlib import Path
from tempfile import TemporaryDirectory
from types import TracebackType
from typing import Self

import waitress
from pydantic import SecretStr
from waitress.trigger import trigger
from waitress.wasyncore import close_all

from bot.app import build, open_store
from bot.clock import Clock
from bot.settings import Settings
from bot.slack import permissions
from bot.workspace import Bot, Command, Shortcut, WorkspaceServer

THREADS = 8


def app_of_the_bot() -> Bot:
    """Describe the bot to a workspace, as its manifest does to Slack."""
    command = Command(
        permissions.COMMAND,
        permissions.COMMAND_DESCRIPTION,
        permissions.COMMAND_USAGE,
        escapes=True,
    )
    return Bot(
        name="openssi",
        display_name="OpenSSI",
        commands=(command,),
        shortcuts=(Shortcut(permissions.SHORTCUT, permissions.SHORTCUT_NAME),),
        scopes=permissions.SCOPES,
        events=permissions.EVENTS,
        link_domains=permissions.LINK_DOMAINS,
    )


class Stage:
    """A workspace that is served, a store (in a temporary folder if in no other), and then the bot.

    Use it as a context manager. Fill the store first, if it is to be filled; the bot begins with
    `let_the_bot_in`.
    """

    def __init__(
        self, server: WorkspaceServer, clock: Clock, *, database_url: str | None = None
    ) -> None:
        """Prepare; the server is started and stopped with all the rest."""
        self.server = server
        self.workspace = server.workspace
        self._clock = clock
        self._folder = TemporaryDirectory(prefix="openssi-")
        database = Path(self._folder.name) / "openssi.sqlite3"
        self.database_url = database_url or f"sqlite:///{database}"
        self._stops = ExitStack()

    def __enter__(self) -> Self:
        """Start the workspace, and open the store."""
        self._stops.callback(self._folder.cleanup)
        self.server.start()
        self._stops.callback(self.server.stop)
        app = self.workspace.bot
        self.settings = Settings(
            database_url=self.database_url,
            slack_bot_token=SecretStr(app.bot_token),
            slack_signing_secret=SecretStr(app.signing_secret),
            slack_app_token=None,
            slack_api_url=self.server.api_url,
        )
        self.store = open_store(self.settings)
        self._stops.callback(self.store.database.close)
        return self

    def let_the_bot_in(self) -> None:
        """Start the bot, and tell the workspace where it listens."""
        bot = self.bot = build(self.settings, self._clock, self.store)
        sockets: dict[int, object] = {}
        http = waitress.create_server(bot.web, sockets, host="127.0.0.1", port=0, threads=THREADS)
        bot.start()
        self._stops.callback(bot.stop)
        listener = threading.Thread(target=http.run, name="bot")
        listener.start()
        self._stops.callback(listener.join)
        self._stops.callback(_close, http.trigger, sockets)
        self._stops.callback(http.task_dispatcher.shutdown)
        self.bot_url = f"http://127.0.0.1:{http.effective_port}"
        self.server.connect_bot(f"{self.bot_url}/slack/events")

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Stop everything in the order opposite to its start."""
        self._stops.close()


def _close(wake: trigger, sockets: dict[int, object]) -> None:
    """Let the listener, which waits on its sockets, close them on its own thread.

    It does once it has been woken: the means to wake it is among them.
    """
    woken = threading.Event()

    def close() -> None:
        woken.wait()
        close_all(sockets)

    wake.pull_trigger(close)
    woken.set()
