"""Socket Mode carries the same things as HTTP, and survives being disconnected."""

import time
from collections.abc import Iterator
from typing import Any

import pytest
from slack_bolt import Ack, App, Say
from slack_bolt.adapter.socket_mode import SocketModeHandler
from slack_sdk import WebClient

from bot.workspace import Actor, Bot, WorkspaceServer


@pytest.fixture
def socket_app(app: App, server: WorkspaceServer, bot: Bot) -> Iterator[App]:
    """The Bolt app, connected by Socket Mode."""
    web_client = WebClient(bot.app_token, base_url=server.api_url)
    handler = SocketModeHandler(
        app, bot.app_token, web_client=web_client, logger=app.logger, ping_interval=0.2
    )
    handler.connect()
    assert server.wait_for_socket()
    yield app
    server.wait_for_events()
    handler.client.auto_reconnect_enabled = False
    server.drop_sockets()
    while handler.client.is_connected():  # closing twice at once trips the client
        time.sleep(0.01)
    handler.close()


def test_commands_events_and_modals_go_over_the_socket(
    socket_app: App, server: WorkspaceServer, ann: Actor
) -> None:
    @socket_app.command("/ssi")
    def answer(ack: Ack, command: dict[str, str]) -> None:
        ack(f"You asked {command['text']}")

    @socket_app.event("message")
    def echo(event: dict[str, Any], say: Say) -> None:
        if "subtype" not in event:
            say(event["text"].upper())

    assert ann.slash("/ssi me").ok
    assert [m.text for m in ann.ephemerals()] == ["You asked me"]
    ann.say("loud")
    server.wait_for(lambda: any(m.text == "LOUD" for m in ann.messages()))


@pytest.mark.parametrize("end", ["disconnect_sockets", "drop_sockets"])
def test_a_disconnected_bot_comes_back(
    socket_app: App, server: WorkspaceServer, ann: Actor, end: str
) -> None:
    socket_app.command("/ssi")(lambda ack: ack("Here"))
    assert ann.slash("/ssi").ok
    getattr(server, end)()
    assert server.wait_for_socket(timeout=20)
    assert ann.slash("/ssi").ok
    assert [m.text for m in ann.ephemerals()] == ["Here"] * 2


def test_without_a_ticket_nobody_connects(server: WorkspaceServer, bot: Bot) -> None:
    client = WebClient(bot.app_token, base_url=server.api_url)
    url = client.apps_connections_open(app_token=bot.app_token)["url"]
    assert isinstance(url, str)
    assert url.startswith(server.url.replace("http", "ws"))
    assert not server.wait_for_socket(timeout=0)
