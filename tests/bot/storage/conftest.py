"""What storage promises holds on every engine, and every statement keeps to one workspace."""

import re
from collections.abc import Iterator
from pathlib import Path
from traceback import walk_stack
from typing import Any

import psycopg
import pytest
from sqlalchemy import Connection, Engine, event

import bot.storage
from tests.engines import ENGINES

ACROSS_WORKSPACES = {
    "deliveries.waiting": "the tick asks at once whatever waits anywhere",
    "workspaces.all": "the nightly round goes over all of them",
    "workspaces.by_slack_id": "Slack's id is what the workspace's number is found by",
    "workspaces.ensure": "the same",
    "workspaces.mark_plain": "the same",
}
"""The queries that are not of one workspace, and why."""

READS_OR_CHANGES = ("SELECT", "WITH", "UPDATE", "DELETE")
STORAGE = str(Path(bot.storage.__file__).parent)
WITHIN_ONE = re.compile(r"WHERE.*\bworkspace_id = ", re.DOTALL)
PART = re.compile(r"(\w+)_part_(\d)")


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    if "databases" in metafunc.fixturenames:
        metafunc.parametrize("databases", ENGINES, indirect=True)


@pytest.fixture(autouse=True)
def _statements_keep_to_one_workspace() -> Iterator[None]:
    """See every statement of storage, and on partitioned tables how many parts it runs on."""
    strays: set[str] = set()

    def see(
        connection: Connection, cursor: Any, statement: str, parameters: Any, *_: object
    ) -> None:
        query = query_under_way()
        if query is None or query in ACROSS_WORKSPACES or query.startswith("schema."):
            return
        if not statement.lstrip().startswith(READS_OR_CHANGES):
            return
        if not WITHIN_ONE.search(statement):
            strays.add(f"{query} does not name the workspace: {statement}")
            return
        once = parameters[0] if isinstance(parameters, list) else parameters
        if connection.dialect.name == "postgresql" and spread(cursor, statement, once):
            strays.add(f"{query} runs on several parts: {statement}")

    event.listen(Engine, "before_cursor_execute", see)
    yield
    event.remove(Engine, "before_cursor_execute", see)
    assert strays == set()


def query_under_way() -> str | None:
    """Name what was asked of storage, as module.method; None when it is not storage that asks."""
    asked = None
    for frame, _line in walk_stack(None):
        if frame.f_code.co_filename.startswith(STORAGE):
            asked = frame.f_code
    return f"{Path(asked.co_filename).stem}.{asked.co_name}" if asked else None


def spread(cursor: psycopg.Cursor[Any], statement: str, parameters: Any) -> bool:
    """Tell whether a statement runs on more than one part of a table."""
    with cursor.connection.cursor() as other:
        plan = other.execute(f"EXPLAIN {statement}", parameters).fetchall()
    parts = {found.groups() for (line,) in plan for found in PART.finditer(line)}
    return len(parts) > len({table for table, _ in parts})
