"""Replies: a context becomes a message, and goes where only those who may see it do."""

from collections.abc import Callable

from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError

from bot.messages.contexts import Context
from bot.messages.render import Message, plain, render


def is_direct(channel_id: str) -> bool:
    """Whether a channel is a direct message, which only the two in it can read."""
    return channel_id.startswith("D")


def open_dm(client: WebClient, slack_id: str) -> str:
    """Open the bot's DM with somebody, and give its channel id."""
    return str(client.conversations_open(users=slack_id)["channel"]["id"])


def tell(
    client: WebClient,
    channel_id: str,
    slack_id: str,
    context: Context,
    thread_ts: str | None = None,
) -> None:
    """Tell somebody what concerns nobody else: openly in a DM, elsewhere for their eyes only."""

    def post(message: Message) -> None:
        if is_direct(channel_id):
            client.chat_postMessage(
                channel=channel_id, text=message.text, blocks=message.blocks, thread_ts=thread_ts
            )
        else:
            client.chat_postEphemeral(
                channel=channel_id,
                user=slack_id,
                text=message.text,
                blocks=message.blocks,
                thread_ts=thread_ts,
            )

    _post_or_plainer(post, render(context))


def announce(client: WebClient, channel_id: str, context: Context) -> None:
    """Post what a whole channel may read."""

    def post(message: Message) -> None:
        client.chat_postMessage(channel=channel_id, text=message.text, blocks=message.blocks)

    _post_or_plainer(post, render(context))


def _post_or_plainer(post: Callable[[Message], None], message: Message) -> None:
    """Post, and where a workspace does not take the newest blocks yet, the same without them."""
    try:
        post(message)
    except SlackApiError as error:
        if error.response["error"] != "invalid_blocks":
            raise
        post(plain(message))
