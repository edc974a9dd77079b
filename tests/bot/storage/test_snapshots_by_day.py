"""What is asked of a day's snapshots is looked up, however many other days a workspace has."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import Connection, event, text

from bot.storage import Database, Store
from bot.storage.tables import Member
from bot.storage.times import EPOCH
from scoring.model import Kind
from scoring.rulebook import shipped
from scoring.score import score
from tests.bot.conftest import NOW

MEMBERS, DAYS = 40, 60
BY_DAY = re.compile(r"snapshot_by_day|snapshot_part_\d_workspace_id_day_idx")
"""The index that leads to a day's snapshots; PostgreSQL names that of a part itself."""


@pytest.fixture
def many(store: Store, member: Member) -> Store:
    """Store enough snapshots for the planner to prefer an index to reading all of them."""
    for number in range(2, MEMBERS + 1):
        store.members.ensure(
            1, slack_id=f"U{number:09}", name=f"Pat {number}", email=None, zone="UTC", now=NOW
        )
    for day in range(DAYS):
        card = score(shipped()[0], {}, EPOCH + timedelta(days=day), frozenset(Kind))
        store.snapshots.save(1, [(number, card) for number in range(1, MEMBERS + 1)], known_at=1)
    with store.database.write() as session:
        session.connection().execute(text("ANALYZE"))
    return store


@contextmanager
def plans(database: Database) -> Iterator[list[str]]:
    """Collect how each statement is carried out."""
    how = "EXPLAIN QUERY PLAN" if database.is_sqlite else "EXPLAIN"
    found: list[str] = []

    def explain(
        _: Connection, cursor: Any, statement: str, parameters: Any, *_more: object
    ) -> None:
        steps = cursor.connection.execute(f"{how} {statement}", parameters).fetchall()
        found.append("\n".join(step[-1] for step in steps))

    event.listen(database.engine, "before_cursor_execute", explain)
    yield found
    event.remove(database.engine, "before_cursor_execute", explain)


def test_the_snapshots_of_a_day_are_looked_up_even_where_there_are_none(many: Store) -> None:
    with plans(many.database) as found:
        for day in (EPOCH, EPOCH + timedelta(days=DAYS)):
            many.snapshots.known_on(1, day)
            many.snapshots.on(1, day)

    assert len(found) == 4
    assert [plan for plan in found if not BY_DAY.search(plan)] == []
