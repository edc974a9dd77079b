"""What people do reaches the bot, and what the bot answers reaches the right people."""

import threading
from collections.abc import Callable
from contextlib import AbstractContextManager
from http.client import HTTPConnection
from typing import Any
from urllib.parse import urlsplit

import pytest
from flask import Response, request
from slack_bolt import Ack, App, Respond, Say

from bot.workspace import Actor, Bot, Channel, Pace, Workspace, WorkspaceServer, words_of

Listen = Callable[[Callable[[], Response]], AbstractContextManager[str]]

BUTTONS = [
    {
        "type": "actions",
        "block_id": "choices",
        "elements": [
            {
                "type": "button",
                "action_id": "why",
                "value": "7",
                "text": {"type": "plain_text", "text": "Why?"},
            },
            {
                "type": "static_select",
                "action_id": "period",
                "options": [
                    {"text": {"type": "plain_text", "text": "A week"}, "value": "week"},
                    {"text": {"type": "plain_text", "text": "A month"}, "value": "month"},
                ],
            },
        ],
    }
]


def test_an_answer_to_a_command_is_seen_by_its_user_alone(
    http_app: App, ann: Actor, bob: Actor, sales: Channel
) -> None:
    @http_app.command("/ssi")
    def answer(ack: Ack, command: dict[str, str]) -> None:
        ack(f"{command['user_name']} asked {command['text']} in {command['channel_name']}")

    outcome = ann.slash("/ssi me & <all>", sales)

    assert outcome.ok
    assert [m.text for m in ann.messages(sales)] == ["ann asked me &amp; &lt;all&gt; in sales"]
    assert ann.ephemerals() == ann.messages(sales)
    assert bob.messages(sales) == []


def test_a_command_that_nobody_answers_fails_as_in_slack(
    server: WorkspaceServer, ann: Actor
) -> None:
    assert ann.slash("/ssi me").error == "dispatch_failed"
    server.connect_bot("http://127.0.0.1:9/slack/events")
    assert ann.slash("/ssi me").error == "dispatch_failed"
    assert ann.slash("/unknown").error == "invalid_command"


def test_a_command_times_out_when_the_bot_is_slow(ann: Actor, bot: Bot, listen: Listen) -> None:
    done = threading.Event()

    def slow() -> Response:
        done.wait()
        return Response()

    workspace = Workspace("Demo", [ann.user], bot=bot)
    impatient = WorkspaceServer(workspace, pace=Pace(ack_seconds=0.1))
    with impatient, listen(slow) as url:
        impatient.connect_bot(url)
        assert impatient.act_as(ann.user.id).slash("/ssi me").error == "operation_timeout"
        done.set()


def test_a_direct_message_is_answered_in_its_thread(
    http_app: App, server: WorkspaceServer, ann: Actor
) -> None:
    @http_app.event("message")
    def answer(event: dict[str, Any], say: Say) -> None:
        if "subtype" not in event:
            say(f"{event['channel_type']}: {event['text']}", thread_ts=event["ts"])

    asked = ann.say("why did it drop? see https://example.com/a?b=1.")

    thread = server.wait_for(lambda: ann.messages(thread_ts=asked.ts)[1:])
    assert thread[0].text == "im: why did it drop? see <https://example.com/a?b=1>."
    assert thread[0].user == server.workspace.bot.user_id
    assert ann.messages() == [asked]


def test_a_mention_is_heard_where_the_bot_is_and_nowhere_else(
    http_app: App, server: WorkspaceServer, ann: Actor, sales: Channel, lounge: Channel
) -> None:
    heard: list[tuple[str, str]] = []
    http_app.event("app_mention")(lambda event: heard.append(("mention", event["text"])))
    http_app.event("message")(lambda event: heard.append(("message", event["text"])))

    ann.say("@OpenSSI what about @bob in #lounge?", lounge)
    ann.say("@OpenSSI what about @bob in #lounge?", sales)
    server.wait_for_events()

    text = "<@U000000BOT> what about <@U0BOB> in <#C0LOUNGE|lounge>?"
    assert sorted(heard) == [("mention", text), ("message", text)]


def test_an_event_that_fails_is_sent_again_three_times(
    server: WorkspaceServer, ann: Actor, listen: Listen
) -> None:
    attempts: list[tuple[str | None, str | None, str]] = []

    def failing() -> Response:
        headers = request.headers
        event_id = (request.get_json() or {})["event_id"]
        attempts.append(
            (headers.get("X-Slack-Retry-Num"), headers.get("X-Slack-Retry-Reason"), event_id)
        )
        return Response(status=500)

    with listen(failing) as url:
        server.connect_bot(url)
        ann.say("hello")
        server.wait_for_events()

    assert [attempt[:2] for attempt in attempts] == [
        (None, None),
        ("1", "http_error"),
        ("2", "http_error"),
        ("3", "http_error"),
    ]
    assert len({event_id for _, _, event_id in attempts}) == 1


def test_a_bot_can_ask_not_to_be_tried_again(
    server: WorkspaceServer, ann: Actor, listen: Listen
) -> None:
    attempts: list[str] = []

    def failing() -> Response:
        attempts.append(request.path)
        return Response(status=500, headers={"X-Slack-No-Retry": "1"})

    with listen(failing) as url:
        server.connect_bot(url)
        ann.say("hello")
        server.wait_for_events()

    assert len(attempts) == 1


def test_a_click_tells_what_was_clicked_and_where(
    http_app: App, ann: Actor, sales: Channel
) -> None:
    clicked: list[dict[str, Any]] = []

    @http_app.action("why")
    def why(ack: Ack, body: dict[str, Any], respond: Respond) -> None:
        ack()
        clicked.append(body)
        respond("Because.", replace_original=False)

    http_app.client.chat_postMessage(channel=sales.id, text="Choose", blocks=BUTTONS)
    [posted] = ann.messages(sales)

    assert ann.click(posted, "why", state={"choices": {"period": "month"}}).ok

    [body] = clicked
    assert body["actions"][0]["value"] == "7"
    assert body["actions"][0]["block_id"] == "choices"
    assert body["message"]["ts"] == posted.ts
    assert body["container"]["is_ephemeral"] is False
    chosen = body["state"]["values"]["choices"]["period"]["selected_option"]
    assert chosen["value"] == "month"
    assert [m.text for m in ann.ephemerals()] == ["Because."]


def test_a_click_on_an_ephemeral_message_replaces_it(
    http_app: App, ann: Actor, sales: Channel
) -> None:
    @http_app.command("/ssi")
    def answer(ack: Ack) -> None:
        ack(text="Choose", blocks=BUTTONS)

    @http_app.action("period")
    def period(ack: Ack, body: dict[str, Any], respond: Respond) -> None:
        ack()
        assert "message" not in body
        respond(f"You chose {body['actions'][0]['selected_option']['value']}")

    ann.slash("/ssi", sales)
    [shown] = ann.ephemerals()
    assert ann.click(shown, "period", "week").ok

    assert [(m.ts, words_of(m)) for m in ann.ephemerals()] == [(shown.ts, "You chose week")]


def test_clicking_what_is_not_there_names_what_is(
    http_app: App, ann: Actor, sales: Channel
) -> None:
    http_app.client.chat_postMessage(channel=sales.id, text="Choose", blocks=BUTTONS)
    [posted] = ann.messages(sales)
    with pytest.raises(LookupError, match="why, period"):
        ann.click(posted, "how")


def test_the_home_is_published_when_it_is_opened(
    http_app: App, server: WorkspaceServer, ann: Actor, bob: Actor
) -> None:
    @http_app.event("app_home_opened")
    def opened(event: dict[str, Any]) -> None:
        text = {"type": "plain_text", "text": f"{event['tab']} of {event['user']}"}
        blocks = [{"type": "header", "text": text}]
        view = {"type": "home", "blocks": blocks}
        http_app.client.views_publish(user_id=event["user"], view=view)

    ann.open_home()

    assert words_of(server.wait_for(ann.home)) == "home of U0ANN"
    assert bob.home() is None


def test_a_file_is_announced_and_can_be_downloaded_with_the_token_alone(
    http_app: App, server: WorkspaceServer, ann: Actor, bot: Bot
) -> None:
    files: list[dict[str, Any]] = []
    http_app.event("message")(lambda event: files.extend(event.get("files", [])))
    shared: list[str] = []
    http_app.event("file_shared")(lambda event: shared.append(event["file_id"]))

    ann.upload(b"PK\x03\x04", "export.zip")
    server.wait_for_events()

    [file] = files
    assert shared == [file["id"]]
    assert (file["name"], file["size"], file["mimetype"]) == ("export.zip", 4, "application/zip")
    assert http_app.client.files_info(file=shared[0])["file"] == file
    content = server_get(file["url_private"], bot.bot_token)
    assert content == (200, b"PK\x03\x04")
    assert server_get(file["url_private"], "xoxb-stolen")[0] == 302


def test_joining_a_channel_is_told_to_the_bot_in_it(
    http_app: App, server: WorkspaceServer, ann: Actor, bob: Actor, lounge: Channel
) -> None:
    bot = server.workspace.bot
    joined: list[tuple[str, str]] = []
    http_app.event("member_joined_channel")(
        lambda event: joined.append((event["user"], event["channel"]))
    )

    ann.leave(lounge)
    bob.invite(bot.user_id, lounge)
    ann.join(lounge)
    server.wait_for_events()

    assert sorted(joined) == [(bot.user_id, lounge.id), (ann.user.id, lounge.id)]


def test_shortcuts_and_reactions_reach_the_bot(
    http_app: App, server: WorkspaceServer, ann: Actor, sales: Channel
) -> None:
    used: list[str] = []

    @http_app.shortcut("explain")
    def explain(ack: Ack, body: dict[str, Any]) -> None:
        ack()
        used.append(body["message"]["text"])

    @http_app.event("reaction_added")
    def reacted(event: dict[str, Any]) -> None:
        used.append(event["reaction"])

    http_app.event("message")(lambda: None)
    said = ann.say("68 today", sales)

    assert ann.shortcut("explain", said).ok
    assert ann.shortcut("missing", said).error == "invalid_shortcut"
    ann.react(said, "tada")
    server.wait_for_events()

    assert used == ["68 today", "tada"]


def server_get(url: str, token: str) -> tuple[int, bytes]:
    """Get a URL with a token, without following it elsewhere."""
    parts = urlsplit(url)
    connection = HTTPConnection(parts.hostname or "", parts.port)
    try:
        connection.request("GET", parts.path, headers={"Authorization": f"Bearer {token}"})
        answer = connection.getresponse()
        return answer.status, answer.read()
    finally:
        connection.close()
