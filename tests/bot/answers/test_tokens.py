"""Tokens of the API: shown once, kept as a hash, and never more than can be looked after."""

import pytest

from bot.answers.asker import Asker
from bot.answers.upkeep.tokens import MOST, bearer, make_token, revoke_token, token_lines
from bot.errors import BadInput, NotAllowed, NotFound
from tests.bot.answers.crew import Crew

ADMIN = Asker("UBOSS", "Ben", None, "UTC", is_admin=True)
ANYBODY = Asker("UANA", "Ana", None, "UTC", is_admin=False)


def test_a_token_opens_for_itself_and_for_nothing_like_it(crew: Crew) -> None:
    token = make_token(crew.desk, ADMIN, name="  Hub  Spot ", may="write").token

    found = bearer(crew.store, token)

    assert found
    assert (found.name, found.may_write, found.may_read) == ("Hub Spot", True, False)
    assert token not in str(found)
    other = token[:-1] + ("0" if token[-1] != "0" else "1")
    for wrong in (
        other,
        token[:-1],
        token + "0",
        token.upper(),
        token.replace("_1_1_", "_1_2_"),
        "",
    ):
        assert bearer(crew.store, wrong) is None


def test_what_is_revoked_opens_no_more(crew: Crew) -> None:
    token = make_token(crew.desk, ADMIN, name="CRM", may="both").token

    revoke_token(crew.desk, ADMIN, "1")

    assert bearer(crew.store, token) is None
    held, revoked = token_lines(crew.desk)
    assert (held, [line.revoked_by for line in revoked]) == ((), ["UBOSS"])
    with pytest.raises(NotFound):
        revoke_token(crew.desk, ADMIN, "1")


@pytest.mark.parametrize("name", ["", "  ", "x" * 41])
def test_a_token_has_a_name(crew: Crew, name: str) -> None:
    with pytest.raises(BadInput, match="needs a name"):
        make_token(crew.desk, ADMIN, name=name, may="read")


def test_there_are_only_so_many_and_only_an_admin_makes_them(crew: Crew) -> None:
    for number in range(MOST):
        make_token(crew.desk, ADMIN, name=f"Program {number}", may="read")

    with pytest.raises(BadInput, match="Revoke one"):
        make_token(crew.desk, ADMIN, name="One more", may="read")
    with pytest.raises(NotAllowed):
        make_token(crew.desk, ANYBODY, name="Mine", may="read")
    with pytest.raises(NotAllowed):
        revoke_token(crew.desk, ANYBODY, "1")
