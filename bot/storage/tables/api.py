"""What other programs send and read: their tokens, how often they call, and what they sent."""

from sqlalchemy import BigInteger, SmallInteger
from sqlmodel import Field, SQLModel

from bot.storage.tables.keys import belongs_to


class ApiToken(SQLModel, table=True):
    """A program's leave to call, made by an admin; of the token itself only the SHA-256 is kept.

    It holds until it is revoked, and then stays, for it tells who made and who revoked it.
    """

    __tablename__ = "api_token"
    __table_args__ = (belongs_to("workspace"),)

    workspace_id: int = Field(primary_key=True)
    token_id: int = Field(primary_key=True)
    name: str
    digest: str
    may_write: bool
    may_read: bool
    created_by: str
    created_at: int = Field(sa_type=BigInteger)
    last_used_on: int | None = None
    revoked_by: str | None = None
    revoked_at: int | None = Field(default=None, sa_type=BigInteger)


class ApiMinute(SQLModel, table=True):
    """How often a token called within a minute, counted from the epoch."""

    __tablename__ = "api_minute"
    __table_args__ = (belongs_to("api_token", "token_id"),)

    workspace_id: int = Field(primary_key=True)
    token_id: int = Field(primary_key=True)
    minute: int = Field(primary_key=True)
    calls: int = Field(sa_type=SmallInteger)


class ApiEntry(SQLModel, table=True):
    """What was sent under an ``external_id``: both are hashes, by which a change is noticed."""

    __tablename__ = "api_entry"
    __table_args__ = (belongs_to("member", "member_id"), {"sqlite_with_rowid": False})

    workspace_id: int = Field(primary_key=True)
    ref: int = Field(primary_key=True, sa_type=BigInteger)
    member_id: int
    content: int = Field(sa_type=BigInteger)
