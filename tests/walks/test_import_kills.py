"""An import that is killed leaves all or nothing of each file, and importing again completes it.

Here are three kills at chosen points; ``tests/bench/import_kills.py`` kills at random ones.
"""

from collections.abc import Iterator

import pytest

from bot.answers.data.importing import import_file
from bot.answers.desk import Desk
from bot.storage import Database, Store
from scoring.rulebook import shipped
from tests.bench.import_kills import NOW, WHO, Held, Stand, held, partly_in
from tests.engines import SQLite


@pytest.fixture(scope="module")
def stand(tmp_path_factory: pytest.TempPathFactory) -> Stand:
    folder = tmp_path_factory.mktemp("kills")
    return Stand(SQLite(folder), folder, rows=60)


@pytest.fixture(scope="module")
def whole(stand: Stand) -> Held:
    url = stand.new()
    bring_whole(stand, url)
    return held(url)


@pytest.fixture
def url(stand: Stand) -> Iterator[str]:
    with stand.databases.gone_after():
        yield stand.new()


def bring_whole(stand: Stand, url: str) -> None:
    """Import the file in this process, which nobody kills."""
    store = Store(Database(url))
    (workspace,) = store.workspaces.all()
    (member,) = store.members.find(workspace.workspace_id, WHO)
    desk = Desk(store, shipped(), workspace, NOW)
    import_file(desk, member, stand.file, stand.file.name, by=WHO)
    store.database.close()


@pytest.mark.parametrize(
    ("point", "begins"),
    [("1 insert", True), ("4 insert", False), ("4 commit", False)],
    ids=["in the first file", "in a later one", "before one is committed"],
)
def test_a_killed_import_leaves_whole_files_and_is_completed_by_another(
    stand: Stand, whole: Held, url: str, point: str, *, begins: bool
) -> None:
    stand.bring(url, point=point)

    found = held(url)
    assert partly_in(found, whole) == []
    assert (len(found) == 0) is begins
    assert len(found) < len(whole)
    bring_whole(stand, url)
    assert held(url) == whole


def test_the_count_finds_a_file_of_which_a_part_is_in() -> None:
    whole = {"Comments": frozenset({(4, 1, 1, 1, None), (4, 2, 2, 1, None)})}

    assert partly_in({"Comments": frozenset({(4, 1, 1, 1, None)})}, whole) == ["Comments"]
    assert partly_in({"Something else": frozenset()}, whole) == ["Something else"]
    assert partly_in({}, whole) == []
