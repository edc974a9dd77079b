"""The days a question asks about as people really put it: in passing, in short, and in plans."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from bot.understanding import understand

BERLIN = ZoneInfo("Europe/Berlin")
WEDNESDAY = datetime(2026, 11, 18, 10, tzinfo=UTC)

TOLD = {
    "it was 66 on Thursday, why": "2026-11-12..2026-11-18",
    "brand 20.1 a week ago, now 18.7. the profile is the same": "2026-11-11..2026-11-18",
    "nothing has moved from 5 October until now": "2026-10-05..2026-11-18",
    "thursday 71, friday 67, how": "2026-11-12..2026-11-13",
    "down on saturday sunday": "2026-11-14..2026-11-15",
    "40 messages mon and tue": "2026-11-16..2026-11-17",
    "mon to now": "2026-11-16..2026-11-18",
    "what happened in KW 44 and 45": "2026-10-26..2026-11-08",
    "five comments in the week of the 9th, and nothing": "2026-11-09..2026-11-15",
    "report 09/11-15/11": "2026-11-09..2026-11-15",
    "`12.5 → 9.5` (01/11 → 15/11)": "2026-11-01..2026-11-15",
    "my row, EOD 17/11": "2026-11-17",
    "29.10 my brand fell": "2026-10-29",
    "between 11/6 and 11/13": "2026-11-06..2026-11-13",
    "written since Sept. 15": "2026-09-15..2026-11-18",
    "course of my points since 1. April": "2026-04-01..2026-11-18",
    "monday 9 and friday 13": "2026-11-09..2026-11-13",
    "tuesday the tenth": "2026-11-10",
    "the expo, 10th to 12th, add them": "2026-11-10..2026-11-12",
    "up 6 for the month, which bit was it": "2026-11-01..2026-11-18",
    "+5 on the week, break it down": "2026-11-16..2026-11-18",
    "since the quarter opened": "2026-10-01..2026-11-18",
    "highs and lows FY to date": "2026-01-01..2026-11-18",
    "sparkline L12W": "2026-08-26..2026-11-18",
    "six weeks now": "2026-10-07..2026-11-18",
    "8 weeks record of me": "2026-09-23..2026-11-18",
    "time series, 90 days": "2026-08-20..2026-11-18",
    "before two weeks there was a drop": "2026-11-04",
    "hall of fame 2026?": "2026-01-01..2026-11-18",
    "last weeks standings": "2026-11-09..2026-11-15",
    "the number from yesterday please": "2026-11-17",
    "how's the week looking": "2026-11-16..2026-11-18",
    "second half of october": "2026-10-16..2026-10-31",
    "the weekend before last": "2026-11-07..2026-11-08",
    "on the twenty-sixth of october": "2026-10-26",
    "1 Nov till date": "2026-11-01..2026-11-18",
    "down 3 days in a row": "2026-11-15..2026-11-18",
    "count for 2026-10": "2026-10-01..2026-10-31",
    "went to bed a 70, woke up a 66": "2026-11-17..2026-11-18",
    "two points gone in my sleep": "2026-11-17..2026-11-18",
    "who won the week past": "2026-11-09..2026-11-15",
    "how was my team, week that was?": "2026-11-09..2026-11-15",
    "who was best the month last": "2026-10-01..2026-10-31",
    "down 5 since monday last": "2026-11-09..2026-11-18",
    "did others fall since the tuesday a week ago": "2026-11-10..2026-11-18",
    "what I shared the three last months": "2026-08-18..2026-11-18",
    "how high in the second trimester": "2026-04-01..2026-06-30",
    "KW 41 through 44 for my region": "2026-10-05..2026-11-01",
    "July, August, September": "2026-07-01..2026-09-30",
    "March, April, May, what was I on": "2026-03-01..2026-05-31",
    "November and December last year": "2025-11-01..2025-12-31",
    "entries for 10, 11 and 12 Nov": "2026-11-10..2026-11-12",
    "fallen 5.-12.11. with all colleagues": "2026-11-05..2026-11-12",
    "5.11. onwards a straight line": "2026-11-05..2026-11-18",
    "the expo, tenth to twelfth, how many did I add": "2026-11-10..2026-11-12",
    "the messages from the ninth, take them out": "2026-11-09",
    "from Monday the 9th it has just fallen": "2026-11-09..2026-11-18",
    "Sunday the 8 I sent five": "2026-11-08",
    "changed on day 10/11": "2026-11-10",
    "fell in the first two weeks of Nov": "2026-11-01..2026-11-14",
    "the whole month of October": "2026-10-01..2026-10-31",
    "who needs a call after last week": "2026-11-09..2026-11-15",
    "worse than he was on monday": "2026-11-16..2026-11-18",
    "three weeks and this thing won't move": "2026-10-28..2026-11-18",
    "ten days of nothing, then a jump": "2026-11-08..2026-11-18",
    "all activity record of 60 days": "2026-09-19..2026-11-18",
    "most improved for the quarter - a mug": "2026-10-01..2026-11-18",
}

NO_DAYS = [
    "if I add 20 people this week",
    "do I need 5 points before Christmas",
    "my review is there on Friday, how do I raise it",
    "an article is ready on Friday, what gain",
    "what do i lose monday if i do nothing this weekend",
    "can i do them all on one saturday",
    "which rules apply from one week to the next",
    "seen by all and sundry",
    "my exams start on the 30th, will i end at zero",
    "off for 3 weeks from monday, how far down",
    "I depend on it for the bonus of december",
    "two searches in one day, count 1 or 2?",
    "say I drop an article tonight, how much",
    "when does rulebook 2026-11 take effect",
    "&gt; relationships: 8/25, give me a plan",
    "when I take my leave, from 1 to 23 December, how deep do I fall",
    "our office is closed from December 28 to January 4, how many points go",
    "what becomes of my data when I retire in March",
    "the old endorsements from 2019",
    "remove me from all leaderboards effective today",
    "what must my reps do monday morning first for the most points",
    "if the rule draft goes live Monday, who loses how much",
    "the ranks went from third to fifth",
]


@pytest.mark.parametrize(("text", "span"), TOLD.items())
def test_days_are_read_as_people_put_them(text: str, span: str) -> None:
    period = understand(text, now=WEDNESDAY, zone=BERLIN).period
    first, _, last = span.partition("..")
    assert period is not None
    assert (period.first.isoformat(), period.last.isoformat()) == (first, last or first)


@pytest.mark.parametrize("text", NO_DAYS)
def test_plans_conditions_and_idioms_name_no_past_days(text: str) -> None:
    assert understand(text, now=WEDNESDAY, zone=BERLIN).period is None
