"""The world around a bot under load: people who act in time, and a Slack that takes answers.

It is open: an act begins at its moment, however long others take, and is measured from that moment
on. People and Slack live in one event loop.
"""

import asyncio
import json
from asyncio import StreamReader, StreamWriter
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass, field
from itertools import count
from time import perf_counter
from urllib.parse import parse_qsl

from bot.slack.reception import BUSY, NOT_OURS
from tests.bench.load_requests import MIX, TEAM_ID, WORDLESS, Act, number_of, signed

SECRET = "a-secret-of-the-trial"  # noqa: S105 - nothing is kept behind it
OK, UNAVAILABLE = 200, 503
SORRY = BUSY.partition(".")[0].encode()
"""What the words begin with by which people are told to come again."""
FAILED = NOT_OURS.partition(";")[0].encode()
"""What the words begin with by which people are told that an answer failed."""
LONGEST_ACKNOWLEDGEMENT_SECONDS = 10.0
SETTLE_SECONDS = 0.2


@dataclass(slots=True)
class Course:
    """How an act went: seconds from its moment on, and what was wrong.

    Who was turned away was told to come again: of an event Slack was, and of a click it shows a
    warning beside the button.
    """

    kind: str
    began: float
    acknowledged: float | None = None
    answered: float | None = None
    turned_away: bool = False
    error: str | None = None

    @property
    def is_over(self) -> bool:
        """Whether nothing more is to come."""
        return bool(self.answered or self.turned_away or self.error)


@dataclass
class FakeSlack:
    """Takes every call, and notes which act it answers."""

    courses: dict[int, Course] = field(default_factory=dict)
    home_of: dict[str, int] = field(default_factory=dict)
    stream_of: dict[str, int] = field(default_factory=dict)
    calls: dict[str, int] = field(default_factory=dict)

    def answered(self, number: int, body: bytes) -> None:
        """Note the first answer to an act."""
        course = self.courses.get(number)
        if course and course.answered is None:
            if SORRY in body:
                course.turned_away = True
            elif FAILED in body:
                course.error = FAILED.decode()
            else:
                course.answered = perf_counter() - course.began

    def take(self, path: str, body: bytes, content_type: str) -> object:
        """Answer one call."""
        kind, _, method = path.strip("/").partition("/")
        name = "answer" if kind == "answer" else method
        self.calls[name] = self.calls.get(name, 0) + 1
        if kind == "answer":
            self.answered(int(method), body)
            return {"ok": True}
        given = (
            json.loads(body or b"{}")
            if content_type.startswith("application/json")
            else dict(parse_qsl(body.decode()))
        )
        return {"ok": True, **self._carry_out(method, given, body)}

    def _carry_out(self, method: str, given: dict[str, str], body: bytes) -> dict[str, object]:
        match method:
            case "users.info":
                user = given["user"]
                profile = {"real_name": f"Member {user}", "email": f"{user}@example.com"}
                return {"user": {"id": user, "name": user, "profile": profile, "tz": "UTC"}}
            case "auth.test":
                return {"team": "Load", "team_id": TEAM_ID, "user_id": "U0BOT", "bot_id": "B0BOT"}
            case "chat.startStream":
                self.stream_of[given["thread_ts"]] = number_of(given["thread_ts"])
                return {"ts": given["thread_ts"]}
            case "chat.stopStream":
                self.answered(self.stream_of.pop(given["ts"]), body)
            case "chat.postMessage" | "chat.postEphemeral" if given.get("thread_ts"):
                self.answered(number_of(given["thread_ts"]), body)
                return {"ts": given["thread_ts"], "channel": given["channel"]}
            case "conversations.open":
                return {"channel": {"id": f"D{given['users'][1:]}"}}
            case "views.publish":
                self.answered(self.home_of.pop(given["user_id"], -1), body)
        return {"ts": "1.0", "channel": given.get("channel", ""), "view": {"id": "V1"}}

    async def serve(self, reader: StreamReader, writer: StreamWriter) -> None:
        """Answer the calls that come over one connection."""
        with suppress(OSError, asyncio.IncompleteReadError):
            while True:
                head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1").split("\r\n")
                named = (line.partition(": ") for line in head[1:])
                headers = {name.lower(): value for name, _, value in named}
                body = await reader.readexactly(int(headers.get("content-length", "0")))
                path = head[0].split(" ")[1]
                told = json.dumps(self.take(path, body, headers.get("content-type", ""))).encode()
                closes = headers.get("connection", "").lower() == "close"
                writer.write(
                    b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: "
                    + str(len(told)).encode()
                    + (b"\r\nConnection: close" if closes else b"")
                    + b"\r\n\r\n"
                    + told
                )
                await writer.drain()
                if closes:
                    break
        writer.close()


class Door:
    """The way into one of the bot's processes: connections are kept, and made as many as needed."""

    def __init__(self, port: int) -> None:
        """Lead to a port of this machine."""
        self.port = port
        self._free: list[tuple[StreamReader, StreamWriter]] = []

    async def post(self, request: bytes) -> tuple[int, bytes]:
        """Send a request, and give the status and the body of its answer."""
        reader, writer = (
            self._free.pop()
            if self._free
            else await asyncio.open_connection("127.0.0.1", self.port)
        )
        writer.write(request)
        head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1").lower()
        length = next(
            (line for line in head.split("\r\n") if line.startswith("content-length")), ":0"
        )
        body = await reader.readexactly(int(length.split(":")[1]))
        if "connection: close" in head:
            writer.close()
        else:
            self._free.append((reader, writer))
        return int(head.split(" ")[1]), body

    def close(self) -> None:
        """Close every connection."""
        while self._free:
            self._free.pop()[1].close()


class World:
    """Lets people act at a rate, at the doors of the bot's processes in turn."""

    def __init__(self, slack: FakeSlack, base_url: str, ports: Iterable[int]) -> None:
        """Act through these ports."""
        self._slack = slack
        self._base_url = base_url
        self._doors = [Door(port) for port in ports]
        self._numbers = count()

    async def act(self, kinds: list[str], people: int, rate: float) -> None:
        """Do these things one after the other, by one person after the other, and see each end."""
        began, tasks = perf_counter(), []
        for place, kind in enumerate(kinds):
            moment = began + place / rate
            await asyncio.sleep(max(0, moment - perf_counter()))
            number = next(self._numbers)
            tasks.append(asyncio.create_task(self._do(number, number % people, kind, moment)))
        await asyncio.gather(*tasks)
        for door in self._doors:
            door.close()

    async def _do(self, number: int, who: int, kind: str, moment: float) -> None:
        course = self._slack.courses[number] = Course(kind, moment)
        act = Act(number, who, self._base_url)
        if kind == "a look at Home":
            self._slack.home_of[act.user] = number
        door = self._doors[number % len(self._doors)]
        request = signed(SECRET, *MIX[kind][1](act), f"127.0.0.1:{door.port}")
        try:
            status, body = await asyncio.wait_for(
                door.post(request), LONGEST_ACKNOWLEDGEMENT_SECONDS
            )
        except (OSError, asyncio.IncompleteReadError, TimeoutError) as error:
            course.error = repr(error)
            return
        course.acknowledged = perf_counter() - moment
        if SORRY in body or (status == UNAVAILABLE and kind in WORDLESS):
            course.turned_away = True
        elif status != OK:
            course.error = f"HTTP {status}"

    async def wait_for_answers(self, most_seconds: float) -> float:
        """Wait until everything is answered, or for so long; tell how long it took."""
        began = perf_counter()
        while perf_counter() - began < most_seconds:
            if all(course.is_over for course in self._slack.courses.values()):
                break
            await asyncio.sleep(SETTLE_SECONDS)
        return perf_counter() - began
