"""What a workspace is made of: its bot, people, channels, messages, files and views, frozen.

A change makes a new value in place of the old one, so that a reader never sees half of it.
"""

import secrets
from dataclasses import dataclass, field
from datetime import datetime
from zlib import crc32
from zoneinfo import ZoneInfo

from bot.workspace.shapes import JSONObject, objects

_COLORS = ("4bbe2e", "9f69e7", "e7392d", "3c989f", "674b1b", "e96699", "2b6836", "5870dd", "d58247")


@dataclass(frozen=True, slots=True)
class Command:
    """A slash command of the bot; Slack turns mentions into ids where ``escapes`` is set."""

    command: str
    description: str = ""
    usage_hint: str = ""
    escapes: bool = False


@dataclass(frozen=True, slots=True)
class Shortcut:
    """A shortcut of the bot; ``kind`` is ``message`` or ``global``."""

    callback_id: str
    name: str
    kind: str = "message"


@dataclass(frozen=True, slots=True)
class Bot:
    """The app under test as its manifest describes it, with the secrets it needs.

    ``scopes`` and ``events`` limit what the bot may call and hears of; None means all. It hears of
    links to ``link_domains``.
    """

    name: str = "bot"
    display_name: str = "Bot"
    commands: tuple[Command, ...] = ()
    shortcuts: tuple[Shortcut, ...] = ()
    scopes: frozenset[str] | None = None
    events: frozenset[str] | None = None
    link_domains: tuple[str, ...] = ()
    home_enabled: bool = True
    user_id: str = "U000000BOT"
    bot_id: str = "B000000BOT"
    app_id: str = "A000000BOT"
    bot_token: str = field(default_factory=lambda: f"xoxb-{secrets.token_hex(20)}")
    app_token: str = field(default_factory=lambda: f"xapp-1-{secrets.token_hex(20)}")
    signing_secret: str = field(default_factory=lambda: secrets.token_hex(16))
    client_id: str = "1000000000.1000000000"
    client_secret: str = field(default_factory=lambda: secrets.token_hex(16))
    verification_token: str = field(default_factory=lambda: secrets.token_hex(12))

    @property
    def secrets(self) -> tuple[str, ...]:
        """Everything that must never be shown in the traffic log."""
        return (
            self.bot_token,
            self.app_token,
            self.signing_secret,
            self.client_secret,
            self.verification_token,
        )

    def hears(self, event: str) -> bool:
        """Whether the bot subscribed to an event, such as ``message.im``."""
        return self.events is None or event in self.events


@dataclass(frozen=True, slots=True)
class User:
    """A person in the workspace, or the bot's own user."""

    id: str
    name: str
    real_name: str
    email: str = ""
    title: str = ""
    tz: str = "UTC"
    locale: str = "en-US"
    is_admin: bool = False
    is_owner: bool = False
    is_bot: bool = False
    deleted: bool = False

    @property
    def color(self) -> str:
        """The colour of the person's initials, always the same for the same id."""
        return _COLORS[crc32(self.id.encode()) % len(_COLORS)]

    @property
    def initials(self) -> str:
        """The first letters of the first and the last name."""
        words = self.real_name.split() or [self.name]
        return "".join(word[0] for word in {words[0]: None, words[-1]: None}).upper()

    def record(self, team_id: str, now: datetime) -> JSONObject:
        """Describe the person as ``users.info`` does."""
        offset = now.astimezone(ZoneInfo(self.tz)).utcoffset()
        return {
            "id": self.id,
            "team_id": team_id,
            "name": self.name,
            "deleted": self.deleted,
            "color": self.color,
            "real_name": self.real_name,
            "tz": self.tz,
            "tz_label": self.tz,
            "tz_offset": int(offset.total_seconds()) if offset else 0,
            "profile": {
                "title": self.title,
                "real_name": self.real_name,
                "real_name_normalized": self.real_name,
                "display_name": self.name,
                "display_name_normalized": self.name,
                "email": self.email,
                "team": team_id,
            },
            "is_admin": self.is_admin,
            "is_owner": self.is_owner,
            "is_primary_owner": False,
            "is_restricted": False,
            "is_ultra_restricted": False,
            "is_bot": self.is_bot,
            "is_app_user": False,
            "updated": 0,
        }


@dataclass(frozen=True, slots=True)
class Channel:
    """A conversation: a public or private channel, or a person's direct messages with the bot."""

    id: str
    name: str
    topic: str = ""
    members: tuple[str, ...] = ()
    is_private: bool = False
    is_im: bool = False
    is_archived: bool = False

    @property
    def kind(self) -> str:
        """How events name the kind of channel: ``im``, ``group`` or ``channel``."""
        return "im" if self.is_im else "group" if self.is_private else "channel"

    def partner_of(self, user: str) -> str:
        """Tell who is on the other side of direct messages."""
        return next((member for member in self.members if member != user), user)

    def record(self, viewer: str) -> JSONObject:
        """Describe the conversation as ``conversations.info`` does for a viewer."""
        shared: JSONObject = {
            "id": self.id,
            "created": 0,
            "is_archived": self.is_archived,
            "is_im": self.is_im,
            "is_mpim": False,
            "is_channel": self.kind == "channel",
            "is_group": self.kind == "group",
            "is_private": self.is_private or self.is_im,
            "is_org_shared": False,
        }
        if self.is_im:
            return shared | {"user": self.partner_of(viewer), "is_open": True}
        return shared | {
            "name": self.name,
            "name_normalized": self.name,
            "is_general": False,
            "is_shared": False,
            "is_member": viewer in self.members,
            "topic": {"value": self.topic, "creator": "", "last_set": 0},
            "purpose": {"value": "", "creator": "", "last_set": 0},
            "num_members": len(self.members),
        }


@dataclass(frozen=True, slots=True)
class File:
    """An uploaded file, held in memory; ``content`` is None until the upload has ended."""

    id: str
    name: str
    user: str
    mimetype: str = "application/octet-stream"
    title: str = ""
    size: int = 0
    content: bytes | None = None
    channels: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Message:
    """A message; ``visible_to`` is set where only one person sees it (an ephemeral message)."""

    ts: str
    channel: str
    user: str
    text: str = ""
    blocks: tuple[JSONObject, ...] = ()
    bot_id: str | None = None
    thread_ts: str | None = None
    subtype: str | None = None
    visible_to: str | None = None
    metadata: JSONObject | None = None
    files: tuple[str, ...] = ()
    reactions: tuple[tuple[str, tuple[str, ...]], ...] = ()
    edited: bool = False
    streaming: bool = False

    @property
    def is_reply(self) -> bool:
        """Whether the message stands in a thread and is not its first."""
        return self.thread_ts is not None and self.thread_ts != self.ts


@dataclass(frozen=True, slots=True)
class View:
    """A modal or an App Home as it stands; ``content`` is what the bot sent, ids filled in."""

    id: str
    user: str
    content: JSONObject
    hash: str
    root_id: str
    previous_id: str | None = None

    @property
    def blocks(self) -> object:
        """The blocks of the view."""
        return self.content.get("blocks")

    @property
    def inputs(self) -> list[JSONObject]:
        """The blocks that a person fills in."""
        return [block for block in objects(self.blocks) if block.get("type") == "input"]
