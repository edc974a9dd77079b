"""A small Slack over real HTTP that posts and lists messages, and fails in every way it is told."""

import itertools
import json
import socket
import threading
from collections import defaultdict, deque
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import Enum, auto
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qsl

POST = "chat.postMessage"
HISTORY = "conversations.history"
MOST_A_PAGE = 15


class Fault(Enum):
    """What goes wrong with a call, and whether Slack had taken it by then."""

    LIMITED = auto()
    BROKEN_BEFORE = auto()
    BROKEN_AFTER = auto()
    RESET_BEFORE = auto()
    RESET_AFTER = auto()
    SILENT_BEFORE = auto()
    SILENT_AFTER = auto()
    HALF_AN_ANSWER = auto()
    GATEWAY_PAGE = auto()
    UNSURE = auto()

    @property
    def is_taken(self) -> bool:
        return self.name.endswith("_AFTER") or self is Fault.HALF_AN_ANSWER


WORDS = {
    Fault.LIMITED: (429, '{"ok": false, "error": "ratelimited"}'),
    Fault.BROKEN_BEFORE: (503, '{"ok": false, "error": "service_unavailable"}'),
    Fault.BROKEN_AFTER: (503, "<h1>Service unavailable</h1>"),
    Fault.HALF_AN_ANSWER: (200, '{"ok": true'),
    Fault.GATEWAY_PAGE: (404, "<h1>No such host</h1>"),
    Fault.UNSURE: (200, '{"ok": false, "error": "fatal_error"}'),
}


@dataclass
class FakeSlack:
    """What the server holds.

    ``plans`` gives each method's next faults or error names, in order. ``watch`` is told of each
    call's phases: arrived, taken, answered, ended; when it raises an OSError the call is dropped.
    """

    clock: Callable[[], datetime]
    shown_after: timedelta = timedelta()
    retry_after: int = 45
    plans: dict[str, deque[Fault | str | None]] = field(default_factory=lambda: defaultdict(deque))
    messages: dict[str, list[dict[str, Any]]] = field(default_factory=lambda: defaultdict(list))
    calls: list[str] = field(default_factory=list)
    watch: Callable[[str, str], None] = lambda _method, _phase: None
    lock: threading.Lock = field(default_factory=threading.Lock)
    url: str = ""
    _serial: Iterator[int] = field(default_factory=itertools.count)

    def keys(self, channel: str) -> list[str]:
        """The keys of a channel's messages: what was posted there."""
        return [message["metadata"]["event_payload"]["key"] for message in self.messages[channel]]

    def answer(self, method: str, body: dict[str, Any]) -> dict[str, Any]:
        """Do what a method does."""
        with self.lock:
            if method == POST:
                ts = f"{self.clock().timestamp():.0f}.{next(self._serial):06}"
                self.messages[body["channel"]].append({**body, "ts": ts})
                return {"ok": True, "channel": body["channel"], "ts": ts}
            return self._history(body)

    def _history(self, body: dict[str, Any]) -> dict[str, Any]:
        shown = [
            message if body.get("include_all_metadata") == "1" else {"ts": message["ts"]}
            for message in reversed(self.messages[body["channel"]])
            if float(body["oldest"])
            < float(message["ts"])
            <= (self.clock() - self.shown_after).timestamp() + 1
        ]
        start = int(body.get("cursor") or 0)
        end = start + min(int(body["limit"]), MOST_A_PAGE)
        cursor = str(end) if end < len(shown) else ""
        return {
            "ok": True,
            "messages": shown[start:end],
            "response_metadata": {"next_cursor": cursor},
        }


class Handler(BaseHTTPRequestHandler):
    """Answers one call, or fails as planned."""

    server: "Server"

    def do_POST(self) -> None:
        method = self.path.rpartition("/")[2]
        try:
            with suppress(OSError):  # the client may be gone
                self._respond(method, self._body())
        finally:
            self.server.slack.watch(method, "ended")

    def _respond(self, method: str, body: dict[str, Any]) -> None:
        slack = self.server.slack
        with slack.lock:
            slack.calls.append(method)
            plan = slack.plans[method]
            fault = plan.popleft() if plan else None
        slack.watch(method, "arrived")
        answer: dict[str, Any] = {"ok": False, "error": fault}
        if fault is None or (isinstance(fault, Fault) and fault.is_taken):
            answer = slack.answer(method, body)
            slack.watch(method, "taken")
        if isinstance(fault, Fault):
            self._fail(fault, slack.retry_after)
        else:
            self._send(200, json.dumps(answer))
        slack.watch(method, "answered")

    def _fail(self, fault: Fault, retry_after: int) -> None:
        if fault in {Fault.RESET_BEFORE, Fault.RESET_AFTER}:
            self.connection.shutdown(socket.SHUT_RDWR)
        elif fault in {Fault.SILENT_BEFORE, Fault.SILENT_AFTER}:
            self.connection.recv(1)  # until the client hangs up
        else:
            status, text = WORDS[fault]
            headers = {
                Fault.LIMITED: {"Retry-After": str(retry_after)},
                Fault.HALF_AN_ANSWER: {"Content-Length": "4000"},
            }
            self._send(status, text, headers.get(fault))

    def _body(self) -> dict[str, Any]:
        raw = self.rfile.read(int(self.headers["Content-Length"])).decode()
        is_json = self.headers["Content-Type"].startswith("application/json")
        return json.loads(raw) if is_json else dict(parse_qsl(raw))

    def _send(self, status: int, text: str, headers: dict[str, str] | None = None) -> None:
        self.send_response(status)
        for name, value in (headers or {}).items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(text.encode())
        self.wfile.flush()

    def log_message(self, *_: object) -> None:
        """Keep the terminal quiet."""


class Server(ThreadingHTTPServer):
    """Answers for one Slack; closing it waits until each call has ended."""

    daemon_threads = False

    def __init__(self, slack: FakeSlack) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.slack = slack


@contextmanager
def serve(slack: FakeSlack) -> Iterator[FakeSlack]:
    """Serve on a free port of this machine until the block ends."""
    server = Server(slack)
    slack.url = f"http://127.0.0.1:{server.server_port}/api/"
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield slack
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
