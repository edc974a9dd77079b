"""Events: a mention, a message or a file in the bot's DM, and a look at App Home."""

from contextlib import closing
from functools import partial
from typing import TypedDict

from slack_sdk import WebClient

from bot.answers.asker import Asker
from bot.answers.conversation import reply
from bot.answers.desk import Desk
from bot.answers.home import home
from bot.answers.importing import import_file
from bot.answers.reported import import_series
from bot.answers.turn import Turn
from bot.messages.contexts import Context
from bot.messages.render import render_view
from bot.slack.downloads import Downloads, SharedFile
from bot.slack.reception import Reception, attempt
from bot.slack.replies import is_direct, tell


class Event(TypedDict, total=False):
    """What the bot reads of an event."""

    type: str
    subtype: str
    user: str
    bot_id: str
    channel: str
    text: str
    thread_ts: str
    tab: str
    files: list[SharedFile]


class Envelope(TypedDict):
    """What Slack wraps an event in."""

    team_id: str
    event_id: str
    event: Event


class Events:
    """Acts on each event of a person once."""

    def __init__(self, reception: Reception, downloads: Downloads) -> None:
        """Take events at this reception; files come by way of the downloads."""
        self._reception = reception
        self._downloads = downloads

    def take(self, body: Envelope, client: WebClient, bot_user: str) -> None:
        """Act on an event, unless it is the bot's own or came before."""
        event = body["event"]
        if event.get("bot_id") or event.get("user", bot_user) == bot_user:
            return
        asker = self._reception.asker(client, event["user"])
        desk = self._reception.desk(client, body["team_id"], asker.zone)
        if event["type"] == "app_home_opened":
            if event.get("tab") == "home":
                show_home(client, desk, asker)
        elif _is_addressed(event) and self._is_new(desk, body):
            for context in self._answers(desk, asker, event, bot_user):
                tell(client, event["channel"], asker.slack_id, context, event.get("thread_ts"))

    def _is_new(self, desk: Desk, body: Envelope) -> bool:
        return desk.store.workspaces.first_sight(desk.workspace_id, body["event_id"], desk.now)

    def _answers(self, desk: Desk, asker: Asker, event: Event, bot_user: str) -> list[Context]:
        files = event.get("files", [])
        if files and is_direct(event["channel"]):
            return [attempt(partial(self._import, desk, asker, file)) for file in files]
        turn = Turn(desk, asker, event["channel"], event.get("text", ""), bot_user)
        return [attempt(partial(reply, turn))]

    def _import(self, desk: Desk, asker: Asker, file: SharedFile) -> Context:
        """Take in a file as the asker's own: whoever sends one becomes a member by it."""
        member = self._reception.member(desk, asker)
        with closing(self._downloads.fetch(file)) as copy:
            series = import_series(desk, member, copy, file["name"])
            return series or import_file(desk, member, copy, file["name"], by=asker.slack_id)


def show_home(client: WebClient, desk: Desk, asker: Asker) -> None:
    """Publish somebody's App Home."""
    client.views_publish(user_id=asker.slack_id, view=render_view(home(desk, asker)))


def _is_addressed(event: Event) -> bool:
    """Whether a message is for the bot: a mention, or anything a person says in its DM."""
    if event["type"] == "app_mention":
        return True
    spoken = event.get("subtype") in {None, "file_share"}
    return event["type"] == "message" and spoken and is_direct(event["channel"])
