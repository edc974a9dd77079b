"""The answer to "why?" reads as it must: figures first, lines that add up, one way back."""

import re
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.messages.contexts import (
    ActionLine,
    ActivityCause,
    Person,
    RuleCause,
    RulesLine,
    SharedCause,
    WayBack,
    Why,
)
from bot.messages.message import Block
from bot.messages.render import render
from scoring.model import CauseKind, Evidence, Kind, Pillar
from tests.bot.messages.samples import REFERENCE

COMMENTS = ActivityCause(
    Pillar.INSIGHTS,
    "comments",
    CauseKind.AGED_OUT,
    -30,
    (
        Evidence(Kind.COMMENT_MADE, 2, date(2026, 11, 10), date(2026, 11, 16)),
        Evidence(Kind.COMMENT_MADE, -6, date(2026, 8, 10), date(2026, 8, 14)),
    ),
)
LEFT = Evidence(Kind.ARTICLE_PUBLISHED, -1, date(2026, 8, 12), date(2026, 8, 12))
ARTICLE = ActivityCause(Pillar.BRAND, "articles", CauseKind.AGED_OUT, -10, (LEFT,))
REPLY = ActivityCause(
    Pillar.RELATIONSHIPS,
    "messages",
    CauseKind.NEW,
    3,
    (Evidence(Kind.MESSAGE_SENT, 1, date(2026, 11, 14), date(2026, 11, 14)),),
)
RATE = ActivityCause(
    Pillar.RELATIONSHIPS, "reply_rate", CauseKind.NEW, -21, (), before=(12, 30), after=(13, 52)
)
TIME_PASSED = Why(
    person=None,
    pillar=None,
    first=date(2026, 11, 9),
    last=date(2026, 11, 18),
    before=720,
    after=680,
    rulebook="2026-01",
    reference=REFERENCE,
    rules=None,
    lines=(COMMENTS, ARTICLE),
    rest=0,
    still=(Pillar.PEOPLE, Pillar.RELATIONSHIPS),
    shared=SharedCause(moved=5, of=41, median=0, fell=True, by_rules=False),
    way_back=WayBack(720, 720, (ActionLine("comments", 4, 30), ActionLine("articles", 1, 10))),
    rebased_on=None,
    period_chosen=True,
    window=90,
)
NEW_RULES = RulesLine(
    old="2026-01",
    new="2026-11",
    on=date(2026, 11, 13),
    points=-63,
    causes=(
        RuleCause(Pillar.BRAND, "posts", -40, "target", "5", "3", "posts"),
        RuleCause(
            Pillar.INSIGHTS, "reactions", -23, "retired", "", "", "reactions",
            reason="The platform hides them since 13 November.",
        ),
    ),
)  # fmt: skip
RULES_CHANGED = replace(
    TIME_PASSED,
    first=date(2026, 11, 12),
    before=900,
    after=840,
    rulebook="2026-11",
    reference=REFERENCE,
    rules=NEW_RULES,
    lines=(REPLY,),
    still=(Pillar.PEOPLE,),
    shared=SharedCause(moved=39, of=41, median=-60, fell=True, by_rules=True),
    way_back=None,
)


def sections(why: Why) -> list[str]:
    return [_text(block) for block in render(why).blocks if block["type"] == "section"]


def note(why: Why) -> str:
    [block] = (block for block in render(why).blocks if block["type"] == "context")
    elements = block["elements"]
    assert isinstance(elements, list)
    assert isinstance(elements[0], dict)
    return str(elements[0]["text"])


def _text(block: Block) -> str:
    text = block["text"]
    assert isinstance(text, dict)
    return str(text["text"])


def test_nothing_was_done_and_yet_it_fell() -> None:
    assert render(TIME_PASSED).text == "You're at 68, down 4 since Mon 9 Nov (72)."
    assert sections(TIME_PASSED) == [
        (
            "*You're at 68, down 4 since Mon 9 Nov (72).* "
            "Nothing you did lowered it: older activity left the 90-day window."
        ),
        (
            "• Insights −3.0: 6 comments from 10–14 Aug left, 2 new ones came in\n"
            "• Brand −1.0: your 12 Aug article left\n"
            "• Find people, Relationships: 0.0"
        ),
        (
            "Rules unchanged (2026-01). 5 of 41 members fell too.\n"
            "*Back to 72:* 4 comments (+3.0) and 1 article (+1.0)."
        ),
    ]


def test_the_rules_changed_for_all() -> None:
    assert sections(RULES_CHANGED) == [
        (
            "*You're at 84, down 6 since Thu 12 Nov (90).* "
            "The new rules took 6.3; your own activity added 0.3.\n"
            "39 of 41 members fell, median −6.0."
        ),
        (
            "• Rules 2026-01 → 2026-11 on 13 Nov −6.3: posts target 5 → 3 (Brand −4.0), "
            "reactions no longer count (Insights −2.3)\n"
            "• Relationships +0.3: 1 new message came in\n"
            "• Find people: 0.0"
        ),
        (
            "Under the old rules you'd be at 90.3.\n"
            "Reactions: The platform hides them since 13 November. "
            "These points cannot be earned back.\n"
            "There is nothing you can do about it just now."
        ),
    ]


@given(
    st.lists(st.integers(-300, 300).filter(bool), max_size=3),
    st.integers(-50, 50),
    st.integers(-200, 200),
)
def test_the_lines_shown_add_up_to_the_change_shown(
    lines: list[int], rest: int, ruled: int
) -> None:
    after = 5000 + sum(lines) + rest + ruled
    why = replace(
        TIME_PASSED,
        before=5000,
        after=after,
        lines=tuple(replace(COMMENTS, points=points) for points in lines),
        rest=rest,
        rules=replace(NEW_RULES, points=ruled, causes=()) if ruled else None,
    )
    shown = re.findall(r"^• .*?([+−]?\d+\.\d)(?::|$)", sections(why)[1], re.MULTILINE)
    tenths = [int(points.replace("−", "-").replace(".", "")) for points in shown]
    assert sum(tenths) == after - 5000


def test_the_period_is_echoed_and_an_own_choice_is_named() -> None:
    echoed = "From the end of Mon 9 Nov to the end of Wed 18 Nov, by the rules 2026-01."
    assert note(TIME_PASSED) == f"{echoed} Reference {REFERENCE}"
    own = replace(TIME_PASSED, period_chosen=False)
    assert note(own) == f"{echoed} You named no days, so I took these. Reference {REFERENCE}"


def test_a_change_of_before_the_first_import_says_what_it_was_scored_with() -> None:
    rebased = replace(TIME_PASSED, rebased_on=date(2026, 11, 12))
    assert (
        "Nothing was known before 12 Nov, so both days are scored with what is known now."
        in note(rebased)
    )


def test_a_past_change_is_told_in_the_past() -> None:
    past = replace(TIME_PASSED, today=date(2027, 1, 4))
    assert sections(past)[0].startswith(
        "*You were at 68 on Wed 18 Nov 2026, down 4 since Mon 9 Nov 2026 (72).*"
    )


def test_a_manager_reads_about_somebody_else() -> None:
    ana = replace(TIME_PASSED, person=Person("Ana", "U1"))
    first, lines, _ = sections(ana)
    assert first.startswith("*<@U1> is at 68, down 4 since Mon 9 Nov (72).* Nothing they did")
    assert "• Brand −1.0: the 12 Aug article left" in lines
    assert render(ana).text == "Ana is at 68, down 4 since Mon 9 Nov (72)."


def test_a_pillar_alone_is_named_first() -> None:
    brand = replace(
        TIME_PASSED, pillar=Pillar.BRAND, before=210, after=200, lines=(ARTICLE,), way_back=None
    )
    assert sections(brand)[0].startswith(
        "*Brand: you're at 20 of 25, down 1 since Mon 9 Nov (21).*"
    )
    assert "nothing you can do" not in "\n".join(sections(brand))


def test_a_rate_is_told_by_both_of_its_amounts() -> None:
    fell = replace(TIME_PASSED, after=699, lines=(RATE,))
    first, lines, _ = sections(fell)
    assert first.endswith("It is mostly newer activity: the reply rate fell.")
    assert lines.startswith("• Relationships −2.1: 12 of 30 answered → 13 of 52")


@pytest.mark.parametrize(
    ("cause", "points", "sentence"),
    [
        (CauseKind.AGED_OUT, 30, "It is mostly time passing: older activity left"),
        (CauseKind.CORRECTED, 30, "It is mostly a correction: more is known now"),
        (CauseKind.CORRECTED, -30, "It is mostly a correction: more is known now"),
        (CauseKind.NEW, 30, "Your own activity raised it."),
    ],
)
def test_the_kind_of_cause_is_named(cause: CauseKind, points: int, sentence: str) -> None:
    line = replace(COMMENTS, cause=cause, points=points)
    moved = replace(TIME_PASSED, after=720 + points, lines=(line,))
    assert sentence in sections(moved)[0]


def test_losses_in_the_rest_forbid_to_say_that_nothing_was_done() -> None:
    small = replace(TIME_PASSED, after=679, rest=-1)
    first, lines, _ = sections(small)
    assert "It is mostly time passing" in first
    assert "• Everything else −0.1" in lines


def test_nothing_moved() -> None:
    same = replace(TIME_PASSED, after=720, lines=(), still=tuple(Pillar), way_back=None)
    first, lines, last = sections(same)
    assert first == "*You're at 72, unchanged since Mon 9 Nov.* No part of the score moved."
    assert lines == "• Brand, Find people, Insights, Relationships: 0.0"
    assert last == "Rules unchanged (2026-01). 5 of 41 members fell."


def test_gains_and_losses_may_cancel_out() -> None:
    lines = (replace(COMMENTS, points=-30), replace(ARTICLE, points=30))
    assert (
        "Gains and losses cancel out." in sections(replace(TIME_PASSED, after=720, lines=lines))[0]
    )


def test_a_way_that_leads_only_part_of_the_way_back_says_how_far() -> None:
    partly = replace(TIME_PASSED, way_back=WayBack(720, 700, (ActionLine("comments", 2, 20),)))
    assert "*Towards 72:* 2 comments (+2.0), which leads to 70." in sections(partly)[-1]


def test_a_rate_without_any_attempts_before_says_so() -> None:
    first_ever = replace(RATE, points=55, before=(0, 0), after=(3, 10))
    _, lines, _ = sections(replace(TIME_PASSED, after=775, lines=(first_ever,)))
    assert lines.startswith("• Relationships +5.5: 3 of 10 answered, none before")


def test_a_corrected_rate_is_told_by_what_came_in_late() -> None:
    day = date(2026, 11, 3)
    late = replace(
        RATE,
        cause=CauseKind.CORRECTED,
        evidence=(
            Evidence(Kind.OUTREACH_SENT, 3, day, day),
            Evidence(Kind.REPLY_RECEIVED, -1, day, day),
        ),
    )
    _, lines, _ = sections(replace(TIME_PASSED, after=699, lines=(late,)))
    assert lines.startswith(
        "• Relationships −2.1: 1 reply from 3 Nov taken back, "
        "3 first messages from 3 Nov came in late"
    )


def test_a_crowd_that_went_the_other_way_does_not_come_first() -> None:
    others = SharedCause(moved=35, of=41, median=5, fell=False, by_rules=False)
    first, _, last = sections(replace(TIME_PASSED, shared=others))
    assert "members" not in first
    assert "35 of 41 members rose." in last


def test_a_pillar_whose_parts_moved_is_not_called_still() -> None:
    _, lines, _ = sections(replace(TIME_PASSED, still=(Pillar.BRAND, Pillar.PEOPLE)))
    assert lines.endswith("• Find people: 0.0")
