"""Patience: how long a call waits when Slack says that there were too many."""

from http import HTTPStatus

from slack_sdk import WebClient
from slack_sdk.http_retry import HttpRequest, HttpResponse, RetryState
from slack_sdk.http_retry.builtin_handlers import RateLimitErrorRetryHandler

from bot.slack.calls import Considerate

LONGEST_SECONDS = 30
"""How long an answer may wait: nobody looks at an empty screen for longer."""

BEFORE_ACKNOWLEDGING_SECONDS = 1
"""How long a call may wait that Slack's own three seconds run on."""

TIMES = 2


class Patience(RateLimitErrorRetryHandler):
    """Calls again after as many seconds as Slack asks for, twice at most, unless it is too long."""

    def __init__(self, most_seconds: int = LONGEST_SECONDS) -> None:
        """Wait so many seconds at most each time."""
        super().__init__(max_retry_count=TIMES)
        self._most_seconds = most_seconds

    def _can_retry(
        self,
        *,
        state: RetryState,
        request: HttpRequest,
        response: HttpResponse | None = None,
        error: Exception | None = None,
    ) -> bool:
        del state, request, error
        if response is None or response.status_code != HTTPStatus.TOO_MANY_REQUESTS:
            return False
        return _asked_for(response) <= self._most_seconds


def hurried(client: WebClient) -> WebClient:
    """Make a client like another that hardly waits."""
    return Considerate.like(client, [Patience(BEFORE_ACKNOWLEDGING_SECONDS)])


def impatient(client: WebClient) -> WebClient:
    """Make a client like another that does not wait at all: what it says may as well be left."""
    return Considerate.like(client, [])


def _asked_for(response: HttpResponse) -> int:
    """Read after how many seconds Slack wants to be called again."""
    headers = {name.lower(): values for name, values in response.headers.items()}
    said = "".join(headers.get("retry-after", ()))
    return int(said) if said.isdecimal() else 0
