"""Grants: by which token the bot may act in which workspace, and how it comes to know."""

from dataclasses import dataclass, field
from datetime import datetime
from threading import Lock
from time import monotonic
from typing import Protocol

from pydantic import SecretStr
from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError

from bot.slack.patience import BEFORE_ACKNOWLEDGING_SECONDS, Patience

ASK_AGAIN_SECONDS = 10.0
"""How long not to ask Slack again whose token it is, after it did not say."""

TIMEOUT_SECONDS = 10


@dataclass(frozen=True, slots=True)
class Grant:
    """A workspace's leave to act there as its bot; the token is never shown."""

    team_id: str
    token: str = field(repr=False)
    bot_user_id: str
    bot_id: str


class Grants(Protocol):
    """Knows by which token to act in a workspace."""

    def of(self, team_id: str) -> Grant | None:
        """Give the grant of the workspace of this Slack id; None where there is none.

        Raises:
            SlackApiError: Slack had to be asked, and refused.
            OSError: Slack had to be asked, and could not be reached.
        """

    def withdraw(self, team_id: str, at: datetime) -> None:
        """Forget a workspace's grant that it took back at an instant."""

    def refused(self, grant: Grant) -> None:
        """Forget a grant whose token Slack says is revoked."""


class OneGrant:
    """The grant of a token that is given in the settings.

    Slack is asked whose it is when that is first needed, and again until it says.
    """

    def __init__(self, token: SecretStr, api_url: str) -> None:
        """Know this token; ``api_url`` is where Slack is."""
        self._client = WebClient(
            token.get_secret_value(),
            base_url=api_url,
            timeout=TIMEOUT_SECONDS,
            retry_handlers=[Patience(BEFORE_ACKNOWLEDGING_SECONDS)],
        )
        self._lock = Lock()
        self._known: Grant | None = None
        self._problem: SlackApiError | OSError | None = None
        self._ask_again_at = 0.0

    def of(self, team_id: str) -> Grant | None:
        """Give the grant, if the token is this workspace's."""
        with self._lock:
            grant = self._known = self._known or self._asked()
        return grant if grant.team_id == team_id else None

    def withdraw(self, team_id: str, at: datetime) -> None:
        """Ask Slack again before anything else is done."""
        del at
        with self._lock:
            if self._known and self._known.team_id == team_id:
                self._known = None

    def refused(self, grant: Grant) -> None:
        """Ask Slack again before anything else is done."""
        with self._lock:
            if self._known == grant:
                self._known = None

    def _asked(self) -> Grant:
        if self._problem and monotonic() < self._ask_again_at:
            raise self._problem
        try:
            answer = self._client.auth_test()
        except (SlackApiError, OSError) as problem:
            self._problem, self._ask_again_at = problem, monotonic() + ASK_AGAIN_SECONDS
            raise
        return Grant(
            team_id=answer["team_id"],
            token=self._client.token or "",
            bot_user_id=answer["user_id"],
            bot_id=answer["bot_id"],
        )
