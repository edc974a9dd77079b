"""``oauth.v2.access``: the bot gets its token at the end of *Add to Slack*."""

from bot.workspace.hub import Hub
from bot.workspace.protocol import BASIC, Arguments, Method, SlackError, Tier
from bot.workspace.shapes import JSONObject


def access(hub: Hub, arguments: Arguments) -> JSONObject:
    """``oauth.v2.access``: each code is good for one token."""
    workspace, bot = hub.workspace, hub.workspace.bot
    installer = workspace.codes.pop(arguments.required("code"), None)
    if installer is None:
        raise SlackError("invalid_code")
    workspace.installed = True
    return {
        "access_token": bot.bot_token,
        "token_type": "bot",
        "scope": ",".join(sorted(bot.scopes or ())),
        "bot_user_id": bot.user_id,
        "app_id": bot.app_id,
        "team": {"id": workspace.team_id, "name": workspace.team_name},
        "enterprise": None,
        "is_enterprise_install": False,
        "authed_user": {"id": installer},
    }


METHODS = {"oauth.v2.access": Method(access, Tier.TIER_4, caller=BASIC)}
