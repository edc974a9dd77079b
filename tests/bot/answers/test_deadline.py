"""Days to come are read as people write them, and what is left is the rest of the text."""

from datetime import date

import pytest

from bot.answers.ahead.deadline import take_deadline

TODAY = date(2026, 6, 30)
"""A Tuesday."""


@pytest.mark.parametrize(
    ("said", "day"),
    [
        ("70 by 31 dec", date(2026, 12, 31)),
        ("70 by the 31st of december", date(2026, 12, 31)),
        ("70 by dec 31", date(2026, 12, 31)),
        ("70 by 31 march", date(2027, 3, 31)),
        ("70 until 1 feb 2028", date(2028, 2, 1)),
        ("70 by 2026-09-01", date(2026, 9, 1)),
        ("70 by friday", date(2026, 7, 3)),
        ("70 by tuesday", date(2026, 7, 7)),
        ("70 by tomorrow", date(2026, 7, 1)),
        ("70 by christmas", date(2026, 12, 24)),
        ("70 by the end of the month", date(2026, 6, 30)),
        ("70 by the end of the year", date(2026, 12, 31)),
        ("70 by quarter end", date(2026, 6, 30)),
        ("70 in 6 weeks", date(2026, 8, 11)),
        ("70 within 10 days", date(2026, 7, 10)),
    ],
)
def test_a_day_to_come_is_taken_out(said: str, day: date) -> None:
    found, rest = take_deadline(said, TODAY)

    assert found == day
    assert rest.split() == ["70"]


@pytest.mark.parametrize("said", ["70", "70 by 31 feb", "70 by then", "70 by 2026-13-01"])
def test_what_is_no_day_stays(said: str) -> None:
    assert take_deadline(said, TODAY) == (None, said)
