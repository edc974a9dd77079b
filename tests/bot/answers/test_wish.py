"""What people wish for is read as a goal, as more of something, or as doing nothing."""

import pytest

from bot.answers.wish import Wish, read_wish
from scoring.rulebook import shipped

SIGNALS = [signal.name for signal in shipped()[0].signals]


@pytest.mark.parametrize(
    ("text", "signal", "wish"),
    [
        ("how many replies do I need for 70", "reply_rate", Wish(7000, signal="reply_rate")),
        ("how many posts to reach 70 by Dec 31", "posts", Wish(7000, signal="posts")),
        ("what does it take to reach 72.5?", None, Wish(7250)),
        ("75", None, Wish(7500)),
        ("75 by 31 Dec", None, Wish(7500)),
        ("can I hit 90 this month?", None, Wish(9000)),
        ("", None, Wish()),
        ("120", None, Wish()),
        ("what if I get 50 followers", None, Wish()),
    ],
)
def test_a_goal_is_a_number_that_is_meant_as_a_score(
    text: str, signal: str | None, wish: Wish
) -> None:
    assert read_wish(text, signal, SIGNALS) == wish


@pytest.mark.parametrize(
    ("text", "signal", "units"),
    [
        ("what if I post 3 articles", "posts", (("articles", 3),)),
        ("what if I write an article and two posts", "articles", (("articles", 1), ("posts", 2))),
        ("posts+3 comments +5", "posts", (("posts", 3), ("comments", 5))),
        ("would 5 more comments help", "comments", (("comments", 5),)),
        ("what if I comment 5 times a week", "comments", (("comments", 5),)),
        ("would posting help", "posts", (("posts", 1),)),
        ("what would 10 votes bring", None, (("votes", 10),)),
        ("5 replies", "reply_rate", (("reply_rate", 5),)),
    ],
)
def test_units_are_numbers_of_something(
    text: str, signal: str | None, units: tuple[tuple[str, int], ...]
) -> None:
    assert read_wish(text, signal, SIGNALS) == Wish(units=units)


@pytest.mark.parametrize(
    ("text", "signal", "days", "narrowed"),
    [
        ("what if I do nothing for two weeks", None, 14, None),
        ("what if I do nothing", None, 28, None),
        ("what if I take a week off", None, 7, None),
        ("I am on vacation next month", None, 30, None),
        ("where will I be in 10 days", None, 10, None),
        ("what if I stop posting", "posts", 28, "posts"),
        ("nothing for 900 days", None, 180, None),
    ],
)
def test_doing_nothing_has_a_length(
    text: str, signal: str | None, days: int, narrowed: str | None
) -> None:
    assert read_wish(text, signal, SIGNALS) == Wish(days=days, signal=narrowed)


def test_signals_of_an_own_rulebook_are_read_by_their_name() -> None:
    assert read_wish("2 coffee chats", None, ["coffee_chats"]) == Wish(units=(("coffee_chats", 2),))
