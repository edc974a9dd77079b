"""A database's transactions and errors are the same whatever the engine."""

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


def test_the_address_is_told_without_the_password() -> None:
    with pytest.raises(NotReady) as refused:
        Database("postgresql://ana:zubrowka@127.0.0.1:1/ssi")

    assert "postgresql://ana:***@127.0.0.1:1/ssi cannot be opened" in str(refused.value)
    assert "zubrowka" not in str(refused.value)
