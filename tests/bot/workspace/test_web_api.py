"""The Web API answers as Slack does: its errors, its pages, its limits and its faults."""

import json
from collections.abc import Callable

import pytest
from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError

from bot.workspace import Actor, Bot, Channel, Workspace, WorkspaceServer, words_of


def error_of(call: Callable[[], object]) -> str:
    """Make a call that Slack refuses and tell its error."""
    with pytest.raises(SlackApiError) as refused:
        call()
    return str(refused.value.response["error"])


def test_only_known_tokens_may_call(server: WorkspaceServer, client: WebClient, bot: Bot) -> None:
    def with_token(token: str | None) -> WebClient:
        return WebClient(token, base_url=server.api_url)

    assert client.auth_test()["bot_id"] == bot.bot_id
    assert error_of(with_token(None).auth_test) == "not_authed"
    assert error_of(with_token("xoxb-other").auth_test) == "invalid_auth"
    assert error_of(with_token(bot.app_token).auth_test) == "not_allowed_token_type"
    opening = client.apps_connections_open
    assert error_of(lambda: opening(app_token=bot.bot_token)) == "not_allowed_token_type"
    assert error_of(lambda: client.api_call("chat.sing")) == "unknown_method"


def test_a_token_needs_the_scope(ann: Actor) -> None:
    limited = Bot(scopes=frozenset({"users:read"}))
    with WorkspaceServer(Workspace("Demo", [ann.user], bot=limited)) as server:
        client = WebClient(limited.bot_token, base_url=server.api_url)
        with pytest.raises(SlackApiError) as refused:
            client.chat_postMessage(channel=ann.user.id, text="Hello")
        assert refused.value.response["error"] == "missing_scope"
        assert refused.value.response["needed"] == "chat:write"
        person = client.users_info(user=ann.user.id)
        assert "email" not in person["user"]["profile"]
        assert person.headers["x-oauth-scopes"] == "users:read"


def test_messages_need_a_place_that_the_bot_may_write_to(
    client: WebClient, lounge: Channel, board: Channel
) -> None:
    def post_to(channel: str) -> str:
        return error_of(lambda: client.chat_postMessage(channel=channel, text="Hello"))

    assert post_to("C0NOWHERE") == "channel_not_found"
    assert post_to(board.id) == "channel_not_found"
    assert post_to(lounge.id) == "not_in_channel"
    assert post_to("C0OLD") == "is_archived"


def test_messages_need_something_to_say(client: WebClient, sales: Channel) -> None:
    post = client.chat_postMessage
    empty = {"channel": sales.id, "text": ""}
    assert error_of(lambda: client.api_call("chat.postMessage", json=empty)) == "no_text"
    assert error_of(lambda: post(channel=sales.id, text="x" * 40_001)) == "msg_too_long"
    long = [{"type": "section", "text": {"type": "mrkdwn", "text": "x" * 2999}}] * 5
    too_much = error_of(lambda: post(channel=sales.id, text="Much", blocks=long))
    assert too_much == "msg_blocks_too_long"


def test_wrong_blocks_are_refused_with_the_place_of_the_mistake(
    client: WebClient, sales: Channel
) -> None:
    header = {"type": "header", "text": {"type": "plain_text", "text": "x" * 151}}
    with pytest.raises(SlackApiError) as refused:
        client.chat_postMessage(channel=sales.id, text="Hello", blocks=[header])
    response = refused.value.response
    assert response["error"] == "invalid_blocks"
    assert response["errors"] == [
        "must be less than 151 characters [json-pointer:/blocks/0/text/text]"
    ]


def test_an_ephemeral_message_is_for_a_member_of_the_channel(
    client: WebClient, ann: Actor, bob: Actor, sales: Channel
) -> None:
    client.chat_postEphemeral(channel=sales.id, user=ann.user.id, text="For you")
    assert [m.text for m in ann.messages(sales)] == ["For you"]
    assert bob.messages(sales) == []
    assert client.conversations_history(channel=sales.id)["messages"] == []
    bob.leave(sales)
    refused = error_of(
        lambda: client.chat_postEphemeral(channel=sales.id, user=bob.user.id, text="For you")
    )
    assert refused == "user_not_in_channel"


def test_only_ones_own_messages_can_be_changed(
    client: WebClient, ann: Actor, sales: Channel
) -> None:
    ts = client.chat_postMessage(channel=sales.id, text="One", blocks=[{"type": "divider"}])["ts"]
    said = ann.say("Mine", sales)

    client.chat_update(channel=sales.id, ts=ts, text="Two")
    kept = next(m for m in ann.messages(sales) if m.ts == ts)
    assert (kept.text, kept.edited, len(kept.blocks)) == ("Two", True, 1)
    client.chat_update(channel=sales.id, ts=ts, text="Three", blocks=[])
    assert next(m for m in ann.messages(sales) if m.ts == ts).blocks == ()

    change = client.chat_update
    others = error_of(lambda: change(channel=sales.id, ts=said.ts, text="?"))
    assert others == "cant_update_message"
    nothing = error_of(lambda: change(channel=sales.id, ts="1.000001", text="?"))
    assert nothing == "message_not_found"
    remove = client.chat_delete
    assert error_of(lambda: remove(channel=sales.id, ts=said.ts)) == "cant_delete_message"
    remove(channel=sales.id, ts=ts)
    assert ann.messages(sales) == [said]


def test_metadata_is_found_again_in_the_history(client: WebClient, sales: Channel) -> None:
    metadata = {"event_type": "digest", "event_payload": {"key": "2026-W30"}}
    ts = client.chat_postMessage(channel=sales.id, text="Digest", metadata=metadata)["ts"]

    whole = client.conversations_history(channel=sales.id, include_all_metadata=True)
    assert [m["metadata"] for m in whole["messages"]] == [metadata]
    part = client.conversations_history(channel=sales.id)
    assert [m["metadata"] for m in part["messages"]] == [{"event_type": "digest"}]
    wrong = {"event_type": "digest"}
    assert (
        error_of(lambda: client.chat_postMessage(channel=sales.id, text="x", metadata=wrong))
        == "invalid_metadata_format"
    )
    after = client.conversations_history(channel=sales.id, oldest=ts)
    assert after["messages"] == []
    with_it = client.conversations_history(channel=sales.id, oldest=ts, inclusive=True)
    assert [m["ts"] for m in with_it["messages"]] == [ts]


def test_the_history_comes_in_pages_newest_first(client: WebClient, sales: Channel) -> None:
    for number in range(5):
        client.chat_postMessage(channel=sales.id, text=str(number))
    history = client.conversations_history
    assert error_of(lambda: history(channel=sales.id, oldest="May")) == "invalid_ts_oldest"
    pages = [
        [m["text"] for m in page["messages"]]
        for page in client.conversations_history(channel=sales.id, limit=2)
    ]
    assert pages == [["4", "3"], ["2", "1"], ["0"]]
    assert error_of(lambda: history(channel=sales.id, cursor="bogus!")) == "invalid_cursor"


def test_a_thread_is_read_from_its_first_message(
    client: WebClient, ann: Actor, sales: Channel
) -> None:
    said = ann.say("Why?", sales)
    client.chat_postMessage(channel=sales.id, thread_ts=said.ts, text="Because")
    thread = client.conversations_replies(channel=sales.id, ts=said.ts)["messages"]
    assert [(m["text"], m["thread_ts"]) for m in thread] == [
        ("Why?", said.ts),
        ("Because", said.ts),
    ]
    [parent] = client.conversations_history(channel=sales.id)["messages"]
    assert (parent["reply_count"], parent["latest_reply"]) == (1, thread[1]["ts"])
    replies = client.conversations_replies
    assert error_of(lambda: replies(channel=sales.id, ts="1.000001")) == "thread_not_found"


def test_people_and_channels_are_described_as_the_bot_may_see_them(
    client: WebClient, ann: Actor, sales: Channel, board: Channel, bot: Bot
) -> None:
    person = client.users_lookupByEmail(email="ANN@example.com")["user"]
    assert (person["id"], person["tz"], person["tz_offset"] in {3600, 7200}) == (
        ann.user.id,
        "Europe/Berlin",
        True,
    )
    assert error_of(lambda: client.users_lookupByEmail(email="who@x.y")) == "users_not_found"
    assert error_of(lambda: client.users_info(user="U0WHO")) == "user_not_found"
    names = [c["name"] for c in client.conversations_list()["channels"]]
    assert names == ["sales", "lounge", "old"]
    mine = client.users_conversations(user=ann.user.id, exclude_archived=True)["channels"]
    assert [c["name"] for c in mine] == ["sales", "lounge"]
    pages = client.conversations_members(channel=sales.id, limit=2)
    assert [page["members"] for page in pages] == [["U0ANN", "U0BOB"], [bot.user_id]]
    opened = client.conversations_open(users=ann.user.id)["channel"]["id"]
    assert client.conversations_info(channel=opened)["channel"]["user"] == ann.user.id
    assert error_of(lambda: client.conversations_info(channel=board.id)) == "channel_not_found"


def test_a_file_is_uploaded_in_slacks_three_steps(
    client: WebClient, ann: Actor, sales: Channel
) -> None:
    client.files_upload_v2(
        content="a,b", filename="board.csv", channel=sales.id, initial_comment="Here"
    )
    [message] = ann.messages(sales)
    assert message.text == "Here"
    [file_id] = message.files
    file = client.files_info(file=file_id)["file"]
    assert (file["name"], file["size"], file["channels"]) == ("board.csv", 3, [sales.id])
    assert error_of(lambda: client.files_info(file="F0")) == "file_not_found"


def test_a_streamed_answer_grows_until_it_is_stopped(
    client: WebClient, ann: Actor, server: WorkspaceServer
) -> None:
    asked = ann.say("Why?")
    client.assistant_threads_setStatus(
        channel_id=ann.direct.id, thread_ts=asked.ts, status="is counting…"
    )
    ts = client.chat_startStream(
        channel=ann.direct.id, thread_ts=asked.ts, markdown_text="Because "
    )["ts"]
    client.chat_appendStream(channel=ann.direct.id, ts=ts, markdown_text="of ")
    client.chat_stopStream(channel=ann.direct.id, ts=ts, markdown_text="that.")
    assert [m.text for m in ann.messages(thread_ts=asked.ts)] == ["Why?", "Because of that."]
    late = error_of(
        lambda: client.chat_appendStream(channel=ann.direct.id, ts=ts, markdown_text="!")
    )
    assert late == "message_not_in_streaming_state"
    assert server.workspace.assistant == {}


def test_a_stream_of_blocks_keeps_them_in_order_and_knows_what_is_wrong(
    client: WebClient, ann: Actor
) -> None:
    asked = ann.say("Why?")
    lead, rest = ({"type": "header", "text": {"type": "plain_text", "text": t}} for t in "ab")
    ts = client.chat_startStream(
        channel=ann.direct.id, thread_ts=asked.ts, chunks=[{"type": "blocks", "blocks": [lead]}]
    )["ts"]
    wrong = error_of(
        lambda: client.chat_stopStream(channel=ann.direct.id, ts=ts, blocks=[{"type": "table"}])
    )
    client.chat_stopStream(channel=ann.direct.id, ts=ts, blocks=[rest])
    assert wrong == "invalid_blocks"
    [answer] = [m for m in ann.messages(thread_ts=asked.ts) if m.is_reply]
    assert words_of(answer) == "a\nb"


def test_a_stream_in_a_channel_names_whom_it_answers(
    client: WebClient, ann: Actor, sales: Channel
) -> None:
    asked = ann.say("Why?", sales)
    begin = client.chat_startStream
    refused = error_of(lambda: begin(channel=sales.id, thread_ts=asked.ts))
    assert refused == "missing_recipient_team_id"


def test_the_traffic_shows_everything_but_the_secrets(
    server: WorkspaceServer, client: WebClient, sales: Channel, bot: Bot
) -> None:
    client.chat_postMessage(channel=sales.id, text=f"My token is {bot.bot_token}")
    [entry] = server.traffic
    assert (entry.direction, entry.name, entry.status, entry.summary) == (
        "from_bot",
        "chat.postMessage",
        200,
        "",
    )
    assert "My token is •••" in json.dumps(entry.body, ensure_ascii=False)
