"""Members, teams, snapshots and seen events."""

from datetime import UTC, date, datetime, timedelta

import pytest

from bot.storage import Store
from bot.storage.tables import Member, Team
from bot.storage.teams import TeamPlan
from scoring.model import Amount, Pillar, Scorecard, SignalScore

NOW = datetime(2026, 11, 18, 12, tzinfo=UTC)


@pytest.fixture
def team(store: Store, member: Member) -> Team:
    return store.teams.set_up(member.workspace_id, plan(managers=("U7",)), NOW)


def plan(managers: tuple[str, ...], name: str = "North") -> TeamPlan:
    return TeamPlan("C1", name, managers, weekday=0, minute=540, zone="UTC", set_up_by="U7")


def card(day: date, points: int) -> Scorecard:
    signal = SignalScore("posts", Pillar.BRAND, Amount(1), points, 500, observed=True)
    return Scorecard(day, "2026-01", (signal,))


def test_a_member_is_found_by_name_mail_or_slack_id(store: Store, member: Member) -> None:
    for who in ("ana", "ANA@example.com", "u1"):
        assert store.members.find(member.workspace_id, who) == [member]
    assert store.members.find(member.workspace_id, "an") == []


def test_slack_keeps_a_members_facts_up_to_date(store: Store, member: Member) -> None:
    again = store.members.ensure(
        member.workspace_id, slack_id="U1", name="Ana B", email=None, zone="UTC", now=NOW
    )

    assert again.member_id == member.member_id
    assert [each.name for each in store.members.all(member.workspace_id)] == ["Ana B"]


def test_setting_a_team_up_again_keeps_its_members(
    store: Store, member: Member, team: Team
) -> None:
    store.teams.join(member.workspace_id, team.team_id, member.member_id, NOW.date())

    changed = store.teams.set_up(member.workspace_id, plan(("U8",), name="South"), NOW)

    assert changed.team_id == team.team_id
    assert store.teams.managers(member.workspace_id, team.team_id) == ["U8"]
    assert store.teams.managed_by(member.workspace_id, "U7") == []
    assert [m.name for m in store.teams.members(member.workspace_id, team.team_id)] == ["Ana"]
    assert store.teams.by_name(member.workspace_id, "south") == changed


def test_joining_and_leaving(store: Store, member: Member, team: Team) -> None:
    key, monday = (member.workspace_id, team.team_id, member.member_id), date(2026, 11, 16)
    tuesday, friday = monday + timedelta(days=1), monday + timedelta(days=4)
    of_team = key[:2]

    assert store.teams.join(*key, tuesday)
    assert not store.teams.join(*key, friday)
    assert store.teams.of_member(member.workspace_id, member.member_id) == [team]
    assert store.teams.joined_since(*of_team, monday) == {member.member_id}
    assert store.teams.joined_since(*of_team, tuesday) == frozenset()

    store.teams.leave(*key, friday)

    assert store.teams.of_member(member.workspace_id, member.member_id) == []
    assert store.teams.members(*of_team) == []
    assert [each.member_id for each in store.teams.left_since(*of_team, tuesday)] == [
        member.member_id
    ]
    assert store.teams.left_since(*of_team, monday) == []  # not there yet
    assert store.teams.left_since(*of_team, friday) == []
    assert store.teams.join(*key, friday)
    assert store.teams.left_since(*of_team, tuesday) == []


def test_a_snapshot_is_never_rewritten(store: Store, member: Member) -> None:
    day = date(2026, 11, 17)

    assert store.snapshots.save(member.workspace_id, [(member.member_id, card(day, 100))], 1) == 1
    assert store.snapshots.save(member.workspace_id, [(member.member_id, card(day, 200))], 2) == 0

    kept = store.snapshots.on(member.workspace_id, day)[member.member_id]
    assert (kept.points, kept.brand, kept.known_at) == (100, 100, 1)
    assert store.snapshots.known_on(member.workspace_id, day) == 1
    assert store.snapshots.known_on(member.workspace_id, day - timedelta(days=1)) is None


def test_an_event_is_new_once(store: Store, member: Member) -> None:
    assert store.workspaces.first_sight(member.workspace_id, "Ev1", NOW)
    assert not store.workspaces.first_sight(member.workspace_id, "Ev1", NOW)


def test_a_night_is_never_marked_back(store: Store, member: Member) -> None:
    store.workspaces.mark_scored(member.workspace_id, date(2026, 11, 17))
    store.workspaces.mark_scored(member.workspace_id, date(2026, 11, 10))

    assert store.workspaces.get(member.workspace_id).scored_through == 20774
