"""A team whose members' activities and readings a test writes down as it likes."""

from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta

from bot.activity import Activity, Source, fingerprint
from bot.answers.desk import Desk
from bot.storage import Store
from bot.storage.recordings import Batch
from bot.storage.tables import Member, Team
from bot.storage.teams import TeamPlan
from scoring.model import Kind, Pillar
from scoring.reported import Figures, Whose
from scoring.rulebook import shipped

NOW = datetime(2026, 6, 30, 12, tzinfo=UTC)
TODAY = NOW.date()
"""A day under the rules 2026-01, by which a comment is worth 8 / 40 = 0.2 points."""

LONG_BEFORE = NOW - timedelta(days=10)
COVERED = frozenset({Kind.COMMENT_MADE})


def days_ago(days: int) -> date:
    return TODAY - timedelta(days=days)


@dataclass
class Crew:
    """A workspace in UTC with one team."""

    desk: Desk
    team: Team

    @property
    def store(self) -> Store:
        return self.desk.store

    def join(self, name: str, zone: str = "UTC") -> Member:
        """Make somebody a member of the team."""
        member = self.store.members.ensure(
            self.desk.workspace_id,
            slack_id=f"U{name.upper()}",
            name=name,
            email=None,
            zone=zone,
            now=NOW,
        )
        self.store.teams.join(
            self.desk.workspace_id, self.team.team_id, member.member_id, LONG_BEFORE.date()
        )
        return member

    def again(self, member: Member) -> Member:
        """Read a member anew."""
        found = self.store.members.get(self.desk.workspace_id, member.member_id)
        assert found
        return found

    def comments(self, member: Member, count: int, day: date, at: datetime = LONG_BEFORE) -> int:
        """Record comments of a day at an instant, and give the recording's number."""
        ref = fingerprint(b"", member.name, str(day), str(at))
        batch = Batch(
            source=Source.LINKEDIN_EXPORT,
            title="export",
            recorded_by="U0",
            as_of=day,
            activities=[Activity(Kind.COMMENT_MADE, day, ref, count)],
            covers=COVERED,
        )
        self.store.recordings.record(self.desk.workspace_id, member.member_id, batch, at)
        return self.store.recordings.latest(self.desk.workspace_id)

    def linkedin(self, member: Member, day: date, overall: int) -> None:
        """Enter what LinkedIn showed a member on a day, in hundredths."""
        self.store.reported.record(
            self.desk.workspace_id,
            member.member_id,
            day,
            {Whose.OWN: Figures(overall=overall, pillars=dict.fromkeys(Pillar, overall // 4))},
            NOW,
        )

    def at(self, now: datetime) -> "Crew":
        """Look from another instant."""
        return Crew(replace(self.desk, now=now), self.team)


def new_crew(store: Store) -> Crew:
    workspace = store.workspaces.ensure("T1", "Acme", "UTC", LONG_BEFORE)
    team = store.teams.set_up(
        workspace.workspace_id,
        TeamPlan(
            channel_id="C1",
            name="North",
            managers=("UBOSS",),
            weekday=0,
            minute=540,
            zone="UTC",
            set_up_by="UBOSS",
        ),
        NOW + timedelta(days=7),
    )
    return Crew(Desk(store, shipped(), workspace, NOW), team)
