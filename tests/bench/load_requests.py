"""What people do, as Slack sends it: signed commands, clicks and events, in a busy day's mix."""

import hashlib
import hmac
import json
import random
import time
from collections.abc import Callable
from dataclasses import dataclass
from urllib.parse import quote, urlencode

TEAM_ID = "T0LOAD"
TEAM_OF = 10
BOT_USER = "U0BOT"
WITHIN_A_MESSAGE = ".000100"


@dataclass(frozen=True, slots=True)
class Act:
    """Something that a person does: ``number`` tells it from all others of a run."""

    number: int
    who: int
    base_url: str

    @property
    def user(self) -> str:
        """The person's Slack id."""
        return slack_id(self.who)

    @property
    def direct(self) -> str:
        """The DM with the bot."""
        return f"D{self.who:08}"

    @property
    def ts(self) -> str:
        """The message that it is about; an answer that goes to its thread is known by it."""
        return f"{1_000_000_000 + self.number}{WITHIN_A_MESSAGE}"

    @property
    def response_url(self) -> str:
        """Where an answer may be sent; it is known by this."""
        return f"{self.base_url}/answer/{self.number}"


Payload = Callable[[Act], tuple[str, bytes]]
"""Writes the body of an act's request, and gives its content type first."""

FORM, JSON = "application/x-www-form-urlencoded", "application/json"


def slack_id(who: int) -> str:
    """Give a person's Slack id."""
    return f"U{who:08}"


def channel_of(who: int) -> str:
    """Give the channel of a person's team."""
    return f"C{who // TEAM_OF:08}"


def number_of(ts: str) -> int:
    """Read back which act a message belongs to."""
    return int(ts.removesuffix(WITHIN_A_MESSAGE)) - 1_000_000_000


def command(text: str) -> Payload:
    """Type a command in the team's channel."""

    def write(act: Act) -> tuple[str, bytes]:
        fields = {
            "command": "/ssi",
            "text": text,
            "team_id": TEAM_ID,
            "channel_id": channel_of(act.who),
            "channel_name": "team",
            "user_id": act.user,
            "user_name": "somebody",
            "api_app_id": "A0LOAD",
            "response_url": act.response_url,
            "trigger_id": f"trigger-{act.number}",
        }
        return FORM, urlencode(fields).encode()

    return write


def click(action_id: str, value: str = "{}") -> Payload:
    """Press a button in the DM."""

    def write(act: Act) -> tuple[str, bytes]:
        pressed = {"type": "button", "action_id": action_id, "block_id": "b", "value": value}
        payload = {
            "type": "block_actions",
            "user": {"id": act.user, "team_id": TEAM_ID},
            "team": {"id": TEAM_ID, "domain": "load"},
            "api_app_id": "A0LOAD",
            "container": {"type": "message", "message_ts": act.ts, "thread_ts": act.ts},
            "channel": {"id": act.direct, "name": "directmessage"},
            "trigger_id": f"trigger-{act.number}",
            "response_url": act.response_url,
            "message": {"ts": act.ts, "thread_ts": act.ts},
            "state": {"values": {}},
            "actions": [{**pressed, "action_ts": act.ts}],
        }
        return FORM, f"payload={quote(json.dumps(payload))}".encode()

    return write


def event(**fields: str) -> Payload:
    """Let an event of the DM come in."""

    def write(act: Act) -> tuple[str, bytes]:
        envelope = {
            "type": "event_callback",
            "team_id": TEAM_ID,
            "api_app_id": "A0LOAD",
            "event_id": f"Ev{act.number}",
            "event_time": int(time.time()),
            "authorizations": [{"team_id": TEAM_ID, "user_id": BOT_USER, "is_bot": True}],
            "event": {
                "user": act.user,
                "channel": act.direct,
                "channel_type": "im",
                "ts": act.ts,
                "event_ts": act.ts,
                **fields,
            },
        }
        return JSON, json.dumps(envelope).encode()

    return write


MIX: dict[str, tuple[int, Payload]] = {
    "/ssi me": (16, command("me")),
    "/ssi why since monday": (6, command("why since monday")),
    "/ssi next": (6, command("next")),
    "/ssi board": (5, command("board")),
    "/ssi trend": (3, command("trend")),
    "/ssi help": (8, command("help")),
    "/ssi rules": (4, command("rules")),
    "/ssi log": (6, command("log 1 comment yesterday")),
    "click why": (10, click("why")),
    "click details": (6, click("details")),
    "click next": (8, click("next")),
    "click help": (4, click("help")),
    "a look at Home": (8, event(type="app_home_opened", tab="home")),
    "a question": (10, event(type="message", text="what is my score?")),
}
"""What is done how often, in per cent, in what form."""


WORDLESS = frozenset(kind for kind in MIX if not kind.startswith("/ssi"))
"""What is refused with a status: Slack sends an event again, and shows who clicked a warning."""


def mixed(chance: random.Random, acts: int) -> list[str]:
    """Draw what is done, one after the other."""
    return chance.choices(list(MIX), [share for share, _ in MIX.values()], k=acts)


def signed(secret: str, content_type: str, body: bytes, host: str) -> bytes:
    """Write a request as Slack signs it, with the time as it is now."""
    now = str(int(time.time()))
    base = b"v0:" + now.encode() + b":" + body
    signature = "v0=" + hmac.new(secret.encode(), base, hashlib.sha256).hexdigest()
    head = (
        f"POST /slack/events HTTP/1.1\r\nHost: {host}\r\nContent-Type: {content_type}\r\n"
        f"Content-Length: {len(body)}\r\nX-Slack-Request-Timestamp: {now}\r\n"
        f"X-Slack-Signature: {signature}\r\n\r\n"
    )
    return head.encode() + body
