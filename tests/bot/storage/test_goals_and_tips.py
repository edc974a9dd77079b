"""Goals, weeks off and tips: one goal each, one row a week, and the last day of each tip."""

from datetime import UTC, date, datetime, timedelta

from bot.storage import Store
from bot.storage.tables import Goal, Member, TeamGoal, Workspace
from bot.storage.teams import TeamPlan

NOW = datetime(2026, 11, 18, 12, tzinfo=UTC)
TODAY = NOW.date()
MONDAY = date(2026, 11, 16)


def goal(member: Member, points: int) -> Goal:
    number = member.workspace_id, member.member_id
    return Goal(
        workspace_id=number[0], member_id=number[1], points=points, by=None, set_on=0, start=0
    )


def test_the_last_goal_holds_until_it_is_dropped(store: Store, member: Member) -> None:
    key = member.workspace_id, member.member_id
    store.goals.set(goal(member, 7000))
    store.goals.set(goal(member, 7500))

    found = store.goals.of_member(*key)

    assert found
    assert found.points == 7500
    store.goals.drop(*key)
    assert store.goals.of_member(*key) is None


def test_a_team_has_a_goal_of_its_own(store: Store, workspace: Workspace) -> None:
    plan = TeamPlan("C1", "North", ("UBOSS",), 0, 540, "UTC", "UBOSS")
    team = store.teams.set_up(workspace.workspace_id, plan, NOW)
    key = workspace.workspace_id, team.team_id

    store.goals.set(
        TeamGoal(workspace_id=key[0], team_id=key[1], points=6500, by=None, set_on=0, start=None)
    )

    found = store.goals.of_team(*key)
    assert found
    assert found.points == 6500
    store.goals.drop_of_team(*key)
    assert store.goals.of_team(*key) is None


def test_a_week_is_off_once_and_can_be_an_ordinary_one_again(store: Store, member: Member) -> None:
    key = member.workspace_id, member.member_id
    for _ in range(2):
        store.streaks.rest(*key, MONDAY, off=True)
    assert store.streaks.holidays(*key) == {MONDAY}

    store.streaks.rest(*key, MONDAY, off=False)

    assert store.streaks.holidays(*key) == frozenset()


def test_a_tip_is_remembered_by_the_last_day_on_which_it_was_told(
    store: Store, member: Member
) -> None:
    key = member.workspace_id, member.member_id
    store.tips.tell(*key, ["a.b", "c.d"], TODAY - timedelta(days=80))
    store.tips.tell(*key, ["a.b"], TODAY)

    assert store.tips.told(*key, TODAY - timedelta(days=55)) == {"a.b": TODAY}
    assert set(store.tips.told(*key, TODAY - timedelta(days=80))) == {"a.b", "c.d"}


def test_both_switches_are_on_until_they_are_turned(store: Store, member: Member) -> None:
    key = member.workspace_id, member.member_id
    store.streaks.show(*key, shown=False)
    store.streaks.show_anybody(member.workspace_id, shown=False)

    found = store.members.get(*key)

    assert member.games
    assert found
    assert not found.games
    assert not store.workspaces.get(member.workspace_id).games
