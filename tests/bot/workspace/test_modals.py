"""Modals open in time, are filled in, refused, replaced, stacked and closed."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from slack_bolt import Ack, App
from slack_sdk.errors import SlackApiError

from bot.workspace import Actor, View, words_of


def modal(title: str = "Set up", **more: object) -> dict[str, Any]:
    """A modal with a name, a day and an optional note."""
    return {
        "type": "modal",
        "callback_id": "setup",
        "private_metadata": "C0SALES",
        "title": plain(title),
        "submit": plain("Save"),
        "blocks": [
            {
                "type": "input",
                "block_id": "name",
                "label": plain("Name"),
                "element": {"type": "plain_text_input", "action_id": "text", "max_length": 10},
            },
            {
                "type": "input",
                "block_id": "day",
                "label": plain("Day"),
                "element": {
                    "type": "static_select",
                    "action_id": "pick",
                    "initial_option": {"text": plain("Monday"), "value": "1"},
                    "options": [
                        {"text": plain("Monday"), "value": "1"},
                        {"text": plain("Friday"), "value": "5"},
                    ],
                },
            },
            {
                "type": "input",
                "block_id": "managers",
                "optional": True,
                "label": plain("Managers"),
                "element": {"type": "multi_users_select", "action_id": "users"},
            },
        ],
        **more,
    }


def plain(text: str) -> dict[str, str]:
    return {"type": "plain_text", "text": text}


@pytest.fixture
def opened(http_app: App, ann: Actor) -> Callable[[], View]:
    """Opens the modal for Ann by a command."""

    @http_app.command("/ssi")
    def setup(ack: Ack, body: dict[str, str]) -> None:
        ack()
        http_app.client.views_open(trigger_id=body["trigger_id"], view=modal())

    def open_it() -> View:
        assert ann.slash("/ssi setup").ok
        view = ann.modal()
        assert view is not None
        return view

    return open_it


def test_a_submitted_modal_tells_what_was_filled_in_and_closes(
    http_app: App, opened: Callable[[], View], ann: Actor, bob: Actor
) -> None:
    views: list[dict[str, Any]] = []

    @http_app.view("setup")
    def save(ack: Ack, view: dict[str, Any]) -> None:
        ack()
        views.append(view)

    outcome = ann.submit(opened(), {"name": {"text": "EMEA"}, "managers": {"users": ["U0BOB"]}})

    assert outcome.ok
    assert ann.modal() is None
    assert bob.modal() is None
    [view] = views
    assert view["private_metadata"] == "C0SALES"
    values = view["state"]["values"]
    assert values["name"]["text"] == {"type": "plain_text_input", "value": "EMEA"}
    assert values["day"]["pick"]["selected_option"]["value"] == "1"
    assert values["managers"]["users"]["selected_users"] == ["U0BOB"]


def test_what_is_missing_or_too_long_never_reaches_the_bot(
    opened: Callable[[], View], ann: Actor
) -> None:
    view = opened()
    assert ann.submit(view).errors == {"name": "Please complete this required field."}
    too_long = ann.submit(view, {"name": {"text": "x" * 11}})
    assert too_long.errors == {"name": "Please use at most 10 characters."}
    assert ann.modal() == view


def test_the_bots_errors_leave_the_modal_open(
    http_app: App, opened: Callable[[], View], ann: Actor
) -> None:
    @http_app.view("setup")
    def refuse(ack: Ack) -> None:
        ack(response_action="errors", errors={"name": "This name is taken."})

    outcome = ann.submit(opened(), {"name": {"text": "EMEA"}})

    assert (outcome.response_action, outcome.errors) == ("errors", {"name": "This name is taken."})
    assert ann.modal() is not None


def test_errors_of_blocks_that_are_not_there_are_refused(
    http_app: App, opened: Callable[[], View], ann: Actor
) -> None:
    @http_app.view("setup")
    def refuse(ack: Ack) -> None:
        ack(response_action="errors", errors={"nowhere": "What?"})

    assert ann.submit(opened(), {"name": {"text": "x"}}).error == "invalid_response_errors"


def test_modals_are_updated_stacked_and_cleared(
    http_app: App, opened: Callable[[], View], ann: Actor
) -> None:
    answers: Iterator[dict[str, Any]] = iter(
        [
            {"response_action": "update", "view": modal("Second")},
            {"response_action": "push", "view": modal("Third")},
            {"response_action": "push", "view": modal("Fourth")},
            {"response_action": "push", "view": modal("Fifth")},
            {"response_action": "clear"},
        ]
    )
    http_app.view("setup")(lambda ack: ack(**next(answers)))
    filled = {"name": {"text": "x"}}
    first = opened()

    def shown() -> str:
        view = ann.modal()
        return words_of(view).splitlines()[0] if view else ""

    def submit() -> str | None:
        view = ann.modal()
        assert view is not None
        return ann.submit(view, filled).error

    assert submit() is None
    updated = ann.modal()
    assert updated is not None
    assert (shown(), updated.id) == ("Second", first.id)
    assert submit() is None
    assert shown() == "Third"
    assert submit() is None
    assert submit() == "push_limit_reached"
    top = ann.modal()
    assert top is not None
    assert top.root_id == first.id
    ann.close(top)
    assert shown() == "Third"
    assert submit() is None
    assert shown() == ""


def test_a_trigger_opens_one_modal_within_three_seconds(
    http_app: App, ann: Actor, seconds: list[float]
) -> None:
    triggers: list[str] = []

    @http_app.command("/ssi")
    def remember(ack: Ack, body: dict[str, str]) -> None:
        ack()
        triggers.append(body["trigger_id"])

    def error_of(trigger_id: str) -> str:
        with pytest.raises(SlackApiError) as refused:
            http_app.client.views_open(trigger_id=trigger_id, view=modal())
        return str(refused.value.response["error"])

    ann.slash("/ssi")
    ann.slash("/ssi")
    http_app.client.views_open(trigger_id=triggers[0], view=modal())
    assert error_of(triggers[0]) == "exchanged_trigger_id"
    seconds.append(3.1)
    assert error_of(triggers[1]) == "expired_trigger_id"
    assert error_of("1.2.made-up") == "invalid_trigger_id"


def test_a_modal_that_was_closed_cannot_be_updated(
    http_app: App, opened: Callable[[], View], ann: Actor
) -> None:
    view = opened()
    changed = http_app.client.views_update(view_id=view.id, view=modal("Loaded"), hash=view.hash)
    with pytest.raises(SlackApiError, match="hash_conflict"):
        http_app.client.views_update(view_id=view.id, view=modal("Late"), hash=view.hash)
    assert changed["view"]["title"]["text"] == "Loaded"
    ann.close(view)
    with pytest.raises(SlackApiError, match="not_found"):
        http_app.client.views_update(view_id=view.id, view=modal("Gone"))


def test_a_home_that_changed_meanwhile_is_a_conflict(http_app: App, ann: Actor) -> None:
    home = {"type": "home", "blocks": [{"type": "divider"}]}
    first = http_app.client.views_publish(user_id=ann.user.id, view=home)["view"]
    second = http_app.client.views_publish(user_id=ann.user.id, view=home, hash=first["hash"])
    assert second["view"]["id"] == first["id"]
    with pytest.raises(SlackApiError, match="hash_conflict"):
        http_app.client.views_publish(user_id=ann.user.id, view=home, hash=first["hash"])


def test_the_bot_hears_of_a_closed_modal_where_it_asked_to(http_app: App, ann: Actor) -> None:
    closed: list[str] = []

    @http_app.command("/ssi")
    def setup(ack: Ack, body: dict[str, str]) -> None:
        ack()
        view = modal(notify_on_close=True)
        http_app.client.views_open(trigger_id=body["trigger_id"], view=view)

    @http_app.view_closed("setup")
    def gone(ack: Ack, body: dict[str, Any]) -> None:
        ack()
        closed.append(body["view"]["callback_id"])

    ann.slash("/ssi setup")
    view = ann.modal()
    assert view is not None
    ann.close(view)

    assert closed == ["setup"]


def test_a_wrong_view_is_refused_with_what_is_wrong(http_app: App, ann: Actor) -> None:
    view = modal("A title that is far too long for a modal")
    with pytest.raises(SlackApiError) as refused:
        http_app.client.views_publish(user_id=ann.user.id, view=view)
    response = refused.value.response
    assert response["error"] == "invalid_arguments"
    assert response["response_metadata"]["messages"] == [
        "[ERROR] must be less than 25 characters [json-pointer:/view/title/text]"
    ]
