"""What was recorded of members, and which kinds are shown at all."""

from sqlalchemy import BigInteger, Index, SmallInteger
from sqlmodel import Field, SQLModel

from bot.storage.tables.keys import belongs_to


class Recording(SQLModel, table=True):
    """One act of bringing in or retracting activities, numbered in order within a workspace.

    ``import_number`` names the brought-in file that it is a part of, if it is. Of a figure told
    more than once under ``keeps_maximum`` the largest stands; ``undoes`` is what it takes back.
    """

    __table_args__ = (
        belongs_to("workspace"),
        Index("recording_by_import", "workspace_id", "import_number"),
    )

    workspace_id: int = Field(primary_key=True)
    recording_id: int = Field(primary_key=True)
    recorded_at: int = Field(sa_type=BigInteger)
    source: int = Field(sa_type=SmallInteger)
    recorded_by: str
    title: str
    import_number: int | None = None
    keeps_maximum: bool = False
    undoes: int | None = None


class ActivityRow(SQLModel, table=True):
    """Immutable facts, clustered in the order in which a member's window is read.

    A row holds from recording ``recorded_in`` until ``retracted_in``. That both are recordings
    rather than instants makes "as known then" exact and the row small.
    """

    __tablename__ = "activity"
    __table_args__ = (
        belongs_to("member", "member_id"),
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
    """Which kinds a connected source shows for a member: what is not here is unknown, not zero.

    As an activity does, it holds from recording ``recorded_in`` until ``retracted_in``.
    """

    __table_args__ = (belongs_to("member", "member_id"), {"sqlite_with_rowid": False})

    workspace_id: int = Field(primary_key=True)
    member_id: int = Field(primary_key=True)
    kind: int = Field(primary_key=True, sa_type=SmallInteger)
    source: int = Field(primary_key=True, sa_type=SmallInteger)
    recorded_in: int = Field(primary_key=True)
    retracted_in: int | None = None
