"""After two weeks in which nothing ran, every week is handled once, in order."""

from tests.bench.outage import try_out
from tests.engines import Databases


def test_every_week_of_an_outage_is_handled_once_and_in_order(databases: Databases) -> None:
    found = try_out(5, 1, databases.new())

    assert found["weeks"] == 20
    assert found["not handled once"] == found["not ended"] == 0
    assert found["not posted once, in order"] == 0
