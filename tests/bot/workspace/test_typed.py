"""What people type is encoded as Slack encodes it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.workspace import Channel, User
from bot.workspace.typed import encoded, for_command

USERS = [User("U1", "ann", "Ann Lee"), User("U2", "ann.b", "Ann"), User("U3", "joao", "João & Co")]
CHANNELS = [Channel("C1", "sales"), Channel("D1", "sales-dm", is_im=True)]


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("a < b & c > d", "a &lt; b &amp; c &gt; d"),
        ("@Ann Lee and @ann.b, @ANN!", "<@U1> and <@U2>, <@U1>!"),
        ("@João & Co", "<@U3>"),
        ("ask @annabel or me@ann.b", "ask @annabel or me@ann.b"),
        ("in #sales, not #sales-dm", "in <#C1|sales>, not <#C1|sales>-dm"),
        ("<@U1> is here", "<@U1> is here"),
        ("<script>", "&lt;script&gt;"),
        ("see https://x.org/a?b=1&c=2.", "see <https://x.org/a?b=1&amp;c=2>."),
        ("/ssi https://x.org", "/ssi https://x.org"),
    ],
)
def test_names_links_and_signs_are_encoded(typed: str, expected: str) -> None:
    assert encoded(typed, USERS, CHANNELS) == expected


@given(st.text())
def test_nobody_can_type_a_broadcast_or_a_tag(typed: str) -> None:
    assert "<" not in encoded(typed.replace("<", "< "), USERS[:0], CHANNELS)


def test_a_command_gets_names_or_labelled_ids() -> None:
    names = {"U1": "ann", "C1": "sales"}
    text = "why <@U1> in <#C1|sales>"
    assert for_command(text, names, labels=False) == "why @ann in #sales"
    assert for_command(text, names, labels=True) == "why <@U1|ann> in <#C1|sales>"
