"""Several processes at work on one database at the same moment do not get in each other's way."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from multiprocessing.synchronize import Barrier
from threading import Barrier as ThreadBarrier
from typing import TypeVar

from bot.activity import Activity, Source
from bot.storage import Database, Store
from bot.storage.recordings import Batch
from bot.storage.schema import is_current, migrate
from bot.storage.sent import Sent
from bot.storage.tables import Member, Workspace
from bot.storage.tokens import Leave
from scoring.model import Kind
from tests.bot.conftest import NOW
from tests.engines import Databases
from tests.processes import PROCESSES

Found = TypeVar("Found")
AT_ONCE = 6
TODAY = NOW.date()


def start(url: str, ready: Barrier) -> None:
    """Do what a process does first; it fails if this does."""
    ready.wait(timeout=60)
    database = Database(url)
    migrate(database)
    database.close()


def test_three_processes_that_start_at_once_find_their_tables(databases: Databases) -> None:
    url = databases.empty()
    ready = PROCESSES.Barrier(3)
    processes = [PROCESSES.Process(target=start, args=(url, ready)) for _ in range(3)]

    for process in processes:
        process.start()
    for process in processes:
        process.join()

    assert [process.exitcode for process in processes] == [0, 0, 0]
    database = Database(url)
    assert is_current(database)
    database.close()


def at_once(act: Callable[[int], Found]) -> list[Found]:
    """Act in several threads, which start together, and give what each found."""
    together = ThreadBarrier(AT_ONCE)

    def begin(number: int) -> Found:
        together.wait(timeout=60)
        return act(number)

    with ThreadPoolExecutor(AT_ONCE) as threads:
        return list(threads.map(begin, range(AT_ONCE)))


def test_recordings_made_at_once_are_numbered_without_a_gap(store: Store, member: Member) -> None:
    def record(number: int) -> int:
        comment = Activity(Kind.COMMENT_MADE, TODAY, ref=number)
        batch = Batch(Source.CSV, f"File {number}", "U1", TODAY, [comment])
        return store.recordings.record(1, member.member_id, batch, NOW).taken

    assert at_once(record) == [1] * AT_ONCE
    facts = store.activities.facts(1, member.member_id, date(2020, 1, 1))
    assert sorted(fact.known_from for fact in facts) == list(range(1, AT_ONCE + 1))


def test_the_same_file_sent_twice_at_once_comes_in_once(store: Store, member: Member) -> None:
    comments = [Activity(Kind.COMMENT_MADE, TODAY, ref=ref) for ref in range(50)]
    batch = Batch(Source.CSV, "File", "U1", TODAY, comments)

    taken = at_once(lambda _: store.recordings.record(1, member.member_id, batch, NOW).taken)

    assert sorted(taken) == [0] * (AT_ONCE - 1) + [50]


def test_a_workspace_met_at_once_is_made_once(store: Store) -> None:
    met = at_once(lambda _: store.workspaces.ensure("T1", "Acme", "UTC", NOW))

    assert len({(each.workspace_id, each.salt) for each in met}) == 1
    assert len(store.workspaces.all()) == 1


def test_members_who_come_at_once_get_numbers_of_their_own(
    store: Store, workspace: Workspace
) -> None:
    came = at_once(
        lambda number: store.members.ensure(
            1, slack_id=f"U{number}", name="M", email=None, zone="UTC", now=NOW
        )
    )

    assert sorted(each.member_id for each in came) == list(range(1, AT_ONCE + 1))


def test_an_event_that_comes_several_times_at_once_is_new_once(
    store: Store, workspace: Workspace
) -> None:
    new = at_once(lambda _: store.workspaces.first_sight(1, "Ev1", NOW))

    assert sorted(new) == [False] * (AT_ONCE - 1) + [True]


def test_replicas_let_a_token_call_no_oftener_than_it_may(
    store: Store, workspace: Workspace
) -> None:
    leave = Leave("CRM", may_write=True, may_read=False, by="U1")
    assert at_once(lambda _: store.tokens.add(1, 1, "0" * 64, leave, NOW)).count(True) == 1

    admitted = at_once(lambda _: [store.tokens.count_call(1, 1, NOW, most=8) for _ in range(3)])

    assert sum(sum(each) for each in admitted) == 8


def test_what_is_sent_twice_at_once_comes_in_once(store: Store, member: Member) -> None:
    comment = Activity(Kind.COMMENT_MADE, TODAY, ref=7)
    rows = [Sent(member.member_id, comment, content=1)]

    taken = at_once(lambda _: store.sent.take(1, "API: CRM", "U1", rows, NOW).taken)

    assert sorted(taken) == [0] * (AT_ONCE - 1) + [1]
