"""How a score compares: with enough others, with LinkedIn's groups, with whom one may see."""

from datetime import timedelta

import pytest

from bot.answers.score.compare import compare
from bot.errors import NotFound
from bot.messages.contexts import Compare, ComparedRow, GroupLine, Place, TrendPoint
from bot.storage.tables import Member
from bot.understanding import Intent, Period, Question, Subject, SubjectKind
from scoring.model import Pillar
from scoring.reported import Figures, Whose
from tests.bot.answers.crew import LONG_BEFORE, NOW, TODAY, Crew, days_ago

NAMES = ("ana", "ben", "cleo", "dan", "eve")
BOSS = "UBOSS"


@pytest.fixture
def members(crew: Crew) -> list[Member]:
    """Ana has 25 comments, 5.0 points; each after her has 5 comments, 1.0 points, less."""
    found = [crew.join(name) for name in NAMES]
    for place, member in enumerate(found):
        at = LONG_BEFORE + timedelta(hours=place)
        crew.comments(member, 25 - 5 * place, days_ago(40), at=at)
    return found


def ask(
    crew: Crew, reader: str, *, about: str | None = None, period: Period | None = None
) -> Compare:
    subject = Subject(SubjectKind.PERSON, about) if about else Subject(SubjectKind.ME)
    question = Question(Intent.COMPARE, subject, None, period, None, 1.0, ())
    return compare(crew.desk, reader, TODAY, question)


@pytest.mark.usefixtures("members")
def test_five_have_an_average_of_what_can_be_seen(crew: Crew) -> None:
    told = ask(crew, "UBEN")

    assert (told.points, told.difference) == (40, 10)
    assert told.rows == (
        ComparedRow(Pillar.BRAND, None, None),
        ComparedRow(Pillar.PEOPLE, 0, 0),
        ComparedRow(Pillar.INSIGHTS, 40, 30),
        ComparedRow(Pillar.RELATIONSHIPS, None, None),
        ComparedRow(None, 40, 30),
    )


def test_four_have_none(crew: Crew, members: list[Member]) -> None:
    crew.store.teams.leave(1, crew.team.team_id, members[4].member_id, TODAY)

    told = ask(crew, "UBEN")

    assert (told.rows, told.scored, told.minimum) == ((), 4, 5)
    assert told.difference is None


def test_ranks_end_with_the_upper_half(crew: Crew, members: list[Member]) -> None:
    places = [ask(crew, str(member.slack_id)).place for member in members]

    assert places == [Place(1, 5), Place(2, 5), Place(3, 5), Place(None, 5), Place(None, 5)]


def test_who_is_on_no_board_has_no_place(crew: Crew, members: list[Member]) -> None:
    crew.store.members.show_on_boards(1, members[0].member_id, shown=False)

    assert ask(crew, "UANA").place is None
    assert ask(crew, "UBEN").place == Place(1, 4)


def test_a_colleague_is_refused_and_the_team_compared_with(
    crew: Crew, members: list[Member]
) -> None:
    told = ask(crew, "UBEN", about="UANA")

    assert told.refused
    assert told.refused.name == members[0].name
    assert told.against is None
    assert told.rows == ask(crew, "UBEN").rows


def test_a_manager_may_name_a_member(crew: Crew, members: list[Member]) -> None:
    beside = ask(crew, BOSS, about="UDAN")
    assert beside.person
    assert (beside.person.name, beside.points, beside.against) == ("dan", 20, None)
    assert beside.difference == -10

    crew.store.teams.join(1, crew.team.team_id, crew.join("boss").member_id, TODAY)
    boss = crew.store.members.by_slack_id(1, BOSS)
    assert boss
    crew.comments(boss, 30, days_ago(40))
    own = ask(crew, BOSS, about="UDAN")

    assert own.person is None
    assert own.against
    assert (own.against.name, own.points, own.difference) == ("dan", 60, 40)
    assert members[3].slack_id == own.against.slack_id


def test_nobody_is_compared_with_who_is_no_member(crew: Crew) -> None:
    with pytest.raises(NotFound, match="<@UZOE> has not joined a team"):
        ask(crew, "UANA", about="UZOE")


@pytest.mark.parametrize(
    ("first", "last", "day", "then"), [(60, 45, 45, 0), (20, 0, 21, 52)], ids=["past", "running"]
)
@pytest.mark.usefixtures("members")
def test_a_period_sets_the_score_beside_that_time(
    crew: Crew, first: int, last: int, day: int, then: int
) -> None:
    told = ask(crew, "UANA", period=Period(days_ago(first), days_ago(last)))

    assert told.then == TrendPoint(days_ago(day), then, 50 - then)


def test_linkedins_groups_are_told_with_the_day_of_each(crew: Crew, members: list[Member]) -> None:
    number = members[0].member_id
    for day, figures in (
        (9, {Whose.OWN: Figures(5300), Whose.INDUSTRY: Figures(3300, rank=9)}),
        (2, {Whose.OWN: Figures(5200), Whose.NETWORK: Figures(rank=12)}),
    ):
        crew.store.reported.record(1, number, days_ago(day), figures, NOW)

    assert ask(crew, "UANA").groups == (
        GroupLine(Whose.INDUSTRY, days_ago(9), 5300, 3300, 9),
        GroupLine(Whose.NETWORK, days_ago(2), 5200, None, 12),
    )
    assert ask(crew, "UBEN").groups == ()


def test_who_has_no_score_learns_no_average(crew: Crew) -> None:
    told = ask(crew, "UNOBODY")

    assert (told.points, told.rows, told.team, told.place) == (None, (), None, None)
