"""Links shared in a team's channel: a LinkedIn post counts, and the channel is asked about it.

Slack tells of a link by itself, without the message's text, and of each one wherever it is shared.
"""

from typing import TypedDict

from slack_sdk import WebClient

from bot.answers.asker import Asker
from bot.answers.data.channel_links import are_counted, ask, instant_of, posts_in, share
from bot.answers.desk import Desk
from bot.errors import NotFound
from bot.slack.homes import Homes
from bot.slack.reception import Reception
from bot.slack.replies import Replies


class Link(TypedDict):
    """A link of a domain that the app asked to hear of."""

    url: str


class LinkShared(TypedDict, total=False):
    """What the bot reads of the event; one still in the composer is of no channel."""

    user: str
    channel: str
    message_ts: str
    thread_ts: str
    links: list[Link]


class Links:
    """Acts on links to LinkedIn posts."""

    def __init__(self, reception: Reception, homes: Homes) -> None:
        """Take links at this reception."""
        self._reception = reception
        self._homes = homes

    def take(self, event: LinkShared, event_id: str, team_id: str, client: WebClient) -> None:
        """Count the posts that somebody shared where that is wanted; of all else nothing stays."""
        posts = posts_in(link["url"] for link in event["links"])
        store, slack_id = self._reception.store, event["user"]
        if not posts or not are_counted(store, team_id, event["channel"]):
            return
        if not self._reception.is_new(client, team_id, slack_id, event_id):
            return
        try:
            asker = self._reception.asker(client, slack_id)
        except NotFound:  # a bot shared it
            return
        desk = self._reception.desk(client, team_id, asker)
        replies = self._reception.replies(client, team_id, asker)
        for post in posts:
            self._count(desk, asker, post, event, replies)
            self._ask(desk, post, event, replies)

    def _count(
        self, desk: Desk, asker: Asker, post: str, event: LinkShared, replies: Replies
    ) -> None:
        counted = share(desk, asker, post, instant_of(event["message_ts"]))
        if counted:
            replies.tell(event["channel"], asker.slack_id, counted, event.get("thread_ts"))
            self._homes.refresh(replies.client, desk.workspace.slack_id, asker.slack_id, counted)

    @staticmethod
    def _ask(desk: Desk, post: str, event: LinkShared, replies: Replies) -> None:
        asked = ask(desk, event["channel"], post, event["user"])
        if asked:
            thread_ts = event.get("thread_ts", event["message_ts"])
            replies.announce(event["channel"], asked, thread_ts)
