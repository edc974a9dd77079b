"""A finished message, its limits, and the same message in blocks that every workspace takes."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TypeAlias

from markupsafe import Markup

from bot.messages.mrkdwn import escape, someone, to_mrkdwn

Json: TypeAlias = "bool | int | float | str | list[Json] | dict[str, Json] | None"
"""Any JSON value."""

Block: TypeAlias = dict[str, Json]
"""One block of Slack's Block Kit."""

MOST_BLOCKS = 50
LONGEST_MESSAGE = 12_000
"""Slack's limits of a message: the number of blocks, and the characters of their JSON.

Slack counts "about 12,000 characters"; the JSON is the longest thing that can be meant by it.
"""

LONGEST_SECTION = 3000


@dataclass(frozen=True, slots=True)
class Message:
    """What Slack is sent: ``text`` is read in notifications and where blocks are not shown."""

    text: str
    blocks: list[Block]


def fits(message: Message) -> bool:
    """Tell whether a message is within Slack's limits."""
    size = len(json.dumps(message.blocks, ensure_ascii=False))
    return len(message.blocks) <= MOST_BLOCKS and size <= LONGEST_MESSAGE


def plain(message: Message) -> Message:
    """Make the same message for a workspace that does not take the newest blocks yet.

    Tables become lines. Charts go: whatever one shows is told in words beside it.
    """
    blocks: list[Block] = []
    for block in message.blocks:
        if block["type"] == "table":
            blocks += _as_sections(block)
        elif block["type"] != "data_visualization":
            blocks.append(block)
    return Message(message.text, blocks)


def _as_sections(table: Block) -> Iterator[Block]:
    """Write a table's rows as lines, the first of them bold, in as few sections as hold them."""
    heading, *rows = (
        " · ".join(_cell(cell) for cell in _list(row)) for row in _list(table["rows"])
    )
    text = f"*{heading}*"
    for row in rows:
        if len(text) + len(row) >= LONGEST_SECTION:
            yield _section(text)
            text = row
        else:
            text += f"\n{row}"
    yield _section(text)


def _section(text: str) -> Block:
    shown = to_mrkdwn(Markup(text), LONGEST_SECTION)  # noqa: S704 - each cell was escaped
    return {"type": "section", "text": {"type": "mrkdwn", "text": shown, "verbatim": True}}


def _cell(cell: Json) -> str:
    """Write a cell as mrkdwn: texts literally, people as mentions."""
    parts = [part for part in _walk(cell) if "user_id" in part or "text" in part]
    return "".join(
        someone(str(part["user_id"])) if "user_id" in part else escape(part["text"])
        for part in parts
    )


def _walk(value: Json) -> Iterator[Block]:
    if isinstance(value, dict):
        yield value
        for inner in value.values():
            yield from _walk(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _walk(inner)


def _list(value: Json) -> list[Json]:
    return value if isinstance(value, list) else []
