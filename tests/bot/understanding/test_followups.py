"""A follow-up keeps what it does not name, and a question of its own what it leaves unsaid."""

from datetime import UTC, date, datetime
from functools import partial
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.understanding import Question, continue_from, only_names, understand

NOW = datetime(2026, 11, 18, 10, tzinfo=UTC)
TODAY = NOW.date()
READ = partial(understand, now=NOW, zone=ZoneInfo("Europe/Berlin"), bot_user="U0BOT")
DROP = "why did I drop last week?"
LAST_WEEK = ("2026-11-09", "2026-11-15")


def after(*texts: str) -> tuple[str, str, str | None, tuple[str, str] | None]:
    """Tell intent, subject, pillar and days of the last of several texts in a thread."""
    question = READ(texts[0])
    for text in texts[1:]:
        question = continue_from(question, text, READ, TODAY)
    told = question.as_json()
    period = told["period"]
    days = (period["from"], period["to"]) if period else None
    return told["intent"], told["subject"], told["pillar"], days


def test_the_thread_of_the_issue() -> None:
    thread = [DROP]
    for text, understood in (
        ("and in brand?", ("why_change", "me", "brand", LAST_WEEK)),
        ("what about <@U04>?", ("why_change", "U04", "brand", LAST_WEEK)),
        ("vs october", ("why_change", "U04", "brand", ("2026-11-01", "2026-11-15"))),
    ):
        thread.append(text)
        assert after(*thread) == understood


@pytest.mark.parametrize(
    ("text", "understood"),
    [
        ("insights?", ("why_change", "me", "insights", LAST_WEEK)),
        ("and my relatonships pls", ("why_change", "me", "relationships", LAST_WEEK)),
        ("same for <@U0BOT> october", ("why_change", "me", None, ("2026-10-01", "2026-10-31"))),
        ("how about since monday", ("why_change", "me", None, ("2026-11-16", "2026-11-18"))),
        ("and the team?", ("why_change", "team", None, LAST_WEEK)),
        ("<@U04>", ("why_change", "U04", None, LAST_WEEK)),
        ("vs <@U04>", ("compare", "U04", None, LAST_WEEK)),
        ("compared to the team?", ("compare", "team", None, LAST_WEEK)),
        ("what about may?", ("why_change", "me", None, ("2026-05-01", "2026-05-31"))),
        ("vs may", ("why_change", "me", None, ("2026-06-01", "2026-11-15"))),
        ("vs. yesterday", ("why_change", "me", None, ("2026-11-16", "2026-11-17"))),
    ],
)
def test_what_is_named_takes_the_place_of_the_old(
    text: str, understood: tuple[str, str, str | None, tuple[str, str] | None]
) -> None:
    assert after(DROP, text) == understood


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("vs the week before", ("2026-11-02", "2026-11-08")),
        ("and the week before?", ("2026-11-02", "2026-11-08")),
        ("what about the previous week?", ("2026-11-02", "2026-11-08")),
        ("and the day before that?", ("2026-11-08", "2026-11-08")),
        ("what about the month before", ("2026-10-01", "2026-10-31")),
        ("vs the month before", ("2026-11-01", "2026-11-15")),
        ("the quarter before", ("2026-07-01", "2026-09-30")),
        ("and the one before?", ("2026-11-02", "2026-11-08")),
    ],
)
def test_days_before_are_those_before_what_was_talked_about(
    text: str, days: tuple[str, str]
) -> None:
    assert after(DROP, text) == ("why_change", "me", None, days)


def test_where_no_days_were_named_the_week_before_is_the_one_before_the_last_seven_days() -> None:
    assert after("why did I drop?", "and the week before?")[3] == ("2026-11-05", "2026-11-11")
    assert after("what's my score", "vs the week before")[3] == ("2026-11-12", "2026-11-18")


def test_to_compare_somebody_is_a_question_of_its_own() -> None:
    assert after("show the leaderboard", "compare me with the team")[:2] == ("compare", "team")
    assert after(DROP, "compare to the team")[:2] == ("compare", "team")


def test_a_signal_takes_the_place_of_a_pillar() -> None:
    question = continue_from(READ("why did my brand drop?"), "what about comments?", READ, TODAY)

    assert (question.pillar, question.signal) == (None, "comments")


def test_against_whom_or_when_depends_on_what_was_asked() -> None:
    assert after("show my trend since monday", "vs october")[3] == ("2026-10-01", "2026-11-18")
    assert after("what's my score", "vs october") == (
        "why_change", "me", None, ("2026-11-01", "2026-11-18"),
    )  # fmt: skip
    assert after("how do I improve", "vs october")[0] == "compare"
    assert after("why did I drop this month", "vs since tuesday")[3] == (
        "2026-11-01", "2026-11-18",
    )  # fmt: skip
    assert after("why did <@U04> drop", "vs me")[:2] == ("compare", "U04")


def test_all_is_named_by_overall() -> None:
    assert after(DROP, "and in brand?", "and overall?") == ("why_change", "me", None, LAST_WEEK)


def test_another_number_asks_another_what_if() -> None:
    assert after("how many replies do i need for 70", "and 80?")[0] == "whatif"
    assert after(DROP, "and 80?")[0] != "why_change"


@pytest.mark.parametrize(
    ("text", "understood"),
    [
        ("what should she do next?", ("improve", "U04", None, LAST_WEEK)),
        ("what's my score", ("score", "me", None, LAST_WEEK)),
        ("why did the team fall since monday", (
            "why_change", "team", None, ("2026-11-16", "2026-11-18"))),
        ("who can see this?", ("privacy", "me", None, None)),
    ],
)  # fmt: skip
def test_a_question_of_its_own_keeps_whom_and_when_if_it_names_none(
    text: str, understood: tuple[str, str, str | None, tuple[str, str] | None]
) -> None:
    assert after("why did <@U04> drop last week?", text) == understood


@pytest.mark.parametrize("text", ["why", "rules", "what's my rank", "ok", "tell me a joke", ""])
def test_what_asks_something_itself_does_not_only_name(text: str) -> None:
    assert not only_names(text, READ(text), READ(DROP).intent)


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=120), st.sampled_from([DROP, "vs october", "what if I post?", "score"]))
def test_any_text_can_follow(text: str, before: str) -> None:
    question: Question = continue_from(READ(before), text, READ, TODAY)

    assert question.period is None or question.period.last <= date(2026, 11, 18)
