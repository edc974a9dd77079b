"""The payloads of commands, clicks, modals and shortcuts, as Slack writes them.

Source: https://docs.slack.dev/reference/interaction-payloads
"""

from bot.workspace import messages
from bot.workspace.elements import State
from bot.workspace.hub import Hub
from bot.workspace.model import Channel, Message, View
from bot.workspace.responses import Origin
from bot.workspace.shapes import JSONObject
from bot.workspace.views import view_record

_SHOWN = ("text", "value", "style", "url")
"""What an action repeats of the button that was clicked."""


def optional_text(value: object) -> str | None:
    """Read a text that may be absent."""
    return value if isinstance(value, str) and value else None


def _channel_name(channel: Channel) -> str:
    names = {"im": "directmessage", "group": "privategroup", "channel": channel.name}
    return names[channel.kind]


def _common(hub: Hub, user_id: str, kind: str) -> JSONObject:
    workspace = hub.workspace
    user = workspace.users[user_id]
    return {
        "type": kind,
        "user": {
            "id": user.id,
            "username": user.name,
            "name": user.name,
            "team_id": workspace.team_id,
        },
        "api_app_id": workspace.bot.app_id,
        "token": workspace.bot.verification_token,
        "team": {"id": workspace.team_id, "domain": workspace.domain},
        "enterprise": None,
        "is_enterprise_install": False,
    }


def slash_command(hub: Hub, origin: Origin, command: str, text: str) -> JSONObject:
    """The form fields of a slash command."""
    workspace = hub.workspace
    return {
        "token": workspace.bot.verification_token,
        "team_id": workspace.team_id,
        "team_domain": workspace.domain,
        "channel_id": origin.channel,
        "channel_name": _channel_name(workspace.channels[origin.channel]),
        "user_id": origin.user,
        "user_name": workspace.users[origin.user].name,
        "command": command,
        "text": text,
        "api_app_id": workspace.bot.app_id,
        "is_enterprise_install": "false",
        "response_url": hub.responses.issue(origin, hub.base_url),
        "trigger_id": workspace.views.trigger(origin.user),
    }


def chosen(hub: Hub, block_id: str, element: JSONObject, given: JSONObject) -> JSONObject:
    """One entry of ``actions``: what the element is, and what was chosen in it."""
    shown = {field: element[field] for field in _SHOWN if field in element}
    of_button = shown if element["type"] in {"button", "icon_button"} else {}
    return {
        **given,
        **of_button,
        "type": element["type"],
        "action_id": element["action_id"],
        "block_id": block_id,
        "action_ts": hub.workspace.next_ts(),
    }


def message_action(hub: Hub, user: str, message: Message, state: State) -> JSONObject:
    """``block_actions`` in a message; an ephemeral message itself is not in the payload."""
    channel = hub.workspace.channels[message.channel]
    container: JSONObject = {
        "type": "message",
        "message_ts": message.ts,
        "channel_id": channel.id,
        "is_ephemeral": message.visible_to is not None,
    }
    if message.thread_ts is not None:
        container["thread_ts"] = message.thread_ts
    payload: JSONObject = {
        **_common(hub, user, "block_actions"),
        "container": container,
        "trigger_id": hub.workspace.views.trigger(user),
        "channel": {"id": channel.id, "name": _channel_name(channel)},
        "state": {"values": state},
        "response_url": hub.responses.issue(Origin(user, channel.id, message.ts), hub.base_url),
    }
    if message.visible_to is None:
        payload["message"] = messages.record(hub, message)
    return payload


def view(hub: Hub, shown: View, state: State | None = None) -> JSONObject:
    """A view as it stands in payloads."""
    return view_record(shown, hub.workspace.team_id, hub.workspace.bot, state)


def view_action(hub: Hub, user: str, shown: View, state: State) -> JSONObject:
    """``block_actions`` in a modal or an App Home."""
    return {
        **_common(hub, user, "block_actions"),
        "container": {"type": "view", "view_id": shown.id},
        "trigger_id": hub.workspace.views.trigger(user),
        "view": view(hub, shown, state),
    }


def view_submission(hub: Hub, user: str, shown: View, state: State) -> JSONObject:
    """``view_submission``."""
    return {
        **_common(hub, user, "view_submission"),
        "trigger_id": hub.workspace.views.trigger(user),
        "view": view(hub, shown, state),
        "response_urls": [],
    }


def view_closed(hub: Hub, user: str, shown: View) -> JSONObject:
    """``view_closed``."""
    return {
        **_common(hub, user, "view_closed"),
        "view": view(hub, shown),
        "is_cleared": False,
    }


def shortcut(hub: Hub, user: str, callback_id: str, message: Message | None) -> JSONObject:
    """``shortcut``, or ``message_action`` where it was used on a message."""
    kind = "shortcut" if message is None else "message_action"
    payload: JSONObject = {
        **_common(hub, user, kind),
        "callback_id": callback_id,
        "trigger_id": hub.workspace.views.trigger(user),
        "action_ts": hub.workspace.next_ts(),
    }
    if message is None:
        return payload
    channel = hub.workspace.channels[message.channel]
    return payload | {
        "message_ts": message.ts,
        "channel": {"id": channel.id, "name": _channel_name(channel)},
        "response_url": hub.responses.issue(Origin(user, channel.id, message.ts), hub.base_url),
        "message": messages.record(hub, message),
    }
