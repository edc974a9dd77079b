"""Calls that come too often, or go wrong as a test has planned, end as they would in Slack."""

from http.client import RemoteDisconnected

import pytest
from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError

from bot.errors import NotReady
from bot.workspace import Actor, Bot, Channel, Fault, Pace, Workspace, WorkspaceServer


def test_the_rate_limit_answers_429_and_says_how_long_to_wait(
    ann: Actor, bot: Bot, sales: Channel, seconds: list[float]
) -> None:
    workspace = Workspace("Demo", [ann.user], [sales], bot, timer=lambda: sum(seconds))
    with WorkspaceServer(workspace, pace=Pace(rate_limits=True)) as server:
        client = WebClient(bot.bot_token, base_url=server.api_url, retry_handlers=[])
        client.chat_postMessage(channel=sales.id, text="One")
        client.chat_postMessage(channel=ann.user.id, text="Elsewhere")
        with pytest.raises(SlackApiError) as refused:
            client.chat_postMessage(channel=sales.id, text="Too soon")
        assert refused.value.response.status_code == 429
        assert refused.value.response.headers["Retry-After"] == "1"
        assert refused.value.response["error"] == "ratelimited"
        seconds.append(1)
        client.chat_postMessage(channel=sales.id, text="Two")
        assert [m.text for m in server.act_as(ann.user.id).messages(sales)] == ["One", "Two"]


def test_a_method_has_so_many_calls_a_minute(ann: Actor, bot: Bot, seconds: list[float]) -> None:
    workspace = Workspace("Demo", [ann.user], bot=bot, timer=lambda: sum(seconds))
    with WorkspaceServer(workspace, pace=Pace(rate_limits=True)) as server:
        client = WebClient(bot.bot_token, base_url=server.api_url, retry_handlers=[])
        for _ in range(20):
            client.users_list()
        seconds.append(20)
        with pytest.raises(SlackApiError) as refused:
            client.users_list()
        assert refused.value.response.headers["Retry-After"] == "40"
        seconds.append(40)
        assert client.users_list()["ok"]


def test_a_taken_port_is_named(server: WorkspaceServer) -> None:
    port = int(server.url.rpartition(":")[2])
    with pytest.raises(NotReady, match=f"Port {port} is taken"):
        WorkspaceServer(Workspace(), port).start()


@pytest.mark.parametrize("accepted", [True, False])
def test_a_planned_fault_hides_whether_the_call_was_carried_out(
    server: WorkspaceServer, client: WebClient, ann: Actor, sales: Channel, *, accepted: bool
) -> None:
    faults = {"503": Fault(503, accepted=accepted), "drop": Fault(None, accepted=accepted)}
    server.plan_faults(lambda _method, arguments: faults.get(str(arguments.get("text"))))

    with pytest.raises(SlackApiError) as refused:
        client.chat_postMessage(channel=sales.id, text="503")
    assert refused.value.response.status_code == 503
    with pytest.raises((ConnectionError, RemoteDisconnected)):
        client.chat_postMessage(channel=sales.id, text="drop")
    client.chat_postMessage(channel=sales.id, text="fine")

    expected = ["503", "drop", "fine"] if accepted else ["fine"]
    assert [m.text for m in ann.messages(sales)] == expected
