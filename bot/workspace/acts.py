"""What people do in the workspace, each act with all that Slack makes of it for the bot."""

from dataclasses import dataclass, field, replace
from typing import Literal

from bot.workspace import messages, payloads
from bot.workspace.elements import State, find, missing, state_of
from bot.workspace.hub import Hub
from bot.workspace.line import Answer, Request
from bot.workspace.modals import Submitted, submitted
from bot.workspace.model import Channel, Message, Shortcut, View
from bot.workspace.protocol import SlackError
from bot.workspace.replies import reply
from bot.workspace.responses import Origin
from bot.workspace.shapes import JSONObject
from bot.workspace.typed import for_command


@dataclass(frozen=True, slots=True)
class Outcome:
    """How an act ended for the person.

    ``error`` is set where the bot did not take it, and is what Slack's client would show;
    ``errors`` are the bot's own words about what was filled in, by block id.
    """

    error: str | None = None
    response_action: str | None = None
    errors: dict[str, str] = field(default_factory=dict)

    @property
    def ok(self) -> bool:
        """Whether the bot took it."""
        return self.error is None


def _outcome(answer: Answer) -> Outcome:
    if answer.error is None:
        return Outcome()
    late = answer.error == "http_timeout"
    return Outcome("operation_timeout" if late else "dispatch_failed")


class Acts:
    """Everything a person can do here.

    Args:
        hub: The workspace.
    """

    def __init__(self, hub: Hub) -> None:
        self._hub = hub
        self._workspace = hub.workspace

    def say(self, user: str, channel_id: str, text: str, thread_ts: str | None = None) -> Message:
        """Write a message; its text is encoded as by `typed.encoded`.

        Raises:
            SlackError: ``not_in_channel`` or ``is_archived``.
        """
        channel = self._writable(user, channel_id)
        return messages.post(self._hub, Message("", channel.id, user, text, thread_ts=thread_ts))

    def slash(self, user: str, channel_id: str, written: str) -> Outcome:
        """Run a slash command and show what the bot answers at once."""
        name, _, text = written.strip().partition(" ")
        known = {command.command: command for command in self._workspace.bot.commands}
        command = known.get(name)
        if command is None:
            return Outcome("invalid_command")
        channel = self._workspace.channels[channel_id]
        text = for_command(text, self._names(), labels=command.escapes)
        origin = Origin(user, channel.id)
        payload = payloads.slash_command(self._hub, origin, name, text.strip())
        answer = self._hub.line.call(Request("slash_commands", name, payload))
        if answer.error is None:
            try:
                reply(self._hub, origin, answer.body)
            except SlackError as error:
                return Outcome(error.error)
        return _outcome(answer)

    def click(
        self, user: str, place: Message | View, action: JSONObject, state: State | None = None
    ) -> Outcome:
        """Act on an element of a message or view.

        Args:
            user: Who clicks.
            place: What holds the element.
            action: ``action_id``, perhaps ``block_id``, and what was chosen.
            state: What stands in the inputs around it; as they began if not given.

        Raises:
            LookupError: There is no such element.
        """
        block_id, element = find(
            place.blocks, str(action["action_id"]), payloads.optional_text(action.get("block_id"))
        )
        state = state_of(place.blocks) if state is None else state
        chosen = payloads.chosen(self._hub, block_id, element, action)
        if isinstance(place, View):
            payload = payloads.view_action(self._hub, user, place, state)
        else:
            payload = payloads.message_action(self._hub, user, place, state)
        payload["actions"] = [chosen]
        return self._interact(str(action["action_id"]), payload)

    def submit(self, user: str, view: View, state: State) -> Outcome:
        """Submit a modal, and show what the bot wants shown then."""
        wrong = missing(view.blocks, state)
        if wrong:
            return Outcome(response_action="errors", errors=wrong)
        payload = payloads.view_submission(self._hub, user, view, state)
        answer = self._hub.line.call(Request("interactive", "view_submission", payload))
        if answer.error is not None:
            return _outcome(answer)
        try:
            end: Submitted = submitted(self._hub, view, answer.body)
        except SlackError as error:
            return Outcome(error.error)
        return Outcome(response_action=end.action, errors=end.errors)

    def close(self, user: str, view: View) -> Outcome:
        """Close a modal; the bot hears of it where it asked to."""
        self._workspace.views.close(view)
        if not view.content.get("notify_on_close"):
            return Outcome()
        return self._interact("view_closed", payloads.view_closed(self._hub, user, view))

    def shortcut(self, user: str, callback_id: str, message: Message | None = None) -> Outcome:
        """Use a shortcut, on a message or anywhere."""
        kind: Literal["message", "global"] = "global" if message is None else "message"
        known = [s for s in self._workspace.bot.shortcuts if s.kind == kind]
        if callback_id not in map(_callback_id, known):
            return Outcome("invalid_shortcut")
        payload = payloads.shortcut(self._hub, user, callback_id, message)
        return self._interact(callback_id, payload)

    def open_home(self, user: str, tab: Literal["home", "messages"] = "home") -> None:
        """Open the bot's App Home, or its messages."""
        event: JSONObject = {
            "type": "app_home_opened",
            "user": user,
            "channel": self._workspace.direct_channel(user).id,
            "tab": tab,
        }
        view = self._workspace.views.home(user)
        if view is not None and tab == "home":
            event["view"] = payloads.view(self._hub, view)
        self._tell(event)

    def react(self, user: str, message: Message, name: str) -> None:
        """Add a reaction to a message, or take it back."""
        added = self._workspace.toggle_reaction(message, name, user)
        event: JSONObject = {
            "type": "reaction_added" if added else "reaction_removed",
            "user": user,
            "reaction": name,
            "item": {"type": "message", "channel": message.channel, "ts": message.ts},
            "item_user": message.user,
        }
        self._tell(event, message.channel)

    def upload(self, user: str, channel_id: str, name: str, content: bytes) -> Message:
        """Share a file.

        Raises:
            SlackError: ``not_in_channel`` or ``is_archived``.
        """
        channel = self._writable(user, channel_id)
        file = self._workspace.files.fill(self._workspace.files.start(name, user), content)
        self._workspace.files.keep(replace(file, channels=(channel.id,)))
        event: JSONObject = {
            "type": "file_shared",
            "channel_id": channel.id,
            "file_id": file.id,
            "user_id": user,
            "file": {"id": file.id},
        }
        self._tell(event, channel.id)
        draft = Message("", channel.id, user, files=(file.id,), subtype="file_share")
        return messages.post(self._hub, draft)

    def join(self, user: str, channel_id: str, inviter: str | None = None) -> None:
        """Join a channel, or be brought in by someone."""
        channel = self._workspace.channels[channel_id]
        if user in channel.members:
            return
        self._workspace.keep_channel(replace(channel, members=(*channel.members, user)))
        event = _membership("member_joined_channel", user, channel)
        event["team"] = self._workspace.team_id
        self._tell(event | ({"inviter": inviter} if inviter else {}), channel.id)

    def leave(self, user: str, channel_id: str) -> None:
        """Leave a channel."""
        channel = self._workspace.channels[channel_id]
        others = tuple(member for member in channel.members if member != user)
        self._workspace.keep_channel(replace(channel, members=others))
        event = _membership("member_left_channel", user, channel)
        self._tell(event | {"team": self._workspace.team_id}, channel.id)

    def _names(self) -> dict[str, str]:
        channels = {channel.id: channel.name for channel in self._workspace.channels.values()}
        return channels | {user.id: user.name for user in self._workspace.users.values()}

    def _writable(self, user: str, channel_id: str) -> Channel:
        channel = self._workspace.channels.get(channel_id)
        if channel is None or not self._workspace.sees(user, channel):
            raise SlackError("channel_not_found")
        if user not in channel.members:
            raise SlackError("not_in_channel")
        if channel.is_archived:
            raise SlackError("is_archived")
        return channel

    def _interact(self, name: str, payload: JSONObject) -> Outcome:
        return _outcome(self._hub.line.call(Request("interactive", name, payload)))

    def _tell(self, event: JSONObject, channel_id: str | None = None) -> None:
        """Send an event, if it is of no channel or of one that the bot is in."""
        if channel_id is not None:
            members = self._workspace.channels[channel_id].members
            if self._workspace.bot.user_id not in members:
                return
        dated = event | {"event_ts": self._workspace.next_ts()}
        self._hub.events.send(dated, str(event["type"]))


def _callback_id(shortcut: Shortcut) -> str:
    return shortcut.callback_id


def _membership(kind: str, user: str, channel: Channel) -> JSONObject:
    letter = "G" if channel.is_private else "C"
    return {"type": kind, "user": user, "channel": channel.id, "channel_type": letter}
