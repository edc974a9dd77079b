"""Every message and view in every other language: Slack takes it, and nothing is left English."""

import json
from collections.abc import Callable
from typing import get_args

import pytest

from bot.messages import contexts as c
from bot.messages.contexts.agent import Prompts, Working
from bot.messages.languages import FALLBACK, languages
from bot.messages.message import Block
from bot.messages.render import Form, View, plain, render, render_view

Example = Callable[[type[c.Context], int], c.Context]

OTHERS = sorted(languages() - {FALLBACK})
ENGLISH = (" the ", " you ", " your ", " is ", " of ", " and ", " with ")
FORMS = get_args(Form)
NO_MESSAGES = (c.Home, c.Waiting, Prompts, Working, *FORMS)
MESSAGES = [context for context in get_args(c.Context) if context not in NO_MESSAGES]

every_language = pytest.mark.parametrize("language", OTHERS)
however_many = pytest.mark.parametrize("rows", [0, 1, 6, 101])


def english_in(shown: object, context: c.Context) -> list[str]:
    """List the English words of a text that did not come with what was to be shown."""
    given, text = repr(context), json.dumps(shown, ensure_ascii=False)
    return [word for word in ENGLISH if word in text and word not in given]


def test_there_is_another_language_than_english() -> None:
    assert "de" in OTHERS


@every_language
@however_many
@pytest.mark.parametrize("context", MESSAGES, ids=lambda context: context.__name__)
def test_slack_takes_every_message(
    context: type[c.Context],
    rows: int,
    language: str,
    example: Example,
    validate_blocks: Callable[[list[Block]], None],
) -> None:
    shown = example(context, rows)
    message = render(shown, language=language)
    validate_blocks(message.blocks)
    validate_blocks(plain(message).blocks)
    assert english_in([message.text, message.blocks], shown) == []
    assert ".." not in message.text


@every_language
@however_many
@pytest.mark.parametrize("context", FORMS, ids=lambda context: context.__name__)
def test_slack_takes_every_modal(
    context: type[Form],
    rows: int,
    language: str,
    example: Example,
    validate_modal: Callable[[View], None],
) -> None:
    form = example(context, rows)
    assert isinstance(form, FORMS)
    view = render_view(form, language=language)
    validate_modal(view)
    assert english_in(view, form) == []


@every_language
@however_many
def test_slack_takes_the_home(
    rows: int, language: str, example: Example, validate_home: Callable[[View], None]
) -> None:
    home = example(c.Home, rows)
    assert isinstance(home, c.Home)
    view = render_view(home, language=language)
    validate_home(view)
    assert english_in(view["blocks"], home) == []
