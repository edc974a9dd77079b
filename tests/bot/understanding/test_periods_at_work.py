"""The days a question asks about as people at work shorten, turn and translate them."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from bot.understanding import understand

BERLIN = ZoneInfo("Europe/Berlin")
WEDNESDAY = datetime(2026, 11, 18, 10, tzinfo=UTC)

TOLD = {
    "minus two o/n, reason?": "2026-11-17..2026-11-18",
    "why did it fall this am": "2026-11-18",
    "since 5.11 i lose points": "2026-11-05..2026-11-18",
    "05.11: 70, 12.11: 66, explain": "2026-11-05..2026-11-12",
    "6 Nov: 71 / 13 Nov: 64, what happened": "2026-11-06..2026-11-13",
    "team report w/c 2 Nov": "2026-11-02..2026-11-08",
    "my score in v45": "2026-11-02..2026-11-08",
    "why did we fall in weeks 43-44": "2026-10-19..2026-11-01",
    "the weekend of 7 Nov, why the drop": "2026-11-07..2026-11-08",
    "weekend dip, why": "2026-11-14..2026-11-15",
    "my trend in 3Q": "2026-07-01..2026-09-30",
    "how was quarter 2 for me": "2026-04-01..2026-06-30",
    "trend for 1.-10. October": "2026-10-01..2026-10-10",
    "the drop on day 11, why": "2026-11-11",
    "falling since day nine, why": "2026-11-09..2026-11-18",
    "everyone lower since tenth?": "2026-11-10..2026-11-18",
    "why did it fall on 12th evening": "2026-11-12",
    "trend of the month so far": "2026-11-01..2026-11-18",
    "my history since the turn of the year": "2026-01-01..2026-11-18",
    "started the quarter on 71, why am I lower": "2026-10-01..2026-11-18",
    "tell me how the month went": "2026-11-01..2026-11-18",
    "who won the week just gone": "2026-11-09..2026-11-15",
    "my trend on these ten last days": "2026-11-08..2026-11-18",
    "what I wrote in recent 2 weeks": "2026-11-04..2026-11-18",
    "history, 4 months back": "2026-07-18..2026-11-18",
    "8 weeks of my score": "2026-09-23..2026-11-18",
    "four days of commenting and I still fell": "2026-11-14..2026-11-18",
    "flat a month, why": "2026-10-18..2026-11-18",
    "it is going down for three weeks, why": "2026-10-28..2026-11-18",
    "stuck at 61 going on two weeks": "2026-11-04..2026-11-18",
    "I was recommended, a week later I am down 3": "2026-11-11..2026-11-18",
    "two weeks back I had 68, why 61": "2026-11-04..2026-11-18",
    "my place 5 days ago versus now": "2026-11-13..2026-11-18",
    "the minus from Thursday, what was it": "2026-11-12",
    "what moved in October of last year": "2025-10-01..2025-10-31",
    "dropped from 3rd to 5th since Monday": "2026-11-16..2026-11-18",
    "posted twice mon. why lower": "2026-11-16",
    "my trend July-August-September": "2026-07-01..2026-09-30",
    "until the 9th it was 70, and now 64, why": "2026-11-09..2026-11-18",
    "who stood on 5 November at the top": "2026-11-05",
    "all my rows from last year and nothing else": "2025-01-01..2025-12-31",
}

UNTOLD = [
    "what to do before next week Thursday",
    "if I am off Tuesday next week, do I lose points",
    "happy monday",
    "how was your weekend",
    "I am going on leave for two weeks, what would I lose",
    "what would two weeks of commenting give me",
    "would it help me if I came back a month later with no posts",
    "has the formula changed since version 2.1 points",
]


@pytest.mark.parametrize(("text", "days"), TOLD.items())
def test_days_told_at_work_are_found(text: str, days: str) -> None:
    period = understand(text, now=WEDNESDAY, zone=BERLIN).period
    assert period is not None
    first, _, last = days.partition("..")
    assert (period.first.isoformat(), period.last.isoformat()) == (first, last or first)


@pytest.mark.parametrize("text", UNTOLD)
def test_days_to_come_and_greetings_are_no_period(text: str) -> None:
    assert understand(text, now=WEDNESDAY, zone=BERLIN).period is None


def test_what_one_had_is_set_against_now_only_where_it_was_a_score() -> None:
    things = understand("I had 40 messages last week, why", now=WEDNESDAY, zone=BERLIN).period
    score = understand("last week I had 64 points, why lower", now=WEDNESDAY, zone=BERLIN).period
    assert things is not None
    assert score is not None
    assert things.last.isoformat() == "2026-11-15"
    assert score.last.isoformat() == "2026-11-18"
