"""The seal: bot tokens are encrypted before they are stored, for the database is copied about."""

from collections.abc import Sequence

from cryptography.fernet import Fernet, InvalidToken, MultiFernet


class Seal:
    """Encrypts with the first of its keys, and opens what any of them has encrypted.

    A token is sealed with the number of its workspace, so that it opens for no other.
    """

    def __init__(self, keys: Sequence[str]) -> None:
        """Use these Fernet keys, one at least, the newest first."""
        fernets = [Fernet(key) for key in keys]
        self._newest, self._all = fernets[0], MultiFernet(fernets)

    def close(self, workspace_id: int, token: str) -> str:
        """Encrypt a workspace's token."""
        return self._newest.encrypt(f"{workspace_id} {token}".encode()).decode()

    def open(self, workspace_id: int, sealed: str) -> str | None:
        """Decrypt a workspace's token; None where no key opens it, or it is another's."""
        try:
            number, _, token = self._all.decrypt(sealed).decode().partition(" ")
        except InvalidToken:
            return None
        return token if number == str(workspace_id) else None

    def is_newest(self, sealed: str) -> bool:
        """Whether it was the newest key that encrypted this."""
        try:
            self._newest.decrypt(sealed)
        except InvalidToken:
            return False
        return True
