"""What people say of answers."""

from sqlalchemy import Index
from sqlmodel import Field, SQLModel

from bot.storage.tables.keys import belongs_to


class Feedback(SQLModel, table=True):
    """Whether somebody, by Slack id, found an answer good: once a message, the last word counts.

    Of the question there is the intent that was understood, and whether it named days; no words.
    """

    __table_args__ = (
        belongs_to("workspace"),
        Index("feedback_by_day", "workspace_id", "day"),
        {"sqlite_with_rowid": False},
    )

    workspace_id: int = Field(primary_key=True)
    channel_id: str = Field(primary_key=True)
    ts: str = Field(primary_key=True)
    slack_id: str = Field(primary_key=True)
    day: int
    intent: str
    named_days: bool
    good: bool
