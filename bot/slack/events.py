"""Events: a mention, a message or a file in the bot's DM, a link, and a look at App Home."""

from functools import partial
from typing import TypedDict

from slack_sdk import WebClient

from bot.answers.asker import Asker
from bot.answers.asking.conversation import replies_to
from bot.answers.asking.prompts import prompts
from bot.answers.desk import Desk
from bot.answers.turn import Turn
from bot.incident import Incident
from bot.messages.contexts import Context
from bot.slack.agent import say_working, suggest
from bot.slack.downloads import Downloads, SharedFile
from bot.slack.homes import Homes
from bot.slack.imports import FileImports
from bot.slack.links import Links, LinkShared
from bot.slack.reception import Reception, attempt, attempt_all
from bot.slack.replies import is_direct


class Event(LinkShared, total=False):
    """What the bot reads of an event."""

    type: str
    subtype: str
    bot_id: str
    text: str
    ts: str
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
        self._homes = Homes(reception)
        self._imports = FileImports(reception, downloads, self._homes)
        self._links = Links(reception, self._homes)

    def take(self, body: Envelope, client: WebClient, bot_user: str) -> None:
        """Act on an event, unless it is the bot's own or came before."""
        event = body["event"]
        if event.get("bot_id") or event.get("user", bot_user) == bot_user:
            return
        with Incident("event_not_answered", event_id=body["event_id"]):
            self._act(body, client, bot_user)

    def _act(self, body: Envelope, client: WebClient, bot_user: str) -> None:
        event = body["event"]
        if event["type"] == "link_shared":
            self._links.take(event, body["event_id"], body["team_id"], client)
            return
        asker = self._reception.asker(client, event["user"])
        desk = self._reception.desk(client, body["team_id"], asker)
        if event["type"] == "app_home_opened":
            if event.get("tab") == "home":
                self._homes.open(client, desk, asker)
            elif event.get("tab") == "messages":
                suggest(client, event["channel"], prompts(desk, asker), asker.language)
        elif _is_addressed(event) and self._is_new(client, body):
            thread_ts = _thread_of_answer(event)
            say_working(client, event["channel"], thread_ts, asker.language)
            replies = self._reception.replies(client, body["team_id"], asker)
            for context in self._answers(client, desk, asker, event, bot_user):
                replies.tell(event["channel"], asker.slack_id, context, thread_ts)
                self._homes.refresh(client, body["team_id"], asker.slack_id, context)

    def _is_new(self, client: WebClient, body: Envelope) -> bool:
        slack_id = body["event"]["user"]
        return self._reception.is_new(client, body["team_id"], slack_id, body["event_id"])

    def _answers(
        self, client: WebClient, desk: Desk, asker: Asker, event: Event, bot_user: str
    ) -> list[Context]:
        files = event.get("files", [])
        if files and is_direct(event["channel"]):
            offer = partial(self._imports.offer, client, desk, asker)
            return [attempt(partial(offer, file)) for file in files]
        turn = Turn(
            desk,
            asker,
            event["channel"],
            event.get("text", ""),
            bot_user,
            event.get("ts"),
            event.get("thread_ts"),
        )
        return attempt_all(partial(replies_to, turn))


def _thread_of_answer(event: Event) -> str | None:
    """Tell where an answer belongs: in a DM in the thread of what was said, but not of a file."""
    begins = is_direct(event["channel"]) and not event.get("files")
    return event.get("thread_ts", event["ts"] if begins else None)


def _is_addressed(event: Event) -> bool:
    """Whether a message is for the bot: a mention, or anything a person says in its DM."""
    if event["type"] == "app_mention":
        return True
    spoken = event.get("subtype") in {None, "file_share"}
    return event["type"] == "message" and spoken and is_direct(event["channel"])
