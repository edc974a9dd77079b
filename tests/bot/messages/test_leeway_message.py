"""A usual week and what went out of sight are said in plain words, and raise no alarm."""

from dataclasses import replace
from datetime import date

import pytest

from bot.messages.contexts import Person, Sight
from scoring.model import Kind
from tests.bot.messages.test_why_message import TIME_PASSED, sections

GONE = Sight((Kind.COMMENT_MADE,), "Comments", date(2026, 11, 3), gone=True)
COME = Sight((Kind.POST_PUBLISHED, Kind.VOTE_CAST), "Shares", date(2026, 11, 12), gone=False)


@pytest.mark.parametrize(
    ("swing", "said"),
    [
        (40, "That is within your usual weekly swing (±4.0)."),
        (39, "That is more than your usual weekly swing (±3.9)."),
    ],
)
def test_a_change_is_held_against_a_usual_week(swing: int, said: str) -> None:
    assert sections(replace(TIME_PASSED, swing=swing))[0].endswith(said)


def test_a_usual_fall_without_a_way_back_is_nothing_to_worry_about() -> None:
    stuck = replace(TIME_PASSED, way_back=None)

    assert "nothing you can do" in sections(stuck)[-1]
    assert "nothing you can do" not in sections(replace(stuck, swing=40))[-1]


def test_a_manager_reads_whose_usual_week_it_is() -> None:
    anas = replace(TIME_PASSED, person=Person("Ana", "U1"), swing=50)
    assert sections(anas)[0].endswith("That is within their usual weekly swing (±5.0).")


def test_where_nothing_moved_nothing_is_held_against_anything() -> None:
    assert "swing" not in sections(replace(TIME_PASSED, after=720, lines=(), swing=40))[0]


def test_what_went_out_of_sight_or_came_into_it_is_named_with_its_import() -> None:
    said = sections(replace(TIME_PASSED, sights=(GONE, COME)))[-1]

    assert (
        "No longer shown: comments, as the import Comments of 3 Nov was undone. "
        "Neither day counts them." in said
    )
    assert (
        "Newly shown: posts and poll votes, by the import Shares of 12 Nov. Both days count them."
        in said
    )
