"""A rank's move is told by who passed whom; no name is told that the board does not show."""

import pytest

from bot.answers.score.why import Span, why
from bot.answers.teams.board import board, my_row
from bot.messages.contexts import Context
from bot.messages.render import render
from bot.storage.tables import Member
from tests.bot.answers.crew import LONG_BEFORE, NOW, TODAY, Crew, days_ago

WEEK_AGO = days_ago(7)
WEEK = Span(WEEK_AGO, TODAY)
YESTERDAY = days_ago(1)


def words(said: Context) -> str:
    return str(render(said).blocks)


@pytest.fixture
def five(crew: Crew) -> dict[str, Member]:
    """Five members, the first with 40 comments of long ago, the last with 8."""
    members = {name: crew.join(name) for name in ("ana", "ben", "cleo", "dan", "eve")}
    for number, member in enumerate(members.values()):
        crew.comments(member, 40 - 8 * number, days_ago(50), at=LONG_BEFORE)
    return members


def overtake(crew: Crew, member: Member) -> None:
    crew.comments(member, 45, YESTERDAY, at=NOW)


def test_who_is_passed_reads_how_many_passed_and_only_whom_the_board_shows(
    crew: Crew, five: dict[str, Member]
) -> None:
    overtake(crew, five["dan"])
    overtake(crew, five["eve"])

    said = board(crew.desk, crew.team, WEEK, TODAY, "UBEN")

    assert [row.person.name for row in said.rows] == ["dan", "eve", "ana"]
    assert said.move
    assert (said.move.rank, said.move.places) == (4, -2)
    assert "You're 4th, 2 down: your score did not move; <@UDAN> and <@UEVE> passed you." in words(
        said
    )
    row = my_row(crew.desk, crew.team, five["cleo"], TODAY)
    assert "2 down: your score did not move; <@UDAN> and <@UEVE> passed you." in words(row)


def test_below_the_board_people_are_counted_and_not_named(
    crew: Crew, five: dict[str, Member]
) -> None:
    crew.comments(five["eve"], 15, YESTERDAY, at=NOW)

    said = board(crew.desk, crew.team, WEEK, TODAY, "UDAN")

    assert "You're 5th, 1 down: your score did not move; one person passed you." in words(said)
    assert "UEVE" not in words(said)


def test_who_moved_up_reads_whom_they_passed(crew: Crew, five: dict[str, Member]) -> None:
    overtake(crew, five["eve"])

    said = why(crew.desk, five["eve"], Span(WEEK_AGO, TODAY), reader="UEVE", today=TODAY)

    assert said.rank
    assert said.rank.places == 4
    assert (
        "You're 1st, 4 up: your score rose 6.6; you passed <@UANA>, <@UBEN> and two others."
        in words(said)
    )


def test_who_joined_ahead_is_told_apart(crew: Crew, five: dict[str, Member]) -> None:
    new = crew.join("new")
    crew.comments(new, 45, days_ago(50), at=NOW)

    said = board(crew.desk, crew.team, WEEK, TODAY, "UCLEO")

    assert "You're 4th, 1 down: your score did not move; one who joined is ahead." in words(said)


def test_who_is_on_no_board_passes_nobody_and_has_no_rank(
    crew: Crew, five: dict[str, Member]
) -> None:
    overtake(crew, five["eve"])
    crew.store.members.show_on_boards(1, five["eve"].member_id, shown=False)

    said = board(crew.desk, crew.team, WEEK, TODAY, "UBEN")

    assert said.move
    assert said.move.places == 0
    hidden = my_row(crew.desk, crew.team, crew.again(five["eve"]), TODAY)
    assert hidden.move is None


def test_a_rank_that_stood_still_is_not_dwelt_upon(crew: Crew, five: dict[str, Member]) -> None:
    span = Span(WEEK_AGO, TODAY)

    assert why(crew.desk, five["cleo"], span, reader="UCLEO", today=TODAY).rank is None
    assert "You're number 3* at 4.8, unchanged" in words(
        board(crew.desk, crew.team, WEEK, TODAY, "UCLEO")
    )


def test_who_left_from_ahead_is_counted(crew: Crew, five: dict[str, Member]) -> None:
    key = crew.desk.workspace_id, crew.team.team_id
    crew.store.teams.leave(*key, five["ana"].member_id, YESTERDAY)

    said = board(crew.desk, crew.team, WEEK, TODAY, "UBEN")

    assert said.move
    assert (said.move.rank, said.move.places, said.move.left) == (1, 1, 1)
    assert "You're 1st, 1 up: your score did not move; one who was ahead left." in words(said)


def test_who_had_data_before_joining_the_team_joined_all_the_same(
    crew: Crew, five: dict[str, Member]
) -> None:
    key = crew.desk.workspace_id, crew.team.team_id
    crew.store.teams.leave(*key, five["ana"].member_id, LONG_BEFORE.date())
    crew.store.teams.join(*key, five["ana"].member_id, YESTERDAY)

    said = board(crew.desk, crew.team, WEEK, TODAY, "UBEN")

    assert said.move
    assert (said.move.rank, said.move.places, said.move.joined) == (2, -1, 1)
