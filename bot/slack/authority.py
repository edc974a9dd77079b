"""The authority: a request is answered with the token of the workspace that it comes from."""

import logging
from collections.abc import Callable
from typing import TypedDict

import structlog
from slack_bolt import BoltContext, BoltResponse
from slack_bolt.authorization import AuthorizeResult
from slack_bolt.authorization.authorize import Authorize, CallableAuthorize

from bot.slack.grants import Grants
from bot.slack.payloads import Named

log = structlog.get_logger()

NO_LEAVE = (
    "I have no leave to answer in this workspace. Please try again in a minute; if this stays so, "
    "an admin can install the app again. · Ich darf in diesem Workspace gerade nicht antworten. "
    "Bitte versuche es in einer Minute noch einmal; bleibt es so, kann ein Admin die App neu "
    "installieren."
)
"""What is shown where the language of who reads it cannot be asked for."""


class Payload(TypedDict, total=False):
    """Where a request says from which workspace it comes."""

    team_id: str
    team: Named | None


def authority(grants: Grants) -> Authorize:
    """Find the token for each request among these grants.

    Where Slack cannot be reached to ask whose token it is, the request fails, and an event is sent
    again.
    """

    def authorize(
        enterprise_id: str | None, team_id: str | None, user_id: str | None
    ) -> AuthorizeResult | None:
        grant = grants.of(team_id) if team_id else None
        if grant is None:
            return None
        return AuthorizeResult(
            enterprise_id=enterprise_id,
            team_id=team_id,
            user_id=user_id,
            bot_id=grant.bot_id,
            bot_user_id=grant.bot_user_id,
            bot_token=grant.token,
        )

    logger = logging.getLogger(__name__)
    return CallableAuthorize(logger=logger, func=authorize)  # type: ignore[arg-type]  # it may give none


def keep_apart(
    body: Payload, context: BoltContext, next_: Callable[[], BoltResponse]
) -> BoltResponse:
    """Act on no request that names another workspace than the one whose token it would be given.

    Such come from people of other companies in channels that are shared with them.
    """
    team = body.get("team")
    named = team["id"] if team else body.get("team_id")
    if named and context.team_id and named != context.team_id:
        log.info("stranger_not_answered")
        return BoltResponse(status=200)
    return next_()
