"""The demo shows a newcomer each story within three clicks."""

import re
from collections.abc import Iterator
from datetime import UTC, datetime

import pytest

from bot.cli.demo import TEAM_CHANNEL_ID, running_demo
from bot.cli.stage import Stage
from bot.clock import fixed_clock
from bot.workspace import words_of
from bot.workspace.seed.people import INGRID, JONAS, LUCAS, MAYA, TOMAS, Person
from tests.walks.conftest import Someone
from tests.walks.test_newcomer import tenths

SATURDAY = datetime(2026, 11, 21, 20, tzinfo=UTC)


@pytest.fixture(scope="module")
def demo() -> Iterator[Stage]:
    with running_demo(fixed_clock(SATURDAY)) as stage:
        yield stage


def at(demo: Stage, person: Person) -> Someone:
    return Someone(demo, demo.server.act_as(person.slack_id))


def test_the_channel_opens_with_a_shift_that_is_nobodys_doing(demo: Stage) -> None:
    posted = [m for m in demo.workspace.messages(TEAM_CHANNEL_ID, None) if m.bot_id]
    older, newer = (message for message in posted if not message.is_reply)

    assert "while inputs stood still: it's the index, not you." in words_of(older)
    assert "The rules changed on 11 Nov" in words_of(newer)


def test_aged_out_activity_and_its_evidence_in_two_clicks(demo: Stage) -> None:
    maya = at(demo, MAYA)
    card = maya.command_answer("/ssi me")

    why = maya.click(card, "why")
    details = maya.click(why, "details")

    assert "Nothing you did lowered it" in words_of(why)
    assert "comments from" in words_of(details)


def test_a_falling_reply_rate_is_told_with_its_counts(demo: Stage) -> None:
    assert "answered →" in at(demo, JONAS).command("/ssi why")


def test_a_late_import_is_told_as_a_correction(demo: Stage) -> None:
    said = at(demo, LUCAS).command("/ssi why")

    assert "came in late" in said
    assert "You were told" in said


def test_a_retired_signal_is_told_with_its_reason(demo: Stage) -> None:
    said = at(demo, TOMAS).command("/ssi why since 1 november")

    assert "The platform took saved searches away on 11 November 2026" in said
    assert "cannot be earned back" in said


def test_what_leaves_the_window_is_one_click_away(demo: Stage) -> None:
    maya = at(demo, MAYA)

    outlook = maya.click(maya.command_answer("/ssi next"), "outlook")

    assert "Oct" in words_of(outlook)


def test_the_past_with_its_change_of_rules_and_the_team_beside_it(demo: Stage) -> None:
    maya = at(demo, MAYA)
    past = maya.command_answer("/ssi trend")

    beside = maya.click(past, "compare")

    assert "The rules changed on 11 Nov (2026-01 → 2026-11)." in words_of(past)
    assert "above the average of Mid-Market Sales" in words_of(beside)


def test_linkedins_own_numbers_stand_beside_ours(demo: Stage) -> None:
    said = at(demo, MAYA).command("/ssi linkedin")

    assert "Gap over time" in said


def test_the_manager_sees_the_team_and_the_member_does_not(demo: Stage) -> None:
    report = at(demo, INGRID).command("/ssi team", TEAM_CHANNEL_ID)

    assert "8 members" in report
    assert "could use a look" in report
    assert "is for its managers" in at(demo, MAYA).command("/ssi team", TEAM_CHANNEL_ID)


def test_the_days_of_the_outlook_add_up(demo: Stage) -> None:
    said = at(demo, MAYA).command("/ssi outlook")

    path = re.search(r"([\d.]+) becomes ([\d.]+) by", said)
    days = re.findall(r"^\*[^*]+\* ([+−]?[\d.]+)", said, re.MULTILINE)

    assert path
    assert len(days) > 20
    assert sum(map(tenths, days)) == tenths(path[2]) - tenths(path[1])


def test_a_goal_the_usual_swing_and_a_streak_up_to_today_stand_on_the_card(demo: Stage) -> None:
    said = at(demo, MAYA).command("/ssi me")

    assert "Goal 75 by" in said
    assert "a week is usual for you" in said
    assert "weeks in a row" in said
    assert "last import" not in said
    assert "Reference" in said


def test_the_digest_has_the_teams_goal_a_tip_and_its_story(demo: Stage) -> None:
    newer = [
        m for m in demo.workspace.messages(TEAM_CHANNEL_ID, None) if m.bot_id and not m.is_reply
    ][-1]

    assert "Team goal 65 by" in words_of(newer)
    assert "Tip of the week" in words_of(newer)
    assert len(demo.workspace.replies(newer)) == 1


def test_what_the_goal_takes_is_one_click_away_in_the_direct_message(demo: Stage) -> None:
    maya = at(demo, MAYA)
    maya.actor.open_home("messages")
    key = f"{maya.actor.direct.id}/", "prompts"
    assert demo.server.wait_for(lambda: key in demo.workspace.assistant, timeout=10)

    said = maya.ask("What would it take to reach 75?")

    assert "reach 75 by" in str(demo.workspace.assistant[key])
    assert "the cheapest way" in said
