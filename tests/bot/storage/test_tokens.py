"""Tokens: they hold until they are revoked, and tell who did it."""

from datetime import timedelta

from bot.storage import Store
from bot.storage.tables import Member, Workspace
from bot.storage.tokens import Leave
from tests.bot.conftest import NOW

LEAVE = Leave("CRM", may_write=True, may_read=False, by="U1")


def test_a_token_is_revoked_once_and_in_its_own_workspace(
    store: Store, workspace: Workspace
) -> None:
    other = store.workspaces.ensure("T2", "Other", "UTC", NOW)
    assert store.tokens.number_next(1) == 1
    assert store.tokens.add(1, 1, "a" * 64, LEAVE, NOW)
    assert not store.tokens.add(1, 1, "b" * 64, LEAVE, NOW)
    assert store.tokens.add(other.workspace_id, 1, "c" * 64, LEAVE, NOW)

    assert [store.tokens.revoke(1, 1, "U2", NOW) for _ in range(2)] == [True, False]

    revoked, held = store.tokens.get(1, 1), store.tokens.get(other.workspace_id, 1)
    assert revoked
    assert (revoked.digest, revoked.created_by, revoked.revoked_by) == ("a" * 64, "U1", "U2")
    assert held
    assert held.revoked_at is None


def test_a_minute_is_counted_and_then_forgotten(store: Store, workspace: Workspace) -> None:
    store.tokens.add(1, 1, "a" * 64, LEAVE, NOW)

    calls = [store.tokens.count_call(1, 1, NOW, most=2) for _ in range(3)]
    later = store.tokens.count_call(1, 1, NOW + timedelta(minutes=1), most=2)

    assert (calls, later) == ([True, True, False], True)
    token = store.tokens.get(1, 1)
    assert token
    assert token.last_used_on is not None


def test_who_is_forgotten_is_named_by_no_token(store: Store, member: Member) -> None:
    store.tokens.add(1, 1, "a" * 64, LEAVE, NOW)
    store.tokens.revoke(1, 1, "U1", NOW)

    store.personal.forget(1, member.member_id)

    (token,) = store.tokens.all(1)
    assert (token.created_by, token.revoked_by) == ("", "")
