"""The page's JSON: each person sees what is theirs, and acts as themselves alone."""

import json
import threading
from http.client import HTTPConnection
from typing import Any
from urllib.parse import urlencode, urlsplit

import pytest
from slack_bolt import Ack, App
from slack_sdk import WebClient

from bot.workspace import Actor, Bot, Channel, WorkspaceServer


class Page:
    """Asks the server as the browser's page does."""

    def __init__(self, url: str) -> None:
        self._parts = urlsplit(url)

    def send(
        self,
        method: str,
        path: str,
        body: bytes | None = None,
        headers: dict[str, str] | None = None,
    ) -> tuple[int, bytes]:
        connection = HTTPConnection(self._parts.hostname or "", self._parts.port)
        try:
            connection.request(method, path, body, headers or {})
            answer = connection.getresponse()
            return answer.status, answer.read()
        finally:
            connection.close()

    def get(self, name: str, **query: object) -> dict[str, Any]:
        return _read(*self.send("GET", f"/page/{name}?{urlencode(query)}"))

    def post(self, deed: str, **body: object) -> dict[str, Any]:
        headers = {"Content-Type": "application/json", "X-Workspace": "1"}
        return _read(*self.send("POST", f"/page/{deed}", json.dumps(body).encode(), headers))


def _read(status: int, body: bytes) -> dict[str, Any]:
    assert status == 200
    read: dict[str, Any] = json.loads(body)
    return read


@pytest.fixture
def page(server: WorkspaceServer) -> Page:
    return Page(server.url)


def test_the_state_shows_who_and_what_is_there(page: Page, bot: Bot) -> None:
    state = page.get("state", **{"as": "U0ANN"})
    assert state["me"]["initials"] == "AL"
    assert [user["id"] for user in state["users"]] == [bot.user_id, "U0ANN", "U0BOB"]
    shown = {channel["name"]: channel["is_member"] for channel in state["channels"]}
    assert shown == {"OpenSSI": True, "sales": True, "lounge": True, "old": True}
    assert state["bot"]["commands"][0]["usage_hint"] == "me | why"
    assert state["next_step"] == "Connect Slack"
    assert page.get("state")["me"]["id"] == "U0ANN"


def test_unread_messages_are_counted_until_they_are_read(
    page: Page, client: WebClient, sales: Channel
) -> None:
    def unread() -> list[int]:
        state = page.get("state", **{"as": "U0ANN"})
        return [c["unread"] for c in state["channels"] if c["id"] == sales.id]

    client.chat_postMessage(channel=sales.id, text="Digest")
    assert unread() == [1]
    page.get("messages", **{"as": "U0ANN", "channel": sales.id})
    assert unread() == [0]


def test_messages_and_threads_are_read_apart(
    page: Page, client: WebClient, ann: Actor, sales: Channel
) -> None:
    said = ann.say("Why?", sales)
    client.chat_postMessage(channel=sales.id, text="Because", thread_ts=said.ts)
    asked: dict[str, object] = {"as": "U0BOB", "channel": sales.id}
    [shown] = page.get("messages", **asked)["messages"]
    assert (shown["text"], shown["reply_count"], shown["bot"]) == ("Why?", 1, False)
    thread = page.get("messages", **asked, thread=said.ts)["messages"]
    assert [message["text"] for message in thread] == ["Why?", "Because"]


def test_a_change_wakes_the_page_that_may_see_it(
    page: Page, client: WebClient, sales: Channel, server: WorkspaceServer
) -> None:
    seq = server.workspace.journal.seq
    answers: list[Any] = []

    def wait() -> None:
        answers.append(page.get("changes", **{"as": "U0ANN"}, after=seq, wait=20))

    waiting = threading.Thread(target=wait)
    waiting.start()
    client.chat_postEphemeral(channel=sales.id, user="U0ANN", text="Psst")
    waiting.join()

    assert answers[0]["changes"][0]["type"] == "ephemeral"
    others = page.get("changes", **{"as": "U0BOB"}, after=seq, wait=0)["changes"]
    assert {change["type"] for change in others} <= {"traffic"}


def test_the_page_says_clicks_and_submits(page: Page, http_app: App, sales: Channel) -> None:
    name = {"type": "plain_text_input", "action_id": "text"}
    label = {"type": "plain_text", "text": "Name"}
    view = {
        "type": "modal",
        "callback_id": "setup",
        "title": label,
        "submit": label,
        "blocks": [{"type": "input", "block_id": "name", "label": label, "element": name}],
    }
    button = {"type": "button", "action_id": "open", "text": label, "value": "1"}

    @http_app.command("/ssi")
    def answer(ack: Ack, command: dict[str, str]) -> None:
        ack(text=command["text"], blocks=[{"type": "actions", "elements": [button]}])

    @http_app.action("open")
    def open_modal(ack: Ack, body: dict[str, Any]) -> None:
        ack()
        http_app.client.views_open(trigger_id=body["trigger_id"], view=view)

    @http_app.view("setup")
    def save(ack: Ack, view: dict[str, Any]) -> None:
        given = view["state"]["values"]["name"]["text"]["value"]
        if given == "taken":
            ack(response_action="errors", errors={"name": "Taken"})
        else:
            ack()

    ann = {"as": "U0ANN"}
    said = page.post("say", **ann, channel=sales.id, text="/ssi for <@U0BOB> &amp; me")
    assert said["ok"] is True
    [shown] = page.get("messages", **ann, channel=sales.id)["messages"]
    assert (shown["text"], shown["ephemeral"]) == ("for @bob &amp; me", True)

    [block] = shown["blocks"]
    clicked = page.post(
        "click",
        **ann,
        container={"type": "message", "channel": sales.id, "ts": shown["ts"]},
        block_id=block["block_id"],
        action_id="open",
        action={"type": "button", "value": "1"},
        state={"values": {}},
    )
    assert clicked["ok"] is True
    modal = page.get("modal", **ann)["view"]
    assert page.get("modal", **{"as": "U0BOB"})["view"] is None

    def submit(value: str) -> dict[str, Any]:
        filled = {"name": {"text": {"type": "plain_text_input", "value": value}}}
        return page.post("submit", **ann, view_id=modal["id"], state={"values": filled})

    assert submit("")["errors"] == {"name": "Please complete this required field."}
    assert submit("taken")["response_action"] == "errors"
    assert submit("free") == {"ok": True, "response_action": None, "errors": {}}
    assert page.get("modal", **ann)["view"] is None
    names = [entry["name"] for entry in page.get("traffic", after=0)["entries"]]
    assert names == [
        "auth.test",
        "slash_commands /ssi",
        "views.open",
        "interactive open",
        "interactive view_submission",
        "interactive view_submission",
    ]


def test_what_the_bot_does_not_answer_is_an_error_on_the_page(page: Page, sales: Channel) -> None:
    said = page.post("say", **{"as": "U0ANN"}, channel=sales.id, text="/ssi me")
    assert (said["ok"], said["error"]) == (False, "dispatch_failed")
    outside = page.post("say", **{"as": "U0BOB"}, channel="C0OLD", text="Hi")
    assert outside["error"] == "not_in_channel"
    unknown = page.post("say", **{"as": "U0WHO"}, channel=sales.id, text="Hi")
    assert unknown["error"] == "user_not_found"


def test_a_private_channel_is_closed_to_others(page: Page, board: Channel) -> None:
    asked = urlencode({"as": "U0ANN", "channel": board.id})
    assert page.send("GET", f"/page/messages?{asked}")[0] == 404


def test_reactions_are_added_and_taken_back(page: Page, ann: Actor, sales: Channel) -> None:
    said = ann.say("68", sales)
    reaction = {"as": "U0BOB", "channel": sales.id, "ts": said.ts, "name": "tada"}
    page.post("react", **reaction)
    assert ann.messages(sales)[0].reactions == (("tada", ("U0BOB",)),)
    page.post("react", **reaction)
    assert ann.messages(sales)[0].reactions == ()


def test_a_file_dropped_on_the_page_is_shared(page: Page, ann: Actor) -> None:
    query = urlencode({"as": "U0ANN", "channel": ann.direct.id, "name": "export.zip"})
    status, _ = page.send("POST", f"/page/upload?{query}", b"PK", {"X-Workspace": "1"})
    assert status == 200
    [shown] = page.get("messages", **{"as": "U0ANN"}, channel=ann.direct.id)["messages"]
    assert shown["files"] == [{"id": shown["files"][0]["id"], "name": "export.zip", "size": 2}]


def test_foreign_sites_get_nothing(page: Page) -> None:
    assert page.send("POST", "/page/say", b"{}")[0] == 403
    assert page.send("GET", "/page/state", headers={"Host": "evil.example"})[0] == 403
    assert page.send("GET", "/page/state", headers={"Host": "localhost:1"})[0] == 200


def test_the_page_itself_is_served(page: Page) -> None:
    status, body = page.send("GET", "/")
    assert status == 200
    assert b"<html" in body
    assert page.send("GET", "/../server.py")[0] == 404
