"""What was said of scores, and the rules they were made by."""

from sqlalchemy import BigInteger, Index
from sqlmodel import Field, SQLModel

from bot.storage.tables.keys import belongs_to


class Snapshot(SQLModel, table=True):
    """A stored scorecard: what was said of a day, with what was known and which rulebook held.

    Points are hundredths. Snapshots are written once and never changed.
    """

    __table_args__ = (
        belongs_to("member", "member_id"),
        Index("snapshot_by_day", "workspace_id", "day"),
        {"sqlite_with_rowid": False},
    )

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
    __table_args__ = (belongs_to("member", "member_id"), {"sqlite_with_rowid": False})

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
    __table_args__ = (belongs_to("workspace"),)

    workspace_id: int = Field(primary_key=True)
    version: str = Field(primary_key=True)
    effective: int
    text: str
    uploaded_by: str
    uploaded_at: int = Field(sa_type=BigInteger)
    published_at: int | None = Field(default=None, sa_type=BigInteger)


class Effort(SQLModel, table=True):
    """The minutes that one more unit of a signal takes by a workspace's own reckoning.

    Signals that are not here take what the rulebook says.
    """

    __table_args__ = (belongs_to("workspace"),)

    workspace_id: int = Field(primary_key=True)
    signal: str = Field(primary_key=True)
    minutes: int
