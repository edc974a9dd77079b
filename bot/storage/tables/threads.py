"""What conversations are about."""

from sqlalchemy import BigInteger, Index
from sqlmodel import Field, SQLModel

from bot.storage.tables.keys import belongs_to


class ThreadQuestion(SQLModel, table=True):
    """The last question of somebody in a thread as it was understood, never its words.

    ``thread_ts`` is the message that the thread hangs on; of a question outside threads, its own.
    ``subject`` is "me", "team", "everyone" or a Slack id; the days are both asked about, or absent.
    """

    __tablename__ = "thread_question"
    __table_args__ = (
        belongs_to("workspace"),
        Index("thread_question_by_age", "workspace_id", "asked_at"),
        {"sqlite_with_rowid": False},
    )

    workspace_id: int = Field(primary_key=True)
    channel_id: str = Field(primary_key=True)
    slack_id: str = Field(primary_key=True)
    thread_ts: str = Field(primary_key=True)
    intent: str
    subject: str
    pillar: str | None
    first: int | None
    last: int | None
    signal: str | None
    asked_at: int = Field(sa_type=BigInteger)
