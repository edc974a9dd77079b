"""The agent view: questions are offered, and a thread tells that its answer is on the way.

Both are extras: where a workspace refuses them, answers come without.
"""

from contextlib import suppress

from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError

from bot.messages.contexts.agent import Prompts, Working
from bot.messages.render import render, render_prompts
from bot.slack.patience import hurried
from bot.slack.replies import is_direct


def suggest(client: WebClient, channel_id: str, prompts: Prompts, language: str) -> None:
    """Offer questions to who opened the bot's messages; if Slack refuses, the manifest's stand."""
    title, offered = render_prompts(prompts, language=language)
    with suppress(SlackApiError, OSError):
        hurried(client).assistant_threads_setSuggestedPrompts(
            channel_id=channel_id, title=title, prompts=offered
        )


def say_working(client: WebClient, channel_id: str, thread_ts: str | None, language: str) -> None:
    """Show in a DM's thread that the bot is at work; Slack takes it away when the answer comes."""
    if thread_ts is None or not is_direct(channel_id):
        return
    status = render(Working(), language=language).text
    with suppress(SlackApiError, OSError):
        hurried(client).assistant_threads_setStatus(
            channel_id=channel_id, thread_ts=thread_ts, status=status
        )
