"""Details show every cause with its activities, and what does not fit is a pillar's button away."""

import re
from dataclasses import replace
from datetime import date

from bot.messages.actions import DETAILS as TO_DETAILS
from bot.messages.contexts import DetailCause, Details, RuleCause, SignalDetail
from bot.messages.message import Block
from bot.messages.presses import Press
from bot.messages.render import render
from scoring.model import Amount, CauseKind, Evidence, Kind, Pillar

FIRST, LAST = date(2026, 11, 9), date(2026, 11, 18)
LEFT = Evidence(Kind.COMMENT_MADE, -6, date(2026, 8, 10), date(2026, 8, 14))
CAME = Evidence(Kind.COMMENT_MADE, 2, date(2026, 11, 16), date(2026, 11, 16))
LATE = Evidence(Kind.COMMENT_MADE, 1, date(2026, 11, 4), date(2026, 11, 4))
TAKEN_BACK = Evidence(Kind.COMMENT_MADE, -3, date(2026, 11, 3), date(2026, 11, 5))
COMMENTS = SignalDetail(
    Pillar.INSIGHTS,
    "comments",
    -34,
    Amount(30),
    Amount(24),
    (
        DetailCause(CauseKind.NEW, 4, (CAME,)),
        DetailCause(CauseKind.AGED_OUT, -12, (LEFT,)),
        DetailCause(CauseKind.CORRECTED, -4, (LATE, TAKEN_BACK)),
        DetailCause(
            CauseKind.RULES,
            -22,
            (),
            RuleCause(Pillar.INSIGHTS, "comments", -22, "target", "40", "50", "comments"),
        ),
    ),
)
REPLIES = SignalDetail(
    Pillar.RELATIONSHIPS,
    "reply_rate",
    -6,
    Amount(12, 30),
    Amount(13, 52),
    (DetailCause(CauseKind.NEW, -6, (Evidence(Kind.OUTREACH_SENT, 22, FIRST, LAST),)),),
)
DETAILS = Details(
    person=None,
    pillar=None,
    first=FIRST,
    last=LAST,
    before=720,
    after=680,
    rulebook="2026-11",
    reference="2026-11/42/7f3a9c1e",
    signals=(COMMENTS, REPLIES),
    still=("posts", "articles"),
    unseen=("searches",),
    today=LAST,
)


def texts(details: Details) -> list[str]:
    return [
        str(block["text"]["text"]) for block in render(details).blocks if block["type"] == "section"
    ]


def buttons(details: Details) -> list[Block]:
    """Find the buttons that lead to one pillar's details."""
    rows = [b["elements"] for b in render(details).blocks if b["type"] == "actions"]
    found = [
        each for row in rows if isinstance(row, list) for each in row if isinstance(each, dict)
    ]
    return [each for each in found if str(each["action_id"]).startswith(TO_DETAILS)]


def test_each_cause_is_told_with_its_activities_and_denominators() -> None:
    assert texts(DETAILS) == [
        "*All that moved you from 72 to 68 (−4.0)*",
        (
            "*Insights, comments −3.4* · 30 → 24 comments\n"
            "• +0.4 came in: 2 comments on 16 Nov\n"
            "• −1.2 left the window: 6 comments from 10–14 Aug\n"
            "• −0.4 came in late: 1 comment on 4 Nov; taken back: 3 comments from 3–5 Nov\n"
            "• −2.2 comments target 40 → 50"
        ),
        (
            "*Relationships, reply rate −0.6* · 12 of 30 answered → 13 of 52\n"
            "• −0.6 came in: 22 first messages from 9–18 Nov"
        ),
    ]


def test_what_stood_still_and_what_cannot_be_seen_is_told_in_a_line_each() -> None:
    (note,) = (str(b["elements"]) for b in render(DETAILS).blocks if b["type"] == "context")
    assert "Checked and did not move: posts and articles." in note
    assert "Not seen by any connected source, so neither gained nor lost: searches." in note


def test_what_does_not_fit_is_summed_up_and_a_pillar_away() -> None:
    many = replace(DETAILS, after=720 - 34 * 60, signals=(COMMENTS,) * 60)

    shown = re.findall(r"^\*.*? ([+−]\d+\.\d)\*", "\n".join(texts(many)[1:]), re.MULTILINE)

    assert sum(float(points.replace("−", "-")) for points in shown) == -3.4 * 60
    assert len(shown) < 60
    assert [Press.decode(str(button["value"])) for button in buttons(many)] == [
        Press(None, FIRST, LAST, pillar) for pillar in Pillar
    ]


def test_nothing_moved_is_said() -> None:
    same = replace(DETAILS, after=720, signals=())
    assert texts(same) == ["*All that moved you from 72 to 72*\nNothing moved."]
