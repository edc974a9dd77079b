"""The JSON of Slack's protocol: one name for its objects, and safe ways to read them."""

import json
from collections.abc import Iterator

JSONObject = dict[str, object]
"""A JSON object whose values must be looked at before they are used."""


def an_object(value: object) -> JSONObject:
    """Read an object, or an empty one where something else stands."""
    return value if isinstance(value, dict) else {}


def objects(value: object) -> list[JSONObject]:
    """Read a list of objects, leaving out whatever is none."""
    return [item for item in items(value) if isinstance(item, dict)]


def items(value: object) -> list[object]:
    """Read a list, or an empty one where something else stands."""
    return list(value) if isinstance(value, list | tuple) else []


def text_of(value: object) -> str:
    """Read a text, or an empty one where something else stands."""
    return value if isinstance(value, str) else ""


def parse(source: str | bytes) -> object:
    """Parse JSON; what cannot be parsed is None, as Slack sees no difference either."""
    try:
        value: object = json.loads(source)
    except ValueError:
        return None
    return value


def walk(value: object) -> Iterator[JSONObject]:
    """Visit every object inside a JSON value, outer ones first."""
    if isinstance(value, dict):
        yield value
        for inner in value.values():
            yield from walk(inner)
    else:
        for inner in items(value):
            yield from walk(inner)
