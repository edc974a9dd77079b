"""Several processes on one database: what comes to two of them at once is acted on once."""

import pytest
from sqlmodel import select

from bot.storage import Database
from bot.storage.tables import Team
from tests.bench.captured import Captured
from tests.bench.replicas import FAULTS, try_out
from tests.engines import Databases


@pytest.mark.parametrize("databases", ["sqlite", "postgresql"], indirect=True)
def test_what_comes_twice_is_acted_on_once_and_stays_in_its_workspace(
    databases: Databases,
) -> None:
    counts = try_out(80, databases.new())

    assert counts["requests"] == 80
    assert [name for name in FAULTS if counts[name]] == []


def test_the_count_finds_a_query_of_no_workspace_and_names_those_of_the_others(
    databases: Databases,
) -> None:
    database, captured = Database(databases.new()), Captured()
    captured.listen(database.engine)
    with database.read() as session:
        session.exec(select(Team)).all()
        session.exec(select(Team).where(Team.workspace_id == 7)).all()
    database.close()

    assert captured.without.total() == 1
    assert captured.numbers == {7}
