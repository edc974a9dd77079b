"""The page of surfaces tells of every place in Slack, and of everything that is shown there."""

from pathlib import Path
from runpy import run_path
from typing import get_args

import pytest

from bot.answers.asking.answering import COMMANDS
from bot.messages.contexts import Context
from bot.slack.modals import MODALS
from bot.slack.permissions import EVENTS

DOCS = Path(__file__).parents[2] / "docs"
SCRIPT = run_path(str(DOCS / "surfaces_page.py"))
PAGE = (DOCS / "surfaces.md").read_text("utf-8")


def test_the_page_is_what_the_code_makes() -> None:
    assert SCRIPT["page"]() == PAGE, "run: uv run python docs/surfaces_page.py"


@pytest.mark.parametrize("context", get_args(Context), ids=lambda context: context.__name__)
def test_every_context_is_told(context: type[Context]) -> None:
    assert f"`{context.__name__}`" in PAGE


def test_every_word_button_modal_and_event_has_its_row() -> None:
    first_cells = "\n".join(line.split("|")[1] for line in PAGE.splitlines() if line[:3] == "| `")
    words = {f"`/ssi {word}`" for word in COMMANDS if word}
    buttons = {f"`{action}`" for action in SCRIPT["buttons_of_templates"]()}
    fields = {button for button in buttons if SCRIPT["_is_field"](button.strip("`"))}
    modals = {f"`{modal.callback_id}`" for modal in MODALS}
    named = words | (buttons - fields) | modals

    assert {name for name in named if name not in first_cells} == set()
    assert {event for event in EVENTS if event not in PAGE} == set()


def test_every_row_comes_to_a_context() -> None:
    assert [line for line in PAGE.splitlines() if line.endswith("|  |")] == []
