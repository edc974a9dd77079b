"""Response URLs: where the bot answers an interaction, up to five times within half an hour."""

import secrets
from collections.abc import Callable
from dataclasses import dataclass

MOST_USES = 5
VALID_SECONDS = 30 * 60


@dataclass(frozen=True, slots=True)
class Origin:
    """What is being answered: who did it, where, and at which message, if at one."""

    user: str
    channel: str
    message_ts: str | None = None


@dataclass(slots=True)
class _Issued:
    origin: Origin
    until: float
    uses: int = 0


class ResponseURLs:
    """Issues response URLs and counts their uses.

    Args:
        timer: Tells passing seconds, by which the URLs expire.
    """

    def __init__(self, timer: Callable[[], float]) -> None:
        self._timer = timer
        self._issued: dict[str, _Issued] = {}

    def issue(self, origin: Origin, base_url: str) -> str:
        """Make a URL at which one interaction can be answered."""
        identity = secrets.token_urlsafe(18)
        self._issued[identity] = _Issued(origin, self._timer() + VALID_SECONDS)
        return f"{base_url}/response/{identity}"

    def use(self, identity: str) -> Origin:
        """Count one use and tell what is being answered.

        Raises:
            LookupError: With Slack's error name: the URL is unknown, too old or used up.
        """
        issued = self._issued.get(identity)
        if issued is None:
            raise LookupError("no_service")
        if self._timer() > issued.until:
            raise LookupError("expired_url")
        if issued.uses >= MOST_USES:
            raise LookupError("used_url")
        issued.uses += 1
        return issued.origin
