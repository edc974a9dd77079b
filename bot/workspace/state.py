"""A Slack workspace in memory: its people, channels and messages, behind one lock.

It knows nothing of HTTP and tells nobody; `messages` and `acts` do that.
"""

import time
from bisect import insort
from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import UTC, datetime
from operator import attrgetter

from bot.workspace.files import Files
from bot.workspace.journal import Journal
from bot.workspace.model import Bot, Channel, Message, User
from bot.workspace.traffic import Traffic
from bot.workspace.views import Views

TEAM_ID = "T00000DEMO"


def _now() -> datetime:
    return datetime.now(UTC)


def _direct(user_id: str) -> str:
    return f"D{user_id[1:]}"


class Workspace:
    """A team with its users, channels and one bot.

    Args:
        team_name: The name of the workspace.
        users: People; more can be added with `add_user`.
        channels: Channels; more can be added with `keep_channel`.
        bot: The app that lives here.
        clock: Tells the instant that messages are dated with.
        timer: Tells passing seconds, by which triggers and response URLs expire.
    """

    def __init__(  # noqa: PLR0913 - the parts of a workspace, each with a default
        self,
        team_name: str = "Demo",
        users: Iterable[User] = (),
        channels: Iterable[Channel] = (),
        bot: Bot | None = None,
        *,
        clock: Callable[[], datetime] = _now,
        timer: Callable[[], float] = time.monotonic,
    ) -> None:
        self.team_id = TEAM_ID
        self.team_name = team_name
        self.domain = "".join(c for c in team_name.lower() if c.isalnum()) or "demo"
        self.bot = bot or Bot()
        self.clock = clock
        self.timer = timer
        self.journal = Journal()
        self.traffic = Traffic(self.journal, clock, self.bot.secrets)
        self.views = Views(self.journal, timer)
        self.files = Files(self.journal)
        self.users: dict[str, User] = {}
        self.channels: dict[str, Channel] = {}
        self.refused_blocks: frozenset[str] = frozenset()
        """Types of blocks that have not been rolled out to it yet: they are invalid here."""
        self.installed = True
        """Whether the bot's token holds."""
        self.codes: dict[str, str] = {}
        """By code: who let the bot in, as long as it has not come for its token."""
        self.assistant: dict[tuple[str, str], object] = {}
        """By ``channel/thread`` and ``status``, ``title`` or ``prompts``: what the bot set."""
        self._messages: dict[str, list[Message]] = {}
        self._read: dict[tuple[str, str], str] = {}
        self._last_micros = 0
        self._given: set[int] = set()
        bot_user = User(
            self.bot.user_id, self.bot.name, self.bot.display_name, is_bot=True, title="App"
        )
        for user in (bot_user, *users):
            self.add_user(user)
        for channel in channels:
            self.keep_channel(channel)

    # People and channels

    def add_user(self, user: User) -> User:
        """Add a person, and their direct messages with the bot."""
        with self.journal.lock:
            self.users[user.id] = user
            if not user.is_bot:
                members = (user.id, self.bot.user_id)
                direct = Channel(_direct(user.id), self.bot.display_name, members=members)
                self.keep_channel(replace(direct, is_im=True))
        return user

    def keep_channel(self, channel: Channel) -> Channel:
        """Add a channel, or put it in the place of what it was."""
        with self.journal.lock:
            self.channels[channel.id] = channel
            self._messages.setdefault(channel.id, [])
            self.journal.note("channel", channel=channel.id)
        return channel

    def direct_channel(self, user_id: str) -> Channel:
        """Find a person's direct messages with the bot."""
        return self.channels[_direct(user_id)]

    # Messages

    def next_ts(self, at: datetime | None = None) -> str:
        """Make a message's id: its time, unique in the workspace and increasing.

        Args:
            at: An instant in the past, for a message that was there before.
        """
        with self.journal.lock:
            micros = int((at or self.clock()).timestamp() * 1_000_000)
            if at is None:
                micros = self._last_micros = max(micros, self._last_micros + 100)
            while micros in self._given:
                micros += 100
            self._given.add(micros)
            return f"{micros // 1_000_000}.{micros % 1_000_000:06d}"

    def keep_message(self, message: Message) -> None:
        """Add a message, or put it in the place of the one with the same ts."""
        with self.journal.lock:
            kept = self._messages[message.channel]
            known = self.message(message.channel, message.ts)
            if known is None:
                insort(kept, message, key=attrgetter("ts"))
            else:
                kept[kept.index(known)] = message
            kind = "ephemeral" if message.visible_to else "message_changed" if known else "message"
            self._note(kind, message)

    def drop_message(self, message: Message) -> None:
        """Take a message away."""
        with self.journal.lock:
            self._messages[message.channel].remove(message)
            self._note("message_deleted", message)

    def _note(self, kind: str, message: Message) -> None:
        self.journal.note(kind, channel=message.channel, ts=message.ts, audience=message.visible_to)

    def message(self, channel_id: str, ts: str) -> Message | None:
        """Find a message, ephemeral or not."""
        with self.journal.lock:
            kept = self._messages.get(channel_id, [])
            return next((message for message in kept if message.ts == ts), None)

    def messages(self, channel_id: str, viewer: str | None = None) -> list[Message]:
        """Read a channel, oldest first: what everyone sees, and what only the viewer does."""
        with self.journal.lock:
            kept = self._messages.get(channel_id, [])
            return [message for message in kept if message.visible_to in {None, viewer}]

    def replies(self, message: Message) -> list[Message]:
        """Read the replies under a message, oldest first."""
        return [
            reply
            for reply in self.messages(message.channel)
            if reply.is_reply and reply.thread_ts == message.ts
        ]

    def toggle_reaction(self, message: Message, name: str, user_id: str) -> bool:
        """Add a person's reaction or take it back; tell whether it is there now."""
        with self.journal.lock:
            reactions = dict(message.reactions)
            users = reactions.pop(name, ())
            added = user_id not in users
            left = tuple(user for user in users if user != user_id)
            reactions[name] = (*left, user_id) if added else left
            shown = tuple((name, users) for name, users in reactions.items() if users)
            self.keep_message(replace(message, reactions=shown))
            self.journal.note("reaction", channel=message.channel, ts=message.ts)
            return added

    # Reading

    def sees(self, user_id: str, channel: Channel) -> bool:
        """Whether a person can look into a channel."""
        return user_id in channel.members or channel.kind == "channel"

    def mark_read(self, user_id: str, channel_id: str) -> None:
        """Remember that a person has read a channel to its end."""
        with self.journal.lock:
            seen = self.messages(channel_id, user_id)
            if seen:
                self._read[user_id, channel_id] = seen[-1].ts

    def unread(self, user_id: str, channel_id: str) -> int:
        """Count the messages that others wrote since a person last read a channel."""
        with self.journal.lock:
            last = self._read.get((user_id, channel_id), "")
            seen = self.messages(channel_id, user_id)
            return sum(m.ts > last and m.user != user_id and not m.is_reply for m in seen)
