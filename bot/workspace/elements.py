"""The interactive parts of blocks: their ids, and how a person's choice looks in a payload."""

import secrets
from collections.abc import Iterator, Mapping

from bot.workspace.block_rules import INTERACTIVE
from bot.workspace.shapes import JSONObject, an_object, items, objects, text_of, walk

State = dict[str, dict[str, JSONObject]]
"""What stands in the inputs: by block id, then by action id."""

_SINGLE = {
    "static_select": "selected_option",
    "external_select": "selected_option",
    "radio_buttons": "selected_option",
    "overflow": "selected_option",
    "users_select": "selected_user",
    "conversations_select": "selected_conversation",
    "channels_select": "selected_channel",
    "datepicker": "selected_date",
    "timepicker": "selected_time",
    "datetimepicker": "selected_date_time",
    "rich_text_input": "rich_text_value",
}
_MANY = {
    "multi_static_select": "selected_options",
    "multi_external_select": "selected_options",
    "checkboxes": "selected_options",
    "multi_users_select": "selected_users",
    "multi_conversations_select": "selected_conversations",
    "multi_channels_select": "selected_channels",
    "file_input": "files",
}
_INITIAL = {
    "selected_option": "initial_option",
    "selected_options": "initial_options",
    "selected_user": "initial_user",
    "selected_users": "initial_users",
    "selected_conversation": "initial_conversation",
    "selected_conversations": "initial_conversations",
    "selected_channel": "initial_channel",
    "selected_channels": "initial_channels",
    "selected_date": "initial_date",
    "selected_time": "initial_time",
    "selected_date_time": "initial_date_time",
    "value": "initial_value",
}
_STATELESS = frozenset({"button", "overflow", "feedback_buttons", "icon_button"})


def with_ids(blocks: object) -> tuple[JSONObject, ...]:
    """Give blocks and interactive elements the ids that Slack makes up where the bot gave none."""
    return tuple({"block_id": _made_up(), **_with_action_ids(block)} for block in objects(blocks))


def _made_up() -> str:
    return secrets.token_urlsafe(4)


def _with_action_ids(value: JSONObject) -> JSONObject:
    filled = {field: _filled(inner) for field, inner in value.items()}
    if filled.get("type") in INTERACTIVE:
        filled.setdefault("action_id", _made_up())
    return filled


def _filled(value: object) -> object:
    if isinstance(value, dict):
        return _with_action_ids(value)
    return [_filled(item) for item in value] if isinstance(value, list) else value


def interactive(blocks: object) -> Iterator[tuple[str, JSONObject]]:
    """Go through the interactive elements with the id of their block."""
    for block in objects(blocks):
        block_id = text_of(block.get("block_id"))
        for part in walk(block):
            if part.get("type") in INTERACTIVE:
                yield block_id, part


def find(blocks: object, action_id: str, block_id: str | None = None) -> tuple[str, JSONObject]:
    """Find an interactive element by its action id.

    Raises:
        LookupError: No such element is there.
    """
    for found_in, element in interactive(blocks):
        if element.get("action_id") == action_id and block_id in {None, found_in}:
            return found_in, element
    there = ", ".join(text_of(element.get("action_id")) for _, element in interactive(blocks))
    raise LookupError(f"Nothing here has the action_id {action_id!r}; these are here: {there}")


def choice(element: JSONObject, value: object) -> JSONObject:
    """Put a person's choice the way Slack does.

    Args:
        element: The interactive element.
        value: Text for inputs, an option's value for menus, an id, a date, or a list of these;
            a dict is taken as it is; None for a button.
    """
    kind = text_of(element.get("type"))
    if isinstance(value, dict):
        return {"type": kind, **value}
    field = _SINGLE.get(kind) or _MANY.get(kind) or "value"
    if field == "selected_option":
        return {"type": kind, field: _option(element, value) if value is not None else None}
    if field == "selected_options":
        return {"type": kind, field: [_option(element, one) for one in items(value)]}
    return {"type": kind, field: value}


def _option(element: JSONObject, value: object) -> JSONObject:
    options = [part for part in walk(element) if "value" in part and "text" in part]
    for option in options:
        if option["value"] == value:
            return option
    there = ", ".join(str(option["value"]) for option in options)
    raise LookupError(f"No option has the value {value!r}; these are here: {there}")


def state_of(blocks: object, filled: Mapping[str, Mapping[str, object]] | None = None) -> State:
    """Tell what stands in all inputs: what a person filled in, else what they began with.

    Raises:
        LookupError: Something was filled in that is not there.
    """
    state: State = {}
    given = {(block, action) for block, row in (filled or {}).items() for action in row}
    for block_id, element in interactive(blocks):
        if element["type"] in _STATELESS:
            continue
        action_id = text_of(element.get("action_id"))
        key = (block_id, action_id)
        if filled and key in given:
            given.remove(key)
            chosen = choice(element, filled[block_id][action_id])
        else:
            chosen = _initial(element)
        state.setdefault(block_id, {})[action_id] = chosen
    if given:
        raise LookupError(f"There are no such inputs: {sorted(given)}")
    return state


def _initial(element: JSONObject) -> JSONObject:
    kind = text_of(element.get("type"))
    field = _SINGLE.get(kind) or _MANY.get(kind) or "value"
    nothing: object = [] if kind in _MANY else None
    return {"type": kind, field: element.get(_INITIAL.get(field, ""), nothing)}


def missing(blocks: object, state: State) -> dict[str, str]:
    """Tell which inputs Slack's client would not let a person leave as they are, by block id."""
    wrong: dict[str, str] = {}
    for block in objects(blocks):
        element = an_object(block.get("element"))
        if block.get("type") != "input":
            continue
        block_id = text_of(block.get("block_id"))
        chosen = state.get(block_id, {}).get(text_of(element.get("action_id")), {})
        content = next((value for field, value in chosen.items() if field != "type"), None)
        if not content and not block.get("optional"):
            wrong[block_id] = "Please complete this required field."
        elif isinstance(content, str) and _too_long(element, content):
            wrong[block_id] = f"Please use at most {element['max_length']} characters."
    return wrong


def _too_long(element: JSONObject, content: str) -> bool:
    longest = element.get("max_length")
    return isinstance(longest, int) and len(content) > longest
