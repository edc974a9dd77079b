"""A score's course tells of each day what the day's score for itself does."""

from datetime import timedelta
from typing import Literal

from hypothesis import given

from scoring.course import course
from scoring.explain import View
from scoring.model import Fact, Kind
from scoring.score import score
from scoring.window import History, tallies

EVERYTHING = frozenset(Kind)
Pace = Literal[1, 2, 9]
DAYS = 45
"""Longer than the longest window, so that everything goes that came."""


@given(...)
def test_every_day_of_a_course_is_scored_as_for_itself(
    facts: list[Fact], view: View, pace: Pace
) -> None:
    history = History.known_at(facts, view.known)
    days = [view.day + timedelta(days=ahead) for ahead in range(0, DAYS, pace)]

    cards = list(course(view.rulebook, history, days, EVERYTHING))

    assert cards == [
        score(view.rulebook, tallies(view.rulebook, facts, day, view.known), day, EVERYTHING)
        for day in days
    ]
