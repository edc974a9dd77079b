"""Turns what the bot answers to a command, or posts to a response URL, into messages."""

from dataclasses import replace

from bot.workspace import messages
from bot.workspace.hub import Hub
from bot.workspace.model import Message
from bot.workspace.responses import Origin
from bot.workspace.shapes import JSONObject, an_object, text_of


def reply(hub: Hub, origin: Origin, body: object) -> None:
    """Show an answer: ephemeral by default, or instead of the message that was acted on.

    Where the bot does not say ``replace_original``, an ephemeral message is replaced and one that
    everyone sees is left alone. (Slack's documents leave this open: bots do well to say it.)

    Raises:
        SlackError: What Slack would refuse in a message.
    """
    answer: JSONObject = {"text": body} if isinstance(body, str) else an_object(body)
    original = None
    if origin.message_ts is not None:
        original = hub.workspace.message(origin.channel, origin.message_ts)
    if original is not None and answer.get("delete_original"):
        messages.remove(hub, original)
        return
    if not answer.get("text") and not answer.get("blocks"):
        return
    draft = _draft(hub, origin, answer)
    ephemeral = original is not None and original.visible_to is not None
    if original is not None and answer.get("replace_original", ephemeral):
        changed = replace(original, text=draft.text, blocks=draft.blocks, edited=True)
        messages.change(hub, original, changed)
        return
    messages.post(hub, draft)


def _draft(hub: Hub, origin: Origin, answer: JSONObject) -> Message:
    blocks = messages.checked_blocks(hub, answer.get("blocks"))
    text = messages.checked_text(text_of(answer.get("text")), needed=not blocks)
    in_channel = answer.get("response_type") == "in_channel"
    return replace(
        messages.by_bot(hub, origin.channel, text),
        blocks=blocks,
        thread_ts=text_of(answer.get("thread_ts")) or None,
        metadata=messages.metadata_of(answer.get("metadata")),
        visible_to=None if in_channel else origin.user,
    )
