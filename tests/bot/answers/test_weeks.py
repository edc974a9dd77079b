"""A digest's weeks: sparks with gaps, a team's trend, newcomers among themselves, who rose most."""

from datetime import timedelta

from bot.answers.score.cohort import pairs
from bot.answers.score.weeks import weeks
from bot.answers.teams.board import digest, my_row
from bot.answers.teams.story import story
from bot.clock import fixed_clock
from bot.delivery.nightly import score_nights
from bot.storage.tables import Member
from bot.storage.times import to_epoch
from tests.bot.answers.crew import LONG_BEFORE, NOW, TODAY, Crew, days_ago

NAMES = ("ana", "ben", "cleo", "dan", "eve", "fay")
LAST = days_ago(1)
"""Yesterday: the last day that is scored by now."""


def scored(crew: Crew) -> Crew:
    """Score the nights since the workspace began, ten days ago."""
    score_nights(crew.store, fixed_clock(NOW))
    return crew


def joined(crew: Crew, name: str, count: int, *, weeks_ago: int = 30) -> Member:
    member = crew.join(name)
    crew.comments(member, count, days_ago(20))
    with crew.store.database.write() as session:
        session.add(member)
        member.joined_at = to_epoch(NOW - timedelta(weeks=weeks_ago))
    return member


def test_weeks_that_nobody_told_of_are_gaps(crew: Crew) -> None:
    ana = joined(crew, "ana", 10)
    scored(crew)

    found = pairs(crew.desk, [ana], LAST - timedelta(days=7), LAST)
    past = weeks(crew.desk, found, LAST)

    assert len(past.days) == 12
    assert past.days[-1] == LAST
    assert past.points[ana.member_id] == (*[None] * 10, 22, 22)


def test_what_was_told_when_sources_showed_less_is_a_gap(crew: Crew) -> None:
    """A first import of today makes nothing before the change's own days comparable."""
    ana = crew.join("ana")
    crew.comments(ana, 10, days_ago(20), NOW)
    scored(crew)

    found = pairs(crew.desk, [ana], LAST - timedelta(days=7), LAST)

    assert weeks(crew.desk, found, LAST).points[ana.member_id][:-2] == (None,) * 10


def test_a_team_has_a_trend_from_its_minimum_size_on(crew: Crew) -> None:
    members = [joined(crew, name, 10 + number) for number, name in enumerate(NAMES[:5])]
    scored(crew)
    large = digest(crew.desk, crew.team, LAST)
    assert large.average is not None
    assert [point.day for point in large.trend] == [LAST - timedelta(days=7), LAST]
    assert large.trend[-1].points == large.average
    assert story(crew.desk, crew.team, LAST).movement

    crew.store.teams.leave(crew.desk.workspace_id, crew.team.team_id, members[0].member_id, TODAY)
    small = digest(crew.desk, crew.team, LAST)

    assert (small.average, small.trend, small.minimum) == (None, (), 5)
    assert story(crew.desk, crew.team, LAST).movement is None


def test_equal_scores_are_shown_as_ties(crew: Crew) -> None:
    for name, count in (("ana", 20), ("ben", 10), ("cleo", 10), ("dan", 1)):
        joined(crew, name, count)

    rows = digest(crew.desk, crew.team, LAST).rows

    assert [(row.rank, row.tied) for row in rows] == [(1, False), (2, True)]


def test_newcomers_are_ranked_among_themselves_too(crew: Crew) -> None:
    members = [
        joined(crew, name, 30 - number, weeks_ago=30 if number < 3 else 11)
        for number, name in enumerate(NAMES)
    ]

    found = digest(crew.desk, crew.team, LAST)
    fay = my_row(crew.desk, crew.team, members[-1], LAST)

    assert (fay.rank, fay.newcomers) == (6, (3, 3))
    assert [row.person.name for row in found.rows] == ["ana", "ben", "cleo"]
    assert [(row.rank, row.person.name) for row in found.newcomers] == [(1, "dan"), (2, "eve")]


def test_few_newcomers_or_a_team_of_nobody_else_make_no_league(crew: Crew) -> None:
    for number, name in enumerate(NAMES):
        joined(crew, name, 30 - number, weeks_ago=13 if number < 4 else 1)
    assert digest(crew.desk, crew.team, LAST).newcomers == (), "two newcomers"

    for name in ("gus", "hal", "ivy", "jon"):
        joined(crew, name, 5, weeks_ago=1)
    assert digest(crew.desk, crew.team, LAST).newcomers, "six newcomers, and four others"


def test_only_who_is_on_boards_is_most_improved_with_the_pillar_that_grew(crew: Crew) -> None:
    ana, ben = joined(crew, "ana", 10), joined(crew, "ben", 10)
    for member in (ana, ben):
        crew.comments(member, 5, days_ago(2), LONG_BEFORE + timedelta(hours=1))
    crew.store.members.show_on_boards(crew.desk.workspace_id, ben.member_id, shown=False)

    told = story(crew.desk, crew.team, LAST)

    ((mover, pillar),) = told.movers
    assert (mover.person.name, pillar.value) == ("ana", "insights")
    assert mover.change > 0
    assert told.last == LAST < TODAY
