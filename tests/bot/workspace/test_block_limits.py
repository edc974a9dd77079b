"""Blocks and views are held to Slack's documented limits."""

from typing import Any

import pytest

from bot.workspace.limits import message_problems, view_problems


def text(length: int = 3, kind: str = "mrkdwn") -> dict[str, str]:
    return {"type": kind, "text": "x" * length}


def section(**more: object) -> dict[str, Any]:
    return {"type": "section", "text": text(), **more}


def button(action_id: str = "go", **more: object) -> dict[str, Any]:
    return {"type": "button", "action_id": action_id, "text": text(kind="plain_text"), **more}


def actions(*elements: dict[str, Any]) -> dict[str, Any]:
    return {"type": "actions", "elements": list(elements)}


def option(value: str = "v") -> dict[str, Any]:
    return {"text": text(kind="plain_text"), "value": value}


def select(count: int) -> dict[str, Any]:
    return {"type": "static_select", "action_id": "s", "options": [option()] * count}


def table(rows: int, cells: int = 1) -> dict[str, Any]:
    return {"type": "table", "rows": [[{"type": "raw_text", "text": "x"}] * cells] * rows}


@pytest.mark.parametrize(
    "blocks",
    [
        [section()] * 50,
        [section(text=text(3000))],
        [section(fields=[text(2000)] * 10)],
        [{"type": "header", "text": text(150, "plain_text")}],
        [actions(*(button(f"b{n}") for n in range(25)))],
        [actions(button(value="x" * 2000), select(100))],
        [actions({"type": "overflow", "action_id": "o", "options": [option()] * 5})],
        [{"type": "context", "elements": [text()] * 10}],
        [table(100, 20)],
        [{"type": "divider", "block_id": "a"}, {"type": "divider", "block_id": "b"}],
        [{"type": "rich_text", "elements": [{"type": "rich_text_section", "elements": []}]}],
    ],
)
def test_what_lies_within_the_limits_is_fine(blocks: list[dict[str, Any]]) -> None:
    assert message_problems(blocks) == []


@pytest.mark.parametrize(
    ("blocks", "problem"),
    [
        ([section()] * 51, "no more than 50 items allowed [json-pointer:/blocks]"),
        (
            [section(text=text(3001))],
            "must be less than 3001 characters [json-pointer:/blocks/0/text/text]",
        ),
        (
            [section(text=text(0))],
            "must be more than 0 characters [json-pointer:/blocks/0/text/text]",
        ),
        (
            [section(fields=[text()] * 11)],
            "no more than 10 items allowed [json-pointer:/blocks/0/fields]",
        ),
        (
            [{"type": "section"}],
            "missing required field: text or fields [json-pointer:/blocks/0]",
        ),
        (
            [section(), actions(button(value="x" * 2001))],
            "must be less than 2001 characters [json-pointer:/blocks/1/elements/0/value]",
        ),
        (
            [actions(button(text=text(76, "plain_text")))],
            "must be less than 76 characters [json-pointer:/blocks/0/elements/0/text/text]",
        ),
        (
            [actions(button(text=text()))],
            "must be a plain_text object [json-pointer:/blocks/0/elements/0/text]",
        ),
        (
            [actions(button(), button())],
            "action_id 'go' already exists [json-pointer:/blocks/0]",
        ),
        (
            [actions(select(101))],
            "no more than 100 items allowed [json-pointer:/blocks/0/elements/0/options]",
        ),
        ([actions()], "no fewer than 1 items allowed [json-pointer:/blocks/0/elements]"),
        (
            [actions({"type": "plain_text_input", "action_id": "t"})],
            "unsupported type: plain_text_input [json-pointer:/blocks/0/elements]",
        ),
        (
            [{"type": "divider", "block_id": "a"}] * 2,
            "block_id 'a' already exists [json-pointer:/blocks]",
        ),
        ([table(1), table(1)], "no more than 1 table blocks allowed [json-pointer:/blocks]"),
        ([table(101)], "no more than 100 items allowed [json-pointer:/blocks/0/rows]"),
        ([table(1, 21)], "no more than 20 items allowed [json-pointer:/blocks/0/rows]"),
        ([{"type": "poem"}], "unsupported type: poem [json-pointer:/blocks/0/type]"),
    ],
)
def test_what_lies_beyond_them_is_named(blocks: list[dict[str, Any]], problem: str) -> None:
    assert message_problems(blocks) == [problem]


def test_blocks_are_a_list() -> None:
    assert message_problems("[]") == ["must provide an array [json-pointer:/blocks]"]


def test_some_blocks_are_for_messages_alone() -> None:
    home: dict[str, object] = {"type": "home", "blocks": [table(1)]}
    assert view_problems(home) == ["unsupported type: table [json-pointer:/view/blocks/0/type]"]
    assert view_problems(home | {"blocks": [section()] * 100}) == []
    assert len(view_problems(home | {"blocks": [section()] * 101})) == 1


def test_a_modal_with_inputs_needs_a_button_to_submit() -> None:
    field = {
        "type": "input",
        "label": text(kind="plain_text"),
        "element": {"type": "plain_text_input", "action_id": "t"},
    }
    modal: dict[str, object] = {"type": "modal", "title": text(24, "plain_text"), "blocks": [field]}
    assert view_problems(modal) == ["missing required field: submit [json-pointer:/view]"]
    assert view_problems(modal | {"submit": text(24, "plain_text")}) == []
