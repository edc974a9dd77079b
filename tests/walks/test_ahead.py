"""Plans by a day, efforts of a workspace's own, levels to be at, and other rules; all over HTTP.

By the rules of June a comment is worth 0.2 for 90 days, and an active day 0.15 for 28.
"""

import re
from dataclasses import replace

import pytest

from bot.cli.stage import Stage
from bot.workspace import words_of
from tests.walks.conftest import ANA, Someone
from tests.walks.test_newcomer import comments, tenths

FIFTEEN = comments(("2026-04-10", 10), ("2026-06-28", 5))
"""Ten of these are in the window until 8 July, all of them are gone in October."""


@pytest.fixture
def told(ana: Someone) -> Someone:
    """Ana, of whom fifteen comments are known."""
    ana.upload(FIFTEEN, "export.zip")
    return ana


def test_a_plan_by_a_day_tells_what_leaves_until_then(told: Someone) -> None:
    said = told.command("/ssi plan 5 by 14 Jul")

    assert "5 by Tue 14 Jul takes about 1 h 20 min: from 1.2 to 5.2, the cheapest way." in said
    assert "2 points leave by Tue 14 Jul: 3.2 today, 1.2 then if nothing new comes in." in said
    assert "• 20 comments: +4.0 in 1 h 20 min" in said
    assert "Time for one: comment 4 min." in said


def test_a_goal_out_of_reach_by_a_day_is_told_with_the_best(told: Someone) -> None:
    said = told.ask("what does it take to reach 70 by 14 July?")

    assert "70 by Tue 14 Jul is out of reach: the best is 8.2, from 1.2 in 2 h 20 min." in said
    assert "• 35 comments: +7.0" in said


def test_a_goal_that_is_kept_by_a_day_asks_for_nothing(told: Someone) -> None:
    said = told.command("/ssi plan 1 by 14 Jul")

    assert "You'll be at 1.2 on Tue 14 Jul without doing more, and 1 was the goal." in said
    assert "•" not in said


def test_rules_that_take_effect_until_then_count(told: Someone) -> None:
    """On 31 December nothing is left; by the rules of November a comment is worth 0.225."""
    said = told.command("/ssi plan 9 by 31 Dec")

    assert "9 by Thu 31 Dec takes about 2 h 40 min: from 0 to 9, the cheapest way." in said
    assert "and the rules 2026-11 of 11 Nov" in said
    assert "3.2 today, 0 then" in said
    assert "• 40 comments: +9.0 in 2 h 40 min, not before Sat 3 Oct" in said


def test_a_day_that_is_over_is_named(told: Someone) -> None:
    assert "2025-12-31 is over." in told.command("/ssi plan 70 by 31 Dec 2025")


def test_an_admin_sets_how_long_things_take(told: Someone, stage: Stage) -> None:
    assert "• comment: 4 min" in told.command("/ssi plan effort")
    assert "set by the admins" in told.command("/ssi plan effort comments 3 min")
    stage.workspace.users[ANA] = replace(stage.workspace.users[ANA], is_admin=True)

    said = told.command("/ssi plan effort comments 3 min")

    assert "One comment takes 3 minutes from now on." in said
    assert "• comment: 3 min (the rulebook says 4)" in said
    planned = told.command("/ssi plan 5")
    assert "• 10 comments: +2.0 in 30 minutes" in planned
    assert "Time for one: comment 3 min (your admin's)." in planned
    assert "*10 comments* +2.0" in told.command("/ssi next"), "as many as fit in half an hour"
    assert "as the rulebook says" in told.command("/ssi plan effort comments default")
    assert "in 40 minutes" in told.command("/ssi plan 5")


@pytest.mark.parametrize(
    ("change", "refused"),
    [
        ("comments", "Write it as `/ssi plan effort comments 3 min`"),
        ("comments 0 min", "Minutes go from 1 to 600"),
        ("replies 3 min", "takes nobody's time by the rules. These do: profile"),
        ("naps 3", "takes nobody's time by the rules"),
    ],
)
def test_efforts_that_make_no_sense_are_refused(
    ana: Someone, stage: Stage, change: str, refused: str
) -> None:
    stage.workspace.users[ANA] = replace(stage.workspace.users[ANA], is_admin=True)

    assert refused in ana.command(f"/ssi plan effort {change}")
    assert "the rulebook says" not in ana.command("/ssi plan effort")


def test_what_if_there_were_so_many(told: Someone) -> None:
    fewer = told.command("/ssi whatif comments=5")
    more = told.command("/ssi whatif comments=40 articles=2")

    assert "3.2 would become 1.2 (−2.0)." in fewer
    assert "• 10 comments fewer: −2.0" in fewer
    assert "3.2 would become 8.2 (+5.0)." in more
    assert "• 25 comments: +5.0; it is full then" in more
    assert "• 2 articles: 0.0 for now, as no import shows them" in more
    assert "comments: 0.0, as they are already" in told.command("/ssi whatif comments=15")
    assert "/ssi whatif comments=40" in told.command("/ssi whatif comments=40%")


def test_what_if_other_rules_applied(told: Someone) -> None:
    for asked in ("/ssi whatif rules=2026-11", "/ssi whatif the new rules applied"):
        said = told.command(asked)

        assert "By the rules 2026-11, 3.2 would be 3.6 (+0.4)." in said
        parts = re.findall(r"^•.*: ([+−][\d.]+)", said, re.MULTILINE)
        assert sum(map(tenths, parts)) == tenths("+0.4")
        assert "• Comments worth up to 8 → 9: +0.4" in said
    assert "Known are 2026-01, 2026-11" in told.command("/ssi whatif rules=2020-01")
    assert "Known are 2026-01, 2026-11" in told.command("/ssi whatif the old rules")


def test_what_all_next_steps_would_bring_is_a_click_away(ana: Someone) -> None:
    ana.upload(comments(("2026-06-28", 5)), "export.zip")

    steps = ana.command_answer("/ssi next")

    assert "would become" in words_of(ana.click(steps, "run_1"))
