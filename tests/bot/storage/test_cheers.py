"""One cheer a digest from each, so many a digest, and none is left of who was forgotten."""

import pytest

from bot.storage import Store
from bot.storage.tables import Cheer, Member, Team, Workspace
from bot.storage.teams import TeamPlan
from tests.bot.storage.test_personal_data import NOW, a_member


@pytest.fixture
def team(store: Store, workspace: Workspace) -> Team:
    plan = TeamPlan("C1", "North", ("UBOSS",), 0, 540, "UTC", "UBOSS")
    return store.teams.set_up(workspace.workspace_id, plan, NOW)


def cheer(team: Team, member: Member, by: str, day: int = 1) -> Cheer:
    return Cheer(
        workspace_id=team.workspace_id,
        team_id=team.team_id,
        day=day,
        slack_id=by,
        member_id=member.member_id,
    )


def test_the_first_cheer_of_somebody_stands(
    store: Store, workspace: Workspace, member: Member, team: Team
) -> None:
    ben = a_member(store, workspace, "ben")
    first = cheer(team, member, "U9")

    assert store.cheers.give(first, most=2) is first
    again = store.cheers.give(cheer(team, ben, "U9"), most=2)
    assert again is not None
    assert again.member_id == member.member_id
    assert store.cheers.give(cheer(team, ben, "U9", day=8), most=2)
    assert store.cheers.received(team.workspace_id, ben.member_id) == 1


def test_a_digest_has_so_many_and_one_taken_back_makes_room(
    store: Store, member: Member, team: Team
) -> None:
    for by in ("U8", "U9"):
        assert store.cheers.give(cheer(team, member, by), most=2)

    assert store.cheers.give(cheer(team, member, "U7"), most=2) is None
    store.cheers.take_back(team.workspace_id, team.team_id, 1, "U8")
    assert store.cheers.give(cheer(team, member, "U7"), most=2)


def test_who_gave_a_cheer_is_forgotten_with_it(
    store: Store, workspace: Workspace, member: Member, team: Team
) -> None:
    ben = a_member(store, workspace, "ben")
    store.cheers.give(cheer(team, member, ben.slack_id or ""), most=2)

    store.personal.forget(workspace.workspace_id, ben.member_id)

    assert store.cheers.received(workspace.workspace_id, member.member_id) == 0
