"""What members and teams set out to do, the weeks they rest, and the tips they were told."""

from sqlmodel import Field, SQLModel

from bot.storage.tables.keys import belongs_to


class Goal(SQLModel, table=True):
    """A score that a member wants to reach, in hundredths, perhaps by a day; the member's alone.

    ``start`` is the score when the goal was set.
    """

    __table_args__ = (belongs_to("member", "member_id"),)

    workspace_id: int = Field(primary_key=True)
    member_id: int = Field(primary_key=True)
    points: int
    by: int | None
    set_on: int
    start: int


class TeamGoal(SQLModel, table=True):
    """An average that a team wants to reach, as its managers set it; all else is as in a goal.

    ``start`` is absent where the team was too small for an average.
    """

    __tablename__ = "team_goal"
    __table_args__ = (belongs_to("team", "team_id"),)

    workspace_id: int = Field(primary_key=True)
    team_id: int = Field(primary_key=True)
    points: int
    by: int | None
    set_on: int
    start: int | None


class HolidayWeek(SQLModel, table=True):
    """A week off, told by its Monday: it neither adds to a member's streak nor ends it."""

    __tablename__ = "holiday_week"
    __table_args__ = (belongs_to("member", "member_id"), {"sqlite_with_rowid": False})

    workspace_id: int = Field(primary_key=True)
    member_id: int = Field(primary_key=True)
    monday: int = Field(primary_key=True)


class TipTold(SQLModel, table=True):
    """When a member was last told a tip."""

    __tablename__ = "tip_told"
    __table_args__ = (belongs_to("member", "member_id"), {"sqlite_with_rowid": False})

    workspace_id: int = Field(primary_key=True)
    member_id: int = Field(primary_key=True)
    tip: str = Field(primary_key=True)
    told_on: int


class TeamTipTold(SQLModel, table=True):
    """When a team's digest last had a tip."""

    __tablename__ = "team_tip_told"
    __table_args__ = (belongs_to("team", "team_id"), {"sqlite_with_rowid": False})

    workspace_id: int = Field(primary_key=True)
    team_id: int = Field(primary_key=True)
    tip: str = Field(primary_key=True)
    told_on: int
