"""What is owed to Slack, and what of Slack was acted on."""

from sqlalchemy import BigInteger, Index
from sqlmodel import Field, SQLModel

from bot.storage.tables.keys import belongs_to


class Delivery(SQLModel, table=True):
    """One message owed to one place, sent once; the key says what it is and for when.

    It is about a team or a member, whose number it carries. ``thread_ts`` is the message that it
    answers, if it is a reply.

    ``state`` is ready, sending, verify, sent, failed, unknown or skipped; ``owner`` and ``attempt``
    fence whoever is sending it until ``lease_until``; ``not_before`` delays the next try, and
    ``begun_at`` is when the last one began.
    """

    __table_args__ = (
        belongs_to("workspace"),
        Index("delivery_by_state", "workspace_id", "state", "not_before"),
        Index("delivery_by_beginning", "workspace_id", "begun_at"),
    )

    workspace_id: int = Field(primary_key=True)
    kind: str = Field(primary_key=True)
    period: str = Field(primary_key=True)
    channel_id: str = Field(primary_key=True)
    team_id: int | None = None
    member_id: int | None = None
    thread_ts: str | None = None
    due_at: int = Field(sa_type=BigInteger)
    state: str
    attempt: int = 0
    owner: str | None = None
    lease_until: int | None = Field(default=None, sa_type=BigInteger)
    not_before: int = Field(sa_type=BigInteger)
    begun_at: int | None = Field(default=None, sa_type=BigInteger)
    sent_ts: str | None = None
    problem: str | None = None


class Pause(SQLModel, table=True):
    """How long Slack asked to be left alone with a kind of call: ``post``, or ``look``."""

    __table_args__ = (belongs_to("workspace"), {"sqlite_with_rowid": False})

    workspace_id: int = Field(primary_key=True)
    call: str = Field(primary_key=True)
    until: int = Field(sa_type=BigInteger)


class SeenEvent(SQLModel, table=True):
    """Requests of Slack's that were acted on, so that a repeated one does nothing.

    ``event_id`` is an event's id, or the trigger of a command, a click or a submission.
    """

    __tablename__ = "seen_event"
    __table_args__ = (belongs_to("workspace"), {"sqlite_with_rowid": False})

    workspace_id: int = Field(primary_key=True)
    event_id: str = Field(primary_key=True)
    seen_at: int = Field(sa_type=BigInteger)
