"""What becomes of a modal when the bot has answered its submission."""

from dataclasses import dataclass, field

from bot.workspace.hub import Hub
from bot.workspace.methods.views import checked_view
from bot.workspace.model import View
from bot.workspace.protocol import SlackError
from bot.workspace.shapes import JSONObject, an_object, text_of
from bot.workspace.views import HIGHEST_STACK


@dataclass(frozen=True, slots=True)
class Submitted:
    """The bot's ``response_action``, None where the modal just closes, and errors by block id."""

    action: str | None = None
    errors: dict[str, str] = field(default_factory=dict)


def submitted(hub: Hub, view: View, body: object) -> Submitted:
    """Do with a submitted modal what the bot's answer says.

    Raises:
        SlackError: The answer is none that Slack understands, or its view is wrong.
    """
    views = hub.workspace.views
    answer = an_object(body)
    action = text_of(answer.get("response_action")) or None
    if action == "errors":
        return Submitted(action, _errors(view, answer))
    if action == "clear":
        views.clear(view.user)
    elif action == "update":
        content = checked_view(hub, an_object(answer.get("view")), instead_of=view)
        views.update(view, content)
    elif action == "push":
        if len(views.stack(view.user)) >= HIGHEST_STACK:
            raise SlackError("push_limit_reached")
        views.push(view.user, checked_view(hub, an_object(answer.get("view"))))
    elif action is None:
        views.close(view)
    else:
        raise SlackError("invalid_response_action")
    return Submitted(action)


def _errors(view: View, answer: JSONObject) -> dict[str, str]:
    """Read the errors; each must belong to an input block of the view."""
    errors = {block: text_of(text) for block, text in an_object(answer.get("errors")).items()}
    there = {block["block_id"] for block in view.inputs}
    if not errors or not set(errors) <= there:
        raise SlackError("invalid_response_errors")
    return errors
