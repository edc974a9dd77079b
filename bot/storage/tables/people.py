"""Workspaces, their members and teams."""

from sqlalchemy import BigInteger, Index, LargeBinary, SmallInteger
from sqlmodel import Field, SQLModel

from bot.storage.tables.keys import belongs_to


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
    night_claim: str | None = None
    """Who scores the next, if anybody does."""
    night_claimed_until: int | None = Field(default=None, sa_type=BigInteger)
    """When somebody else may take that over."""
    games: bool = True
    """Whether goals, streaks and badges are there for anybody."""
    smallest_team: int = Field(default=5, sa_type=SmallInteger)
    """No averages of teams with fewer scored members than this."""
    posts_in_doubt: bool = False
    """Whether a message that may have been posted, and cannot be looked for, is posted again."""
    late_days: int = Field(default=6, sa_type=SmallInteger)
    """A digest that is later than so many days is skipped."""
    previewed_at: int | None = Field(default=None, sa_type=BigInteger)
    """When an admin first had a look at a digest before it was posted."""
    plain_since: int | None = Field(default=None, sa_type=BigInteger)
    """When it last refused Slack's newest blocks, which are not rolled out to it yet."""


class Member(SQLModel, table=True):
    """A scored person; ``on_board`` is false for who opted out of leaderboards."""

    __table_args__ = (
        belongs_to("workspace"),
        Index("member_by_slack_id", "workspace_id", "slack_id", unique=True),
        Index("member_by_note", "workspace_id", "note_from"),
    )

    workspace_id: int = Field(primary_key=True)
    member_id: int = Field(primary_key=True)
    slack_id: str | None
    name: str
    email: str | None
    zone: str
    language: str = "en"
    """The language of what the member reads, as Slack last told it."""
    on_board: bool = True
    warned_from: int | None = None
    """Wants a word before a drop of so many hundredths of a point or more; None for no word."""
    nudged: bool = False
    """Wants to be asked once a week for what LinkedIn shows."""
    note_from: int | None = Field(default=None, sa_type=BigInteger)
    """Wants a note each week from this instant on; None for no note."""
    games: bool = True
    """Wants to see the own streaks and badges."""
    home_opened_at: int | None = Field(default=None, sa_type=BigInteger)
    """When the member last opened App Home."""
    home_through: int | None = None
    """The last scored day when App Home was last drawn for the member."""
    joined_at: int = Field(sa_type=BigInteger)


class Team(SQLModel, table=True):
    """Members with one or more managers; it lives in one channel and has a weekly digest there.

    ``digest_minute`` counts from local midnight; ``next_digest_at`` is when one is next due.
    """

    __table_args__ = (
        belongs_to("workspace"),
        Index("team_by_channel", "workspace_id", "channel_id", unique=True),
        Index("team_by_due_time", "workspace_id", "next_digest_at"),
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
    language: str = "en"
    """The language of what its channel reads: that of who set it up."""
    digest_stopped: bool = False
    """Whether its channel is gone, so that no digest is owed until it is set up anew."""
    counts_links: bool = False
    """Whether links to LinkedIn posts that are shared in its channel count."""


class TeamManager(SQLModel, table=True):
    """Who manages a team, by Slack id: a manager need not be a member."""

    __tablename__ = "team_manager"
    __table_args__ = (belongs_to("team", "team_id"),)

    workspace_id: int = Field(primary_key=True)
    team_id: int = Field(primary_key=True)
    slack_id: str = Field(primary_key=True)


class TeamMember(SQLModel, table=True):
    """Which members are of which team, since which day; of who left, until which."""

    __tablename__ = "team_member"
    __table_args__ = (belongs_to("team", "team_id"), belongs_to("member", "member_id"))

    workspace_id: int = Field(primary_key=True)
    team_id: int = Field(primary_key=True)
    member_id: int = Field(primary_key=True)
    joined_on: int
    left_on: int | None = None
