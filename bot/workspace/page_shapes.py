"""What the demo's page is told: the shapes of its JSON, and how they are made of the state."""

from typing import NotRequired, TypedDict

from bot.workspace.hub import Hub
from bot.workspace.model import Channel, Message, User
from bot.workspace.shapes import JSONObject
from bot.workspace.traffic import Entry


class PageUser(TypedDict):
    """A person as the page shows them."""

    id: str
    name: str
    real_name: str
    title: str
    color: str
    initials: str
    tz: str
    is_admin: bool
    is_bot: bool
    presence: str


class PageChannel(TypedDict):
    """A line of the page's sidebar."""

    id: str
    name: str
    topic: str
    is_im: bool
    is_private: bool
    is_member: bool
    members: list[str]
    unread: int


class PageReaction(TypedDict):
    """A reaction under a message."""

    name: str
    users: list[str]


class PageFile(TypedDict):
    """A file under a message."""

    id: str
    name: str
    size: int


class PageMessage(TypedDict):
    """A message as the page shows it."""

    ts: str
    user: str
    bot: bool
    text: str
    blocks: list[JSONObject]
    thread_ts: str | None
    reply_count: int
    reply_users: list[str]
    latest_reply: str | None
    ephemeral: bool
    edited: bool
    reactions: list[PageReaction]
    files: list[PageFile]
    metadata: NotRequired[JSONObject]


class PageEntry(TypedDict):
    """A line of the page's traffic drawer; ``ms`` is how long the answer took."""

    n: int
    at: str
    direction: str
    name: str
    status: int
    summary: str
    ms: int
    body: object


def page_user(user: User) -> PageUser:
    """Show a person."""
    return {
        "id": user.id,
        "name": user.name,
        "real_name": user.real_name,
        "title": user.title,
        "color": f"#{user.color}",
        "initials": user.initials,
        "tz": user.tz,
        "is_admin": user.is_admin,
        "is_bot": user.is_bot,
        "presence": "active",
    }


def page_channel(hub: Hub, channel: Channel, viewer: str) -> PageChannel:
    """Show a channel to a person."""
    return {
        "id": channel.id,
        "name": channel.name,
        "topic": channel.topic,
        "is_im": channel.is_im,
        "is_private": channel.is_private,
        "is_member": viewer in channel.members,
        "members": list(channel.members),
        "unread": hub.workspace.unread(viewer, channel.id),
    }


def page_message(hub: Hub, message: Message) -> PageMessage:
    """Show a message with its thread's sum."""
    replies = [] if message.is_reply else hub.workspace.replies(message)
    files = (hub.workspace.files.get(file_id) for file_id in message.files)
    shown: PageMessage = {
        "ts": message.ts,
        "user": message.user,
        "bot": message.bot_id is not None,
        "text": message.text,
        "blocks": list(message.blocks),
        "thread_ts": message.thread_ts,
        "reply_count": len(replies),
        "reply_users": list(dict.fromkeys(reply.user for reply in replies)),
        "latest_reply": replies[-1].ts if replies else None,
        "ephemeral": message.visible_to is not None,
        "edited": message.edited,
        "reactions": [{"name": name, "users": list(users)} for name, users in message.reactions],
        "files": [{"id": f.id, "name": f.name, "size": f.size} for f in files if f],
    }
    if message.metadata is not None:
        shown["metadata"] = message.metadata
    return shown


def page_entry(entry: Entry) -> PageEntry:
    """Show an exchange."""
    return {
        "n": entry.n,
        "at": entry.at.isoformat(),
        "direction": entry.direction,
        "name": entry.name,
        "status": entry.status,
        "summary": entry.summary,
        "ms": entry.ms,
        "body": entry.body,
    }
