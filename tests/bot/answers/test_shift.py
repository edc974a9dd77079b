"""Many moved together while inputs stood still: then it is the index, and it is said first."""

import random

import pytest

from bot.answers.score.shift import shift_note
from bot.answers.score.why import Span, why
from bot.answers.teams.board import digest
from bot.messages.contexts import Shift
from bot.messages.render import render
from bot.storage.tables import Member
from tests.bot.answers.crew import LONG_BEFORE, NOW, TODAY, Crew, days_ago

FIRST, LAST = days_ago(7), TODAY
SPAN = Span(FIRST, LAST)


@pytest.fixture
def ten(crew: Crew) -> list[Member]:
    """Ten members whose own inputs stand still, and who told what LinkedIn showed a week ago."""
    members = [crew.join(f"m{number}") for number in range(10)]
    for number, member in enumerate(members):
        crew.comments(member, 10 + number, days_ago(50))
        crew.linkedin(member, FIRST, 6000 + 100 * number)
    return members


def fall(crew: Crew, members: list[Member], share: float) -> None:
    for number, member in enumerate(members):
        crew.linkedin(member, LAST, round((6000 + 100 * number) * (1 - share)))


def test_a_fall_for_all_is_said_before_anything_else(crew: Crew, ten: list[Member]) -> None:
    fall(crew, ten, 0.07)

    said = why(crew.desk, ten[0], SPAN, reader="UM0", today=TODAY)

    assert said.shift == Shift(moved=10, of=10, median=-45, reported=True)
    first = str(render(said).blocks[0])
    assert (
        "*On LinkedIn, 10 of 10 fell, median −4.5, while inputs stood still: "
        "it's the index, not you.*\\n*You're at 2, unchanged"
    ) in first


def test_the_digest_and_the_managers_note_say_so_too(crew: Crew, ten: list[Member]) -> None:
    fall(crew, ten, 0.07)

    week = digest(crew.desk, crew.team, LAST)
    note = shift_note(crew.desk, crew.team, LAST)

    assert "it's the index, not you." in str(render(week).blocks[1])
    assert note
    assert "it's the index, not your team." in str(render(note).blocks)


def test_an_ordinary_week_raises_no_alarm(crew: Crew, ten: list[Member]) -> None:
    noise = random.Random(7)  # noqa: S311 - no secret
    for number, member in enumerate(ten):
        crew.linkedin(member, LAST, 6000 + 100 * number + noise.randint(-150, 150))

    assert shift_note(crew.desk, crew.team, LAST) is None
    assert why(crew.desk, ten[0], SPAN, reader="UM0", today=TODAY).shift is None


def test_four_who_told_are_too_few(crew: Crew, ten: list[Member]) -> None:
    fall(crew, ten[:4], 0.07)

    assert shift_note(crew.desk, crew.team, LAST) is None


def test_of_whom_nothing_is_known_it_is_not_known_that_inputs_stood_still(crew: Crew) -> None:
    members = [crew.join(f"m{number}") for number in range(10)]
    for member in members:
        crew.linkedin(member, FIRST, 6000)
    fall(crew, members, 0.07)

    assert shift_note(crew.desk, crew.team, LAST) is None


def test_a_correction_for_all_is_not_their_doing_either(crew: Crew, ten: list[Member]) -> None:
    wrong = [crew.comments(m, 20, days_ago(45), at=LONG_BEFORE) for m in ten]
    for recording in wrong:
        crew.store.recordings.retract(1, recording, recorded_by="UBOSS", now=NOW)

    said = why(crew.desk, ten[0], SPAN, reader="UM0", today=TODAY)

    assert said.shift == Shift(moved=10, of=10, median=-40, reported=False)
    assert "it's a correction of what was known, not you." in str(render(said).blocks[0])


def test_late_imports_of_all_are_no_shift(crew: Crew, ten: list[Member]) -> None:
    for member in ten:
        crew.comments(member, 15, days_ago(45), at=NOW)

    assert why(crew.desk, ten[0], SPAN, reader="UM0", today=TODAY).shift is None
