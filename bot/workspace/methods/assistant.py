"""``assistant.threads.*``: what the bot shows while it thinks, and what it offers to be asked."""

from bot.workspace.hub import Hub
from bot.workspace.methods.places import channel_of
from bot.workspace.protocol import Arguments, Method, Tier, invalid_arguments
from bot.workspace.shapes import JSONObject

MOST_PROMPTS = 4


def _kept(hub: Hub, arguments: Arguments, what: str, value: object) -> JSONObject:
    channel = channel_of(hub, arguments, "channel_id")
    thread = arguments.text("thread_ts")
    with hub.workspace.journal.lock:
        hub.workspace.assistant[f"{channel.id}/{thread}", what] = value
        if what == "status" and value:
            hub.workspace.journal.note("typing", channel=channel.id, ts=thread or None)
        if what == "prompts":
            hub.workspace.journal.note("channel", channel=channel.id)
    return {}


def set_status(hub: Hub, arguments: Arguments) -> JSONObject:
    """``assistant.threads.setStatus``; an empty status clears it."""
    arguments.required("thread_ts")
    return _kept(hub, arguments, "status", arguments.text("status"))


def set_title(hub: Hub, arguments: Arguments) -> JSONObject:
    """``assistant.threads.setTitle``."""
    arguments.required("thread_ts")
    return _kept(hub, arguments, "title", arguments.required("title"))


def set_suggested_prompts(hub: Hub, arguments: Arguments) -> JSONObject:
    """``assistant.threads.setSuggestedPrompts``: at most four, each with title and message."""
    prompts = arguments.objects("prompts")
    if not 0 < len(prompts) <= MOST_PROMPTS:
        raise invalid_arguments(f"1 to {MOST_PROMPTS} prompts are allowed")
    if not all(prompt.get("title") and prompt.get("message") for prompt in prompts):
        raise invalid_arguments("a prompt needs a title and a message")
    return _kept(hub, arguments, "prompts", prompts)


_SCOPES = ("assistant:write", "chat:write")

METHODS = {
    "assistant.threads.setStatus": Method(set_status, Tier.TIER_3, _SCOPES),
    "assistant.threads.setTitle": Method(set_title, Tier.TIER_3, _SCOPES),
    "assistant.threads.setSuggestedPrompts": Method(set_suggested_prompts, Tier.TIER_3, _SCOPES),
}
