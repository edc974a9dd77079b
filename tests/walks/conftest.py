"""What walks share: a stage on which the real bot lives, and people who talk to it over HTTP."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from time import monotonic

import pytest

from bot.cli.stage import Stage, app_of_the_bot
from bot.messages.actions import IMPORT_START
from bot.workspace import (
    Actor,
    Channel,
    Message,
    Outcome,
    Pace,
    User,
    View,
    Workspace,
    WorkspaceServer,
    words_of,
)
from bot.workspace.actor import walk_blocks
from tests.engines import Databases

NOW = datetime(2026, 6, 30, 12, tzinfo=UTC)
PEOPLE = (
    User("U0ANA0001", "ana", "Ana Ruiz", "ana@example.com", tz="UTC"),
    User("U0BEN0002", "ben", "Ben Okoye", "ben@example.com", tz="UTC"),
    User("U0CLEO003", "cleo", "Cleo Lang", "cleo@example.com", tz="UTC"),
)
ANA, BEN, CLEO = (person.id for person in PEOPLE)
NORTH = "C00NORTH1"


HOURGLASS = "⏳"
"""What a message begins with that tells of an import under way."""


class MovableClock:
    """A clock that stands still until it is moved."""

    def __init__(self) -> None:
        self.now = NOW

    def __call__(self) -> datetime:
        return self.now


@dataclass(frozen=True)
class Someone:
    """A person at the screen, who waits for what the bot answers and reads it."""

    stage: Stage
    actor: Actor

    def command(self, text: str, channel: str | None = None) -> str:
        """Type a command and read what only oneself sees."""
        return words_of(self.command_answer(text, channel))

    def command_answer(self, text: str, channel: str | None = None) -> Message:
        place = self.stage.workspace.channels[channel] if channel else None
        before = len(self.actor.ephemerals())
        outcome = self.actor.slash(text, place)
        assert outcome.ok, outcome
        self.stage.server.wait_for(lambda: len(self.actor.ephemerals()) > before, timeout=10)
        return self.actor.ephemerals()[-1]

    def ask(self, text: str, channel: str | None = None, thread_ts: str | None = None) -> str:
        """Say something and read the bot's answer, wherever it comes."""
        place = self.stage.workspace.channels[channel] if channel else self.actor.direct
        return words_of(self.answer(lambda: self.actor.say(text, place, thread_ts)))

    def answer(self, act: Callable[[], object]) -> Message:
        """Do something and wait for the next message that the bot shows to this person."""
        before = len(self.seen())
        act()
        self.stage.server.wait_for(lambda: len(self.seen()) > before, timeout=10)
        return self.seen()[-1]

    def upload(self, content: bytes, name: str) -> str:
        """Send the bot a file, import what it previews, and read the report."""
        shown = self.send(content, name)
        return words_of(self.import_(shown) if has_button(shown, IMPORT_START) else shown)

    def send(self, content: bytes, name: str) -> Message:
        """Send the bot a file and give the preview, or what else it says."""
        return self.answer(lambda: self.actor.upload(content, name))

    def import_(self, preview: Message, action_id: str = IMPORT_START) -> Message:
        """Press a button under a preview, and give what stands in its place in the end."""

        def is_over() -> bool:
            text = self.now(preview).text
            return text != preview.text and not text.startswith(HOURGLASS)

        self.actor.click(preview, action_id)
        self.stage.server.wait_for(is_over, timeout=10)
        return self.now(preview)

    def now(self, message: Message) -> Message:
        """Look at a message as it is now."""
        found = self.stage.workspace.message(message.channel, message.ts)
        assert found
        return found

    def click(self, place: Message | View, action_id: str) -> Message:
        """Click a button and give the answer to it."""
        return self.answer(lambda: self.actor.click(place, action_id))

    def seen(self) -> list[Message]:
        """Every message of the bot that this person sees, oldest first."""
        channels = self.stage.workspace.channels.values()
        mine = [c for c in channels if self.actor.user.id in c.members]
        bot = self.stage.workspace.bot.user_id
        found = {
            message.ts: message
            for channel in mine
            for message in self.stage.workspace.messages(channel.id, self.actor.user.id)
            if message.user == bot and not message.streaming
        }
        return [found[ts] for ts in sorted(found)]


PATIENCE = 5
"""So many times as long as Slack do workspaces of tests wait, for tests take turns on few cores.

How soon the bot acknowledges, the benchmarks tell.
"""


def slow_timer() -> float:
    """Tell passing seconds so that a trigger lives long enough."""
    return monotonic() / PATIENCE


def patient(workspace: Workspace) -> WorkspaceServer:
    """Serve a workspace in which the bot may be slow."""
    return WorkspaceServer(workspace, pace=Pace(ack_seconds=3.0 * PATIENCE))


@pytest.fixture
def clock() -> MovableClock:
    return MovableClock()


@pytest.fixture
def stage(clock: MovableClock, databases: Databases) -> Iterator[Stage]:
    app = app_of_the_bot()
    members = (app.user_id, *(person.id for person in PEOPLE))
    workspace = Workspace(
        "Acme",
        PEOPLE,
        [Channel(NORTH, "north", members=members)],
        app,
        clock=clock,
        timer=slow_timer,
    )
    with Stage(patient(workspace), clock, database_url=databases.new()) as running:
        running.let_the_bot_in()
        yield running


@pytest.fixture
def ana(stage: Stage) -> Someone:
    return Someone(stage, stage.server.act_as(ANA))


@pytest.fixture
def ben(stage: Stage) -> Someone:
    return Someone(stage, stage.server.act_as(BEN))


@pytest.fixture
def cleo(stage: Stage) -> Someone:
    return Someone(stage, stage.server.act_as(CLEO))


def has_button(message: Message, action_id: str) -> bool:
    """Whether a message has a button."""
    return any(part.get("action_id") == action_id for part in walk_blocks(message))


def set_up_team(manager: Someone, name: str = "North") -> Outcome:
    """Set up the channel's team with its manager, as the modal proposes."""
    assert manager.actor.slash("/ssi setup", manager.stage.workspace.channels[NORTH]).ok
    view = manager.actor.modal()
    assert view
    return manager.actor.submit(view, {"name": {"name": name}})


def let_see(manager: Someone, *members: Someone) -> None:
    """Let a manager see what is behind members' scores, as if they were asked and had said yes."""
    store, slack_id = manager.stage.store, manager.actor.user.id
    for someone in members:
        member = store.members.by_slack_id(1, someone.actor.user.id)
        assert member
        store.consents.ask(1, member.member_id, slack_id, NOW)
        store.consents.answer(1, member.member_id, slack_id, until=NOW + timedelta(days=30))
