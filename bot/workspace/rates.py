"""Slack's rate limits, and the faults that a test may plan."""

import math
from collections import defaultdict, deque
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from http import HTTPStatus

from bot.workspace.protocol import Tier

TOO_MANY = 429
RESPONSE_URL = "response_url"

_MINUTE = 60.0


@dataclass(frozen=True, slots=True)
class Fault:
    """What goes wrong with a call.

    ``status`` is the HTTP status that is answered, None drops the connection; with ``accepted``
    the call is carried out first, so that the bot cannot know. ``error`` is what Slack says is
    wrong, by its name for it.
    """

    status: int | None
    retry_after: int | None = None
    accepted: bool = False
    error: str | None = None


def refusal(error: str) -> Fault:
    """Make the fault with which Slack refuses a call, under the name of an error."""
    return Fault(HTTPStatus.OK, error=error)


FaultPlan = Callable[[str, Mapping[str, object]], Fault | None]
"""Decides by method and arguments whether a call goes wrong; None means it goes well.

What is posted to a response URL goes by the name of `RESPONSE_URL`.
"""


def no_faults(_method: str, _arguments: Mapping[str, object]) -> Fault | None:
    """Let every call go well."""
    return None


class RateLimits:
    """Counts calls: by the minute for a method's tier, by the second for posts to a channel.

    Source: https://docs.slack.dev/apis/web-api/rate-limits

    Args:
        timer: Tells passing seconds.
        enabled: Off lets everything through, as most tests and rehearsals want.
    """

    def __init__(self, timer: Callable[[], float], *, enabled: bool) -> None:
        self._timer = timer
        self._enabled = enabled
        self._calls: defaultdict[str, deque[float]] = defaultdict(deque)

    def seconds_to_wait(self, method: str, tier: Tier, channel: str) -> int:
        """Count a call in, or tell how many whole seconds too early it comes."""
        if not self._enabled:
            return 0
        posting = tier is Tier.POSTING
        most, window = (1, 1.0) if posting else (int(tier), _MINUTE)
        calls = self._calls[f"{method} {channel}" if posting else method]
        now = self._timer()
        while calls and calls[0] <= now - window:
            calls.popleft()
        if len(calls) >= most:
            return max(1, math.ceil(calls[0] + window - now))
        calls.append(now)
        return 0
