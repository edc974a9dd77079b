"""A database's transactions and errors are the same whatever the engine."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from sqlalchemy.exc import IntegrityError
from sqlmodel import select

from bot.errors import NotReady
from bot.storage import Database, Store
from bot.storage.tables import Member, Workspace
from tests.bot.conftest import NOW


def meet(store: Store, *names: str) -> None:
    """Store workspaces under one Slack id, in one transaction, where but one can have it."""
    with store.database.write() as session:
        for name in names:
            session.add(Workspace(slack_id="T1", name=name, zone="UTC", salt=b"", created_at=0))
            session.flush()


def test_a_failed_transaction_leaves_nothing_and_its_error_does_not_quote(store: Store) -> None:
    with pytest.raises(IntegrityError) as raised:
        meet(store, "Acme", "Zubrowka")

    assert store.workspaces.all() == []
    assert "slack_id" in str(raised.value)
    assert [word for word in ("T1", "Zubrowka") if word in str(raised.value)] == []


def test_a_reader_sees_one_state_of_the_database(store: Store, member: Member) -> None:
    name = select(Member.name).where(Member.workspace_id == 1)

    with store.database.read() as session:
        before = session.exec(name).all()
        store.members.ensure(1, slack_id="U2", name="Ben", email=None, zone="UTC", now=NOW)
        during = session.exec(name).all()

    assert before == during == ["Ana"]


def test_what_is_read_together_is_of_one_state_until_somebody_there_writes(
    store: Store, member: Member
) -> None:
    def names() -> list[str]:
        return [each.name for each in store.members.all(1)]

    def come(name: str) -> None:
        slack_id = f"U{name}"
        store.members.ensure(1, slack_id=slack_id, name=name, email=None, zone="UTC", now=NOW)

    with store.database.one_state():
        before = names()
        with ThreadPoolExecutor(1) as somebody_else:
            somebody_else.submit(come, "Ben").result()
        during = names()
        come("Cleo")
        after = names()

    assert before == during == ["Ana"]
    assert after == ["Ana", "Ben", "Cleo"]


def test_what_was_noted_is_there_for_everybody_and_undone_by_an_error(store: Store) -> None:
    def note(name: str) -> None:
        with store.database.note() as session:
            session.add(Workspace(slack_id=name, name=name, zone="UTC", salt=b"", created_at=0))
            session.flush()
            if name == "Zubrowka":
                raise NotReady("no")

    note("Acme")
    with pytest.raises(NotReady):
        note("Zubrowka")

    assert [each.name for each in store.workspaces.all()] == ["Acme"]


def test_the_address_is_told_without_the_password() -> None:
    with pytest.raises(NotReady) as refused:
        Database("postgresql://ana:zubrowka@127.0.0.1:1/ssi")

    assert "postgresql://ana:***@127.0.0.1:1/ssi cannot be opened" in str(refused.value)
    assert "zubrowka" not in str(refused.value)
