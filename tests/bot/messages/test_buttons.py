"""A pressed button tells what was written on it."""

from datetime import date

import pytest

from bot.messages.contexts import Unsure
from bot.messages.message import Block
from bot.messages.presses import Press, Reading
from bot.messages.render import render
from scoring.model import Pillar


@pytest.mark.parametrize(
    "press",
    [
        Press(),
        Press(person="U1"),
        Press(first=date(2026, 11, 9), last=date(2026, 11, 18)),
        Press("U1", date(2026, 11, 9), date(2026, 11, 18)),
        Press("U1", date(2026, 11, 9), date(2026, 11, 18), Pillar.BRAND),
        Press(last=date(2026, 11, 18), signal="reply_rate"),
    ],
)
def test_a_pressed_button_tells_what_was_written_on_it(press: Press) -> None:
    assert Press.decode(press.encode()) == press


def test_a_reading_tells_the_text_that_it_is_a_reading_of() -> None:
    reading = Reading("why_change", 'why "did" it drop <3')
    assert Reading.decode(reading.encode()) == reading


@pytest.mark.parametrize("value", ["", "[]", "1", "why"])
def test_a_value_that_is_not_ours_is_refused(value: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        Press.decode(value)
    with pytest.raises(ValueError, match=r"."):
        Reading.decode(value)


def test_each_reading_has_a_button_that_leads_back_to_the_text() -> None:
    blocks = render(Unsure("numbers since may?", ("why_change", "score"))).blocks
    buttons = [element for block in blocks for element in _elements(block)]
    assert [button["action_id"] for button in buttons] == ["reading_1", "reading_2"]
    assert [Reading.decode(str(button["value"])) for button in buttons] == [
        Reading("why_change", "numbers since may?"),
        Reading("score", "numbers since may?"),
    ]


def _elements(block: Block) -> list[Block]:
    if block["type"] != "actions" or not isinstance(block["elements"], list):
        return []
    return [element for element in block["elements"] if isinstance(element, dict)]
