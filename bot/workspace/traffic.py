"""The log of what went between Slack's side and the bot, without secrets, for the page's drawer."""

import json
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from bot.workspace.journal import Journal

_KEPT = 500
_LONGEST_BODY = 100_000


@dataclass(frozen=True, slots=True)
class Entry:
    """One request and its answer; ``direction`` is ``to_bot`` or ``from_bot``, ``ms`` its time."""

    n: int
    at: datetime
    direction: str
    name: str
    status: int
    summary: str
    ms: int
    body: object


@dataclass(frozen=True, slots=True)
class Exchange:
    """What is known of a request and its answer when it has ended; ``seconds`` it took."""

    direction: str
    name: str
    status: int
    summary: str
    seconds: float
    request: object
    response: object


class Traffic:
    """Keeps the last 500 exchanges, with every secret struck out."""

    def __init__(
        self, journal: Journal, clock: Callable[[], datetime], secrets: tuple[str, ...]
    ) -> None:
        self._journal = journal
        self._clock = clock
        self._secrets = secrets
        self._entries: deque[Entry] = deque(maxlen=_KEPT)
        self._count = 0

    def log(self, exchange: Exchange) -> None:
        """Keep an exchange."""
        body = self._redacted({"request": exchange.request, "response": exchange.response})
        with self._journal.lock:
            self._count += 1
            self._entries.append(
                Entry(
                    n=self._count,
                    at=self._clock(),
                    direction=exchange.direction,
                    name=exchange.name,
                    status=exchange.status,
                    summary=exchange.summary,
                    ms=round(exchange.seconds * 1000),
                    body=body,
                )
            )
            self._journal.note("traffic")

    def entries(self, after: int = 0) -> list[Entry]:
        """Read the exchanges after a number, oldest first."""
        with self._journal.lock:
            return [entry for entry in self._entries if entry.n > after]

    def _redacted(self, body: object) -> object:
        text = json.dumps(body, ensure_ascii=False, default=str)
        for secret in self._secrets:
            text = text.replace(secret, "•••")
        if len(text) > _LONGEST_BODY:
            return f"{text[:_LONGEST_BODY]}…"
        shown: object = json.loads(text)
        return shown
