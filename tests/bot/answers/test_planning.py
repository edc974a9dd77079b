"""Plans and what-ifs of a member whose activities a test writes down; by the rules 2026-01."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from bot.activity import Activity, Source
from bot.answers.ahead.planning import plan_or_what_if
from bot.answers.ahead.upcoming import next_steps
from bot.answers.ahead.wish import Level, Wish
from bot.answers.rules.rulebooks import rulebooks_of
from bot.errors import BadInput, NotFound
from bot.messages.contexts import OtherRules, Plan, StandStill, WhatIf
from bot.storage.recordings import Batch
from bot.storage.tables import Member
from scoring.model import Kind
from scoring.rulebook import shipped
from tests.bot.answers.crew import LONG_BEFORE, TODAY, Crew, days_ago


def asked(crew: Crew, member: Member, wish: Wish) -> Plan | WhatIf | OtherRules | StandStill:
    return plan_or_what_if(crew.desk, member, wish, TODAY, reader=member.slack_id)


def messages(crew: Crew, member: Member, sent: int, answered: int) -> None:
    """Record first messages, of which some were answered."""
    kinds = {Kind.OUTREACH_SENT: sent, Kind.REPLY_RECEIVED: answered}
    batch = Batch(
        source=Source.LINKEDIN_EXPORT,
        title="messages",
        recorded_by="U0",
        as_of=TODAY,
        activities=[
            Activity(kind, days_ago(5), ref=number, counterpart=number)
            for kind, count in kinds.items()
            for number in range(count)
        ],
        covers=frozenset(kinds),
    )
    crew.store.recordings.record(crew.desk.workspace_id, member.member_id, batch, LONG_BEFORE)


@pytest.mark.parametrize("goal", [None, 500, 1000, 5000])
def test_what_is_shown_adds_up(crew: Crew, goal: int | None) -> None:
    ana = crew.join("Ana")
    crew.comments(ana, 7, days_ago(3))
    messages(crew, ana, sent=13, answered=2)

    plan = asked(crew, ana, Wish(goal, signal="comments"))

    assert isinstance(plan, Plan)
    assert plan.points + sum(step.points for step in plan.steps) == plan.reached
    assert plan.goal == (goal or 1000) // 10
    assert plan.minutes == sum(step.minutes for step in plan.steps)


def test_answers_are_no_more_than_are_awaited(crew: Crew) -> None:
    ana = crew.join("Ana")
    messages(crew, ana, sent=13, answered=11)

    found = asked(crew, ana, Wish(units=(("reply_rate", 5),)))

    assert isinstance(found, WhatIf)
    (line,) = found.lines
    assert line.before == (11, 13)
    if line.filling:
        assert (line.units, line.after) == (2, (13, 13))
    assert found.points + line.points == found.points_then


def test_a_rate_alone_is_told_by_how_many_answers_bring_how_much(crew: Crew) -> None:
    ana = crew.join("Ana")
    messages(crew, ana, sent=20, answered=1)

    plan = asked(crew, ana, Wish(9000, signal="reply_rate"))

    assert isinstance(plan, Plan)
    assert plan.alone
    assert plan.alone.before == (1, 20)
    assert plan.alone.after == (1 + plan.alone.units, 20)
    assert plan.alone.units == plan.alone.filling
    assert plan.alone.points > 0


def test_doing_nothing_leads_where_the_outlook_leads(crew: Crew) -> None:
    ana = crew.join("Ana")
    crew.comments(ana, 5, days_ago(85))
    messages(crew, ana, sent=10, answered=1)

    all_of_it = asked(crew, ana, Wish(days=14))
    outreach = asked(crew, ana, Wish(days=14, signal="outreach"))

    assert isinstance(all_of_it, StandStill)
    assert isinstance(outreach, StandStill)
    assert all_of_it.points_then == all_of_it.points - 10, "5 comments are worth a point"
    assert outreach.points_then == outreach.points


def test_a_signal_that_the_rules_do_not_know_is_named(crew: Crew) -> None:
    ana = crew.join("Ana")
    crew.comments(ana, 5, days_ago(5))

    with pytest.raises(NotFound, match="By the rules 2026-01, coffee chats earn no points"):
        asked(crew, ana, Wish(units=(("coffee_chats", 3),)))


@pytest.mark.parametrize("until", [TODAY + timedelta(days=days) for days in (1, 20, 60, 184)])
def test_a_plan_by_a_day_adds_up_from_today_to_what_it_reaches(crew: Crew, until: date) -> None:
    ana = crew.join("Ana")
    crew.comments(ana, 7, days_ago(75))
    messages(crew, ana, sent=13, answered=2)

    plan = asked(crew, ana, Wish(2000, until=until))

    assert isinstance(plan, Plan)
    assert plan.until
    assert plan.until.points + plan.until.leaving + plan.until.by_rules == plan.points
    assert plan.points + sum(step.points for step in plan.steps) == plan.reached
    assert plan.until.points == asked_today(crew, ana)
    assert (plan.until.rulebook is None) == (until < date(2026, 11, 11))


def asked_today(crew: Crew, member: Member) -> int:
    found = asked(crew, member, Wish(9000))
    assert isinstance(found, Plan)
    return found.points


def test_a_plan_for_today_is_a_plan_and_for_yesterday_none(crew: Crew) -> None:
    ana = crew.join("Ana")
    crew.comments(ana, 7, days_ago(3))

    assert asked(crew, ana, Wish(500, until=TODAY)) == asked(crew, ana, Wish(500))
    with pytest.raises(BadInput, match="is over"):
        asked(crew, ana, Wish(500, until=days_ago(1)))


@pytest.mark.parametrize(
    ("share", "after"), [(40, (6, 13)), (31, (5, 13)), (100, (13, 13)), (15, (2, 13)), (0, (0, 13))]
)
def test_a_share_is_made_by_the_fewest_answers_that_make_it(
    crew: Crew, share: int, after: tuple[int, int]
) -> None:
    ana = crew.join("Ana")
    messages(crew, ana, sent=13, answered=2)

    found = asked(crew, ana, Wish(levels=(Level("reply_rate", share, is_share=True),)))

    assert isinstance(found, WhatIf)
    (line,) = found.lines
    assert (line.before, line.after) == ((2, 13), after)
    assert line.units == after[0] - 2
    assert found.points + line.points == found.points_then


def test_levels_come_after_what_is_done(crew: Crew) -> None:
    """Seven more are written to, and 40 % of the twenty are 8."""
    ana = crew.join("Ana")
    messages(crew, ana, sent=13, answered=2)
    share = Level("reply_rate", 40, is_share=True)

    found = asked(crew, ana, Wish(units=(("outreach", 7),), levels=(share,)))

    assert isinstance(found, WhatIf)
    assert found.lines[1].after == (8, 20)
    assert found.points + sum(line.points for line in found.lines) == found.points_then


def test_a_share_of_what_is_counted_is_refused(crew: Crew) -> None:
    ana = crew.join("Ana")
    crew.comments(ana, 7, days_ago(3))

    with pytest.raises(BadInput, match="comments=40"):
        asked(crew, ana, Wish(levels=(Level("comments", 40, is_share=True),)))


def test_own_efforts_move_plans_and_next_steps_but_no_score(crew: Crew) -> None:
    ana = crew.join("Ana")
    crew.comments(ana, 7, days_ago(3))
    before = asked(crew, ana, Wish(500))
    crew.store.efforts.set(crew.desk.workspace_id, "comments", 2)
    crew.store.efforts.set(crew.desk.workspace_id, "endorsements", 2)
    crew.desk = replace(crew.desk, rulebooks=rulebooks_of(crew.store, crew.desk.workspace_id))

    after = asked(crew, ana, Wish(500))
    (step,) = next_steps(crew.desk, ana, TODAY, reader=None).actions

    assert isinstance(before, Plan)
    assert isinstance(after, Plan)
    assert (after.minutes, after.reached) == (before.minutes // 2, before.reached)
    assert [(line.minutes, line.published) for line in after.efforts] == [(2, 4)]
    assert (step.signal, step.units) == ("comments", 15)
    assert crew.desk.rulebook(TODAY).find("endorsements") == shipped()[0].find("endorsements")


def test_another_workspace_keeps_the_rulebooks_efforts(crew: Crew) -> None:
    other = crew.store.workspaces.ensure("T2", "Other", "UTC", LONG_BEFORE)
    crew.store.efforts.set(crew.desk.workspace_id, "comments", 2)
    crew.store.efforts.set(crew.desk.workspace_id, "comments", 3)

    assert crew.store.efforts.all(crew.desk.workspace_id) == {"comments": 3}
    assert rulebooks_of(crew.store, other.workspace_id) == shipped()
    crew.store.efforts.reset(crew.desk.workspace_id, "comments")
    assert crew.store.efforts.all(crew.desk.workspace_id) == {}
