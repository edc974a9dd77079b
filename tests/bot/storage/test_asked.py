"""Within one state of the database, what is asked twice is looked up once, and never stale."""

from collections.abc import Iterator

import pytest
from sqlalchemy import event

from bot.storage import Store
from bot.storage.tables import Member


@pytest.fixture
def statements(store: Store) -> Iterator[list[str]]:
    """Note every statement that the database is sent."""
    sent: list[str] = []

    def note(*given: object) -> None:
        sent.append(str(given[2]))

    event.listen(store.database.engine, "before_cursor_execute", note)
    yield sent
    event.remove(store.database.engine, "before_cursor_execute", note)


def is_shown(store: Store, member: Member) -> bool:
    found = store.members.by_slack_id(member.workspace_id, str(member.slack_id))
    return found is not None and found.on_board


def test_within_one_state_the_same_is_looked_up_once(
    store: Store, member: Member, statements: list[str]
) -> None:
    with store.database.one_state():
        assert is_shown(store, member)
        assert is_shown(store, member)
        assert store.members.by_slack_id(member.workspace_id, "U-nobody") is None

    assert len(statements) == 2, "another question is another look-up"


def test_it_is_looked_up_again_after_a_change_and_in_every_other_state(
    store: Store, member: Member
) -> None:
    def show(*, shown: bool) -> None:
        store.members.show_on_boards(member.workspace_id, member.member_id, shown=shown)

    with store.database.one_state():
        before = is_shown(store, member)
        show(shown=False)
        after = is_shown(store, member)
    show(shown=True)
    with store.database.one_state():
        later = is_shown(store, member)
    show(shown=False)

    assert (before, after, later) == (True, False, True)
    assert not is_shown(store, member), "outside of one state nothing is kept"
