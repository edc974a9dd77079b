"""What a workspace without the newest blocks gets: the same in plain ones, with words for eyes."""

from collections.abc import Callable, Iterator
from typing import get_args

import pytest

from bot.messages import contexts as c
from bot.messages.actions import FEEDBACK
from bot.messages.message import Block, Json, Message
from bot.messages.render import Form, plain, render, render_view
from bot.messages.sparks import spark

Example = Callable[[type[c.Context], int], c.Context]

NEWEST = {"table", "data_table", "data_visualization", "context_actions"}
VIEWS = (c.Home, c.Waiting, *get_args(Form))
MESSAGES = [context for context in get_args(c.Context) if context not in VIEWS]

every_message = pytest.mark.parametrize("context", MESSAGES, ids=lambda context: context.__name__)


def parts_of(value: Json) -> Iterator[Block]:
    if isinstance(value, dict):
        yield value
        value = list(value.values())
    if isinstance(value, list):
        for inner in value:
            yield from parts_of(inner)


def buttons(message: Message) -> list[Json]:
    """Name a message's buttons; the pair that asks for feedback is one element, or two."""
    names = [part["action_id"] for part in parts_of(list(message.blocks)) if "action_id" in part]
    single = (FEEDBACK if str(name).startswith(FEEDBACK) else name for name in names)
    return list(dict.fromkeys(single))


def assert_every_picture_has_words(blocks: Json) -> None:
    for part in parts_of(blocks):
        if part.get("type") == "image":
            assert part["alt_text"]
        if part.get("type") == "data_visualization":
            assert part["title"]


@pytest.mark.parametrize("rows", [0, 1, 6, 101])
@every_message
def test_the_plain_form_has_no_newest_block_and_every_button(
    context: type[c.Context], rows: int, example: Example
) -> None:
    message = render(example(context, rows))
    simple = plain(message)

    assert {block["type"] for block in simple.blocks}.isdisjoint(NEWEST)
    assert (simple.text, buttons(simple)) == (message.text, buttons(message))
    assert plain(simple) == simple


@pytest.mark.parametrize("rows", [0, 6])
@every_message
def test_every_message_has_text_and_every_picture_words(
    context: type[c.Context], rows: int, example: Example
) -> None:
    message = render(example(context, rows))
    assert message.text.strip()
    assert_every_picture_has_words(list(message.blocks))


@pytest.mark.parametrize("context", VIEWS, ids=lambda context: context.__name__)
def test_no_view_has_a_block_that_only_messages_take(
    context: type[c.Home | Form], example: Example
) -> None:
    made = example(context, 6)
    assert isinstance(made, context)
    blocks = render_view(made)["blocks"]
    assert_every_picture_has_words(blocks)
    assert NEWEST.isdisjoint({str(part.get("type")) for part in parts_of(blocks)})


def test_a_spark_has_a_mark_where_there_is_no_number() -> None:
    assert spark([None, 1, None, 0, 4]) == "·▂·▁▇"
    assert spark([None, 2.5, 2.5]) == "·▃▃"
    assert spark([]) == ""


def test_a_chart_becomes_its_title_and_a_spark_for_each_series() -> None:
    def series(name: str, *values: Json) -> Block:
        return {"name": name, "data": [{"label": "day", "value": value} for value in values]}

    chart: Block = {
        "type": "data_visualization",
        "title": "Score & <all>",
        "chart": {"type": "line", "series": [series("You", 1, 2.5, 4), series("Team", 5, 5)]},
    }

    (section,) = plain(Message("Score", [chart])).blocks

    assert section["text"] == {
        "type": "mrkdwn",
        "text": "*Score &amp; &lt;all&gt;*\n▁▃▇ You\n▃▃ Team",
        "verbatim": True,
    }
