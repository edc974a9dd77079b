"""Sealed tokens: they open with any of the keys, and for their own workspace alone."""

from cryptography.fernet import Fernet

from bot.slack.seal import Seal

OLD, NEW = Fernet.generate_key().decode(), Fernet.generate_key().decode()


def test_a_token_is_not_to_be_read_and_opens_for_its_own_workspace_alone() -> None:
    seal = Seal([NEW])

    sealed = seal.close(1, "xoxb-secret")

    assert "secret" not in sealed
    assert seal.open(1, sealed) == "xoxb-secret"
    assert seal.open(11, sealed) is None


def test_an_older_key_opens_what_it_sealed_and_the_newest_seals() -> None:
    sealed = Seal([OLD]).close(1, "xoxb-secret")
    both = Seal([NEW, OLD])

    assert both.open(1, sealed) == "xoxb-secret"
    assert not both.is_newest(sealed)
    assert Seal([NEW]).open(1, both.close(1, "xoxb-secret")) == "xoxb-secret"


def test_without_its_key_a_token_stays_closed() -> None:
    assert Seal([NEW]).open(1, Seal([OLD]).close(1, "xoxb-secret")) is None
