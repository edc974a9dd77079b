"""Finding the channel, person or message that a call names, or Slack's error."""

from bot.workspace.hub import Hub
from bot.workspace.model import Channel, Message, User
from bot.workspace.protocol import Arguments, SlackError


def channel_of(hub: Hub, arguments: Arguments, name: str = "channel") -> Channel:
    """Find the channel that an argument names by id, by name, or by a person's id for a DM.

    Raises:
        SlackError: ``channel_not_found``, also where the bot cannot see into a private channel.
    """
    workspace = hub.workspace
    given = arguments.required(name)
    if given in workspace.users and given != workspace.bot.user_id:
        return workspace.direct_channel(given)
    channel = workspace.channels.get(given) or next(
        (c for c in workspace.channels.values() if c.name == given.lstrip("#") and not c.is_im),
        None,
    )
    if channel is None or not workspace.sees(workspace.bot.user_id, channel):
        raise SlackError("channel_not_found")
    return channel


def joined_channel(hub: Hub, arguments: Arguments, name: str = "channel") -> Channel:
    """Find a channel that the bot may write to.

    Raises:
        SlackError: ``channel_not_found``, ``not_in_channel`` or ``is_archived``.
    """
    channel = channel_of(hub, arguments, name)
    if hub.workspace.bot.user_id not in channel.members:
        raise SlackError("not_in_channel")
    if channel.is_archived:
        raise SlackError("is_archived")
    return channel


def user_of(hub: Hub, arguments: Arguments, name: str = "user") -> User:
    """Find the person that an argument names.

    Raises:
        SlackError: ``user_not_found``.
    """
    user = hub.workspace.users.get(arguments.required(name))
    if user is None:
        raise SlackError("user_not_found")
    return user


def message_of(hub: Hub, channel: Channel, ts: str) -> Message:
    """Find a message that is not ephemeral.

    Raises:
        SlackError: ``message_not_found``.
    """
    message = hub.workspace.message(channel.id, ts)
    if message is None or message.visible_to is not None:
        raise SlackError("message_not_found")
    return message


def own_message(hub: Hub, channel: Channel, ts: str, refusal: str) -> Message:
    """Find a message that the bot itself posted.

    Raises:
        SlackError: ``message_not_found``, or the given refusal where it is someone else's.
    """
    message = message_of(hub, channel, ts)
    if message.user != hub.workspace.bot.user_id:
        raise SlackError(refusal)
    return message
