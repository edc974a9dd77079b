"""Clients: the one source of calls to Slack that nobody's request asks for.

Each is of one workspace and has that workspace's own token.
"""

from collections.abc import Callable
from http import HTTPStatus
from http.client import HTTPException
from typing import Unpack

import structlog
from slack_sdk.errors import SlackApiError
from slack_sdk.web import SlackResponse

from bot.slack.calls import Call, Considerate
from bot.slack.grants import TIMEOUT_SECONDS, Grant, Grants
from bot.slack.patience import Patience
from bot.slack.replies import LIMITS, reason
from bot.slack.trust import trusted
from bot.storage import Store

log = structlog.get_logger()

REVOKED = frozenset({"account_inactive", "token_revoked"})
"""Slack's names for a token that holds no more."""

LONGEST_SECONDS = 3
"""How long a call waits when Slack asks for patience: other workspaces wait as well."""


class Client(Considerate):
    """Calls one workspace's Slack, and never repeats a call by itself."""

    def __init__(self, grant: Grant, api_url: str, on_revoked: Callable[[Grant], None]) -> None:
        """Call by a grant; ``on_revoked`` is told if Slack says that it holds no more."""
        super().__init__(
            grant.token,
            base_url=api_url,
            ssl=trusted(),
            timeout=TIMEOUT_SECONDS,
            retry_handlers=[],
        )
        self._grant = grant
        self._on_revoked = on_revoked

    def api_call(self, api_method: str, **call: Unpack[Call]) -> SlackResponse:
        """Call a method.

        Raises:
            SlackApiError: Slack refused.
            OSError: Slack did not answer.
        """
        try:
            return super().api_call(api_method, **call)
        except SlackApiError as error:
            if reason(error) in REVOKED:
                self._on_revoked(self._grant)
            raise


class RoundClient(Client):
    """Calls one workspace's Slack until it does not answer; then it has given up.

    What is asked of it afterwards fails at once, so that others need not wait for a workspace that
    cannot be reached. It is made anew for the next round.
    """

    def __init__(self, grant: Grant, api_url: str, on_revoked: Callable[[Grant], None]) -> None:
        """Call by a grant, as `Client` does, but be patient for a moment where Slack asks to."""
        super().__init__(grant, api_url, on_revoked)
        self.retry_handlers = [Patience(LONGEST_SECONDS)]
        self.gave_up = False

    def api_call(self, api_method: str, **call: Unpack[Call]) -> SlackResponse:
        """Call a method.

        Raises:
            SlackApiError: Slack refused.
            OSError: Slack did not answer, now or before.
        """
        if self.gave_up:
            raise ConnectionAbortedError("Slack did not answer this workspace's last call")
        try:
            return super().api_call(api_method, **call)
        except SlackApiError as error:
            self.gave_up = reason(error) in REVOKED or _asks_for_time(error)
            raise
        except (OSError, HTTPException):
            self.gave_up = True
            raise


class Clients:
    """Gives the client of a workspace."""

    def __init__(self, store: Store, grants: Grants, api_url: str) -> None:
        """Call by these grants; ``api_url`` is where Slack is."""
        self._store = store
        self._grants = grants
        self._api_url = api_url

    def of(self, workspace_id: int) -> RoundClient | None:
        """Give the client for a round at a workspace; None where there is no token for it now."""
        grant = self._grant(workspace_id)
        return RoundClient(grant, self._api_url, self._grants.refused) if grant else None

    def posting(self, workspace_id: int) -> Client | None:
        """Give the client that posts in a workspace; None where there is no token for it now."""
        grant = self._grant(workspace_id)
        return Client(grant, self._api_url, self._grants.refused) if grant else None

    def _grant(self, workspace_id: int) -> Grant | None:
        team_id = self._store.workspaces.get(workspace_id).slack_id
        try:
            return self._grants.of(team_id)
        except (SlackApiError, OSError) as problem:
            log.warning("token_not_known", workspace_id=workspace_id, reason=_name(problem))
            return None


def _asks_for_time(error: SlackApiError) -> bool:
    status = error.response.status_code
    too_many = status == HTTPStatus.TOO_MANY_REQUESTS or reason(error) in LIMITS
    return too_many or status >= HTTPStatus.INTERNAL_SERVER_ERROR


def _name(problem: SlackApiError | OSError) -> str:
    return reason(problem) if isinstance(problem, SlackApiError) else type(problem).__name__
