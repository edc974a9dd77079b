"""Files that people bring in: what becomes of each, and what was told of how to read them."""

from enum import StrEnum

from sqlalchemy import BigInteger
from sqlmodel import Field, SQLModel

from bot.storage.tables.keys import belongs_to


class ImportState(StrEnum):
    """How far a file has come."""

    ASKING = "asking"
    WAITING = "waiting"
    MATCHED = "matched"
    IMPORTING = "importing"
    DONE = "done"
    CANCELLED = "cancelled"
    UNDONE = "undone"


class FileImport(SQLModel, table=True):
    """A file that somebody brought in, from its preview to its undoing; its content is not here.

    ``slack_id`` is who brought it, ``file_id`` Slack's name of it and ``digest`` the hash of what
    was previewed: empty where it came by the command line. ``state`` is an ``ImportState``.
    ``question`` and ``unmatched`` are JSON: the columns, and the seats, that a person may match.
    The days are those of which it tells, as far as a person said.
    Whoever imports it holds it until ``lease_until``, and tells of it in the message named here.
    """

    __tablename__ = "file_import"
    __table_args__ = (belongs_to("workspace"),)

    workspace_id: int = Field(primary_key=True)
    number: int = Field(primary_key=True)
    slack_id: str
    file_id: str
    name: str
    digest: str
    state: str
    is_team: bool = False
    question: str | None = None
    unmatched: str | None = None
    first_day: int | None = None
    last_day: int | None = None
    asked_at: int = Field(sa_type=BigInteger)
    lease_until: int | None = Field(default=None, sa_type=BigInteger)
    channel_id: str | None = None
    message_ts: str | None = None


class Seat(SQLModel, table=True):
    """Whom a team's files mean by a name of theirs, such as a seat's number, as an admin told."""

    __table_args__ = (belongs_to("member", "member_id"),)

    workspace_id: int = Field(primary_key=True)
    seat: str = Field(primary_key=True)
    member_id: int


class ColumnMapping(SQLModel, table=True):
    """What the columns of files with certain headers are, as a person told once.

    ``headers`` is the headers' fingerprint, ``columns`` a JSON object of our fields' columns.
    """

    __tablename__ = "column_mapping"
    __table_args__ = (belongs_to("workspace"),)

    workspace_id: int = Field(primary_key=True)
    headers: str = Field(primary_key=True)
    format: str = Field(primary_key=True)
    columns: str
    mapped_by: str
    mapped_at: int = Field(sa_type=BigInteger)


class Quarantine(SQLModel, table=True):
    """The structure of a file that is not as its format is known: for a bug report, no content.

    Of files that are built alike, which have the same ``mark``, one is here with how many times
    they came. ``structure`` is JSON, and ``question`` is which columns a person could match.
    ``told`` is whether the admins were told of it, or are owed it.
    """

    __table_args__ = (belongs_to("workspace"),)

    workspace_id: int = Field(primary_key=True)
    number: int = Field(primary_key=True)
    recognised: str
    mark: str
    structure: str
    question: str | None
    sent_by: str
    found_at: int = Field(sa_type=BigInteger)
    times: int = 1
    told: bool = False


class Admin(SQLModel, table=True):
    """Who was an admin of the workspace, by Slack's record, when the person last came here."""

    __table_args__ = (belongs_to("workspace"), {"sqlite_with_rowid": False})

    workspace_id: int = Field(primary_key=True)
    slack_id: str = Field(primary_key=True)
