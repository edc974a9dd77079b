"""What members of a team say to each other by way of its digest."""

from sqlmodel import Field, SQLModel

from bot.storage.tables.keys import belongs_to


class Cheer(SQLModel, table=True):
    """Somebody, by Slack id, cheered a member whom a team's digest named as most improved.

    ``day`` is the digest's last; who cheers does so once a digest.
    """

    __table_args__ = (
        belongs_to("team", "team_id"),
        belongs_to("member", "member_id"),
        {"sqlite_with_rowid": False},
    )

    workspace_id: int = Field(primary_key=True)
    team_id: int = Field(primary_key=True)
    day: int = Field(primary_key=True)
    slack_id: str = Field(primary_key=True)
    member_id: int
