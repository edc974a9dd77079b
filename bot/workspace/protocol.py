"""What the Web API's methods are written in: arguments in, Slack's errors out."""

import base64
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from enum import IntEnum
from typing import TypeVar

from bot.workspace.hub import Hub
from bot.workspace.shapes import JSONObject, an_object, items, objects, parse, text_of

Item = TypeVar("Item")


class SlackError(Exception):
    """A refusal in Slack's words; ``details`` join the answer beside ``ok`` and ``error``."""

    def __init__(self, error: str, *, status: int = 200, **details: object) -> None:
        super().__init__(error)
        self.error = error
        self.status = status
        self.details = details


def invalid_arguments(*problems: str) -> SlackError:
    """Refuse arguments and say what is wrong with each."""
    messages = [f"[ERROR] {problem}" for problem in problems]
    return SlackError("invalid_arguments", response_metadata={"messages": messages})


class Arguments:
    """The arguments of a call, however they came: as JSON, as a form or in the URL."""

    def __init__(self, given: Mapping[str, object]) -> None:
        self._given = given

    def has(self, name: str) -> bool:
        """Whether an argument was given."""
        return self._given.get(name) is not None

    def text(self, name: str, default: str = "") -> str:
        """Read a text; numbers are taken as they are written."""
        value = self._given.get(name)
        return default if value is None else str(value)

    def required(self, name: str) -> str:
        """Read a text that must be there.

        Raises:
            SlackError: ``invalid_arguments``, naming what is missing.
        """
        value = self.text(name)
        if not value:
            raise invalid_arguments(f"missing required field: {name}")
        return value

    def flag(self, name: str) -> bool:
        """Read a yes or no; absent is no."""
        return self.text(name).lower() in {"1", "true", "yes"}

    def number(self, name: str, default: int, *, most: int) -> int:
        """Read a whole number from 1 to ``most``.

        Raises:
            SlackError: ``invalid_limit`` where it is none.
        """
        value = self.text(name) or str(default)
        if not value.isdigit() or int(value) == 0:
            raise SlackError("invalid_limit")
        return min(int(value), most)

    def json(self, name: str) -> object:
        """Read a value that may come as JSON in a text."""
        value = self._given.get(name)
        return parse(value) if isinstance(value, str) else value

    def object(self, name: str) -> JSONObject:
        """Read an object; empty where there is none."""
        return an_object(self.json(name))

    def objects(self, name: str) -> list[JSONObject]:
        """Read a list of objects; empty where there is none."""
        return objects(self.json(name))

    def words(self, name: str) -> list[str]:
        """Read a list of texts, given as a list or joined by commas."""
        value = self._given.get(name)
        parts = value.split(",") if isinstance(value, str) else map(text_of, items(value))
        return [part.strip() for part in parts if part.strip()]


class Tier(IntEnum):
    """How often a method may be called: a minute for each method, or a second for each channel."""

    POSTING = 0
    TIER_1 = 1
    TIER_2 = 20
    TIER_3 = 50
    TIER_4 = 100


BASIC = "Basic "
"""How the authorization of an app begins that has no token yet."""


@dataclass(frozen=True, slots=True)
class Method:
    """One method of the Web API.

    ``scopes`` are alternatives, of which a token needs one; ``caller`` is how that token begins, or
    `BASIC`.
    """

    run: Callable[[Hub, Arguments], JSONObject]
    tier: Tier = Tier.TIER_3
    scopes: tuple[str, ...] = ()
    caller: str = "xoxb"


def page_of(found: Sequence[Item], arguments: Arguments, default: int) -> tuple[list[Item], str]:
    """Cut one page out of what was found.

    Returns:
        The page, and the cursor of the next one, empty at the end.

    Raises:
        SlackError: ``invalid_cursor`` or ``invalid_limit``.
    """
    limit = arguments.number("limit", default, most=1000)
    cursor = arguments.text("cursor")
    start = _offset(cursor) if cursor else 0
    rest = found[start:]
    following = base64.b64encode(f"next:{start + limit}".encode()).decode()
    return list(rest[:limit]), following if len(rest) > limit else ""


def _offset(cursor: str) -> int:
    try:
        word, _, offset = base64.b64decode(cursor, validate=True).decode().partition(":")
    except ValueError:
        word, offset = "", ""
    if word != "next" or not offset.isdigit():
        raise SlackError("invalid_cursor")
    return int(offset)
