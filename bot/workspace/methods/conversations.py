"""``conversations.*``: channels, who is in them and what was said."""

from bot.workspace import messages
from bot.workspace.hub import Hub
from bot.workspace.methods.places import channel_of, message_of
from bot.workspace.model import Channel, Message
from bot.workspace.protocol import Arguments, Method, SlackError, Tier, page_of
from bot.workspace.shapes import JSONObject

_READ = ("channels:read", "groups:read", "im:read", "mpim:read")
_HISTORY = ("channels:history", "groups:history", "im:history", "mpim:history")
_KINDS = {"channel": "public_channel", "group": "private_channel", "im": "im"}


def _readable(hub: Hub, arguments: Arguments) -> Channel:
    channel = channel_of(hub, arguments)
    if hub.workspace.bot.user_id not in channel.members:
        raise SlackError("not_in_channel")
    return channel


def _within(arguments: Arguments, found: list[Message]) -> list[Message]:
    """Keep what lies between ``oldest`` and ``latest``, both left out unless ``inclusive``."""
    inclusive = arguments.flag("inclusive")
    oldest = _instant(arguments, "oldest", "0")
    latest = _instant(arguments, "latest", "inf")
    return [
        message
        for message in found
        if oldest < float(message.ts) < latest
        or (inclusive and float(message.ts) in {oldest, latest})
    ]


def _instant(arguments: Arguments, name: str, default: str) -> float:
    try:
        return float(arguments.text(name) or default)
    except ValueError as error:
        raise SlackError(f"invalid_ts_{name}") from error


def _paged(hub: Hub, arguments: Arguments, found: list[Message]) -> JSONObject:
    page, cursor = page_of(found, arguments, default=100)
    all_metadata = arguments.flag("include_all_metadata")
    answer: JSONObject = {
        "messages": [messages.record(hub, m, all_metadata=all_metadata) for m in page],
        "has_more": bool(cursor),
    }
    return answer | ({"response_metadata": {"next_cursor": cursor}} if cursor else {})


def history(hub: Hub, arguments: Arguments) -> JSONObject:
    """``conversations.history``: newest first, without replies and ephemeral messages."""
    channel = _readable(hub, arguments)
    found = [m for m in reversed(hub.workspace.messages(channel.id)) if not m.is_reply]
    return _paged(hub, arguments, _within(arguments, found)) | {"pin_count": 0}


def replies(hub: Hub, arguments: Arguments) -> JSONObject:
    """``conversations.replies``: a thread, oldest first, its first message included."""
    channel = _readable(hub, arguments)
    try:
        parent = message_of(hub, channel, arguments.required("ts"))
    except SlackError as error:
        raise SlackError("thread_not_found") from error
    thread = [parent, *_within(arguments, hub.workspace.replies(parent))]
    return _paged(hub, arguments, thread)


def info(hub: Hub, arguments: Arguments) -> JSONObject:
    """``conversations.info``."""
    return {"channel": channel_of(hub, arguments).record(hub.workspace.bot.user_id)}


def members(hub: Hub, arguments: Arguments) -> JSONObject:
    """``conversations.members``."""
    page, cursor = page_of(channel_of(hub, arguments).members, arguments, default=100)
    return {"members": page, "response_metadata": {"next_cursor": cursor}}


def open_direct(hub: Hub, arguments: Arguments) -> JSONObject:
    """``conversations.open``: direct messages with one person."""
    if arguments.has("channel"):
        channel = channel_of(hub, arguments)
    else:
        users = arguments.words("users")
        if not users:
            raise SlackError("users_list_not_supplied")
        if len(users) > 1 or users[0] not in hub.workspace.users:
            raise SlackError("user_not_found")
        channel = hub.workspace.direct_channel(users[0])
    whole = arguments.flag("return_im")
    described = channel.record(hub.workspace.bot.user_id) if whole else {"id": channel.id}
    return {"no_op": True, "already_open": True, "channel": described}


def _listed(hub: Hub, arguments: Arguments, found: list[Channel]) -> JSONObject:
    kinds = arguments.words("types") or ["public_channel"]
    wanted = [
        channel
        for channel in found
        if _KINDS[channel.kind] in kinds
        and not (channel.is_archived and arguments.flag("exclude_archived"))
    ]
    page, cursor = page_of(wanted, arguments, default=100)
    viewer = hub.workspace.bot.user_id
    return {
        "channels": [channel.record(viewer) for channel in page],
        "response_metadata": {"next_cursor": cursor},
    }


def list_channels(hub: Hub, arguments: Arguments) -> JSONObject:
    """``conversations.list``: what the bot can see."""
    viewer = hub.workspace.bot.user_id
    found = [c for c in hub.workspace.channels.values() if hub.workspace.sees(viewer, c)]
    return _listed(hub, arguments, found)


def of_user(hub: Hub, arguments: Arguments) -> JSONObject:
    """``users.conversations``: where a person, or the bot itself, is a member."""
    viewer = hub.workspace.bot.user_id
    member = arguments.text("user", viewer)
    if member not in hub.workspace.users:
        raise SlackError("user_not_found")
    found = [
        channel
        for channel in hub.workspace.channels.values()
        if member in channel.members and hub.workspace.sees(viewer, channel)
    ]
    return _listed(hub, arguments, found)


METHODS = {
    "conversations.history": Method(history, Tier.TIER_3, _HISTORY),
    "conversations.replies": Method(replies, Tier.TIER_3, _HISTORY),
    "conversations.info": Method(info, Tier.TIER_3, _READ),
    "conversations.members": Method(members, Tier.TIER_4, _READ),
    "conversations.open": Method(open_direct, Tier.TIER_3, ("im:write", "mpim:write")),
    "conversations.list": Method(list_channels, Tier.TIER_2, _READ),
    "users.conversations": Method(of_user, Tier.TIER_3, _READ),
}
