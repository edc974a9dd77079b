"""Posting, changing and removing messages: keeps them in the workspace and tells the bot."""

from dataclasses import replace
from datetime import datetime

from bot.workspace.block_rules import BLOCKS_TEXT
from bot.workspace.elements import with_ids
from bot.workspace.files import file_record
from bot.workspace.hub import Hub
from bot.workspace.limits import blocks_text, message_problems
from bot.workspace.links import tell_of_links
from bot.workspace.model import Channel, Message
from bot.workspace.protocol import SlackError
from bot.workspace.shapes import JSONObject, an_object, text_of

LONGEST_TEXT = 40_000
_SUBSCRIPTIONS = {"im": "message.im", "group": "message.groups", "channel": "message.channels"}


def checked_blocks(hub: Hub, blocks: object) -> tuple[JSONObject, ...]:
    """Check a message's blocks and give them ids.

    Raises:
        SlackError: ``invalid_blocks`` with what is wrong, or ``msg_blocks_too_long``.
    """
    if blocks is None:
        return ()
    problems = message_problems(blocks, hub.workspace.refused_blocks)
    if problems:
        metadata = {"messages": [f"[ERROR] {problem}" for problem in problems]}
        raise SlackError("invalid_blocks", errors=problems, response_metadata=metadata)
    if blocks_text(blocks) > BLOCKS_TEXT:
        raise SlackError("msg_blocks_too_long")
    return with_ids(blocks)


def checked_text(text: str, *, needed: bool) -> str:
    """Check a message's text.

    Raises:
        SlackError: ``no_text`` where it is needed and empty, ``msg_too_long``.
    """
    if needed and not text:
        raise SlackError("no_text")
    if len(text) > LONGEST_TEXT:
        raise SlackError("msg_too_long")
    return text


def by_bot(hub: Hub, channel: str, text: str) -> Message:
    """Draft a message of the bot's, not posted yet."""
    bot = hub.workspace.bot
    return Message("", channel, bot.user_id, text, bot_id=bot.bot_id)


def post(hub: Hub, draft: Message, at: datetime | None = None) -> Message:
    """Post a draft and tell the bot of it, unless it is ephemeral."""
    message = replace(draft, ts=hub.workspace.next_ts(at))
    hub.workspace.keep_message(message)
    if message.bot_id:
        hub.workspace.assistant.pop((f"{message.channel}/{message.thread_ts}", "status"), None)
    if message.visible_to is None:
        _announce(hub, message, record(hub, message))
        tell_of_links(hub, message)
    return message


def change(hub: Hub, before: Message, after: Message) -> Message:
    """Put a message in the place of another with the same ts."""
    hub.workspace.keep_message(after)
    if after.visible_to is None:
        changed: JSONObject = {
            "subtype": "message_changed",
            "hidden": True,
            "message": record(hub, after),
            "previous_message": record(hub, before),
            "ts": after.ts,
        }
        _announce(hub, after, changed)
    return after


def remove(hub: Hub, message: Message) -> None:
    """Take a message away."""
    hub.workspace.drop_message(message)
    if message.visible_to is None:
        removed: JSONObject = {
            "subtype": "message_deleted",
            "hidden": True,
            "deleted_ts": message.ts,
            "previous_message": record(hub, message),
            "ts": message.ts,
        }
        _announce(hub, message, removed)


def record(hub: Hub, message: Message, *, all_metadata: bool = True) -> JSONObject:
    """Describe a message as the Web API and the events do."""
    workspace = hub.workspace
    described: JSONObject = {
        "type": "message",
        "user": message.user,
        "ts": message.ts,
        "text": message.text,
        "team": workspace.team_id,
    }
    if message.bot_id:
        described |= {"bot_id": message.bot_id, "app_id": workspace.bot.app_id}
    if message.blocks:
        described["blocks"] = list(message.blocks)
    if message.subtype:
        described["subtype"] = message.subtype
    if message.edited:
        described["edited"] = {"user": message.user, "ts": message.ts}
    if message.files:
        files = (workspace.files.get(file_id) for file_id in message.files)
        described["files"] = [file_record(file, hub.base_url) for file in files if file]
    if message.reactions:
        described["reactions"] = [
            {"name": name, "users": list(users), "count": len(users)}
            for name, users in message.reactions
        ]
    if message.metadata is not None:
        shown = message.metadata if all_metadata else _without_payload(message.metadata)
        described["metadata"] = shown
    return described | _thread(hub, message)


def _without_payload(metadata: JSONObject) -> JSONObject:
    return {"event_type": text_of(metadata.get("event_type"))}


def _thread(hub: Hub, message: Message) -> JSONObject:
    if message.is_reply:
        parent = hub.workspace.message(message.channel, message.thread_ts or "")
        begun_by: JSONObject = {"parent_user_id": parent.user} if parent else {}
        return {"thread_ts": message.thread_ts, **begun_by}
    replies = hub.workspace.replies(message)
    if not replies:
        return {}
    return {
        "thread_ts": message.ts,
        "reply_count": len(replies),
        "reply_users": list(dict.fromkeys(reply.user for reply in replies)),
        "reply_users_count": len({reply.user for reply in replies}),
        "latest_reply": replies[-1].ts,
    }


def _announce(hub: Hub, message: Message, described: JSONObject) -> None:
    workspace = hub.workspace
    channel = workspace.channels[message.channel]
    if workspace.bot.user_id not in channel.members:
        return
    event = _in_channel(described, channel, message)
    hub.events.send(event, _SUBSCRIPTIONS[channel.kind])
    mentioned = f"<@{workspace.bot.user_id}" in message.text
    by_person = message.user != workspace.bot.user_id and "subtype" not in described
    if mentioned and by_person and not channel.is_im:
        hub.events.send(event | {"type": "app_mention"}, "app_mention")


def _in_channel(described: JSONObject, channel: Channel, message: Message) -> JSONObject:
    return {
        "type": "message",
        **described,
        "channel": channel.id,
        "channel_type": channel.kind,
        "event_ts": message.ts,
    }


def metadata_of(value: object) -> JSONObject | None:
    """Read a message's metadata.

    Raises:
        SlackError: ``invalid_metadata_format`` where a part is missing.
    """
    if value is None:
        return None
    metadata = an_object(value)
    if not metadata.get("event_type") or not isinstance(metadata.get("event_payload"), dict):
        raise SlackError("invalid_metadata_format")
    return metadata
