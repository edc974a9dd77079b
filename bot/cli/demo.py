"""`ssi demo`: the real bot in a local workspace, with a team and its half-year already in it."""

import signal
import threading
import webbrowser
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Annotated

import typer

from bot.answers.desk import Desk
from bot.answers.teams.board import digest
from bot.answers.teams.story import story
from bot.calendar import next_occurrence
from bot.cli.printing import console, say
from bot.cli.stage import Stage, app_of_the_bot
from bot.clock import Clock, system_clock
from bot.errors import NotFound
from bot.messages.contexts import Context
from bot.messages.render import render
from bot.settings import read_settings
from bot.workspace import Channel, Message, User, Workspace, WorkspaceServer
from bot.workspace.seed import people
from bot.workspace.seed.plant import DIGEST_MINUTE, DIGEST_WEEKDAY, Planted, plant
from bot.workspace.seed.talk import SMALL_TALK, spoken_at
from scoring.rulebook import shipped

TEAM_CHANNEL_ID = "C0000SALES"
GENERAL_CHANNEL_ID = "C00GENERAL"
WEEK = timedelta(weeks=1)
SOON = timedelta(minutes=1)

NEXT_STEP = (
    "Want this in your own Slack? Create an app from manifest.yml at api.slack.com/apps, set "
    "SLACK_BOT_TOKEN, SLACK_SIGNING_SECRET and SLACK_APP_TOKEN, and run `ssi serve`. "
    "`ssi doctor` tells what is missing."
)


@contextmanager
def running_demo(clock: Clock = system_clock, port: int = 0) -> Iterator[Stage]:
    """Run a workspace whose team, half-year and last digest are already there."""
    server = WorkspaceServer(_workspace(clock), port, next_step=NEXT_STEP)
    with Stage(server, clock) as stage:
        now = clock()
        due = next_occurrence(now - WEEK, DIGEST_WEEKDAY, DIGEST_MINUTE, people.ZONE)
        planted = plant(
            stage.store,
            shipped(),
            now=now,
            slack_team_id=stage.workspace.team_id,
            team_channel=TEAM_CHANNEL_ID,
            next_digest_at=due.at + WEEK,
        )
        for at in (due.at - WEEK, due.at):
            _post_digest(stage, planted, at)
        stage.let_the_bot_in()
        yield stage


def _workspace(clock: Clock) -> Workspace:
    """Make the workspace: its people, its channels, and what they wrote before."""
    app = app_of_the_bot()
    workspace = Workspace(
        people.WORKSPACE_NAME, users=map(_user, people.CAST), bot=app, clock=clock
    )
    ids = {people.TEAM_CHANNEL: TEAM_CHANNEL_ID, people.GENERAL: GENERAL_CHANNEL_ID}
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
        locale=person.locale,
        is_admin=person.is_admin,
    )


def _post_digest(stage: Stage, planted: Planted, due: datetime) -> None:
    """Put the digest that was due at an instant into the channel, with its story in the thread."""
    desk = Desk(stage.store, shipped(), stage.store.workspaces.get(planted.workspace_id), due)
    team = stage.store.teams.get(planted.workspace_id, planted.team_id)
    if team is None:
        raise NotFound("The demo's team is not there.")
    last = desk.today(team.zone) - timedelta(days=1)
    posted = _as_posted(stage.workspace, digest(desk, team, last), due)
    stage.workspace.keep_message(posted)
    told = _as_posted(stage.workspace, story(desk, team, last), due + SOON)
    stage.workspace.keep_message(replace(told, thread_ts=posted.ts))


def _as_posted(workspace: Workspace, context: Context, at: datetime) -> Message:
    """Make what the bot would have posted in the team's channel at that time."""
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
    with running_demo(read_settings().clock, port) as stage:
        console.print(f"\n  {stage.server.url}\n", style="bold")
        console.print("You are in a sales team's channel. Try `/ssi me`, click *Why?*, or ask")
        console.print("OpenSSI in a DM: “why did my score drop?”. Drop your LinkedIn export on")
        console.print("the page to see your own score. Nothing leaves this machine.\n")
        console.print(f"{NEXT_STEP}\n")
        say(f"Commands see the same data with DATABASE_URL={stage.database_url}")
        say(f"Programs reach its API (docs/api.md) at {stage.bot_url}/v1")
        console.print("Stop with Ctrl+C; the demo's data is gone then.")
        if not no_open:
            webbrowser.open(stage.server.url)
        _wait_for_ctrl_c()


def _wait_for_ctrl_c() -> None:
    stop = threading.Event()
    signal.signal(signal.SIGTERM, lambda _number, _frame: stop.set())
    try:
        stop.wait()
    except KeyboardInterrupt:
        console.print("\nUntil next time.")
