"""Several processes on one database: what comes to two of them at once is acted on once."""

import pytest

from tests.bench.replicas import try_out
from tests.engines import Databases


@pytest.mark.parametrize("databases", ["sqlite", "postgresql"], indirect=True)
def test_what_comes_twice_is_acted_on_once_and_stays_in_its_workspace(
    databases: Databases,
) -> None:
    counts = try_out(80, databases.new())

    assert counts["requests"] == 80
    assert counts["answers too many"] == counts["recordings too many"] == counts["crossed"] == 0
    assert counts["queries of no workspace"] == 0
