"""Many workspaces on one bot: each installs the app itself, and is spoken to by its own token."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta

import pytest
from cryptography.fernet import Fernet
from pydantic import SecretStr
from slack_bolt.adapter.socket_mode.internals import run_bolt_app
from slack_sdk.socket_mode.request import SocketModeRequest
from sqlalchemy import select
from sqlmodel import SQLModel

from bot.app import build
from bot.cli.stage import Stage, app_of_the_bot
from bot.settings import Settings
from bot.workspace import Channel, Fault, Message, User, Workspace, WorkspaceServer
from tests.bench.captured import Captured
from tests.engines import Databases
from tests.walks.conftest import NORTH, MovableClock, patient, slow_timer
from tests.walks.slacks import Browser, Slacks, at_one_address, fetch

ASTER, BIRCH = "T0ASTER", "T0BIRCH"
SUNDAY = datetime(2026, 7, 5, 12, tzinfo=UTC)
MONDAY_AT_NINE = datetime(2026, 7, 6, 9, 0, 10, tzinfo=UTC)
DIGEST = "chat.postMessage"
BEN = User("U0BEN0002", "ben", "Ben Okoye", "ben@example.com", tz="UTC", is_admin=True)


@dataclass
class Street:
    """Two workspaces next door to each other, and the one bot of both."""

    stage: Stage
    servers: dict[str, WorkspaceServer]
    slacks: Slacks
    captured: Captured

    @property
    def browser(self) -> Browser:
        return Browser(self.stage.bot_url)

    def install(self, *team_ids: str) -> None:
        """Let Ben add the app to each of his workspaces."""
        for team_id in team_ids:
            assert self.browser.install(team_id) == 200

    def set_up_team(self, team_id: str) -> None:
        """Let Ben set a team up, whose digest is due on Mondays at nine."""
        server = self.servers[team_id]
        ben = server.act_as(BEN.id)
        assert ben.slash("/ssi setup", server.workspace.channels[NORTH]).ok
        view = ben.modal()
        assert view
        assert ben.submit(view, {"name": {"name": team_id}}).ok

    def digests(self, team_id: str) -> list[Message]:
        posted = self.servers[team_id].workspace.messages(NORTH, None)
        return [each for each in posted if each.metadata and not each.is_reply]

    def tick_at(self, clock: MovableClock, now: datetime) -> None:
        clock.now = now
        self.stage.bot.ticker.tick()


def workspace_of(team_id: str, app_of_both: Workspace | None, clock: MovableClock) -> Workspace:
    """Make a workspace where Ben is, of the same app as another with a token of its own."""
    app = app_of_both.bot if app_of_both else app_of_the_bot()
    bot = replace(app, bot_token=f"xoxb-{team_id}-secret", user_id=f"UBOT{team_id}")
    north = Channel(NORTH, "north", members=(bot.user_id, BEN.id))
    workspace = Workspace(team_id.title(), [BEN], [north], bot, clock=clock, timer=slow_timer)
    workspace.team_id = team_id
    workspace.installed = False
    return workspace


@pytest.fixture
def street(clock: MovableClock, databases: Databases) -> Iterator[Street]:
    clock.now = SUNDAY
    aster = workspace_of(ASTER, None, clock)
    birch = workspace_of(BIRCH, aster, clock)
    with (
        Stage(patient(aster), clock, database_url=databases.new()) as stage,
        patient(birch) as other,
        at_one_address([stage.server, other]) as slacks,
    ):
        stage.settings = Settings(
            database_url=stage.database_url,
            slack_client_id=aster.bot.client_id,
            slack_client_secret=SecretStr(aster.bot.client_secret),
            encryption_keys=SecretStr(Fernet.generate_key().decode()),
            slack_signing_secret=SecretStr(aster.bot.signing_secret),
            slack_api_url=f"{slacks.url}/api/",
        )
        captured = Captured()
        captured.listen(stage.store.database.engine)
        stage.let_the_bot_in()
        stage.bot.ticker.pause()
        other.connect_bot(f"{stage.bot_url}/slack/events")
        yield Street(stage, {ASTER: stage.server, BIRCH: other}, slacks, captured)


def test_each_workspace_gets_its_digest_by_its_own_token(
    street: Street, clock: MovableClock
) -> None:
    street.install(ASTER, BIRCH)
    street.set_up_team(ASTER)
    street.set_up_team(BIRCH)

    street.tick_at(clock, MONDAY_AT_NINE)

    assert [digest.text.split(",")[0] for digest in street.digests(ASTER)] == [ASTER]
    assert [digest.text.split(",")[0] for digest in street.digests(BIRCH)] == [BIRCH]
    assert {team for team, call in street.slacks.calls if call == DIGEST} == {ASTER, BIRCH}
    assert street.captured.without == {}


def test_who_takes_the_app_out_is_left_alone_until_it_comes_back(
    street: Street, clock: MovableClock
) -> None:
    street.install(ASTER, BIRCH)
    street.set_up_team(ASTER)
    street.set_up_team(BIRCH)
    birch = street.servers[BIRCH]

    birch.uninstall_bot()
    birch.wait_for_events()
    street.slacks.calls.clear()
    street.tick_at(clock, MONDAY_AT_NINE)

    assert len(street.digests(ASTER)) == 1
    assert {team for team, _ in street.slacks.calls} == {ASTER}
    assert street.stage.store.installations.get(2) is None

    street.install(BIRCH)
    street.tick_at(clock, MONDAY_AT_NINE + timedelta(hours=5))

    (late,) = street.digests(BIRCH)
    assert "sorry that it comes late" in str(late.blocks)
    assert len(street.digests(ASTER)) == 1


def test_a_token_that_slack_revoked_unheard_is_forgotten_and_what_was_owed_stays_owed(
    street: Street, clock: MovableClock
) -> None:
    street.install(ASTER, BIRCH)
    street.set_up_team(ASTER)
    street.set_up_team(BIRCH)
    street.servers[ASTER].workspace.installed = False

    street.tick_at(clock, MONDAY_AT_NINE)

    assert (street.digests(ASTER), len(street.digests(BIRCH))) == ([], 1)
    assert street.stage.store.installations.get(1) is None
    street.slacks.calls.clear()
    street.tick_at(clock, MONDAY_AT_NINE + timedelta(minutes=10))
    (owed,) = street.stage.store.deliveries.owed(1, "digest", "2026-W28")
    assert owed.state == "ready"
    assert ASTER not in {team for team, _ in street.slacks.calls}

    street.install(ASTER)
    street.tick_at(clock, MONDAY_AT_NINE + timedelta(minutes=11))
    assert len(street.digests(ASTER)) == 1


def test_a_workspace_that_cannot_be_reached_holds_up_no_other(
    street: Street, clock: MovableClock
) -> None:
    street.install(ASTER, BIRCH)
    street.set_up_team(ASTER)
    street.set_up_team(BIRCH)
    street.servers[ASTER].plan_faults(lambda _method, _arguments: Fault(status=None))

    street.tick_at(clock, MONDAY_AT_NINE)

    assert (street.digests(ASTER), len(street.digests(BIRCH))) == ([], 1)


def test_no_token_can_be_read_in_the_database(street: Street) -> None:
    street.install(ASTER, BIRCH)

    kept = [street.stage.store.installations.get(number) for number in (1, 2)]
    assert all(each and each.sealed_token.startswith("gAAAA") for each in kept)
    with street.stage.store.database.read() as session:
        written = repr(
            [
                session.connection().execute(select(table)).all()
                for table in SQLModel.metadata.tables.values()
            ]
        )
    assert "gAAAA" in written
    assert "-secret" not in written


def test_an_install_is_finished_once_in_time_and_in_the_same_browser(
    street: Street, clock: MovableClock
) -> None:
    browser = street.browser
    address = browser.begin(ASTER)

    assert Browser(street.stage.bot_url).finish(address)[0] == 400
    assert browser.finish(address)[0] == 200
    assert browser.finish(address)[0] == 401

    late = street.browser
    address = late.begin(BIRCH)
    clock.now += timedelta(minutes=10)
    assert late.finish(address)[0] == 401
    assert street.stage.store.installations.get(2) is None


def test_what_comes_by_socket_mode_is_answered_by_the_token_of_its_workspace(
    street: Street, clock: MovableClock
) -> None:
    street.install(ASTER, BIRCH)
    settings = street.stage.settings.model_copy(update={"slack_app_token": SecretStr("xapp-1")})
    bot = build(settings, clock, street.stage.store)
    assert bot.socket
    birch = street.servers[BIRCH].workspace
    channel = birch.direct_channel(BEN.id).id
    said = {"type": "message", "channel": channel, "user": BEN.id, "text": "help", "ts": "1.0"}
    envelope = {"team_id": BIRCH, "event_id": "Ev1", "type": "event_callback", "event": said}

    run_bolt_app(bot.socket.app, SocketModeRequest("events_api", "1", envelope))
    bot.workers.finish()

    assert [message.user for message in birch.messages(channel, BEN.id)] == [birch.bot.user_id]


@pytest.fixture
def nothing_set(monkeypatch: pytest.MonkeyPatch) -> None:
    """Set what many workspaces need to nothing, as compose does."""
    for name in ("SLACK_CLIENT_ID", "SLACK_CLIENT_SECRET", "SSI_ENCRYPTION_KEY"):
        monkeypatch.setenv(name, "")


def test_with_one_token_there_is_nothing_to_install(nothing_set: None, stage: Stage) -> None:
    assert fetch(f"{stage.bot_url}/slack/install")[0].status == 404
