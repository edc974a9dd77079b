"""Who may see more of a member than the score, and who looked."""

from sqlalchemy import BigInteger
from sqlmodel import Field, SQLModel

from bot.storage.tables.keys import belongs_to


class Consent(SQLModel, table=True):
    """What a member answered a manager who asked to see the details behind the score.

    It is open while there is no ``until`` and it is not ``revoked``, and given until then unless it
    is revoked. ``asked`` is whether the member was asked, or is owed the question.
    """

    __table_args__ = (belongs_to("member", "member_id"),)

    workspace_id: int = Field(primary_key=True)
    member_id: int = Field(primary_key=True)
    slack_id: str = Field(primary_key=True)
    asked_at: int = Field(sa_type=BigInteger)
    asked: bool = False
    until: int | None = Field(default=None, sa_type=BigInteger)
    revoked: bool = False


class Look(SQLModel, table=True):
    """Somebody looked at data of a member: who, when, and at what."""

    __table_args__ = (belongs_to("member", "member_id"),)

    workspace_id: int = Field(primary_key=True)
    member_id: int = Field(primary_key=True)
    looked_at: int = Field(primary_key=True, sa_type=BigInteger)
    slack_id: str = Field(primary_key=True)
    what: str = Field(primary_key=True)
