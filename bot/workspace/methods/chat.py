"""``chat.*`` and ``reactions.*``: posting, changing and removing the bot's messages."""

from dataclasses import replace

from bot.workspace import messages
from bot.workspace.hub import Hub
from bot.workspace.methods.places import (
    channel_of,
    joined_channel,
    message_of,
    own_message,
    user_of,
)
from bot.workspace.model import Message
from bot.workspace.protocol import Arguments, Method, SlackError, Tier
from bot.workspace.shapes import JSONObject, objects, text_of


def _draft(hub: Hub, arguments: Arguments, channel_id: str) -> Message:
    blocks = messages.checked_blocks(hub, arguments.json("blocks"))
    text = arguments.text("text") or arguments.text("markdown_text")
    has_more = bool(blocks) or bool(arguments.objects("attachments"))
    checked = messages.checked_text(text, needed=not has_more)
    return replace(
        messages.by_bot(hub, channel_id, checked),
        blocks=blocks,
        thread_ts=arguments.text("thread_ts") or None,
        metadata=messages.metadata_of(arguments.json("metadata")),
    )


def post_message(hub: Hub, arguments: Arguments) -> JSONObject:
    """``chat.postMessage``."""
    channel = joined_channel(hub, arguments)
    message = messages.post(hub, _draft(hub, arguments, channel.id))
    return {
        "channel": channel.id,
        "ts": message.ts,
        "message": messages.record(hub, message),
    }


def post_ephemeral(hub: Hub, arguments: Arguments) -> JSONObject:
    """``chat.postEphemeral``."""
    channel = joined_channel(hub, arguments)
    user = user_of(hub, arguments)
    if user.id not in channel.members:
        raise SlackError("user_not_in_channel")
    draft = replace(_draft(hub, arguments, channel.id), visible_to=user.id)
    return {"message_ts": messages.post(hub, draft).ts}


def update(hub: Hub, arguments: Arguments) -> JSONObject:
    """``chat.update``: blocks that are not given stay, an empty list removes them."""
    channel = channel_of(hub, arguments)
    before = own_message(hub, channel, arguments.required("ts"), "cant_update_message")
    given = arguments.json("blocks")
    blocks = before.blocks if given is None else messages.checked_blocks(hub, given)
    text = messages.checked_text(arguments.text("text"), needed=not blocks)
    metadata = before.metadata
    if arguments.has("metadata"):
        metadata = messages.metadata_of(arguments.json("metadata"))
    after = replace(before, text=text, blocks=blocks, metadata=metadata, edited=True)
    messages.change(hub, before, after)
    return {
        "channel": channel.id,
        "ts": after.ts,
        "text": after.text,
        "message": messages.record(hub, after),
    }


def delete(hub: Hub, arguments: Arguments) -> JSONObject:
    """``chat.delete``."""
    channel = channel_of(hub, arguments)
    message = own_message(hub, channel, arguments.required("ts"), "cant_delete_message")
    messages.remove(hub, message)
    return {"channel": channel.id, "ts": message.ts}


def get_permalink(hub: Hub, arguments: Arguments) -> JSONObject:
    """``chat.getPermalink``."""
    channel = channel_of(hub, arguments)
    ts = message_of(hub, channel, arguments.required("message_ts")).ts
    host = f"https://{hub.workspace.domain}.slack.com"
    return {
        "channel": channel.id,
        "permalink": f"{host}/archives/{channel.id}/p{ts.replace('.', '')}",
    }


def start_stream(hub: Hub, arguments: Arguments) -> JSONObject:
    """``chat.startStream``: a message that grows until it is stopped."""
    channel = joined_channel(hub, arguments)
    for recipient in ("recipient_team_id", "recipient_user_id"):
        if not channel.is_im and not arguments.has(recipient):
            raise SlackError(f"missing_{recipient}")
    draft = replace(
        messages.by_bot(hub, channel.id, _streamed(arguments)),
        blocks=_streamed_blocks(hub, arguments),
        thread_ts=arguments.required("thread_ts"),
        streaming=True,
    )
    return {"channel": channel.id, "ts": messages.post(hub, draft).ts}


def append_stream(hub: Hub, arguments: Arguments) -> JSONObject:
    """``chat.appendStream``."""
    before = _streaming(hub, arguments)
    after = replace(
        before,
        text=before.text + _streamed(arguments),
        blocks=before.blocks + _streamed_blocks(hub, arguments),
    )
    messages.change(hub, before, after)
    return {"channel": before.channel, "ts": before.ts}


def stop_stream(hub: Hub, arguments: Arguments) -> JSONObject:
    """``chat.stopStream``."""
    before = _streaming(hub, arguments)
    after = replace(
        before,
        text=before.text + _streamed(arguments),
        blocks=before.blocks
        + _streamed_blocks(hub, arguments)
        + messages.checked_blocks(hub, arguments.json("blocks")),
        metadata=messages.metadata_of(arguments.json("metadata")),
        streaming=False,
    )
    messages.change(hub, before, after)
    return {
        "channel": after.channel,
        "ts": after.ts,
        "message": messages.record(hub, after),
    }


def _streaming(hub: Hub, arguments: Arguments) -> Message:
    channel = channel_of(hub, arguments)
    message = own_message(hub, channel, arguments.required("ts"), "message_not_owned_by_app")
    if not message.streaming:
        raise SlackError("message_not_in_streaming_state")
    return message


def _streamed(arguments: Arguments) -> str:
    chunks = (text_of(chunk.get("text")) for chunk in arguments.objects("chunks"))
    return arguments.text("markdown_text") + "".join(chunks)


def _streamed_blocks(hub: Hub, arguments: Arguments) -> tuple[JSONObject, ...]:
    chunks = arguments.objects("chunks")
    blocks = [block for chunk in chunks for block in objects(chunk.get("blocks"))]
    return messages.checked_blocks(hub, blocks)


def add_reaction(hub: Hub, arguments: Arguments) -> JSONObject:
    """``reactions.add``."""
    channel = channel_of(hub, arguments)
    message = message_of(hub, channel, arguments.required("timestamp"))
    name = arguments.required("name").strip(":")
    bot_user = hub.workspace.bot.user_id
    if bot_user in dict(message.reactions).get(name, ()):
        raise SlackError("already_reacted")
    hub.workspace.toggle_reaction(message, name, bot_user)
    return {}


_WRITE = ("chat:write",)

METHODS = {
    "chat.postMessage": Method(post_message, Tier.POSTING, _WRITE),
    "chat.postEphemeral": Method(post_ephemeral, Tier.TIER_4, _WRITE),
    "chat.update": Method(update, Tier.TIER_3, _WRITE),
    "chat.delete": Method(delete, Tier.TIER_3, _WRITE),
    "chat.getPermalink": Method(get_permalink, Tier.TIER_4),
    "chat.startStream": Method(start_stream, Tier.TIER_2, _WRITE),
    "chat.appendStream": Method(append_stream, Tier.TIER_4, _WRITE),
    "chat.stopStream": Method(stop_stream, Tier.TIER_2, _WRITE),
    "reactions.add": Method(add_reaction, Tier.TIER_3, ("reactions:write",)),
}
