"""Response URLs answer an interaction five times within half an hour, and no more."""

from typing import Any

import pytest
from slack_bolt import Ack, App
from slack_sdk.webhook import WebhookClient

from bot.workspace import Actor, Channel


@pytest.fixture
def url(http_app: App, ann: Actor, sales: Channel) -> str:
    """The response URL of a command that Ann ran."""
    urls: list[str] = []

    @http_app.command("/ssi")
    def remember(ack: Ack, body: dict[str, str]) -> None:
        ack()
        urls.append(body["response_url"])

    ann.slash("/ssi", sales)
    return urls[0]


def test_it_is_used_up_after_five_answers(url: str, ann: Actor, bob: Actor, sales: Channel) -> None:
    hook = WebhookClient(url)
    for number in range(5):
        assert hook.send(text=str(number)).body == "ok"
    refused = hook.send(text="5")
    assert (refused.status_code, refused.body) == (404, '{"ok":false,"error":"used_url"}')
    assert [m.text for m in ann.messages(sales)] == ["0", "1", "2", "3", "4"]
    assert bob.messages(sales) == []


def test_it_expires_after_half_an_hour(url: str, seconds: list[float]) -> None:
    seconds.append(30 * 60 + 1)
    refused = WebhookClient(url).send(text="Late")
    assert (refused.status_code, refused.body) == (404, '{"ok":false,"error":"expired_url"}')


def test_it_can_speak_to_the_whole_channel(url: str, bob: Actor, sales: Channel) -> None:
    WebhookClient(url).send(text="For all", response_type="in_channel")
    assert [m.text for m in bob.messages(sales)] == ["For all"]


def test_it_refuses_what_no_message_may_hold(url: str) -> None:
    refused = WebhookClient(url).send(text="x", blocks=[{"type": "nonsense"}])
    assert (refused.status_code, refused.body) == (400, '{"ok":false,"error":"invalid_blocks"}')


def test_it_replaces_or_removes_the_message_that_was_clicked(
    http_app: App, ann: Actor, sales: Channel
) -> None:
    button = {
        "type": "button",
        "action_id": "go",
        "text": {"type": "plain_text", "text": "Go"},
    }
    block = {"type": "actions", "elements": [button]}
    http_app.client.chat_postMessage(channel=sales.id, text="Click", blocks=[block])
    hooks: list[WebhookClient] = []

    @http_app.action("go")
    def go(ack: Ack, body: dict[str, Any]) -> None:
        ack()
        hooks.append(WebhookClient(body["response_url"]))

    [posted] = ann.messages(sales)
    ann.click(posted, "go")
    hooks[0].send(text="Done", replace_original=True)
    assert [(m.ts, m.text, m.blocks) for m in ann.messages(sales)] == [(posted.ts, "Done", ())]
    hooks[0].send(delete_original=True)
    assert ann.messages(sales) == []
