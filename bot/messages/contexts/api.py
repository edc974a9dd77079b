"""Tokens of the API, as admins make them and see them on App Home."""

from dataclasses import dataclass
from datetime import date

MAY_WRITE, MAY_READ, MAY_BOTH = "write", "read", "both"
"""What a token lets its bearer do: send activities, read scores, or both."""


@dataclass(frozen=True, slots=True)
class TokenForm:
    """The modal that makes a token."""


@dataclass(frozen=True, slots=True)
class TokenMade:
    """A new token, which is shown this once; ``may`` is what it lets its bearer do."""

    name: str
    token: str
    may: str


@dataclass(frozen=True, slots=True)
class TokenLine:
    """A token on App Home: who made it when, when it was last used, and who revoked it if so.

    Of who was forgotten since, the Slack id is empty.
    """

    number: int
    name: str
    may_write: bool
    may_read: bool
    by: str
    made: date
    last_used: date | None
    revoked: date | None = None
    revoked_by: str = ""


AboutApi = TokenForm | TokenMade
"""Every view of this module."""
