"""Every message and view is one that Slack takes, however much is in it."""

import json
import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import get_args

import pytest

from bot.messages import contexts as c
from bot.messages.contexts.agent import Prompts, Working
from bot.messages.message import Block, Json
from bot.messages.render import Form, View, plain, render, render_view

Example = Callable[[type[c.Context], int], c.Context]
ValidateBlocks = Callable[[list[Block]], None]
ValidateView = Callable[[View], None]

ROWS = [0, 1, 5, 6, 100, 101]
VIEWS = (c.Home, c.Waiting, *get_args(Form))
MESSAGES = [context for context in get_args(c.Context) if context not in (*VIEWS, Prompts, Working)]
MARKUP = re.compile(r"[*_~`\u202e\x00]|<[^@#]|&(?!(amp|lt|gt);)")

every_message = pytest.mark.parametrize("context", MESSAGES, ids=lambda context: context.__name__)


def mrkdwn_of(value: Json) -> Iterator[str]:
    if isinstance(value, dict):
        if value.get("type") == "mrkdwn":
            yield str(value["text"])
        value = list(value.values())
    if isinstance(value, list):
        for inner in value:
            yield from mrkdwn_of(inner)


@pytest.mark.parametrize("rows", ROWS)
@every_message
def test_slack_takes_every_message_however_much_is_in_it(
    context: type[c.Context], rows: int, example: Example, validate_blocks: ValidateBlocks
) -> None:
    message = render(example(context, rows))
    validate_blocks(message.blocks)
    validate_blocks(plain(message).blocks)


@pytest.mark.parametrize("rows", ROWS)
def test_slack_takes_the_home_however_much_is_in_it(
    rows: int, example: Example, validate_home: ValidateView
) -> None:
    home = example(c.Home, rows)
    assert isinstance(home, c.Home)
    validate_home(render_view(home))


@pytest.mark.parametrize("rows", ROWS)
def test_slack_takes_the_setup_modal_however_many_zones_there_are(
    rows: int, example: Example, validate_modal: ValidateView
) -> None:
    setup = example(c.Setup, rows)
    assert isinstance(setup, c.Setup)
    view = render_view(setup)
    validate_modal(view)
    assert (view["callback_id"], view["private_metadata"]) == ("setup", setup.channel_id)


@pytest.mark.parametrize("rows", ROWS)
@pytest.mark.parametrize("context", get_args(Form), ids=lambda context: context.__name__)
def test_slack_takes_every_modal(
    context: type[Form], rows: int, example: Example, validate_modal: ValidateView
) -> None:
    form = example(context, rows)
    assert isinstance(form, context)
    validate_modal(render_view(form))


@pytest.mark.parametrize("rows", [0, 1, 6])
@every_message
def test_the_fallback_is_a_text_without_marks(
    context: type[c.Context], rows: int, example: Example
) -> None:
    text = render(example(context, rows)).text
    assert len(text) > 10
    assert [mark[0] for mark in MARKUP.finditer(text)] == []


@every_message
def test_what_people_typed_is_shown_and_never_obeyed(
    context: type[c.Context], example: Example
) -> None:
    shown = "\n".join(mrkdwn_of(render(example(context, 6)).blocks))
    own_marks = ("<!channel>", "\u202e", "\x00", "&#", "&amp;amp;")
    marks = (
        own_marks if context is c.Problem else (*own_marks, "*b*", "`x`", "_i_", "~s~", "<@U666>")
    )
    assert [mark for mark in marks if mark in shown] == []


def test_a_problem_keeps_its_code_marks_and_the_people_it_names() -> None:
    problem = c.Problem("Ask <@U1>, & type `/ssi me` <!here>")
    assert list(mrkdwn_of(render(problem).blocks)) == [
        "Ask <@U1>, &amp; type `/ssi me` &lt;!here&gt;"
    ]


def test_a_table_too_long_for_slack_comes_as_lines_that_hold_every_member(
    example: Example, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.messages.message.LONGEST_MESSAGE", 5000)
    blocks = render(example(c.TeamReport, 20)).blocks
    shown = "\n".join(mrkdwn_of(blocks))
    assert [block for block in blocks if block["type"] == "table"] == []
    assert "*Member · Score · 7 days · Weakest · Seen*" in shown
    assert "<@U00000019> · 98.1 · −3.1 · Find people · stands still · 90 %" in shown


def test_of_many_members_a_report_shows_a_page_with_the_way_to_the_next(example: Example) -> None:
    report = example(c.TeamReport, 101)
    assert isinstance(report, c.TeamReport)
    for page, members, turns in (
        (1, "Members 1–20 of 101", ["2"]),
        (2, "Members 21–40 of 101", ["1", "3"]),
        (6, "Members 101–101 of 101", ["5"]),
    ):
        blocks = render(replace(report, page=page)).blocks
        (table,) = (block for block in blocks if block["type"] == "table")
        assert members in "\n".join(mrkdwn_of(blocks))
        assert len(table["rows"]) == (2 if page == 6 else 21)  # type: ignore[arg-type]
        values = re.findall(r'"value": "(\d) 7 2026-11-11 2026-11-18"', json.dumps(blocks))
        assert values == turns


def test_a_pillar_that_cannot_be_seen_is_not_shown_as_zero(example: Example) -> None:
    shown = "\n".join(mrkdwn_of(render(example(c.Me, 0)).blocks))
    assert "*Brand* not seen yet" in shown
    assert "0.0 of 25" not in shown


def test_a_small_team_is_told_from_how_many_on_it_sees_an_average(example: Example) -> None:
    shown = "\n".join(mrkdwn_of(render(example(c.Digest, 1)).blocks))
    assert "The team's average is shown once 5 members have a score." in shown
