"""Plans and what-ifs of a member whose activities a test writes down; by the rules 2026-01."""

import pytest

from bot.activity import Activity, Source
from bot.answers.planning import plan_or_what_if
from bot.answers.wish import Wish
from bot.errors import NotFound
from bot.messages.contexts import Plan, StandStill, WhatIf
from bot.storage.recordings import Batch
from bot.storage.tables import Member
from scoring.model import Kind
from tests.bot.answers.crew import LONG_BEFORE, TODAY, Crew, days_ago


def asked(crew: Crew, member: Member, wish: Wish) -> Plan | WhatIf | StandStill:
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
