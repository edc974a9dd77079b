"""Installed: the grants of workspaces that installed the app themselves, kept encrypted."""

from datetime import datetime

import structlog

from bot.slack.grants import Grant
from bot.slack.seal import Seal
from bot.storage import Store
from bot.storage.tables import Installation
from bot.storage.times import from_epoch, to_epoch

log = structlog.get_logger()


class Installed:
    """Finds grants in the database, where every replica sees what any of them stored."""

    def __init__(self, store: Store, seal: Seal) -> None:
        """Read what this seal has closed."""
        self._store = store
        self._seal = seal

    def of(self, team_id: str) -> Grant | None:
        """Give a workspace's grant; one that an older key has sealed is sealed anew."""
        installation = self._find(team_id)
        token = self._token(installation) if installation else None
        if installation is None or token is None:
            return None
        if not self._seal.is_newest(installation.sealed_token):
            sealed_anew = self._seal.close(installation.workspace_id, token)
            self._store.installations.reseal(installation, sealed_anew)
        return Grant(team_id, token, installation.bot_user_id, installation.bot_id)

    def keep(self, workspace_id: int, grant: Grant, now: datetime) -> None:
        """Store a grant that a workspace just gave, in the place of the one before it."""
        self._store.installations.save(
            Installation(
                workspace_id=workspace_id,
                sealed_token=self._seal.close(workspace_id, grant.token),
                bot_user_id=grant.bot_user_id,
                bot_id=grant.bot_id,
                installed_at=to_epoch(now),
            )
        )
        log.info("installed", workspace_id=workspace_id)

    def withdraw(self, team_id: str, at: datetime) -> None:
        """Forget a workspace's grant, unless it was given after that instant."""
        installation = self._find(team_id)
        if installation and from_epoch(installation.installed_at) <= at:
            self._forget(installation)

    def refused(self, grant: Grant) -> None:
        """Forget a grant, unless the workspace has given another meanwhile."""
        installation = self._find(grant.team_id)
        if installation and self._token(installation) == grant.token:
            self._forget(installation)

    def _find(self, team_id: str) -> Installation | None:
        workspace = self._store.workspaces.by_slack_id(team_id)
        if workspace is None:
            return None
        return self._store.installations.get(workspace.workspace_id)

    def _token(self, installation: Installation) -> str | None:
        token = self._seal.open(installation.workspace_id, installation.sealed_token)
        if token is None:
            log.error("token_not_opened", workspace_id=installation.workspace_id)
        return token

    def _forget(self, installation: Installation) -> None:
        if self._store.installations.forget(installation):
            log.info("uninstalled", workspace_id=installation.workspace_id)
