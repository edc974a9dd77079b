"""The statement that inserts an activity, unless it stands already or a correction took it back."""

from sqlalchemy import BigInteger, Integer, bindparam, exists, insert, or_, select
from sqlmodel import SQLModel, col

from bot.activity import Source
from bot.storage.tables import Recording

_TABLE = SQLModel.metadata.tables["activity"]
_CORRECTIONS = select(col(Recording.recording_id)).where(
    col(Recording.workspace_id) == bindparam("of_workspace", type_=Integer),
    col(Recording.source) == int(Source.CORRECTION),
)

_STANDS_ALREADY = exists().where(
    _TABLE.c.workspace_id == bindparam("of_workspace", type_=Integer),
    _TABLE.c.member_id == bindparam("of_member", type_=Integer),
    _TABLE.c.kind == bindparam("of_kind", type_=Integer),
    _TABLE.c.day == bindparam("on_day", type_=Integer),
    _TABLE.c.ref == bindparam("named", type_=BigInteger),
    or_(_TABLE.c.retracted_in.is_(None), _TABLE.c.retracted_in.in_(_CORRECTIONS)),
)

# A plain "on conflict do nothing" would not do: what was undone may come in again; what a
# manager's correction took back may not.
INSERT_UNLESS_IT_STANDS = insert(_TABLE).from_select(
    [
        "workspace_id",
        "member_id",
        "kind",
        "day",
        "ref",
        "recorded_in",
        "source",
        "quantity",
        "counterpart",
    ],
    select(
        bindparam("of_workspace", type_=Integer),
        bindparam("of_member", type_=Integer),
        bindparam("of_kind", type_=Integer),
        bindparam("on_day", type_=Integer),
        bindparam("named", type_=BigInteger),
        bindparam("number", type_=Integer),
        bindparam("from_source", type_=Integer),
        bindparam("amount", type_=Integer),
        bindparam("with_person", type_=BigInteger),
    ).where(~_STANDS_ALREADY),
)
