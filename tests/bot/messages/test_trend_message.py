"""How past scores and comparisons read: drawn where Slack draws, and in words everywhere."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from bot.messages.contexts import Compare, Person, Place, Trend, TrendPoint
from bot.messages.message import plain
from bot.messages.render import render
from scoring.model import Pillar
from tests.bot.messages.samples import a_comparison

MONDAY = date(2026, 11, 16)
POINTS = tuple(
    TrendPoint(MONDAY - timedelta(days=7 * (4 - n)), points, change)
    for n, (points, change) in enumerate([(600, None), (620, 20), (650, 30), (684, 34), (672, -12)])
)
WENT = Trend(
    person=None,
    pillar=None,
    first=POINTS[0],
    last=POINTS[-1],
    rows=POINTS,
    high=POINTS[3],
    low=POINTS[0],
    rules=(),
    told=29,
    days=29,
    today=MONDAY,
    reference="2026-11/42/7f3a9c1e",
)


def said(context: Trend | Compare) -> str:
    return str(plain(render(context)).blocks)


def test_the_line_of_bars_goes_from_the_low_to_the_high() -> None:
    assert "▁▂▃▇▅" in said(WENT)


def test_what_did_not_move_is_a_level_line_without_a_high() -> None:
    still = tuple(TrendPoint(point.day, 600, 0) for point in POINTS)
    text = said(replace(WENT, rows=still, last=still[-1], high=still[0], low=still[0]))

    assert "▃▃▃▃▃" in text
    assert "unchanged since Mon 19 Oct" in text
    assert "High" not in text


def test_without_the_chart_every_figure_is_still_there() -> None:
    message = render(WENT)
    assert [b["type"] for b in message.blocks].count("data_visualization") == 1

    simple = plain(message)

    assert "data_visualization" not in [block["type"] for block in simple.blocks]
    assert "Mon 9 Nov *68.4* +3.4" in str(simple.blocks)
    assert "Mon 16 Nov *67.2* −1.2" in str(simple.blocks)


def test_the_chart_has_the_same_figures_under_the_same_days() -> None:
    (block,) = (b for b in render(WENT).blocks if b["type"] == "data_visualization")

    assert block["title"] == "Score, 19 Oct – 16 Nov"
    assert '"label": "9 Nov", "value": 68.4' in str(block).replace("'", '"')


def test_one_day_is_told_without_a_chart() -> None:
    day = POINTS[3]
    message = render(replace(WENT, first=day, last=day, rows=(day,), high=day, low=day))

    assert "You were at 68.4 on Mon 9 Nov." in message.text
    assert "data_visualization" not in [block["type"] for block in message.blocks]


def test_a_pillar_and_a_person_are_named() -> None:
    text = render(replace(WENT, pillar=Pillar.BRAND, person=Person("Ana", "U1"))).text

    assert text == "Ana is at 67.2 of 25 in Brand, up 7.2 since Mon 19 Oct (60)."


@pytest.mark.parametrize(
    ("told", "sentence"),
    [
        (29, "as it was told then."),
        (12, "as it was told then for 12 of 29 days, and for the others by what is known now."),
        (0, "by what is known now."),
    ],
)
def test_it_says_which_scores_are_those_told_then(told: int, sentence: str) -> None:
    assert sentence in said(replace(WENT, told=told))


def test_a_rank_is_told_in_the_upper_half_alone() -> None:
    compared = a_comparison(2)

    assert "You're 3rd of 8 on the team's board." in said(replace(compared, place=Place(3, 8)))
    lower = said(replace(compared, place=Place(None, 8)))
    assert "in the lower half of the team's board" in lower
    assert "of 8" not in lower
