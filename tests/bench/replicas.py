"""Two workspaces, two replicas each, every request twice at once: count what is acted on.

Run ``python -m tests.bench.replicas --requests 1000``, on SQLite or with ``--engine postgresql``. A
request goes to both replicas of its workspace in the same moment. It exits with 1 when something
was acted on twice or not at all, when anything of the other workspace was said, or asked of the
database for a request, or when a query named no workspace.
"""

import argparse
import json
import os
import sys
import tempfile
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, closing, contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import cycle
from pathlib import Path

from flask import Flask, Response, request
from pydantic import SecretStr
from werkzeug.serving import WSGIRequestHandler, make_server

from bot.app import Bot, build, open_store
from bot.cli.stage import app_of_the_bot
from bot.settings import Settings
from bot.workspace import Actor, Message, User, Workspace, WorkspaceServer
from bot.workspace.server import Pace
from tests.bench.captured import Captured
from tests.engines import Engines

NOW = datetime(2026, 6, 30, 12, tzinfo=UTC)
PEOPLE = 4
REPLICAS = 2
PATIENCE_SECONDS = 60.0
PATIENT = Pace(ack_seconds=PATIENCE_SECONDS)
"""Nothing comes too late here: this is about how often, not how fast."""
NAMES = ("Aster", "Birch")
"""What everybody of a workspace is called, and nobody of the other."""
FAULTS = (
    "answers too many",
    "recordings too many",
    "messages that crossed",
    "workspaces asked about that are others",
    "queries of no workspace",
)
"""What has to be nil."""


class Quiet(WSGIRequestHandler):
    """Handles requests without a line for each."""

    def log_request(self, *_: object) -> None:
        """Say nothing."""


def fan(replicas: list[Bot]) -> Flask:
    """Make the address that Slack knows: what comes there goes to every replica, at once."""
    front, pool = Flask("fan"), ThreadPoolExecutor(8 * len(replicas))

    @front.post("/slack/events")
    def forward() -> Response:
        body, headers = request.get_data(), dict(request.headers)

        def post(bot: Bot) -> Response:
            return bot.web.test_client().post("/slack/events", data=body, headers=headers)

        first, *_ = list(pool.map(post, replicas))
        return Response(first.get_data(), first.status_code, dict(first.headers))

    return front


@contextmanager
def served(front: Flask) -> Iterator[str]:
    """Listen on a port of this machine."""
    server = make_server("127.0.0.1", 0, front, threaded=True, request_handler=Quiet)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.port}/slack/events"
    server.shutdown()
    thread.join()
    server.server_close()


@dataclass(frozen=True)
class Place:
    """A workspace with its people and its replicas."""

    server: WorkspaceServer
    replicas: list[Bot]
    captured: Captured

    @property
    def actors(self) -> list[Actor]:
        users = self.server.workspace.users.values()
        return [self.server.act_as(user.id) for user in users if user.name.startswith("p")]

    def said(self) -> list[Message]:
        """Everything that the bot has said here."""
        workspace = self.server.workspace
        found = {
            message.ts: message
            for actor in self.actors
            for channel in workspace.channels
            for message in workspace.messages(channel, actor.user.id)
        }
        return [message for message in found.values() if message.user == workspace.bot.user_id]


@contextmanager
def place(name: str, url: str) -> Iterator[Place]:
    """Run a workspace and its replicas on a database."""
    people = [
        User(f"U{name.upper()}{number}", f"p{number}", f"{name} {number}", tz="UTC")
        for number in range(PEOPLE)
    ]
    app = app_of_the_bot()
    workspace = Workspace(name, people, bot=app, clock=lambda: NOW, timer=lambda: 0.0)
    workspace.team_id = f"T0{name.upper()}"
    with WorkspaceServer(workspace, pace=PATIENT) as server, ExitStack() as stops:
        settings = Settings(
            database_url=url,
            slack_bot_token=SecretStr(app.bot_token),
            slack_signing_secret=SecretStr(app.signing_secret),
            slack_app_token=None,
            slack_api_url=server.api_url,
        )
        captured = Captured()
        stores = [open_store(settings) for _ in range(REPLICAS)]
        for store in stores:
            captured.listen(store.database.engine)
        replicas = [build(settings, lambda: NOW, store) for store in stores]
        for bot in replicas:
            bot.start()
            stops.callback(bot.stop)
            rest(bot)
        server.connect_bot(stops.enter_context(served(fan(replicas))))
        yield Place(server, replicas, captured)


def rest(bot: Bot) -> None:
    """Let the background work rest, which is of all workspaces; it has its turn at the end."""
    while bot.ticker.seconds_since() is None:
        time.sleep(0.01)
    bot.ticker.pause()


class Person:
    """Somebody who does one thing after the other, and waits for the answer to each."""

    def __init__(self, place: Place, actor: Actor) -> None:
        self._place, self._actor = place, actor
        self.done: Counter[str] = Counter()

    def act(self, acts: int) -> None:
        """Log, ask, look, fill a form in and take back what was logged, in turn."""
        turn = cycle((self._log, self._ask, self._look, self._fill_in, self._undo))
        for _ in range(acts):
            act = next(turn)
            act()
            self.done[act.__name__] += 1

    def _log(self) -> None:
        self._logged = self._answer(lambda: self._actor.slash("/ssi log 1 comment yesterday"))

    def _ask(self) -> None:
        self._answer(lambda: self._actor.say("what is my score?"))

    def _look(self) -> None:
        self._answer(lambda: self._actor.slash("/ssi me"))

    def _fill_in(self) -> None:
        self._actor.slash("/ssi log")
        view = self._actor.modal()
        if view is None:
            raise RuntimeError("No form came.")
        filled = {"count": {"count": "2"}, "day": {"day": "2026-06-28"}}
        self._answer(lambda: self._actor.submit(view, filled))

    def _undo(self) -> None:
        self._answer(lambda: self._actor.click(self._logged, "undo"))

    def _answer(self, act: Callable[[], object]) -> Message:
        before = {message.ts for message in self._mine()}
        act()
        new = lambda: [m for m in self._mine() if m.ts not in before]  # noqa: E731 - read twice
        self._place.server.wait_for(lambda: bool(new()), timeout=PATIENCE_SECONDS)
        return new()[0]

    def _mine(self) -> list[Message]:
        workspace, actor = self._place.server.workspace, self._actor
        shown = workspace.messages(actor.direct.id, actor.user.id)
        return [message for message in shown if message.user == workspace.bot.user_id]


def try_out(requests: int, url: str) -> dict[str, object]:
    """Let everybody act at once, and count."""
    began = time.monotonic()
    with ExitStack() as stack:
        places = [stack.enter_context(place(name, url)) for name in NAMES]
        crowd = [[Person(place, actor) for actor in place.actors] for place in places]
        everybody = [person for people in crowd for person in people]
        with ThreadPoolExecutor(len(everybody)) as pool:
            list(pool.map(lambda person: person.act(requests // len(everybody)), everybody))
        for each in places:
            each.server.wait_for_events()
            for bot in each.replicas:
                bot.workers.finish()
        counts = [_counts(*both) for both in zip(places, crowd, strict=True)]
        crossed = sum(_crossed(*both) for both in zip(places, reversed(NAMES), strict=True))
        for each in places:
            for bot in each.replicas:
                bot.ticker.tick()
    return {
        "requests": sum(person.done.total() for person in everybody),
        "each sent to": REPLICAS,
        "answers too many": sum(count["answers"] for count in counts),
        "recordings too many": sum(count["recordings"] for count in counts),
        "messages that crossed": crossed,
        "workspaces asked about that are others": sum(count["strangers"] for count in counts),
        "queries": sum(place.captured.queries for place in places),
        "queries of no workspace": sum(place.captured.without.total() for place in places),
        "seconds": round(time.monotonic() - began),
    }


def _counts(place: Place, people: list[Person]) -> Counter[str]:
    """Count what is there beyond one answer an act, one recording a change, and one workspace."""
    done = sum((person.done for person in people), Counter[str]())
    store = place.replicas[0].store
    workspace = store.workspaces.by_slack_id(place.server.workspace.team_id)
    recorded = store.recordings.latest(workspace.workspace_id) if workspace else 0
    changes = done["_log"] + done["_fill_in"] + done["_undo"]
    return Counter(
        answers=len(place.said()) - done.total(),
        recordings=recorded - changes,
        strangers=len(place.captured.numbers - {workspace.workspace_id if workspace else 0}),
    )


def _crossed(place: Place, other: str) -> int:
    """Count the messages here that name anybody of the other workspace."""
    return sum(other.lower() in repr(message).lower() for message in place.said())


def main() -> int:
    """Run one trial as the command line says, and print its counts as JSON."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--requests", type=int, default=1000)
    parser.add_argument("--engine", choices=("sqlite", "postgresql"), default="sqlite")
    asked = parser.parse_args()
    with (
        tempfile.TemporaryDirectory() as folder,
        closing(Engines(Path(folder), str(os.getpid()))) as engines,
    ):
        counts = try_out(asked.requests, engines.of(asked.engine).new())
    print(json.dumps(counts, indent=2))  # noqa: T201 - the output of a command
    return 0 if counts["queries"] and not any(counts[name] for name in FAULTS) else 1


if __name__ == "__main__":
    sys.exit(main())
