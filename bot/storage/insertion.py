"""Inserting activities, unless they stand already or a correction took them back."""

from collections.abc import Callable, Iterable
from functools import cache
from itertools import islice
from operator import itemgetter
from typing import cast

from sqlalchemy import BigInteger, Integer, bindparam, exists, insert, literal_column, or_, select
from sqlalchemy.dialects import sqlite
from sqlalchemy.dialects.postgresql import psycopg
from sqlmodel import Session, SQLModel, col

from bot.activity import Source
from bot.storage.tables import Recording

Values = tuple[int, int, int, int, int, int, int, int, int | None]
"""Workspace, member, kind, day, ref, recording, source, quantity, counterpart."""

_NAMES = (
    "of_workspace",
    "of_member",
    "of_kind",
    "on_day",
    "named",
    "number",
    "from_source",
    "amount",
    "with_person",
)
_AT_ONCE = 10_000
_DIALECTS = {
    "sqlite": sqlite.dialect(),
    "postgresql": psycopg.dialect(paramstyle="format"),  # type: ignore[no-untyped-call]  # SQLAlchemy does not type it
}

_TABLE = SQLModel.metadata.tables["activity"]
_CORRECTIONS = select(col(Recording.recording_id)).where(
    col(Recording.workspace_id) == bindparam("of_workspace", type_=Integer),
    col(Recording.source) == literal_column(str(int(Source.CORRECTION))),
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
_INSERT = insert(_TABLE).from_select(
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


def insert_unless_they_stand(session: Session, rows: Iterable[Values]) -> int:
    """Insert activities, best in the order of the key, and count those that did not stand.

    The statement is written once and is given plain tuples, some thousand at a time: whatever else
    is done for each of a million activities is what importing them takes.
    """
    connection = session.connection()
    statement, arranged = _written_for(connection.dialect.name)
    values = map(arranged, rows)
    taken = 0
    while portion := list(islice(values, _AT_ONCE)):
        taken += connection.exec_driver_sql(statement, portion).rowcount
    return taken


@cache
def _written_for(dialect: str) -> tuple[str, Callable[[Values], tuple[int | None, ...]]]:
    """Write the statement for a driver, and tell how it wants the values arranged."""
    written = _INSERT.compile(dialect=_DIALECTS[dialect])
    places = map(_NAMES.index, cast("list[str]", written.positiontup))
    return written.string, itemgetter(*places)
