"""Tokens of the API: an admin makes and revokes them on App Home; programs call with them."""

import hashlib
import hmac
import re
import secrets
from collections.abc import Callable, Mapping
from zoneinfo import ZoneInfo

from bot.answers.asker import Asker
from bot.answers.desk import Desk
from bot.answers.turn import Turn
from bot.answers.upkeep.settings import require_admin
from bot.errors import BadInput, NotFound
from bot.messages import actions
from bot.messages.contexts.api import MAY_BOTH, MAY_READ, MAY_WRITE, TokenForm, TokenLine, TokenMade
from bot.storage import Store
from bot.storage.tables import ApiToken
from bot.storage.times import from_day, from_epoch
from bot.storage.tokens import Leave

LONGEST_NAME = 40
MOST = 20
"""So many tokens may hold at a time."""

SECRET_BYTES = 32

_TOKEN = re.compile(r"ssi_(?P<workspace>\d{1,9})_(?P<number>\d{1,9})_[0-9a-f]{64}", re.ASCII)
_NOBODYS = "0" * 64
"""What an unknown token is held against, so that it takes as long as a known one."""


def form(turn: Turn) -> TokenForm:
    """Open the form that makes a token.

    Raises:
        NotAllowed: the asker is no admin.
    """
    require_admin(turn.asker)
    return TokenForm()


def make_token(desk: Desk, asker: Asker, *, name: str, may: str) -> TokenMade:
    """Make a token and show it, once: what is kept of it is a hash.

    Its number is in it, so that it is looked up by its key and compared in constant time.

    Raises:
        NotAllowed: the asker is no admin.
        BadInput: it has no name, or too long a one, or there are too many.
    """
    require_admin(asker)
    name = " ".join(name.split())
    if not 1 <= len(name) <= LONGEST_NAME:
        raise BadInput(
            f"A token needs a name of {LONGEST_NAME} characters at most, such as HubSpot."
        )
    held = [token for token in desk.store.tokens.all(desk.workspace_id) if _holds(token)]
    if len(held) >= MOST:
        raise BadInput(f"There are {MOST} tokens already. Revoke one on App Home first.")
    leave = Leave(
        name, may_write=may in (MAY_WRITE, MAY_BOTH), may_read=may in (MAY_READ, MAY_BOTH),
        by=asker.slack_id,
    )  # fmt: skip
    while True:
        number = desk.store.tokens.number_next(desk.workspace_id)
        token = f"ssi_{desk.workspace_id}_{number}_{secrets.token_hex(SECRET_BYTES)}"
        if desk.store.tokens.add(desk.workspace_id, number, _digest(token), leave, desk.now):
            return TokenMade(name, token, may)


def revoke_token(desk: Desk, asker: Asker, value: str) -> None:
    """Revoke a token by its number: whoever calls with it is refused from now on.

    Raises:
        NotAllowed: the asker is no admin.
        NotFound: no such token holds.
    """
    require_admin(asker)
    if not desk.store.tokens.revoke(desk.workspace_id, int(value), asker.slack_id, desk.now):
        raise NotFound("That token is revoked already. App Home lists those that hold.")


def token_lines(desk: Desk) -> tuple[tuple[TokenLine, ...], tuple[TokenLine, ...]]:
    """List the tokens that hold and those that are revoked, each the latest first."""
    tokens = desk.store.tokens.all(desk.workspace_id)
    return (
        tuple(_line(desk, token) for token in tokens if _holds(token)),
        tuple(_line(desk, token) for token in tokens if not _holds(token)),
    )


def bearer(store: Store, text: str) -> ApiToken | None:
    """Find the token that somebody calls with, if it holds."""
    match = _TOKEN.fullmatch(text)
    found = store.tokens.get(int(match["workspace"]), int(match["number"])) if match else None
    same = hmac.compare_digest(_digest(text), found.digest if found else _NOBODYS)
    return found if found and same and _holds(found) else None


def _digest(token: str) -> str:
    """Hash a token: of 32 random bytes a plain hash tells nothing."""
    return hashlib.sha256(token.encode()).hexdigest()


def _holds(token: ApiToken) -> bool:
    return token.revoked_at is None


def _line(desk: Desk, token: ApiToken) -> TokenLine:
    zone = ZoneInfo(desk.workspace.zone)
    revoked = token.revoked_at
    return TokenLine(
        number=token.token_id,
        name=token.name,
        may_write=token.may_write,
        may_read=token.may_read,
        by=token.created_by,
        made=from_epoch(token.created_at).astimezone(zone).date(),
        last_used=None if token.last_used_on is None else from_day(token.last_used_on),
        revoked=None if revoked is None else from_epoch(revoked).astimezone(zone).date(),
        revoked_by=token.revoked_by or "",
    )


BUTTONS: Mapping[str, Callable[[Desk, Asker, str], object]] = {actions.API_REVOKE: revoke_token}
"""What the buttons beside the tokens on App Home do."""
