"""Evidence is gathered so that the same thing is said once."""

from datetime import date

from bot.messages.evidence import Moved, gather
from bot.messages.words import Noun, load_words
from scoring.model import Evidence, Kind

WORDS = load_words("en")
COMMENT = Noun("comment", "comments")
FIRST, SECOND, THIRD = (date(2026, 8, day) for day in (10, 12, 14))


def test_the_same_thing_is_said_once_with_all_its_days() -> None:
    scattered = (
        Evidence(Kind.COMMENT_MADE, -1, SECOND, SECOND),
        Evidence(Kind.COMMENT_MADE, -2, FIRST, FIRST),
        Evidence(Kind.COMMENT_MADE, -3, THIRD, THIRD),
    )
    assert gather("comments", scattered, WORDS) == [
        Moved(COMMENT, -6, FIRST, THIRD, is_state=False)
    ]


def test_what_came_is_kept_apart_from_what_went_and_comes_second() -> None:
    both = (
        Evidence(Kind.COMMENT_MADE, 7, THIRD, THIRD),
        Evidence(Kind.COMMENT_MADE, -6, FIRST, FIRST),
    )
    assert [moved.amount for moved in gather("comments", both, WORDS)] == [-6, 7]


def test_active_days_are_counted_as_days_whatever_was_done_on_them() -> None:
    done = (
        Evidence(Kind.COMMENT_MADE, -2, FIRST, SECOND),
        Evidence(Kind.REACTION_MADE, -1, THIRD, THIRD),
    )
    [moved] = gather("days_active", done, WORDS)
    assert (moved.noun.many, moved.amount, moved.last) == ("active days", -3, THIRD)


def test_what_came_to_nothing_is_not_told() -> None:
    assert gather("comments", (Evidence(Kind.COMMENT_MADE, 0, FIRST, FIRST),), WORDS) == []
