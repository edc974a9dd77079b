"""What people wish for is read as a goal, as more of something, other rules, or doing nothing."""

from datetime import date

import pytest

from bot.answers.ahead.wish import NEW_RULES, OLD_RULES, Level, Wish, read_wish
from scoring.rulebook import shipped

SIGNALS = [signal.name for signal in shipped()[0].signals]
TODAY = date(2026, 6, 30)
LAST_OF_YEAR = date(2026, 12, 31)


@pytest.mark.parametrize(
    ("text", "signal", "wish"),
    [
        ("how many replies do I need for 70", "reply_rate", Wish(7000, signal="reply_rate")),
        (
            "how many posts to reach 70 by Dec 31",
            "posts",
            Wish(7000, signal="posts", until=LAST_OF_YEAR),
        ),
        ("what does it take to reach 72.5?", None, Wish(7250)),
        ("75", None, Wish(7500)),
        ("75 by 31 Dec", None, Wish(7500, until=LAST_OF_YEAR)),
        ("80 in two weeks", None, Wish(8000, until=date(2026, 7, 14))),
        ("by 31 Dec", None, Wish(until=LAST_OF_YEAR)),
        ("70 by 31 Dec 2025", None, Wish(7000, until=date(2025, 12, 31))),
        ("can I hit 90 this month?", None, Wish(9000)),
        ("", None, Wish()),
        ("120", None, Wish()),
        ("what if I get 50 followers", None, Wish()),
    ],
)
def test_a_goal_is_a_number_that_is_meant_as_a_score(
    text: str, signal: str | None, wish: Wish
) -> None:
    assert read_wish(text, signal, SIGNALS, TODAY) == wish


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
    assert read_wish(text, signal, SIGNALS, TODAY) == Wish(units=units)


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
        ("what if I do nothing until 10 July", None, 10, None),
        ("where will I be on 5 July", None, 5, None),
    ],
)
def test_doing_nothing_has_a_length(
    text: str, signal: str | None, days: int, narrowed: str | None
) -> None:
    assert read_wish(text, signal, SIGNALS, TODAY) == Wish(days=days, signal=narrowed)


@pytest.mark.parametrize(
    ("text", "wish"),
    [
        ("posts=10", Wish(levels=(Level("posts", 10),))),
        ("reply rate = 40 %", Wish(levels=(Level("reply_rate", 40, is_share=True),))),
        (
            "posts+3 comments+5 replies=40%",
            Wish(
                units=(("posts", 3), ("comments", 5)),
                levels=(Level("reply_rate", 40, is_share=True),),
            ),
        ),
        ("posts=10 posts=12", Wish(levels=(Level("posts", 12),))),
    ],
)
def test_what_is_to_be_so_much_is_told_from_so_much_more(text: str, wish: Wish) -> None:
    assert read_wish(text, "posts", SIGNALS, TODAY) == wish


@pytest.mark.parametrize(
    ("text", "rules"),
    [
        ("rules=2026-11", "2026-11"),
        ("what if rules = acme-1.2", "acme-1.2"),
        ("what if the new rules applied", NEW_RULES),
        ("and by the old rules?", OLD_RULES),
        ("can I reach 70 with the new rules", None),
    ],
)
def test_other_rules_are_named_by_version_or_by_their_place(text: str, rules: str | None) -> None:
    assert read_wish(text, None, SIGNALS, TODAY).rules == rules


def test_signals_of_an_own_rulebook_are_read_by_their_name() -> None:
    assert read_wish("2 coffee chats", None, ["coffee_chats"], TODAY) == Wish(
        units=(("coffee_chats", 2),)
    )
