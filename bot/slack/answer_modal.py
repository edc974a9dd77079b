"""What is asked for on App Home, or in a modal, is answered in a modal: a quick look, no message.

A modal can be opened for three seconds after a click alone, so it opens at once and empty, under
the click's own trigger as its name; the answer takes its place when it is there.
"""

from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError

from bot.incident import Incident
from bot.messages.contexts import Context, Waiting
from bot.messages.render import render_answer, render_view
from bot.slack.payloads import Clicked


def is_on_home(body: Clicked) -> bool:
    """Whether a click was made on App Home."""
    return body.get("view", {}).get("type") == "home"


def is_in_modal(body: Clicked) -> bool:
    """Whether a click was made in a modal."""
    return body.get("view", {}).get("type") == "modal"


def open_empty(client: WebClient, body: Clicked, language: str) -> None:
    """Open the modal that an answer will take the place of, in its reader's language."""
    trigger_id = body["trigger_id"]
    with Incident("modal_not_opened"):
        view = render_view(Waiting(), language=language) | {"external_id": trigger_id}
        client.views_open(trigger_id=trigger_id, view=view)


def show_answer(client: WebClient, body: Clicked, context: Context, language: str) -> bool:
    """Show an answer in the modal of its click; false where there is none any more."""
    view = render_answer(context, language=language)
    try:
        if is_in_modal(body):
            client.views_update(view_id=body["view"]["id"], view=view)
        else:
            trigger_id = body["trigger_id"]
            client.views_update(external_id=trigger_id, view=view | {"external_id": trigger_id})
    except SlackApiError:
        return False
    return True
