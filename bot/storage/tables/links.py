"""LinkedIn posts that were shared in teams' channels."""

from sqlalchemy import BigInteger
from sqlmodel import Field, SQLModel

from bot.storage.tables.keys import belongs_to


class OfferedPost(SQLModel, table=True):
    """A post of which a team's channel was asked who commented on it or shared it, too.

    ``ref`` is the salted hash of what names the post.
    """

    __tablename__ = "offered_post"
    __table_args__ = (belongs_to("team", "team_id"), {"sqlite_with_rowid": False})

    workspace_id: int = Field(primary_key=True)
    team_id: int = Field(primary_key=True)
    ref: int = Field(primary_key=True, sa_type=BigInteger)
