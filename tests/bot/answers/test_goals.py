"""Goals: what can be one, and the pace that a straight way asks for."""

from datetime import date, timedelta

import pytest

from bot.answers.aims.games import badges
from bot.answers.aims.goals import Aim, goal_line, read_aim, set_goal, set_team_goal, team_goal_line
from bot.answers.aims.tips import REST, tell_team, tip_of_the_week, tips
from bot.errors import BadInput
from bot.messages.contexts import Badge
from scoring.rulebook import shipped
from scoring.score import score
from scoring.window import tallies
from tests.bot.answers.crew import COVERED, TODAY, Crew, days_ago

IN_TEN_DAYS = TODAY + timedelta(days=10)


def test_a_goal_is_read_with_and_without_its_day() -> None:
    assert read_aim("70", TODAY) == Aim(7000, None)
    assert read_aim("to 72.5 points by 10 July", TODAY) == Aim(7250, IN_TEN_DAYS)


@pytest.mark.parametrize(
    "said", ["0", "101", "seventy", "70 or 80", "70 by 2026-06-30", "", "7000"]
)
def test_what_cannot_be_a_goal_is_refused_with_the_way_out(said: str) -> None:
    with pytest.raises(BadInput, match="`/ssi goal 70 by 31 Dec`"):
        read_aim(said, TODAY)


def test_half_way_in_time_half_of_the_points_are_expected(crew: Crew) -> None:
    """Five comments are worth 1.0 and their day 0.15."""
    ana = crew.join("ana")
    crew.comments(ana, 5, days_ago(1))
    set_goal(crew.desk, ana, Aim(315, IN_TEN_DAYS), TODAY)

    now, then = (goal_line(crew.desk, ana, day) for day in (TODAY, TODAY + timedelta(days=5)))

    assert now
    assert then
    assert (now.points, now.expected, now.missing, now.on_course) == (12, 12, 20, True)
    assert (then.expected, then.days_left, then.on_course) == (22, 5, False)
    assert now.step
    assert now.step.signal == "comments"


def test_without_a_day_there_is_no_pace(crew: Crew) -> None:
    ana = crew.join("ana")
    crew.comments(ana, 5, days_ago(1))
    set_goal(crew.desk, ana, Aim(9000, None), TODAY)

    line = goal_line(crew.desk, ana, TODAY)

    assert line
    assert (line.expected, line.days_left, line.minutes_a_week) == (None, None, None)
    assert line.leads_to < line.goal
    assert not line.on_course


def test_a_goal_that_is_reached_needs_nothing(crew: Crew) -> None:
    ana = crew.join("ana")
    crew.comments(ana, 5, days_ago(1))
    set_goal(crew.desk, ana, Aim(100, IN_TEN_DAYS), TODAY)

    line = goal_line(crew.desk, ana, TODAY)

    assert line
    assert (line.missing, line.step, line.minutes) == (0, None, 0)


def test_a_teams_pace_is_that_of_its_average(crew: Crew) -> None:
    set_team_goal(crew.desk, crew.team, Aim(6000, IN_TEN_DAYS), 500, TODAY)

    line = team_goal_line(crew.desk, crew.team, 540, TODAY + timedelta(days=5))

    assert line
    assert (line.goal, line.average, line.expected) == (600, 540, 550)


def test_a_team_that_was_too_small_has_no_pace(crew: Crew) -> None:
    set_team_goal(crew.desk, crew.team, Aim(6000, IN_TEN_DAYS), None, TODAY)

    line = team_goal_line(crew.desk, crew.team, None, TODAY)

    assert line
    assert (line.average, line.expected) == (None, None)


def snapshot(crew: Crew, member_id: int, day: date, comments: int) -> None:
    """Store what was said of a day on which somebody had so many comments."""
    rulebook = shipped()[0]
    held = tallies(rulebook, (), day, 0)
    signal = next(each for each in rulebook.signals if each.name == "comments")
    held = {**held, signal.name: type(held[signal.name])(total=comments)}
    card = score(rulebook, held, day, COVERED)
    crew.store.snapshots.save(crew.desk.workspace_id, [(member_id, card)], known_at=1)


def test_the_best_score_so_far_earns_a_badge_on_its_first_day(crew: Crew) -> None:
    ana = crew.join("ana")
    crew.comments(ana, 1, days_ago(30))
    for ago, comments in ((30, 5), (20, 12), (10, 12), (3, 8)):
        snapshot(crew, ana.member_id, days_ago(ago), comments)

    (best,) = badges(crew.desk, ana, TODAY)

    assert (best.badge, best.day, best.points, best.new) == (Badge.BEST, days_ago(20), 24, False)


def test_the_first_score_is_no_best_one(crew: Crew) -> None:
    ana = crew.join("ana")
    crew.comments(ana, 1, days_ago(30))
    snapshot(crew, ana.member_id, days_ago(30), 5)
    snapshot(crew, ana.member_id, days_ago(20), 4)

    assert badges(crew.desk, ana, TODAY) == ()


def test_a_digest_has_the_same_tip_however_often_it_is_made(crew: Crew) -> None:
    ana = crew.join("ana")
    crew.comments(ana, 5, days_ago(1))
    first = tip_of_the_week(crew.desk, crew.team, [ana], TODAY)
    assert first
    tell_team(crew.desk, crew.team, first, TODAY)

    again = tip_of_the_week(crew.desk, crew.team, [ana], TODAY)
    later = tip_of_the_week(crew.desk, crew.team, [ana], TODAY + timedelta(days=7))

    assert again == first
    assert later
    assert later.tip != first.tip


def test_what_one_was_told_is_new_to_another_and_to_the_team(crew: Crew) -> None:
    ana, ben = crew.join("ana"), crew.join("ben")
    for each in (ana, ben):
        crew.comments(each, 5, days_ago(1))

    told = tips(crew.desk, ana, TODAY)

    assert told.tips
    assert tips(crew.desk, ben, TODAY) == told
    assert tips(crew.desk, ana, TODAY).tips != told.tips
    weekly = tip_of_the_week(crew.desk, crew.team, [ana, ben], TODAY)
    assert weekly
    assert weekly.tip == told.tips[0].tip


def test_a_tip_may_come_again_after_eight_weeks_and_not_a_day_before(crew: Crew) -> None:
    ana = crew.join("ana")
    crew.comments(ana, 5, days_ago(1))
    told = {line.tip for line in tips(crew.desk, ana, TODAY).tips}
    while tips(crew.desk, ana, TODAY).tips:
        pass

    assert tips(crew.desk, ana, TODAY + REST - timedelta(days=1)).tips == ()
    assert told <= {line.tip for line in tips(crew.desk, ana, TODAY + REST).tips} | told
    assert tips(crew.desk, ana, TODAY + REST).tips
