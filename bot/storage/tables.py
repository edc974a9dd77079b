"""The tables. Instants are epoch seconds (UTC), days are epoch days, ids are small integers.

``workspace_id`` comes first in every key, so that workspaces can be spread over shards.
"""

from sqlalchemy import BigInteger, ForeignKeyConstraint, Index, LargeBinary, SmallInteger
from sqlmodel import Field, SQLModel


def _belongs_to(table: str, *columns: str) -> ForeignKeyConstraint:
    keys = ["workspace_id", *columns]
    return ForeignKeyConstraint(keys, [f"{table}.{key}" for key in keys])


class Workspace(SQLModel, table=True):
    """A Slack workspace, which owns all data; ``salt`` keys the hashes of other people."""

    workspace_id: int = Field(default=None, primary_key=True)  # the database numbers it
    slack_id: str = Field(unique=True)
    name: str
    zone: str
    salt: bytes = Field(sa_type=LargeBinary)
    created_at: int = Field(sa_type=BigInteger)
    scored_through: int | None = None
    """The last day that nightly scoring has stored snapshots for."""


class Member(SQLModel, table=True):
    """A scored person; ``on_board`` is false for who opted out of leaderboards."""

    __table_args__ = (
        _belongs_to("workspace"),
        Index("member_by_slack_id", "workspace_id", "slack_id", unique=True),
    )

    workspace_id: int = Field(primary_key=True)
    member_id: int = Field(primary_key=True)
    slack_id: str | None
    name: str
    email: str | None
    zone: str
    on_board: bool = True
    warned_from: int | None = None
    """Wants a word before a drop of so many hundredths of a point or more; None for no word."""
    nudged: bool = False
    """Wants to be asked once a week for what LinkedIn shows."""
    joined_at: int = Field(sa_type=BigInteger)


class Team(SQLModel, table=True):
    """Members with one or more managers; it lives in one channel and has a weekly digest there.

    ``digest_minute`` counts from local midnight; ``next_digest_at`` is when one is next due.
    """

    __table_args__ = (
        _belongs_to("workspace"),
        Index("team_by_channel", "workspace_id", "channel_id", unique=True),
        Index("team_by_due_time", "next_digest_at"),
    )

    workspace_id: int = Field(primary_key=True)
    team_id: int = Field(primary_key=True)
    channel_id: str
    name: str
    zone: str
    digest_weekday: int = Field(sa_type=SmallInteger)
    digest_minute: int = Field(sa_type=SmallInteger)
    next_digest_at: int = Field(sa_type=BigInteger)
    set_up_by: str


class TeamManager(SQLModel, table=True):
    """Who manages a team, by Slack id: a manager need not be a member."""

    __tablename__ = "team_manager"
    __table_args__ = (_belongs_to("team", "team_id"),)

    workspace_id: int = Field(primary_key=True)
    team_id: int = Field(primary_key=True)
    slack_id: str = Field(primary_key=True)


class TeamMember(SQLModel, table=True):
    """Which members are of which team."""

    __tablename__ = "team_member"
    __table_args__ = (_belongs_to("team", "team_id"), _belongs_to("member", "member_id"))

    workspace_id: int = Field(primary_key=True)
    team_id: int = Field(primary_key=True)
    member_id: int = Field(primary_key=True)


class Recording(SQLModel, table=True):
    """One act of bringing in or retracting activities, numbered in order within a workspace."""

    __table_args__ = (_belongs_to("workspace"),)

    workspace_id: int = Field(primary_key=True)
    recording_id: int = Field(primary_key=True)
    recorded_at: int = Field(sa_type=BigInteger)
    source: int = Field(sa_type=SmallInteger)
    recorded_by: str
    title: str


class ActivityRow(SQLModel, table=True):
    """Immutable facts, clustered in the order in which a member's window is read.

    A row holds from recording ``recorded_in`` until ``retracted_in``. That both are recordings
    rather than instants makes "as known then" exact and the row small.
    """

    __tablename__ = "activity"
    __table_args__ = (
        _belongs_to("member", "member_id"),
        {"sqlite_with_rowid": False},
    )

    workspace_id: int = Field(primary_key=True)
    member_id: int = Field(primary_key=True)
    kind: int = Field(primary_key=True, sa_type=SmallInteger)
    day: int = Field(primary_key=True)
    ref: int = Field(primary_key=True, sa_type=BigInteger)
    recorded_in: int = Field(primary_key=True)
    source: int = Field(sa_type=SmallInteger)
    quantity: int
    counterpart: int | None = Field(sa_type=BigInteger)
    retracted_in: int | None


class Coverage(SQLModel, table=True):
    """Which kinds a connected source shows for a member: what is not here is unknown, not zero."""

    __table_args__ = (_belongs_to("member", "member_id"), {"sqlite_with_rowid": False})

    workspace_id: int = Field(primary_key=True)
    member_id: int = Field(primary_key=True)
    kind: int = Field(primary_key=True, sa_type=SmallInteger)
    source: int = Field(primary_key=True, sa_type=SmallInteger)
    recorded_in: int = Field(primary_key=True)


class Snapshot(SQLModel, table=True):
    """A stored scorecard: what was said of a day, with what was known and which rulebook held.

    Points are hundredths. Snapshots are written once and never changed.
    """

    __table_args__ = (_belongs_to("member", "member_id"), {"sqlite_with_rowid": False})

    workspace_id: int = Field(primary_key=True)
    member_id: int = Field(primary_key=True)
    day: int = Field(primary_key=True)
    known_at: int
    rulebook: str
    points: int
    brand: int
    people: int
    insights: int
    relationships: int


class ReportedScore(SQLModel, table=True):
    """What LinkedIn showed a member on a day, of the member or of a group; never rewritten.

    ``subject`` is own, industry, network or team. Points are hundredths, ``rank`` is "top N %".
    What was not given is absent. Of several entries for a day, the latest holds.
    """

    __tablename__ = "reported_score"
    __table_args__ = (_belongs_to("member", "member_id"), {"sqlite_with_rowid": False})

    workspace_id: int = Field(primary_key=True)
    member_id: int = Field(primary_key=True)
    day: int = Field(primary_key=True)
    subject: str = Field(primary_key=True)
    entered_at: int = Field(primary_key=True, sa_type=BigInteger)
    rank: int | None
    overall: int | None
    brand: int | None
    people: int | None
    insights: int | None
    relationships: int | None


class WorkspaceRulebook(SQLModel, table=True):
    """A workspace's own rulebook: its text as it was checked, in force from a day on.

    One without ``published_at`` is a draft, by which nobody is scored.
    """

    __tablename__ = "workspace_rulebook"
    __table_args__ = (_belongs_to("workspace"),)

    workspace_id: int = Field(primary_key=True)
    version: str = Field(primary_key=True)
    effective: int
    text: str
    uploaded_by: str
    uploaded_at: int = Field(sa_type=BigInteger)
    published_at: int | None = Field(default=None, sa_type=BigInteger)


class Delivery(SQLModel, table=True):
    """One message owed to one place, sent once; the key says what it is and for when.

    It is about a team or a member, whose number it carries.

    ``state`` is ready, sending, verify, sent, failed or skipped; ``owner`` and ``attempt`` fence
    whoever is sending it until ``lease_until``; ``not_before`` delays the next try.
    """

    __table_args__ = (
        _belongs_to("workspace"),
        Index("delivery_by_state", "state", "not_before"),
    )

    workspace_id: int = Field(primary_key=True)
    kind: str = Field(primary_key=True)
    period: str = Field(primary_key=True)
    channel_id: str = Field(primary_key=True)
    team_id: int | None = None
    member_id: int | None = None
    due_at: int = Field(sa_type=BigInteger)
    state: str
    attempt: int = 0
    owner: str | None = None
    lease_until: int | None = Field(default=None, sa_type=BigInteger)
    not_before: int = Field(sa_type=BigInteger)
    sent_ts: str | None = None
    problem: str | None = None


class SeenEvent(SQLModel, table=True):
    """Events of Slack that were acted on, so that a repeated one does nothing."""

    __tablename__ = "seen_event"
    __table_args__ = (_belongs_to("workspace"), {"sqlite_with_rowid": False})

    workspace_id: int = Field(primary_key=True)
    event_id: str = Field(primary_key=True)
    seen_at: int = Field(sa_type=BigInteger)
