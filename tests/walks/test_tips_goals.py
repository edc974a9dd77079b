"""Tips that are never told twice in eight weeks; goals, streaks and badges for one's own eyes."""

import re
from dataclasses import replace
from datetime import timedelta

import pytest

from bot.cli.stage import Stage
from bot.messages.tips import load_tips
from bot.workspace import words_of
from tests.walks.conftest import CLEO, NORTH, MovableClock, Someone, set_up_team
from tests.walks.test_digest import digests
from tests.walks.test_newcomer import comments, sample, tenths

SIGNALS = {tip.id: tip.signal for tip in load_tips("en").values()}
BY_TEXT = {tip.text: tip for tip in load_tips("en").values()}
SEEN = comments(("2026-06-28", 5))
"""Five comments on one day are worth 5 · 0.2 + 0.15 = 1.15; only these two signals can be seen."""


def tips_in(said: str) -> list[str]:
    return [tip.id for text, tip in BY_TEXT.items() if text in said]


def told_in_order(said: str) -> list[int]:
    """Read the points of the tips, in tenths."""
    return [
        tenths(points) for points in re.findall(r"^\*[A-Z].*\* ([+−][\d.]+)$", said, re.MULTILINE)
    ]


def test_tips_are_told_with_their_points_and_never_twice(ana: Someone, clock: MovableClock) -> None:
    assert "Three steps to your score" in ana.command("/ssi tips")
    ana.upload(SEEN, "export.zip")
    told: list[str] = []
    while new := tips_in(said := ana.command("/ssi tips")):
        told += new

    assert len(told) == len(set(told))
    assert {SIGNALS[tip] for tip in told} == {"comments", "days_active"}, "what can be seen"
    assert "No new tip would bring you points" in said
    assert "comes round again on Tue 25 Aug" in said

    clock.now += timedelta(days=55)
    ana.upload(comments(("2026-08-20", 5)), "export.zip")
    assert tips_in(ana.command("/ssi tips")) == []
    clock.now += timedelta(days=1)
    assert tips_in(ana.command("/ssi tips"))


def test_a_tip_brings_what_the_formula_gives(ana: Someone) -> None:
    ana.upload(SEEN, "export.zip")

    said = ana.command("/ssi tips insights")

    (tip,) = tips_in(said)
    units = next(each.units for each in BY_TEXT.values() if each.id == tip)
    brought = re.search(r"comments: ([+][\d.]+)", ana.command(f"/ssi whatif {units} comments"))
    assert brought
    assert told_in_order(said) == [tenths(brought[1])]
    assert "*Insights*" in said
    assert "*Find people*" not in said


def test_what_is_full_gets_no_tip(ana: Someone) -> None:
    ana.upload(comments(("2026-06-28", 40)), "export.zip")

    assert {SIGNALS[tip] for tip in tips_in(ana.command("/ssi tips"))} == {"days_active"}


def test_what_to_do_next_ends_with_one_tip_and_leads_to_more(ana: Someone) -> None:
    ana.upload(sample("2026"), "export.zip")

    steps = ana.command_answer("/ssi next")
    (first,) = tips_in(words_of(steps))
    more = tips_in(words_of(ana.click(steps, "tips")))

    assert len(more) == 3
    assert first not in more
    assert len({SIGNALS[tip] for tip in more}) == 3, "each is for another signal"


def test_eight_digests_have_eight_tips(
    ana: Someone, ben: Someone, stage: Stage, clock: MovableClock
) -> None:
    set_up_team(ben)
    ana.click(ana.seen()[-1], "join")
    ana.upload(sample("2026"), "export.zip")
    told: list[str] = []
    for _ in range(8):
        clock.now += timedelta(days=7)
        stage.bot.ticker.tick()
        told += tips_in(words_of(digests(stage)[-1]))

    assert len(digests(stage)) == 8
    assert len(told) == len(set(told)) == 8


def test_a_goal_is_set_shown_and_dropped(ana: Someone, clock: MovableClock) -> None:
    """At 1.15, one comment brings 0.2: 5 is 3.85 away, which is 20 comments of 4 minutes."""
    ana.upload(SEEN, "export.zip")

    assert "You have no goal." in ana.command("/ssi goal")
    said = ana.command("/ssi goal 5 by 11 Aug")
    assert "Your goal is set." in said
    assert "*Goal 5 by Tue 11 Aug:* 3.8 to go from 1.2, on course: 1.2 would do today." in said
    assert "The cheapest way takes 1 h 20 min, about 14 minutes a week." in said
    assert "neither managers nor teams see them" in said

    clock.now += timedelta(days=21)
    assert "behind: 3.1 would be on course today" in ana.command("/ssi me")
    ana.upload(comments(("2026-07-20", 20)), "export.zip")
    assert "*Goal 5 by Tue 11 Aug:* reached, at 5.3." in ana.command("/ssi goal")
    assert "Your goal is gone." in ana.command("/ssi goal off")
    assert "Goal 5" not in ana.command("/ssi me")


@pytest.mark.parametrize(
    ("typed", "complaint"),
    [
        ("banana", "could not read that goal"),
        ("170", "from 1 to 100"),
        ("70 by 2020-01-01", "lies ahead"),
        ("freeze banana", "could not read that week"),
    ],
)
def test_what_is_no_goal_is_told_how_to_write_one(ana: Someone, typed: str, complaint: str) -> None:
    ana.upload(SEEN, "export.zip")

    said = ana.command(f"/ssi goal {typed}")

    assert complaint in said
    assert "`/ssi goal" in said


def test_a_goal_is_nobody_elses_business(ana: Someone, ben: Someone) -> None:
    set_up_team(ben)
    ana.click(ana.seen()[-1], "join")
    ana.upload(sample("2026"), "export.zip")
    assert "Goal 90" in ana.command("/ssi goal 90")
    assert "Goal 90" in ana.command("/ssi me")

    seen_by_ben = [
        ben.command("/ssi team", NORTH),
        ben.ask(f"what is the score of <@{ana.actor.user.id}>?"),
        ben.command("/ssi goal team", NORTH),
    ]

    assert "North has no goal." in seen_by_ben[-1]
    assert not any("90" in said or "in a row" in said for said in seen_by_ben)


def test_a_team_goal_is_set_by_its_manager_and_told_in_the_digest(
    ana: Someone, ben: Someone, stage: Stage, clock: MovableClock
) -> None:
    set_up_team(ben)
    ana.click(ana.seen()[-1], "join")
    ana.upload(sample("2026"), "export.zip")

    assert "is for its managers" in ana.command("/ssi goal team 65", NORTH)
    assert "The goal of North is set" in ben.command("/ssi goal team 65 by 31 Dec", NORTH)

    goal = "*Team goal 65 by Thu 31 Dec:* shown once 5 members have a score."
    assert goal in ben.command("/ssi team", NORTH)
    clock.now += timedelta(days=7)
    stage.bot.ticker.tick()
    assert goal in words_of(digests(stage)[-1])
    assert "The goal of North is gone." in ben.command("/ssi goal team north off")
    assert "Team goal" not in ben.command("/ssi team", NORTH)


def on(*days: str) -> bytes:
    """Make an export with a comment on each of some days of 2026."""
    return comments(*((f"2026-{day}", 1) for day in days))


def test_weeks_off_keep_a_streak_which_earns_a_badge(ana: Someone, clock: MovableClock) -> None:
    """Today is Tue 30 June; nothing happened in the week of 22 June."""
    ana.upload(on("06-02", "06-09", "06-16", "06-30"), "export.zip")
    assert "*Active 1 week in a row*; your longest is 3." in ana.command("/ssi me")

    rested = ana.command_answer("/ssi goal freeze last week")
    assert "The week of Mon 22 Jun is off: it ends no streak." in words_of(rested)
    assert "*Active 4 weeks in a row*, your longest so far." in words_of(rested)
    assert "4 weeks in a row (30 Jun)" in words_of(rested)
    assert "*New badge:* 4 weeks in a row (30 Jun)" in ana.command("/ssi me")

    assert "The week of Mon 6 Jul is off" in words_of(ana.click(rested, "next_week_off"))
    clock.now += timedelta(days=14)
    assert "That is as of your last import, on Tue 30 Jun." in ana.command("/ssi me")
    ana.upload(on("07-13"), "export.zip")
    assert "*Active 5 weeks in a row*" in ana.command("/ssi goal")
    assert "*New badge" not in ana.command("/ssi me")
    assert "*Active 1 week in a row*" in ana.command("/ssi goal unfreeze 2026-07-06")


def test_streaks_and_badges_can_be_hidden(ana: Someone) -> None:
    ana.upload(on("06-16", "06-23", "06-30"), "export.zip")
    shown = ana.command_answer("/ssi privacy")

    hidden = ana.click(shown, "games_off")

    assert "*Streaks and badges:* hidden." in words_of(hidden)
    said = [ana.command(f"/ssi {word}") for word in ("me", "goal")]
    assert not any("in a row" in each or "*Badges" in each for each in said)
    assert "Streaks are switched off for you" in ana.command("/ssi goal freeze this week")
    ana.click(hidden, "games_on")
    assert "*Active 3 weeks in a row*" in ana.command("/ssi me")


def test_an_admin_can_hide_them_from_everybody(ana: Someone, cleo: Someone, stage: Stage) -> None:
    stage.workspace.users[CLEO] = replace(stage.workspace.users[CLEO], is_admin=True)
    ana.upload(on("06-16", "06-23", "06-30"), "export.zip")
    ana.command("/ssi goal 50")

    assert "switched for all by an admin" in ana.command("/ssi setup games off")
    assert "off for everybody" in cleo.command("/ssi setup games off")

    assert "An admin has switched goals, streaks and badges off" in ana.command("/ssi goal")
    said = [ana.command(f"/ssi {word}") for word in ("me", "privacy")]
    assert not any(word in each for each in said for word in ("in a row", "Goal", "Streaks"))
    assert "are on" in cleo.command("/ssi setup games on")
    assert "Goal 50" in ana.command("/ssi me")


def test_what_is_kept_of_all_this_is_told_and_forgotten(ana: Someone) -> None:
    ana.upload(SEEN, "export.zip")
    for typed in ("tips", "goal 50", "goal freeze next week"):
        ana.command(f"/ssi {typed}")

    stored = ana.command_answer("/ssi data")

    assert "• Your goal\n• 1 week that you took off\n• Which 2 tips you had" in words_of(stored)
    ana.click(stored, "forget")
    ana.upload(SEEN, "export.zip")
    said = ana.command("/ssi data")
    assert not any(word in said for word in ("goal", "took off", "tips"))
