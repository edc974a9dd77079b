"""Socket Mode: the WebSocket connections over which a bot without a public URL is reached."""

import json
import secrets
import threading
from collections.abc import Iterable
from concurrent.futures import Future
from contextlib import suppress
from typing import Protocol

from bot.workspace.line import OK, Answer, Request, Retry
from bot.workspace.shapes import JSONObject, an_object, parse, text_of

MOST_CONNECTIONS = 10


class WebSocket(Protocol):
    """As much of a simple-websocket server as is used here."""

    def send(self, data: str) -> None:
        """Send a text frame."""

    def receive(self, timeout: float | None = None) -> str | bytes | None:
        """Wait for a frame."""

    def close(self, reason: int | None = None, message: str | None = None) -> None:
        """Say goodbye."""


class Sockets:
    """Hands each request to one of the open connections in turn and waits for its ack."""

    def __init__(self, app_id: str) -> None:
        self._app_id = app_id
        self._lock = threading.Condition()
        self._tickets: set[str] = set()
        self._open: list[WebSocket] = []
        self._leaving: list[WebSocket] = []
        self._waiting: dict[str, tuple[WebSocket, Future[Answer]]] = {}

    @property
    def connected(self) -> bool:
        """Whether a bot is connected."""
        return bool(self._open)

    def url(self, base_url: str) -> str:
        """Make a URL that opens one connection, as ``apps.connections.open`` does."""
        ticket = secrets.token_hex(16)
        with self._lock:
            self._tickets.add(ticket)
        return f"{base_url.replace('http', 'ws', 1)}/link/?ticket={ticket}&app_id={self._app_id}"

    def serve(self, socket: WebSocket, ticket: str) -> None:
        """Keep a connection open until either side closes it."""
        if not self._accept(socket, ticket):
            socket.close(1008, "The ticket is not known, or too many connections are open")
            return
        try:
            socket.send(json.dumps(self._hello()))
            while True:
                self._acknowledged(an_object(parse(socket.receive() or "")))
        finally:
            self._forget(socket)

    def call(self, request: Request, retry: Retry | None, timeout: float) -> Answer:
        """Send a request over one connection and wait for its ack."""
        envelope_id = secrets.token_hex(16)
        acknowledged: Future[Answer] = Future()
        with self._lock:
            if not self._open:
                return Answer(0, error="connection_failed")
            socket = self._open.pop(0)
            self._open.append(socket)
            self._waiting[envelope_id] = socket, acknowledged
        try:
            socket.send(json.dumps(_envelope(envelope_id, request, retry)))
            return acknowledged.result(timeout)
        except TimeoutError:
            return Answer(0, error="http_timeout")
        except (RuntimeError, OSError):
            return Answer(0, error="connection_failed")
        finally:
            with self._lock:
                self._waiting.pop(envelope_id, None)

    def disconnect(self) -> None:
        """Tell every bot to connect anew, as Slack does now and then.

        Nothing more goes over the old connections; they are closed when a new one is there.
        """
        goodbye = {
            "type": "disconnect",
            "reason": "refresh_requested",
            "debug_info": {"host": "demo"},
        }
        with self._lock:
            leaving = tuple(self._open)
            self._leaving.extend(leaving)
            self._open.clear()
        for socket in leaving:
            socket.send(json.dumps(goodbye))

    def drop(self) -> None:
        """Close every connection without a word."""
        with self._lock:
            dropped = (*self._open, *self._leaving)
            self._open.clear()
            self._leaving.clear()
        _close(dropped)

    def wait_connected(self, timeout: float) -> bool:
        """Wait until a bot is connected; tell whether one is."""
        with self._lock:
            return self._lock.wait_for(lambda: self.connected, timeout)

    def _accept(self, socket: WebSocket, ticket: str) -> bool:
        with self._lock:
            if ticket not in self._tickets or len(self._open) >= MOST_CONNECTIONS:
                return False
            self._tickets.remove(ticket)
            self._open.append(socket)
            self._lock.notify_all()
            leaving = tuple(self._leaving)
        _close(leaving)
        return True

    def _forget(self, socket: WebSocket) -> None:
        with self._lock:
            for sockets in (self._open, self._leaving):
                if socket in sockets:
                    sockets.remove(socket)
            lost = [future for holder, future in self._waiting.values() if holder is socket]
        for future in lost:
            if not future.done():
                future.set_result(Answer(0, error="connection_failed"))

    def _acknowledged(self, frame: JSONObject) -> None:
        with self._lock:
            waiting = self._waiting.get(text_of(frame.get("envelope_id")))
        if waiting is not None and not waiting[1].done():
            waiting[1].set_result(Answer(OK, frame.get("payload")))

    def _hello(self) -> JSONObject:
        return {
            "type": "hello",
            "num_connections": len(self._open),
            "connection_info": {"app_id": self._app_id},
            "debug_info": {"host": "demo", "approximate_connection_time": 18060},
        }


def _close(sockets: Iterable[WebSocket]) -> None:
    for socket in sockets:
        with suppress(RuntimeError, OSError):  # it was closed already
            socket.close()


def _envelope(envelope_id: str, request: Request, retry: Retry | None) -> JSONObject:
    envelope: JSONObject = {
        "envelope_id": envelope_id,
        "type": request.kind,
        "payload": request.payload,
        "accepts_response_payload": request.kind != "events_api",
    }
    if request.kind == "events_api":
        envelope["retry_attempt"] = retry.number if retry else 0
        envelope["retry_reason"] = retry.reason if retry else ""
    return envelope
