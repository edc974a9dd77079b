"""Who calls, whether they may, and whether not too often."""

from http import HTTPStatus

from flask import Request

from bot.answers.desk import Desk
from bot.answers.upkeep.tokens import bearer
from bot.api.refusals import Refusal
from bot.clock import Clock
from bot.storage import Store
from bot.storage.tables import ApiToken

CALLS_A_MINUTE = 60
MINUTE = 60

UNKNOWN = "No such token holds. An admin makes one on the bot's App Home."


class Access:
    """Lets programs in by their tokens."""

    def __init__(self, store: Store, clock: Clock) -> None:
        """Ask this store for tokens, and this clock for the minute."""
        self._store = store
        self._clock = clock

    def token(self, request: Request) -> ApiToken:
        """Find the token that a request carries, and count the call.

        Raises:
            Refusal: there is none that holds, or it called too often.
        """
        scheme, _, text = request.headers.get("Authorization", "").partition(" ")
        token = bearer(self._store, text.strip()) if scheme.lower() == "bearer" else None
        if token is None:
            raise Refusal(HTTPStatus.UNAUTHORIZED, UNKNOWN, {"WWW-Authenticate": "Bearer"})
        now = self._clock()
        if not self._store.tokens.count_call(
            token.workspace_id, token.token_id, now, CALLS_A_MINUTE
        ):
            seconds = MINUTE - int(now.timestamp()) % MINUTE
            raise Refusal(
                HTTPStatus.TOO_MANY_REQUESTS,
                f"A token may call {CALLS_A_MINUTE} times a minute. Go on in {seconds} seconds.",
                {"Retry-After": str(seconds)},
            )
        return token

    def desk(self, token: ApiToken) -> Desk:
        """Prepare the desk of a token's workspace."""
        return Desk.of(self._store, token.workspace_id, self._clock())


def require_write(token: ApiToken) -> None:
    """Let a token send.

    Raises:
        Refusal: it may not.
    """
    if not token.may_write:
        raise Refusal(HTTPStatus.FORBIDDEN, "This token may read scores, not send activities.")


def require_read(token: ApiToken) -> None:
    """Let a token read.

    Raises:
        Refusal: it may not.
    """
    if not token.may_read:
        raise Refusal(HTTPStatus.FORBIDDEN, "This token may send activities, not read scores.")
