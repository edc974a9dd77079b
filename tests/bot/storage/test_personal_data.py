"""Personal data: what is stored of a member is told, and when it is forgotten nothing is left."""

from datetime import UTC, datetime, timedelta

from sqlalchemy import select
from sqlmodel import SQLModel

from bot.activity import Activity, Source
from bot.storage import Store
from bot.storage.disputes import Claim
from bot.storage.imports import Brought
from bot.storage.looks import Glance, Looked
from bot.storage.personal import Holding
from bot.storage.recordings import Batch
from bot.storage.sent import Sent
from bot.storage.tables import Cheer, Delivery, Goal, Member, Workspace
from bot.storage.tables.imports import ImportState
from bot.storage.teams import TeamPlan
from scoring.model import Kind, Pillar
from scoring.reported import Figures, Whose
from scoring.rulebook import shipped
from scoring.score import score

NOW = datetime(2026, 11, 18, 12, tzinfo=UTC)
TODAY = NOW.date()
PERSONAL = (
    "member", "activity", "coverage", "snapshot", "reported_score", "team_member", "delivery",
    "goal", "holiday_week", "tip_told", "dispute", "cheer", "consent", "look", "api_entry", "seat",
)  # fmt: skip


def a_member(store: Store, workspace: Workspace, name: str) -> Member:
    return store.members.ensure(
        workspace.workspace_id,
        slack_id=f"U{name.upper()}",
        name=name,
        email=f"{name}@example.com",
        zone="Europe/Berlin",
        now=NOW,
    )


def bring(store: Store, member: Member, *days_ago: int) -> None:
    batch = Batch(
        source=Source.LINKEDIN_EXPORT,
        title="Comments",
        recorded_by=str(member.slack_id),
        as_of=TODAY,
        activities=[
            Activity(Kind.COMMENT_MADE, TODAY - timedelta(days=days), ref=days) for days in days_ago
        ],
        covers=frozenset({Kind.COMMENT_MADE}),
        standings={Kind.PROFILE_SKILLS: 12},
    )
    store.recordings.record(member.workspace_id, member.member_id, batch, NOW)


def fill(store: Store, workspace: Workspace, member: Member) -> None:
    """Store something of a member in every table that holds something of members."""
    bring(store, member, 1, 2)
    number = workspace.workspace_id, member.member_id
    store.reported.record(
        *number, TODAY, {Whose.OWN: Figures(overall=5300, pillars=dict.fromkeys(Pillar, 1325))}, NOW
    )
    card = score(shipped()[0], {}, TODAY, frozenset())
    store.snapshots.save(workspace.workspace_id, [(member.member_id, card)], known_at=1)
    plan = TeamPlan("C1", "North", ["UBOSS"], 0, 540, "UTC", "UBOSS")
    team = store.teams.set_up(workspace.workspace_id, plan, NOW)
    store.teams.join(workspace.workspace_id, team.team_id, member.member_id, TODAY)
    store.goals.set(
        Goal(
            workspace_id=workspace.workspace_id,
            member_id=member.member_id,
            points=7000,
            by=None,
            set_on=0,
            start=0,
        )
    )
    store.streaks.rest(*number, TODAY, off=True)
    store.consents.ask(*number, "UBOSS", NOW)
    store.looks.note(number[0], [number[1]], Glance("UBOSS", Looked.DETAILS, NOW))
    sent = Sent(number[1], Activity(Kind.DEAL_WON, TODAY, ref=number[1] + 900), content=1)
    store.sent.take(number[0], "API: CRM", str(member.slack_id), [sent], NOW)
    store.matching.remember_seats(number[0], {f"seat {number[1]}": number[1]})
    brought = Brought(str(member.slack_id), "export.zip", ImportState.WAITING)
    store.imports.begin(number[0], brought, NOW)
    store.quarantines.note_admin(number[0], str(member.slack_id), is_admin=True)
    store.tips.tell(*number, ["comments.people_to_meet"], TODAY)
    store.cheers.give(
        Cheer(
            workspace_id=workspace.workspace_id,
            team_id=team.team_id,
            day=1,
            slack_id=f"U{member.member_id}",
            member_id=member.member_id,
        ),
        most=9,
    )
    claim = Claim(Kind.REPLY_RECEIVED, TODAY, 1)
    made = store.disputes.bring(*number, claim, NOW)
    store.disputes.decide(number[0], made.number, accepted=False, by=str(member.slack_id), now=NOW)
    with store.database.write() as session:
        session.add(
            Delivery(
                workspace_id=workspace.workspace_id,
                kind="nudge",
                period=f"2026-W47 {member.member_id}",
                channel_id=f"D{member.member_id}",
                member_id=member.member_id,
                due_at=0,
                state="sent",
                not_before=0,
            )
        )


def rows(store: Store) -> dict[str, set[tuple[object, ...]]]:
    """Read every row of every table."""
    with store.database.read() as session:
        connection = session.connection()
        return {
            name: {tuple(row) for row in connection.execute(select(table))}
            for name, table in SQLModel.metadata.tables.items()
        }


def test_forgetting_leaves_nothing_in_any_table_and_others_as_they_were(
    store: Store, workspace: Workspace, member: Member
) -> None:
    fill(store, workspace, member)
    before = rows(store)
    ben = a_member(store, workspace, "ben")
    fill(store, workspace, ben)
    full = rows(store)
    assert all(full[name] - before[name] for name in PERSONAL), "there is something to forget"

    store.personal.forget(workspace.workspace_id, ben.member_id)

    after = rows(store)
    left = {name: after[name] - before[name] for name in after}
    assert {name for name, new in left.items() if new} == {"recording"}
    by = list(SQLModel.metadata.tables["recording"].c.keys()).index("recorded_by")
    assert {row[by] for row in left["recording"]} == {""}
    assert not any(before[name] - after[name] for name in before), "others are as they were"


def test_no_table_that_names_members_is_forgotten_about() -> None:
    tables = SQLModel.metadata.tables.values()

    assert {table.name for table in tables if "member_id" in table.c} == set(PERSONAL)


def test_who_was_forgotten_may_come_again(store: Store, member: Member) -> None:
    bring(store, member, 1)
    store.personal.forget(member.workspace_id, member.member_id)
    store.personal.forget(member.workspace_id, member.member_id)

    again = store.members.ensure(
        member.workspace_id, slack_id="U1", name="Ana", email=None, zone="UTC", now=NOW
    )

    assert store.personal.holdings(again.workspace_id, again.member_id) == []
    assert again.member_id not in store.activities.observed(again.workspace_id)
    bring(store, again, 1)
    assert store.personal.holdings(again.workspace_id, again.member_id)[0].count == 1


def test_what_stands_is_told_by_source_and_kind(store: Store, member: Member) -> None:
    bring(store, member, 1, 5)
    bring(store, member, 3)
    key = member.workspace_id, member.member_id

    comments, skills = store.personal.holdings(*key)

    first, last = TODAY - timedelta(days=5), TODAY - timedelta(days=1)
    assert comments == Holding(Source.LINKEDIN_EXPORT, Kind.COMMENT_MADE, 3, first, last)
    assert skills.kind is Kind.PROFILE_SKILLS
    assert [(each.recording, each.entries) for each in store.personal.imports(*key, most=5)] == [
        (2, 1),
        (1, 3),
    ]
    assert store.personal.brought_in(member.workspace_id, 1) == {member.member_id: 3}
    assert store.personal.readings(*key) == (0, None, None)


def test_what_was_retracted_is_no_import_any_more(store: Store, member: Member) -> None:
    bring(store, member, 1)

    store.recordings.retract(member.workspace_id, 1, recorded_by="U1", now=NOW)

    assert store.personal.imports(member.workspace_id, member.member_id, most=5) == []
    assert store.personal.brought_in(member.workspace_id, 1) == {}
