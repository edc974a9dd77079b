"""Days are told without a doubt, and no longer than they need be."""

from datetime import date

import pytest

from bot.messages.dates import day, span, weekday
from bot.messages.words import load_words

TODAY = date(2026, 11, 18)
WORDS = load_words("en").dates


def test_a_day_has_its_year_only_when_it_is_not_this_one() -> None:
    assert day(date(2026, 8, 12), TODAY, WORDS) == "12 Aug"
    assert day(date(2025, 8, 12), TODAY, WORDS) == "12 Aug 2025"


def test_a_weekday_stands_in_front() -> None:
    assert weekday(date(2026, 11, 9), TODAY, WORDS) == "Mon 9 Nov"
    assert weekday(date(2025, 11, 9), TODAY, WORDS) == "Sun 9 Nov 2025"


@pytest.mark.parametrize(
    ("first", "last", "said"),
    [
        (date(2026, 8, 12), date(2026, 8, 12), "12 Aug"),
        (date(2026, 8, 10), date(2026, 8, 14), "10–14 Aug"),
        (date(2025, 8, 10), date(2025, 8, 14), "10–14 Aug 2025"),
        (date(2026, 10, 28), date(2026, 11, 3), "28 Oct – 3 Nov"),
        (date(2024, 10, 28), date(2024, 11, 3), "28 Oct – 3 Nov 2024"),
        (date(2025, 12, 28), date(2026, 1, 3), "28 Dec 2025 – 3 Jan"),
        (date(2024, 12, 28), date(2025, 1, 3), "28 Dec 2024 – 3 Jan 2025"),
    ],
)
def test_a_run_of_days_is_said_without_a_doubt(first: date, last: date, said: str) -> None:
    assert span(first, last, TODAY, WORDS) == said
