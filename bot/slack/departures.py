"""Departures: a workspace takes the app's leave back; its token is forgotten, its data stays."""

from datetime import UTC, datetime
from typing import TypedDict

from bot.slack.grants import Grants

DEPARTURES = frozenset({"app_uninstalled", "tokens_revoked"})
"""The events that tell of it."""


class Tokens(TypedDict, total=False):
    """Whose tokens were revoked: people's, and the bot's own."""

    oauth: list[str]
    bot: list[str]


class Departure(TypedDict, total=False):
    """What the bot reads of ``app_uninstalled`` and ``tokens_revoked``."""

    type: str
    tokens: Tokens


class Departed(TypedDict):
    """What Slack wraps it in; ``event_time`` is in epoch seconds."""

    team_id: str
    event_time: int
    event: Departure


class Departures:
    """Acts on what Slack tells of tokens that hold no more."""

    def __init__(self, grants: Grants) -> None:
        """Forget among these grants."""
        self._grants = grants

    def take(self, body: Departed) -> None:
        """Forget a workspace's token, if it is the bot's that was revoked.

        It is done before Slack is answered, so that Slack tells again if it failed.
        """
        event = body["event"]
        left = event["type"] == "app_uninstalled"
        if left or (event["type"] == "tokens_revoked" and event["tokens"].get("bot")):
            at = datetime.fromtimestamp(body["event_time"], UTC)
            self._grants.withdraw(body["team_id"], at)
