"""What members say is missing or wrong, and what became of it."""

from sqlalchemy import BigInteger, SmallInteger
from sqlmodel import Field, SQLModel

from bot.storage.tables.keys import belongs_to


class Dispute(SQLModel, table=True):
    """A member's word that so much of a kind is missing on a day, or with a minus too much.

    ``state`` is open, accepted or declined; ``told`` is whether the member was told of a decision,
    or is owed it.
    """

    __table_args__ = (belongs_to("member", "member_id"),)

    workspace_id: int = Field(primary_key=True)
    number: int = Field(primary_key=True)
    member_id: int
    kind: int = Field(sa_type=SmallInteger)
    day: int
    quantity: int
    state: str
    raised_at: int = Field(sa_type=BigInteger)
    decided_by: str | None = None
    decided_at: int | None = Field(default=None, sa_type=BigInteger)
    told: bool = False
