"""Calls of Slack: what they take, and that others may compute while one is waited for."""

from collections.abc import Callable
from typing import TypedDict, Unpack

from slack_bolt import BoltContext, BoltResponse
from slack_sdk import WebClient
from slack_sdk.http_retry import RetryHandler
from slack_sdk.web import SlackResponse

from bot.slack.computing import waiting


class Call(TypedDict, total=False):
    """What `WebClient.api_call` takes besides the method's name."""

    http_verb: str
    files: dict[str, object] | None
    data: dict[str, object] | None
    params: dict[str, object] | None
    json: dict[str, object] | None
    headers: dict[str, str] | None
    auth: dict[str, str] | None


class Considerate(WebClient):
    """Calls Slack, and lets others compute meanwhile."""

    @classmethod
    def like(cls, client: WebClient, retry_handlers: list[RetryHandler]) -> "Considerate":
        """Make a client that speaks for the same bot as another, and calls again as these say."""
        return cls(
            client.token,
            base_url=client.base_url,
            timeout=client.timeout,
            ssl=client.ssl,
            retry_handlers=retry_handlers,
        )

    def api_call(self, api_method: str, **call: Unpack[Call]) -> SlackResponse:
        """Call a method.

        Raises:
            SlackApiError: Slack refused.
            OSError: Slack did not answer.
        """
        with waiting():
            return super().api_call(api_method, **call)


def call_considerately(context: BoltContext, next_: Callable[[], BoltResponse]) -> BoltResponse:
    """Give listeners a client that lets others compute; Bolt makes a plain one a request."""
    client = context.client
    context["client"] = Considerate.like(client, client.retry_handlers)
    return next_()
