"""`ssi demo`: the real bot in a local workspace, with a team and its half-year already in it."""

import signal
import threading
import webbrowser
from datetime import datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from types import TracebackType
from typing import Annotated, Self

import typer
import waitress
from pydantic import SecretStr

from bot.answers.board import digest
from bot.answers.desk import Desk
from bot.app import Bot, build, open_store
from bot.calendar import next_occurrence
from bot.cli.printing import console
from bot.clock import Clock, system_clock
from bot.errors import NotFound
from bot.messages.contexts import Digest
from bot.messages.render import render
from bot.settings import Settings, read_settings
from bot.slack import permissions
from bot.storage import Store
from bot.workspace import Bot as App
from bot.workspace import Channel, Command, Message, User, Workspace, WorkspaceServer
from bot.workspace.seed import people
from bot.workspace.seed.plant import DIGEST_MINUTE, DIGEST_WEEKDAY, plant
from bot.workspace.seed.talk import SMALL_TALK, spoken_at
from scoring.rulebook import shipped

TEAM_CHANNEL_ID = "C0000SALES"
GENERAL_CHANNEL_ID = "C00GENERAL"
WEEK = timedelta(weeks=1)

NEXT_STEP = (
    "Want this in your own Slack? Create an app from manifest.yml at api.slack.com/apps, set "
    "SLACK_BOT_TOKEN, SLACK_SIGNING_SECRET and SLACK_APP_TOKEN, and run `ssi serve`. "
    "`ssi doctor` tells what is missing."
)


class Demo:
    """A workspace with the real bot in it, over real signed HTTP; use it as a context manager."""

    def __init__(self, clock: Clock = system_clock, port: int = 0) -> None:
        """Prepare a demo as of the clock's time; the page listens on ``port``, 0 for any."""
        self._clock = clock
        self._folder = TemporaryDirectory(prefix="openssi-demo-")
        self.server = WorkspaceServer(_workspace(clock), port, next_step=NEXT_STEP)
        self.database_url = f"sqlite:///{Path(self._folder.name) / 'demo.sqlite3'}"

    def __enter__(self) -> Self:
        """Start the workspace, plant the team, and let the bot in."""
        self.server.start()
        app = self.server.workspace.bot
        settings = Settings(
            database_url=self.database_url,
            slack_bot_token=SecretStr(app.bot_token),
            slack_signing_secret=SecretStr(app.signing_secret),
            slack_app_token=None,
            slack_api_url=self.server.api_url,
        )
        self.store = open_store(settings)
        self._plant()
        self._bot = build(settings, self._clock, self.store)
        self._listen(self._bot)
        self._bot.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Stop everything, and leave nothing behind."""
        self._http.close()
        self._listener.join()
        self._bot.stop()
        self.server.stop()
        self._folder.cleanup()

    def _plant(self) -> None:
        """Fill the store, and post the week's digest as it was posted when it was due."""
        now = self._clock()
        due = next_occurrence(now - WEEK, DIGEST_WEEKDAY, DIGEST_MINUTE, people.ZONE)
        workspace = self.server.workspace
        planted = plant(
            self.store,
            shipped(),
            now=now,
            slack_team_id=workspace.team_id,
            team_channel=TEAM_CHANNEL_ID,
            next_digest_at=due.at + WEEK,
        )
        posted = _digest(self.store, planted.workspace_id, planted.team_id, due.at)
        workspace.keep_message(_as_posted(workspace, posted, due.at))

    def _listen(self, bot: Bot) -> None:
        self._http = waitress.create_server(bot.web, host="127.0.0.1", port=0, threads=8)
        self._listener = threading.Thread(target=self._http.run, name="bot")
        self._listener.start()
        self.server.connect_bot(f"http://127.0.0.1:{self._http.effective_port}/slack/events")


def _workspace(clock: Clock) -> Workspace:
    """Make the workspace: its people, its channels, and what they wrote before."""
    app = App(
        name="openssi",
        display_name="OpenSSI",
        commands=(
            Command(
                permissions.COMMAND,
                permissions.COMMAND_DESCRIPTION,
                permissions.COMMAND_USAGE,
                escapes=True,
            ),
        ),
        scopes=permissions.SCOPES,
        events=permissions.EVENTS,
    )
    workspace = Workspace(
        people.WORKSPACE_NAME, users=map(_user, people.CAST), bot=app, clock=clock
    )
    ids = {people.GENERAL: GENERAL_CHANNEL_ID, people.TEAM_CHANNEL: TEAM_CHANNEL_ID}
    for name, channel_id in ids.items():
        members = (app.user_id, *(p.slack_id for p in people.CAST if name in p.channels))
        workspace.keep_channel(Channel(channel_id, name, members=members))
    for line in SMALL_TALK:
        ts = workspace.next_ts(spoken_at(line, clock()))
        said = Message(ts, ids[line.channel], line.author.slack_id, line.text)
        workspace.keep_message(said)
    return workspace


def _user(person: people.Person) -> User:
    return User(
        id=person.slack_id,
        name=person.handle,
        real_name=person.name,
        email=person.email,
        title=person.title,
        tz=person.zone,
        is_admin=person.is_admin,
    )


def _digest(store: Store, workspace_id: int, team_id: int, due: datetime) -> Digest:
    """Gather the digest that was due at an instant."""
    desk = Desk(store, shipped(), store.workspaces.get(workspace_id), due)
    team = store.teams.get(workspace_id, team_id)
    if team is None:
        raise NotFound("The demo's team is not there.")
    return digest(desk, team, desk.today(team.zone) - timedelta(days=1))


def _as_posted(workspace: Workspace, context: Digest, at: datetime) -> Message:
    """Put a digest into the channel as the bot's message of that time."""
    message = render(context)
    blocks: list[dict[str, object]] = [
        {"block_id": f"b{number}", **block} for number, block in enumerate(message.blocks)
    ]
    return Message(
        ts=workspace.next_ts(at),
        channel=TEAM_CHANNEL_ID,
        user=workspace.bot.user_id,
        text=message.text,
        blocks=tuple(blocks),
        bot_id=workspace.bot.bot_id,
    )


def demo(
    port: Annotated[int, typer.Option(help="Where the page listens; 0 for any free port.")] = 8765,
    *,
    no_open: Annotated[bool, typer.Option("--no-open", help="Do not open a browser.")] = False,
) -> None:
    """Try everything in a local workspace in the browser: no Slack account, no tokens."""
    console.print("Planting a team of eight with 150 days of activity…")
    with Demo(clock=read_settings().clock, port=port) as running:
        console.print(f"\n  [bold]{running.server.url}[/]\n")
        console.print("You are in a sales team's channel. Try `/ssi me`, click [bold]Why?[/], or")
        console.print("ask OpenSSI in a DM: “why did my score drop?”. Drop your LinkedIn export")
        console.print("on the page to see your own score. Nothing leaves this machine.\n")
        console.print(f"{NEXT_STEP}\n")
        console.print(f"Commands see the same data with DATABASE_URL={running.database_url}")
        console.print("Stop with Ctrl+C; the demo's data is gone then.")
        if not no_open:
            webbrowser.open(running.server.url)
        _wait_for_ctrl_c()


def _wait_for_ctrl_c() -> None:
    stop = threading.Event()
    signal.signal(signal.SIGTERM, lambda _number, _frame: stop.set())
    try:
        stop.wait()
    except KeyboardInterrupt:
        console.print("\nUntil next time.")
