"""Which weeks count beside outcomes: those that are over, known, and after the first outcome."""

from datetime import date, timedelta

import pytest

from bot.activity import Activity, Source
from bot.answers.teams.outcomes import team_outcomes
from bot.messages.contexts.outcomes import TeamOutcomes
from bot.storage.recordings import Batch
from bot.storage.tables import Member
from scoring.model import Kind
from tests.bot.answers.crew import NOW, TODAY, Crew

MONDAY = TODAY - timedelta(days=TODAY.weekday())


def outcome(crew: Crew, member: Member, day: date, kind: Kind = Kind.DEAL_WON) -> None:
    batch = Batch(
        Source.API,
        "CRM",
        "U0",
        TODAY,
        [Activity(kind, day, ref=day.toordinal())],
        frozenset({kind}),
    )
    crew.store.recordings.record(1, member.member_id, batch, NOW)


def told(crew: Crew) -> TeamOutcomes:
    return team_outcomes(crew.desk, crew.team, TODAY)


def test_without_outcomes_no_week_is_known(crew: Crew) -> None:
    crew.comments(crew.join("ana"), 5, TODAY)

    found = told(crew)

    assert (found.first, found.weeks, found.members, found.enough) == (None, 0, 1, False)


@pytest.mark.parametrize(
    ("weeks_ago", "weeks"), [(0, 0), (1, 0), (2, 1), (13, 12), (27, 26), (40, 26)]
)
def test_weeks_count_from_the_one_after_the_first_outcome(
    crew: Crew, weeks_ago: int, weeks: int
) -> None:
    member = crew.join("ana")
    crew.comments(member, 1, TODAY, NOW)
    outcome(crew, member, MONDAY - timedelta(weeks=weeks_ago))

    assert told(crew).weeks == weeks


def test_weeks_after_a_members_last_import_are_unknown(crew: Crew) -> None:
    """Both have an outcome last week; of Ben nothing was shown for three weeks."""
    for name, weeks in (("ana", 0), ("ben", 3)):
        member = crew.join(name)
        crew.comments(member, 1, MONDAY - timedelta(weeks=9), NOW - timedelta(weeks=weeks))
        outcome(crew, member, MONDAY - timedelta(weeks=8))
        outcome(crew, member, MONDAY - timedelta(weeks=5))
        outcome(crew, member, MONDAY - timedelta(weeks=1))

    assert told(crew).eventful == 3


def test_of_few_members_no_outcomes_are_counted(crew: Crew) -> None:
    member = crew.join("ana")
    crew.comments(member, 1, TODAY, NOW)
    for weeks in (1, 2, 3, 30):
        outcome(crew, member, MONDAY - timedelta(weeks=weeks))

    found = told(crew)

    assert (found.eventful, found.outcomes, found.enough) == (3, (), False)
    assert found.least == (5, 12, 20)


def test_the_smallest_team_is_the_workspaces(crew: Crew) -> None:
    crew.store.workspaces.set_smallest_team(1, 8)
    workspace = crew.store.workspaces.get(1)
    crew.desk.workspace.smallest_team = workspace.smallest_team

    assert told(crew).least[0] == 8
