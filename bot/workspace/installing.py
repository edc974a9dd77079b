"""*Add to Slack*: the page that lets the app in, and taking that back."""

import secrets
from urllib.parse import urlencode, urljoin

from flask import Blueprint, redirect, request
from werkzeug.wrappers import Response

from bot.workspace.hub import Hub


class Installing:
    """Lets the bot in, and out.

    Args:
        hub: The workspace.
    """

    def __init__(self, hub: Hub) -> None:
        self._hub = hub

    def blueprint(self) -> Blueprint:
        """Make the route."""
        routes = Blueprint("installing", __name__)
        routes.add_url_rule("/oauth/v2/authorize", view_func=self._authorize)
        return routes

    def uninstall(self) -> None:
        """Take back the bot's leave and tell it; its token holds no more from now on."""
        bot = self._hub.workspace.bot
        self._hub.workspace.installed = False
        tokens = {"oauth": [], "bot": [bot.user_id]}
        self._hub.events.send({"type": "tokens_revoked", "tokens": tokens}, "tokens_revoked")
        self._hub.events.send({"type": "app_uninstalled"}, "app_uninstalled")

    def _authorize(self) -> Response:
        """Say yes for the workspace's first admin, or else its first person."""
        workspace = self._hub.workspace
        people = [user for user in workspace.users.values() if not user.is_bot]
        installer = max(people, key=lambda user: user.is_admin)
        code = f"{workspace.team_id}.{secrets.token_hex(16)}"
        workspace.codes[code] = installer.id
        answer = urlencode({"code": code, "state": request.args.get("state", "")})
        return redirect(urljoin(self._hub.line.url or "/", f"/slack/oauth_redirect?{answer}"))
