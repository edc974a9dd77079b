"""The workspace refuses as a test asks it to: types of blocks, and any call by Slack's own name."""

from typing import Any

import pytest
from slack_bolt import Ack, App, Respond
from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError
from slack_sdk.webhook import WebhookClient

from bot.workspace import Actor, Channel, Fault, WorkspaceServer, refusal

TABLE: dict[str, Any] = {"type": "table", "rows": [[{"type": "raw_text", "text": "1"}]]}
SECTION: dict[str, Any] = {"type": "section", "text": {"type": "mrkdwn", "text": "1"}}
REFUSED = "unsupported type: table [json-pointer:/blocks/0/type]"


@pytest.fixture(autouse=True)
def no_tables(server: WorkspaceServer) -> None:
    server.workspace.refused_blocks = frozenset({"table"})


def test_blocks_that_are_not_rolled_out_are_refused_by_every_method(
    client: WebClient, ann: Actor, sales: Channel
) -> None:
    ts = client.chat_postMessage(channel=sales.id, text="1", blocks=[SECTION])["ts"]
    calls = (
        lambda: client.chat_postMessage(channel=sales.id, text="1", blocks=[TABLE]),
        lambda: client.chat_postEphemeral(
            channel=sales.id, user=ann.user.id, text="1", blocks=[TABLE]
        ),
        lambda: client.chat_update(channel=sales.id, ts=ts, text="1", blocks=[TABLE]),
    )
    for call in calls:
        with pytest.raises(SlackApiError) as refused:
            call()
        assert refused.value.response["error"] == "invalid_blocks"
        assert refused.value.response["errors"] == [REFUSED]


def test_they_are_refused_in_views(server: WorkspaceServer, client: WebClient, ann: Actor) -> None:
    server.workspace.refused_blocks = frozenset({"header"})
    header = {"type": "header", "text": {"type": "plain_text", "text": "1"}}
    with pytest.raises(SlackApiError) as refused:
        client.views_publish(user_id=ann.user.id, view={"type": "home", "blocks": [header]})
    assert refused.value.response["error"] == "invalid_arguments"


def test_they_are_refused_in_answers_to_a_command(
    http_app: App, ann: Actor, sales: Channel
) -> None:
    statuses: list[int] = []

    @http_app.command("/ssi")
    def answer(ack: Ack, command: dict[str, str], respond: Respond) -> None:
        if command["text"] == "at once":
            ack(text="1", blocks=[TABLE])
        else:
            ack()
            statuses.append(respond(text="1", blocks=[TABLE]).status_code)

    assert ann.slash("/ssi at once", sales).error == "invalid_blocks"
    assert ann.slash("/ssi later", sales).ok
    assert statuses == [400]
    assert ann.ephemerals() == []


@pytest.mark.parametrize(
    "error",
    ["channel_not_found", "is_archived", "not_in_channel", "message_not_in_streaming_state"],
)
def test_a_call_is_refused_by_the_name_that_a_test_gives(
    server: WorkspaceServer, client: WebClient, sales: Channel, error: str
) -> None:
    server.plan_faults(lambda method, _: refusal(error) if method == "chat.postMessage" else None)

    with pytest.raises(SlackApiError) as refused:
        client.chat_postMessage(channel=sales.id, text="1")

    assert (refused.value.response.status_code, refused.value.response["error"]) == (200, error)
    assert client.conversations_history(channel=sales.id)["messages"] == []


def test_a_response_url_fails_as_planned(
    http_app: App, server: WorkspaceServer, ann: Actor, sales: Channel
) -> None:
    urls: list[str] = []

    @http_app.command("/ssi")
    def remember(ack: Ack, body: dict[str, str]) -> None:
        ack()
        urls.append(body["response_url"])

    ann.slash("/ssi", sales)
    faults = {"response_url": Fault(404, error="expired_url")}
    server.plan_faults(lambda method, _: faults.get(method))

    refused = WebhookClient(urls[0]).send(text="1")

    assert refused.status_code == 404
    assert "expired_url" in refused.body
