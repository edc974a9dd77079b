"""A word before a drop comes two days ahead, for who wants one, and only while it is true."""

from datetime import timedelta

import pytest

from bot.answers.ahead.upcoming import outlook_of
from bot.answers.ahead.warning import drop_ahead, heads_up, warn
from bot.messages.contexts import HeadsUp, Warned
from bot.messages.render import render
from bot.storage.tables import Member
from tests.bot.answers.crew import NOW, TODAY, Crew, days_ago

DROP = TODAY + timedelta(days=2)
LAST_COUNTED = days_ago(88)
"""What happened then counts for 90 days, and no more the day after tomorrow."""


@pytest.fixture
def ana(crew: Crew) -> Member:
    """Ana has 30 comments, 6.0 points, of which 20 leave the day after tomorrow."""
    ana = crew.join("ana")
    crew.comments(ana, 20, LAST_COUNTED)
    crew.comments(ana, 10, days_ago(50))
    return ana


def wanting(crew: Crew, member: Member, tenths: int) -> Member:
    warn(crew.desk, member, tenths)
    return crew.again(member)


def test_nobody_is_warned_who_did_not_ask(crew: Crew, ana: Member) -> None:
    assert drop_ahead(crew.desk, ana) is None
    assert heads_up(crew.desk, ana, DROP) is None


@pytest.mark.parametrize(("wish", "owed"), [(10, True), (40, True), (50, False)])
def test_a_drop_is_owed_a_word_if_it_is_as_large_as_wished(
    crew: Crew, ana: Member, wish: int, *, owed: bool
) -> None:
    ana = wanting(crew, ana, wish)

    assert drop_ahead(crew.desk, ana) == (DROP if owed else None)


def test_the_word_says_what_leaves_and_what_would_make_up_for_it(crew: Crew, ana: Member) -> None:
    said = heads_up(crew.desk, wanting(crew, ana, 20), DROP)

    assert isinstance(said, HeadsUp)
    assert (said.points, said.points_then, said.change) == (60, 20, -40)
    assert sum(line.points for line in said.leaving) == said.change
    message = render(said)
    assert message.text == (
        "On Thu 2 Jul your score falls by 4, from 6 to 2, if nothing new comes in."
    )
    assert "20 comments from 3 Apr: −4.0" in str(message.blocks)
    assert "*To stay at 6:* 20 comments (+4.0)." in str(message.blocks)


def test_the_word_is_given_two_days_ahead_and_not_earlier_or_later(crew: Crew, ana: Member) -> None:
    ana = wanting(crew, ana, 20)

    assert drop_ahead(crew.at(NOW - timedelta(days=1)).desk, ana) is None
    assert drop_ahead(crew.at(NOW + timedelta(days=1)).desk, ana) is None


def test_a_word_that_comes_late_is_left_out(crew: Crew, ana: Member) -> None:
    ana = wanting(crew, ana, 20)

    assert heads_up(crew.at(NOW + timedelta(days=1)).desk, ana, DROP) is not None
    assert heads_up(crew.at(NOW + timedelta(days=2)).desk, ana, DROP) is None


def test_what_came_in_meanwhile_can_spare_the_word(crew: Crew, ana: Member) -> None:
    ana = wanting(crew, ana, 20)
    crew.comments(ana, 30, TODAY, at=NOW)

    assert heads_up(crew.desk, ana, DROP) is None


def test_who_has_no_data_has_nothing_to_lose(crew: Crew) -> None:
    ben = wanting(crew, crew.join("ben"), 10)

    assert drop_ahead(crew.desk, ben) is None


def test_the_wish_is_kept_shown_and_taken_back(crew: Crew, ana: Member) -> None:
    assert warn(crew.desk, ana, 20) == Warned(20)
    assert outlook_of(crew.desk, crew.again(ana), TODAY, reader="UANA").warned_from == 20

    assert warn(crew.desk, ana, 0) == Warned(None)
    assert crew.again(ana).warned_from is None
