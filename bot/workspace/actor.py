"""Acting as a person in tests: does what a hand on Slack's client does, and sees what eyes see."""

from collections.abc import Mapping
from typing import Literal

from bot.workspace.acts import Acts, Outcome
from bot.workspace.elements import choice, find, state_of
from bot.workspace.hub import Hub
from bot.workspace.model import Channel, Message, View
from bot.workspace.shapes import JSONObject, text_of, walk
from bot.workspace.typed import encoded


class Actor:
    """One person at their screen.

    Args:
        hub: The workspace.
        acts: What people can do.
        user_id: Who this is.
    """

    def __init__(self, hub: Hub, acts: Acts, user_id: str) -> None:
        self._hub = hub
        self._acts = acts
        self.user = hub.workspace.users[user_id]

    @property
    def direct(self) -> Channel:
        """The direct messages with the bot."""
        return self._hub.workspace.direct_channel(self.user.id)

    # Doing

    def slash(self, typed: str, channel: Channel | None = None) -> Outcome:
        """Run a slash command, such as ``/ssi me``; in the bot's direct messages by default."""
        return self._acts.slash(self.user.id, (channel or self.direct).id, self._encoded(typed))

    def say(
        self, text: str, channel: Channel | None = None, thread_ts: str | None = None
    ) -> Message:
        """Write a message; to the bot directly by default."""
        place = (channel or self.direct).id
        return self._acts.say(self.user.id, place, self._encoded(text), thread_ts)

    def click(
        self,
        place: Message | View,
        action_id: str,
        value: object = None,
        state: Mapping[str, Mapping[str, object]] | None = None,
    ) -> Outcome:
        """Click a button, or choose something in a menu.

        Args:
            place: The message or view that holds it.
            action_id: Which element.
            value: An option's value, an id, a date or a text; None for a button.
            state: What is filled in around it, by block id and action id.

        Raises:
            LookupError: There is no such element or option.
        """
        block_id, element = find(place.blocks, action_id)
        chosen = {} if element["type"] == "button" else choice(element, value)
        action = {**chosen, "action_id": action_id, "block_id": block_id}
        return self._acts.click(self.user.id, place, action, state_of(place.blocks, state))

    def submit(
        self, view: View, values: Mapping[str, Mapping[str, object]] | None = None
    ) -> Outcome:
        """Fill in a modal, by block id and action id, and submit it.

        Raises:
            LookupError: There is no such input or option.
        """
        return self._acts.submit(self.user.id, view, state_of(view.blocks, values))

    def close(self, view: View) -> Outcome:
        """Close a modal."""
        return self._acts.close(self.user.id, view)

    def open_home(self, tab: Literal["home", "messages"] = "home") -> None:
        """Open the bot's App Home."""
        self._acts.open_home(self.user.id, tab)

    def shortcut(self, callback_id: str, message: Message | None = None) -> Outcome:
        """Use a shortcut, on a message or anywhere."""
        return self._acts.shortcut(self.user.id, callback_id, message)

    def react(self, message: Message, name: str) -> None:
        """React to a message."""
        self._acts.react(self.user.id, message, name)

    def upload(self, content: bytes, name: str, channel: Channel | None = None) -> Message:
        """Share a file; with the bot directly by default."""
        return self._acts.upload(self.user.id, (channel or self.direct).id, name, content)

    def join(self, channel: Channel) -> None:
        """Join a channel."""
        self._acts.join(self.user.id, channel.id)

    def invite(self, user_id: str, channel: Channel) -> None:
        """Bring someone, or the bot, into a channel."""
        self._acts.join(user_id, channel.id, inviter=self.user.id)

    def leave(self, channel: Channel) -> None:
        """Leave a channel."""
        self._acts.leave(self.user.id, channel.id)

    def _encoded(self, typed: str) -> str:
        workspace = self._hub.workspace
        return encoded(typed, workspace.users.values(), workspace.channels.values())

    # Seeing

    def messages(
        self, channel: Channel | None = None, thread_ts: str | None = None
    ) -> list[Message]:
        """Read a channel or a thread, oldest first, with what only this person sees."""
        seen = self._hub.workspace.messages((channel or self.direct).id, self.user.id)
        if thread_ts is None:
            return [message for message in seen if not message.is_reply]
        return [message for message in seen if thread_ts in {message.ts, message.thread_ts}]

    def ephemerals(self) -> list[Message]:
        """Read everything that only this person sees, oldest first."""
        workspace = self._hub.workspace
        seen = [m for c in workspace.channels for m in workspace.messages(c, self.user.id)]
        mine = [message for message in seen if message.visible_to == self.user.id]
        return sorted(mine, key=lambda message: message.ts)

    def modal(self) -> View | None:
        """Look at the modal on top."""
        stack = self._hub.workspace.views.stack(self.user.id)
        return stack[-1] if stack else None

    def home(self) -> View | None:
        """Look at the App Home."""
        return self._hub.workspace.views.home(self.user.id)


def words_of(shown: Message | View) -> str:
    """Collect every text that a message or view shows, one a line."""
    said = shown.text if isinstance(shown, Message) else _words(shown.content.get("title"))
    return "\n".join(part for part in (said, _words(list(walk_blocks(shown)))) if part)


def walk_blocks(shown: Message | View) -> list[JSONObject]:
    """Go through every object in the blocks of a message or view."""
    return list(walk(shown.blocks))


def _words(value: object) -> str:
    parts = value if isinstance(value, list) else [value]
    texts = (text_of(part.get("text")) for part in parts if isinstance(part, dict))
    return "\n".join(text for text in texts if text)
