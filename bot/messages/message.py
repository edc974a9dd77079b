"""A finished message, its limits, and the same message in blocks that every workspace takes."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TypeAlias

from markupsafe import Markup

from bot.messages.mrkdwn import escape, someone, to_mrkdwn
from bot.messages.sparks import spark

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

    Tables become lines, and a chart becomes a spark for each of its series: on a phone, both wrap
    better than text of fixed width. Feedback is given by two ordinary buttons.
    """
    blocks: list[Block] = []
    for block in message.blocks:
        if block["type"] == "table":
            blocks += _as_sections(block)
        elif block["type"] == "data_visualization":
            blocks.append(_as_sparks(block))
        elif block["type"] == "context_actions":
            blocks.append(_as_buttons(block))
        else:
            blocks.append(block)
    return Message(message.text, blocks)


def _as_sparks(chart: Block) -> Block:
    """Draw each series of a chart in a line under its title, before its name."""
    lines = [f"*{escape(chart['title'])}*"]
    for part in _walk(chart["chart"]):
        if "data" in part:
            values = [point["value"] for point in _walk(part["data"]) if "value" in point]
            drawn = spark(value for value in values if isinstance(value, (int, float)))
            lines.append(f"{drawn} {escape(part['name'])}")
    return _section("\n".join(lines))


def _as_buttons(feedback: Block) -> Block:
    """Make ordinary buttons of feedback buttons: their ids are numbered."""
    buttons: list[Json] = [
        {
            "type": "button",
            "action_id": f"{element['action_id']}_{place}",
            "text": part["text"],
            "value": part["value"],
        }
        for element in _walk(feedback["elements"])
        if element.get("type") == "feedback_buttons"
        for place, name in enumerate(("positive_button", "negative_button"), start=1)
        if isinstance(part := element[name], dict)
    ]
    return {"type": "actions", "elements": buttons}


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
