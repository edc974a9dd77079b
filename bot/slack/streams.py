"""Streams: an answer that comes into its thread in two parts, what it says first, then the rest."""

from itertools import takewhile

from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError

from bot.messages.message import Block, Message


class Stream:
    """An answer on its way into a thread of the bot's DM with somebody.

    It can be shown again in another form, as long as Slack has not taken it: what came first stays.
    """

    def __init__(self, client: WebClient, channel_id: str, thread_ts: str) -> None:
        """Stream by a client; nothing is shown yet."""
        self._client = client
        self._channel_id = channel_id
        self._thread_ts = thread_ts
        self._ts: str | None = None

    def show(self, message: Message) -> None:
        """Show the lead of a message, then the rest.

        Raises:
            SlackApiError: Slack refused either; what is there already is to be withdrawn.
        """
        lead, rest = parts(message.blocks)
        if self._ts is None:
            started = self._client.chat_startStream(
                channel=self._channel_id,
                thread_ts=self._thread_ts,
                chunks=[{"type": "blocks", "blocks": lead}],
            )
            self._ts = str(started["ts"])
        self._client.chat_stopStream(channel=self._channel_id, ts=self._ts, blocks=rest)

    def withdraw(self) -> None:
        """Take away what was shown, so that nobody reads it twice; it may be gone already."""
        if self._ts is None:
            return
        try:
            self._client.chat_delete(channel=self._channel_id, ts=self._ts)
        except (SlackApiError, OSError):
            self._ts = None


def parts(blocks: list[Block]) -> tuple[list[Block], list[Block]]:
    """Part a message's blocks into the lead, its headings and first words, and the rest."""
    headings = len(list(takewhile(lambda block: block["type"] == "header", blocks)))
    end = headings + 1
    return blocks[:end], blocks[end:]
