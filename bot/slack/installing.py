"""Installing: *Add to Slack*, by Bolt's own OAuth flow.

All of it stands in the database, so that any replica finishes what another began.
"""

import logging
import secrets
from datetime import timedelta
from urllib.parse import urljoin

import structlog
from slack_bolt import BoltResponse
from slack_bolt.error import BoltError
from slack_bolt.oauth import OAuthFlow
from slack_bolt.oauth.callback_options import CallbackOptions, FailureArgs
from slack_bolt.oauth.oauth_settings import OAuthSettings
from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError
from slack_sdk.oauth import InstallationStore, OAuthStateStore
from slack_sdk.oauth.installation_store import Installation

from bot.clock import Clock
from bot.slack.grants import TIMEOUT_SECONDS, Grant
from bot.slack.installed import Installed
from bot.slack.permissions import SCOPES
from bot.slack.reception import FALLBACK_ZONE
from bot.storage import Store

HOLDS = timedelta(minutes=10)
"""How long somebody may take from the button to Slack's word that the app may come in."""

log = structlog.get_logger()

bolts = logging.getLogger(f"{__name__}.bolt")
"""Hears of what Bolt would log; warnings are not kept, for they quote codes."""

bolts.setLevel(logging.ERROR)


class States(OAuthStateStore):
    """Notes of installs under way: each leads to one workspace, once and in time."""

    def __init__(self, store: Store, clock: Clock) -> None:
        """Note them in this store."""
        self._store = store
        self._clock = clock

    @property
    def logger(self) -> logging.Logger:
        """Where Bolt may log."""
        return bolts

    def issue(self) -> str:
        """Begin an install."""
        state, now = secrets.token_urlsafe(32), self._clock()
        self._store.installations.begin(state, now, now + HOLDS)
        return state

    def consume(self, state: str) -> bool:
        """Whether an install was begun with this state, neither finished before nor too late."""
        return self._store.installations.finish(state, self._clock())


class Installs(InstallationStore):
    """Takes in what Slack gives at the end of an install."""

    def __init__(self, store: Store, installed: Installed, clock: Clock, api_url: str) -> None:
        """Keep grants among the installed; ``api_url`` is where Slack is."""
        self._store = store
        self._installed = installed
        self._clock = clock
        self._api_url = api_url

    @property
    def logger(self) -> logging.Logger:
        """Where Bolt may log."""
        return bolts

    def save(self, installation: Installation) -> None:
        """Keep a workspace's token; a workspace that is new is remembered.

        Its nights are those of the zone of who installs.

        Raises:
            BoltError: it is an install for a whole organisation, or of a token that will expire.
        """
        team_id, token = installation.team_id, installation.bot_token
        if installation.is_enterprise_install or not team_id or not token:
            raise BoltError("Installs are for one workspace each (org_deploy_enabled: false)")
        if installation.bot_refresh_token:
            raise BoltError("Tokens must not expire (token_rotation_enabled: false)")
        workspace = self._store.workspaces.by_slack_id(team_id)
        if workspace is None:
            name, zone = installation.team_name or team_id, self._zone(token, installation.user_id)
            workspace = self._store.workspaces.ensure(team_id, name, zone, self._clock())
        grant = Grant(team_id, token, installation.bot_user_id or "", installation.bot_id or "")
        self._installed.keep(workspace.workspace_id, grant, self._clock())

    def _zone(self, token: str, slack_id: str) -> str:
        """Ask Slack where somebody lives; an install does not fail for that."""
        client = WebClient(token, base_url=self._api_url, timeout=TIMEOUT_SECONDS)
        try:
            return str(client.users_info(user=slack_id)["user"].get("tz") or FALLBACK_ZONE)
        except (SlackApiError, OSError):
            return FALLBACK_ZONE


def oauth_flow(
    client_id: str, client_secret: str, installs: Installs, states: States, api_url: str
) -> OAuthFlow:
    """Make the flow, at ``/slack/install`` and ``/slack/oauth_redirect``."""
    return OAuthFlow(
        client=WebClient(base_url=api_url, timeout=TIMEOUT_SECONDS),
        logger=bolts,
        settings=OAuthSettings(
            client_id=client_id,
            client_secret=client_secret,
            scopes=sorted(SCOPES),
            user_scopes=[],
            authorization_url=urljoin(api_url, "/oauth/v2/authorize"),
            installation_store=installs,
            state_store=states,
            callback_options=CallbackOptions(
                success=lambda args: args.default.success(args), failure=_failed
            ),
            state_expiration_seconds=int(HOLDS.total_seconds()),
        ),
    )


def _failed(args: FailureArgs) -> BoltResponse:
    """Log why an install came to nothing, and show Bolt's page for it."""
    log.warning("not_installed", reason=args.reason, why=str(args.error or ""))
    return args.default.failure(args)
