"""How LinkedIn's figures read beside ours: what is missing is no zero, and nobody is blamed."""

from dataclasses import replace
from datetime import date

import pytest

from bot.messages.contexts import BothScores, Reported
from bot.messages.message import plain
from bot.messages.render import render
from scoring.model import Pillar
from scoring.reported import Figures, ReportedReading, Whose, compare

MONDAY, TUESDAY = date(2026, 5, 18), date(2026, 5, 19)
FOUR = dict(zip(Pillar, (2100, 640, 1025, 1500), strict=True))
MEANWHILE = "while all four of your own pillars stood still"
OWN = Figures(overall=5300, pillars=FOUR)
SHOWN = Reported(
    day=TUESDAY,
    total=BothScores(482, 5300),
    pillars=tuple((pillar, BothScores(None, points)) for pillar, points in FOUR.items()),
    ranks=((Whose.INDUSTRY, 9),),
    trend=((MONDAY, BothScores(480, 5300)), (TUESDAY, BothScores(482, 5300))),
    moved=None,
    nudged=False,
    new=None,
    refused=(),
    today=TUESDAY,
)


def said(shown: Reported) -> str:
    blocks = plain(render(shown)).blocks
    return "\n".join(str(block["text"]["text"]) for block in blocks if "text" in block)


def moved(before: dict[Whose, Figures], after: dict[Whose, Figures]) -> str:
    step = compare(ReportedReading(MONDAY, before), ReportedReading(TUESDAY, after))
    return said(replace(SHOWN, moved=step))


def test_figures_stand_side_by_side_with_their_gap() -> None:
    text = said(SHOWN)

    assert "LinkedIn showed you 53 on Tue 19 May; by our rules you were at 48.2." in text
    assert "Brand · – · 21 · –" in text
    assert "Total · 48.2 · 53 · +4.8" in text
    assert "• 18 May: LinkedIn's 53, ours 48.0, gap +5" in text
    assert "Industry: top 9 %" in text


def test_a_gap_below_ours_has_a_minus() -> None:
    assert "Total · 60.0 · 52.5 · −7.5" in said(replace(SHOWN, total=BothScores(600, 5250)))


@pytest.mark.parametrize(
    ("before", "after", "sentence"),
    [
        (
            {Whose.OWN: OWN},
            {Whose.OWN: Figures(5200, FOUR | {Pillar.INSIGHTS: 950})},
            "Your Insights went from 10.25 to 9.5; your total from 53 to 52.",
        ),
        (
            {Whose.OWN: OWN, Whose.INDUSTRY: Figures(pillars=FOUR)},
            {Whose.OWN: OWN, Whose.INDUSTRY: Figures(pillars=FOUR | {Pillar.BRAND: 2000})},
            f"The industry's average Brand went from 21 to 20 {MEANWHILE}.",
        ),
        (
            {Whose.OWN: OWN, Whose.NETWORK: Figures(rank=12)},
            {Whose.OWN: OWN, Whose.NETWORK: Figures(rank=13)},
            f"Your network rank went from top 12 % to top 13 % {MEANWHILE}.",
        ),
        (
            {Whose.OWN: Figures(5300)},
            {Whose.OWN: Figures(5200)},
            "Your total went from 53 to 52.",
        ),
        ({Whose.OWN: OWN}, {Whose.OWN: OWN}, "All four of your own pillars stood still."),
        (
            {Whose.OWN: OWN},
            {Whose.OWN: Figures(5300)},
            "What both entries give of your own stood still.",
        ),
        (
            {Whose.OWN: OWN},
            {Whose.INDUSTRY: Figures(rank=9)},
            "The two entries have no number in common, so I can't tell what moved.",
        ),
    ],
)
def test_what_moved_is_told_in_a_sentence(
    before: dict[Whose, Figures], after: dict[Whose, Figures], sentence: str
) -> None:
    assert f"*Since Mon 18 May:*\n{sentence}" in moved(before, after)
