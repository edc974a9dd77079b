"""What is asked of the database, captured: every query is to stay within one workspace."""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from sqlalchemy import Connection, event
from sqlalchemy.engine import Engine
from sqlalchemy.engine.interfaces import DBAPICursor, ExecutionContext
from sqlmodel import SQLModel

BOUND = re.compile(r"\bworkspace_id = (?:\?|%\()")
OF_ALL = (
    re.compile(r"^SELECT [^()]* FROM workspace WHERE workspace\.slack_id = "),
    re.compile(r"^SELECT [^()]* FROM workspace ORDER BY workspace\.workspace_id$"),
)
"""What finds out which workspaces there are: whose payload it is, and whose night."""


@dataclass
class Captured:
    """The queries of the processes of one workspace."""

    queries: int = 0
    without: Counter[str] = field(default_factory=Counter)
    numbers: set[int] = field(default_factory=set)

    def listen(self, engine: Engine) -> None:
        """Capture what goes to the database through an engine."""
        event.listen(engine, "before_cursor_execute", self._take)

    def _take(
        self,
        _connection: Connection,
        _cursor: DBAPICursor,
        statement: str,
        _parameters: object,
        context: ExecutionContext | None,
        _many: bool,  # noqa: FBT001 - as SQLAlchemy calls it
    ) -> None:
        words = " ".join(statement.split())
        if not words.startswith(("SELECT", "UPDATE", "DELETE", "WITH")):
            return
        self.queries += 1
        if any(known.match(words) for known in OF_ALL) or not _names_a_table(words):
            return
        if not BOUND.search(words):
            self.without[words] += 1
        for row in getattr(context, "compiled_parameters", ()):
            self.numbers |= set(_workspaces(row.items()))


def _workspaces(parameters: Iterable[tuple[str, object]]) -> Iterable[int]:
    """Give the workspaces that a query names."""
    for name, value in parameters:
        if name.startswith("workspace_id") and isinstance(value, int):
            yield value


def _names_a_table(words: str) -> bool:
    """Whether a statement reads or changes a table in which workspaces have rows."""
    return any(
        re.search(rf"\b(FROM|JOIN|UPDATE) {table.name}\b", words)
        for table in SQLModel.metadata.sorted_tables
        if "workspace_id" in table.c
    )
