"""What the bot reads of Slack's interactive payloads: clicks carry buttons, submissions a modal."""

from typing import TypedDict


class Named(TypedDict):
    """Anything of Slack's that has an id."""

    id: str


class Field(TypedDict, total=False):
    """A modal's field, as it was filled in: one of these is there."""

    value: str | None
    selected_users: list[str]
    selected_option: dict[str, str]
    selected_time: str


class State(TypedDict):
    """What was filled in, by block and action."""

    values: dict[str, dict[str, Field]]


class View(TypedDict):
    """What the bot reads of a modal."""

    callback_id: str
    private_metadata: str
    state: State


class Submitted(TypedDict):
    """What the bot reads of a submission's payload."""

    user: Named
    team: Named
    view: View


def field(view: View, name: str) -> Field:
    """Give what was filled in at a field; its name is both its block's and its action's id."""
    return view["state"]["values"][name][name]


def typed(view: View, name: str) -> str:
    """Give the text typed into a field, blank where there is none."""
    return field(view, name).get("value") or ""
