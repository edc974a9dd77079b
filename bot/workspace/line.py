"""The line to the bot: signed HTTP requests to its URL, or its open Socket Mode connection."""

import hashlib
import hmac
import json
import time
from dataclasses import dataclass
from http.client import HTTPConnection, HTTPException, HTTPResponse
from typing import Protocol
from urllib.parse import urlencode, urlsplit

from bot.workspace.shapes import JSONObject, parse
from bot.workspace.traffic import Exchange, Traffic

OK = 200
ACK_SECONDS = 3.0


@dataclass(frozen=True, slots=True)
class Request:
    """Something for the bot; ``kind`` is ``events_api``, ``slash_commands`` or ``interactive``."""

    kind: str
    name: str
    payload: JSONObject


@dataclass(frozen=True, slots=True)
class Retry:
    """The how-manieth further attempt this is, and why."""

    number: int
    reason: str


@dataclass(frozen=True, slots=True)
class Answer:
    """What the bot answered; ``error`` is Slack's name for why there is no good answer."""

    status: int
    body: object = None
    error: str | None = None
    no_retry: bool = False


class Carrier(Protocol):
    """Something that carries a request to the bot where it can."""

    @property
    def connected(self) -> bool:
        """Whether the bot is there."""

    def call(self, request: Request, retry: Retry | None, timeout: float) -> Answer:
        """Carry a request and wait for the answer."""


class Line:
    """Reaches the bot by Socket Mode where it is connected, else at its URL.

    Args:
        sockets: The Socket Mode connections.
        signing_secret: Signs each HTTP request (``v0``).
        traffic: Where each exchange is logged.
        ack_seconds: How long the bot may take to answer.
    """

    def __init__(
        self,
        sockets: Carrier,
        signing_secret: str,
        traffic: Traffic,
        ack_seconds: float = ACK_SECONDS,
    ) -> None:
        self._sockets = sockets
        self._signing_secret = signing_secret
        self._traffic = traffic
        self._ack_seconds = ack_seconds
        self.url: str | None = None

    @property
    def connected(self) -> bool:
        """Whether there is any way to the bot."""
        return self._sockets.connected or self.url is not None

    def call(self, request: Request, retry: Retry | None = None) -> Answer:
        """Send a request to the bot and wait for its answer."""
        begun = time.monotonic()
        if self._sockets.connected:
            answer = self._sockets.call(request, retry, self._ack_seconds)
        elif self.url is not None:
            answer = self._post(self.url, request, retry)
        else:
            answer = Answer(0, error="connection_failed")
        self._traffic.log(
            Exchange(
                direction="to_bot",
                name=f"{request.kind} {request.name}",
                status=answer.status,
                summary=answer.error or "",
                seconds=time.monotonic() - begun,
                request=request.payload,
                response=answer.body,
            )
        )
        return answer

    def _post(self, url: str, request: Request, retry: Retry | None) -> Answer:
        body, content_type = _encoded(request)
        parts = urlsplit(url)
        connection = HTTPConnection(
            parts.hostname or "", parts.port or 80, timeout=self._ack_seconds
        )
        try:
            connection.request(
                "POST", parts.path or "/", body, self._headers(body, content_type, retry)
            )
            return _answer(connection.getresponse())
        except TimeoutError:
            return Answer(0, error="http_timeout")
        except (OSError, HTTPException):
            return Answer(0, error="connection_failed")
        finally:
            connection.close()

    def _headers(self, body: bytes, content_type: str, retry: Retry | None) -> dict[str, str]:
        """Sign a request with the real time, whatever the workspace's clock says.

        Source: https://docs.slack.dev/authentication/verifying-requests-from-slack
        """
        timestamp = str(int(time.time()))
        signed = f"v0:{timestamp}:".encode() + body
        signature = hmac.new(self._signing_secret.encode(), signed, hashlib.sha256).hexdigest()
        headers = {
            "Content-Type": content_type,
            "User-Agent": "Slackbot 1.0 (+https://api.slack.com/robots)",
            "X-Slack-Request-Timestamp": timestamp,
            "X-Slack-Signature": f"v0={signature}",
        }
        if retry is not None:
            headers["X-Slack-Retry-Num"] = str(retry.number)
            headers["X-Slack-Retry-Reason"] = retry.reason
        return headers


def _encoded(request: Request) -> tuple[bytes, str]:
    form = "application/x-www-form-urlencoded"
    if request.kind == "events_api":
        return json.dumps(request.payload).encode(), "application/json"
    if request.kind == "slash_commands":
        return urlencode(request.payload).encode(), form
    return urlencode({"payload": json.dumps(request.payload)}).encode(), form


def _answer(response: HTTPResponse) -> Answer:
    raw = response.read()
    is_json = response.headers.get_content_type() == "application/json"
    body = parse(raw) if is_json else raw.decode(errors="replace")
    return Answer(
        response.status,
        body,
        error=None if response.status == OK else "http_error",
        no_retry=response.headers.get("X-Slack-No-Retry") == "1",
    )
