"""What somebody wants to log is read however it is said."""

from datetime import UTC, date, datetime

import pytest

from bot.answers.data.log_words import asks_to_log, read_log
from bot.errors import BadInput
from scoring.model import Kind

NOW = datetime(2026, 6, 30, 12, tzinfo=UTC)
"""A Tuesday."""


@pytest.mark.parametrize(
    ("text", "units", "day"),
    [
        ("3 comments yesterday", {Kind.COMMENT_MADE: 3}, 29),
        ("log 3 comments from yesterday", {Kind.COMMENT_MADE: 3}, 29),
        ("yesterday: two posts", {Kind.POST_PUBLISHED: 2}, 29),
        ("2 Comments AND a share", {Kind.COMMENT_MADE: 2, Kind.SHARE_MADE: 1}, 30),
        ("1 comment, 2 comments", {Kind.COMMENT_MADE: 3}, 30),
        ("3 replies on 12 june", {Kind.REPLY_RECEIVED: 3}, 12),
        ("my comment from friday", {Kind.COMMENT_MADE: 1}, 26),
        ("5 first messages sent on 2026-06-28", {Kind.OUTREACH_SENT: 5}, 28),
        ("a recommendation", {Kind.RECOMMENDATION_RECEIVED: 1}, 30),
        ("2 recommendations given", {Kind.RECOMMENDATION_GIVEN: 2}, 30),
        ("2 new connections", {Kind.CONNECTION_MADE: 2}, 30),
        ("12 likes", {Kind.REACTION_MADE: 12}, 30),
    ],
)
def test_what_is_to_be_logged(text: str, units: dict[Kind, int], day: int) -> None:
    wanted = read_log(text, NOW, "UTC")

    assert (dict(wanted.units), wanted.day) == (units, date(2026, 6, day))


def test_today_is_where_the_member_is() -> None:
    late = datetime(2026, 6, 30, 23, 30, tzinfo=UTC)

    assert read_log("a post", late, "Asia/Tokyo").day == date(2026, 7, 1)


@pytest.mark.parametrize(
    "text", ["", "three", "3 lunches", "3 comments last week", "a post tomorrow", "a post 32 june"]
)
def test_what_cannot_be_read_is_refused(text: str) -> None:
    with pytest.raises(BadInput, match=r"\.$|form\.$"):
        read_log(text, NOW, "UTC")


@pytest.mark.parametrize(
    ("text", "asks"),
    [
        ("log 3 comments from yesterday", True),
        ("please add a post", True),
        ("can you log my comment from friday?", True),
        ("I made 2 posts on tuesday, log it", True),
        ("what data do you have on my comments?", False),
        ("how do I log comments", False),
        ("is there a log of my comments", False),
        ("log in", False),
    ],
)
def test_only_who_plainly_asks_to_log_does(text: str, *, asks: bool) -> None:
    assert asks_to_log(text) is asks
