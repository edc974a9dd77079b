"""What the bot reads of Slack's interactive payloads: clicks carry buttons, submissions a modal."""

from typing import TypedDict


class Named(TypedDict):
    """Anything of Slack's that has an id."""

    id: str


class Field(TypedDict, total=False):
    """A modal's field, as it was filled in: one of these is there."""

    value: str | None
    selected_user: str | None
    selected_users: list[str]
    selected_option: dict[str, str] | None
    selected_time: str
    selected_date: str | None


class State(TypedDict):
    """What was filled in, by block and action."""

    values: dict[str, dict[str, Field]]


class View(TypedDict):
    """What the bot reads of a modal; each that is opened has an id of its own."""

    id: str
    callback_id: str
    private_metadata: str
    state: State


class Submitted(TypedDict):
    """What the bot reads of a submission's payload."""

    user: Named
    team: Named
    trigger_id: str
    view: View


class Option(TypedDict):
    """What was chosen of a menu."""

    value: str


class Button(TypedDict, total=False):
    """A button, as it was pressed, or a menu, as something was chosen of it."""

    action_id: str
    value: str
    selected_option: Option


class Container(TypedDict, total=False):
    """Where a button stands: in which message, in which thread; on App Home in none."""

    message_ts: str
    thread_ts: str


class Shown(TypedDict, total=False):
    """The view that a button stands in: a modal, or App Home."""

    id: str
    type: str
    private_metadata: str


class Clicked(TypedDict, total=False):
    """What the bot reads of a click's payload; App Home has no channel."""

    user: Named
    team: Named
    trigger_id: str
    channel: Named
    container: Container
    message: dict[str, str]
    view: Shown
    actions: list[Button]


def field(view: View, name: str) -> Field:
    """Give what was filled in at a field; its name is both its block's and its action's id."""
    return view["state"]["values"][name][name]


def typed(view: View, name: str) -> str:
    """Give the text typed into a field, blank where there is none."""
    return field(view, name).get("value") or ""


def chosen(view: View, name: str) -> str:
    """Give the value of the option chosen of a menu, blank where none was."""
    option = field(view, name).get("selected_option")
    return option["value"] if option else ""


def picked(view: View, name: str) -> str:
    """Give the day picked, as ISO writes it."""
    return field(view, name)["selected_date"] or ""


def pressed(body: Clicked) -> str:
    """Read what a pressed button tells, or what was chosen of a menu."""
    button = body["actions"][0]
    if "selected_option" in button:
        return button["selected_option"]["value"]
    return button.get("value", "")
