"""``auth.*``, ``users.*``, ``bots.*``, ``team.*`` and the opening of a Socket Mode connection."""

from bot.workspace.hub import Hub
from bot.workspace.methods.places import user_of
from bot.workspace.model import User
from bot.workspace.protocol import Arguments, Method, SlackError, Tier, page_of
from bot.workspace.shapes import JSONObject, an_object


def auth_test(hub: Hub, _arguments: Arguments) -> JSONObject:
    """``auth.test``."""
    workspace = hub.workspace
    return {
        "url": f"https://{workspace.domain}.slack.com/",
        "team": workspace.team_name,
        "user": workspace.bot.name,
        "team_id": workspace.team_id,
        "user_id": workspace.bot.user_id,
        "bot_id": workspace.bot.bot_id,
        "is_enterprise_install": False,
    }


def api_test(_hub: Hub, arguments: Arguments) -> JSONObject:
    """``api.test``: fails on demand."""
    if arguments.has("error"):
        raise SlackError(arguments.text("error"))
    return {}


def _record(hub: Hub, user: User) -> JSONObject:
    """Describe a person; the e-mail address only to whom it is granted."""
    workspace = hub.workspace
    record = user.record(workspace.team_id, workspace.clock())
    scopes = workspace.bot.scopes
    if not user.email or (scopes is not None and "users:read.email" not in scopes):
        profile = an_object(record["profile"])
        record["profile"] = {name: value for name, value in profile.items() if name != "email"}
    return record


def users_info(hub: Hub, arguments: Arguments) -> JSONObject:
    """``users.info``; the locale is for who asks for it."""
    user = user_of(hub, arguments)
    locale: JSONObject = {"locale": user.locale} if arguments.flag("include_locale") else {}
    return {"user": _record(hub, user) | locale}


def users_list(hub: Hub, arguments: Arguments) -> JSONObject:
    """``users.list``."""
    page, cursor = page_of(list(hub.workspace.users.values()), arguments, default=1000)
    return {
        "members": [_record(hub, user) for user in page],
        "cache_ts": int(hub.workspace.clock().timestamp()),
        "response_metadata": {"next_cursor": cursor},
    }


def lookup_by_email(hub: Hub, arguments: Arguments) -> JSONObject:
    """``users.lookupByEmail``."""
    email = arguments.required("email").lower()
    for user in hub.workspace.users.values():
        if user.email.lower() == email:
            return {"user": _record(hub, user)}
    raise SlackError("users_not_found")


def bots_info(hub: Hub, arguments: Arguments) -> JSONObject:
    """``bots.info``."""
    bot = hub.workspace.bot
    if arguments.text("bot", bot.bot_id) != bot.bot_id:
        raise SlackError("bot_not_found")
    return {
        "bot": {
            "id": bot.bot_id,
            "deleted": False,
            "name": bot.display_name,
            "updated": 0,
            "app_id": bot.app_id,
            "user_id": bot.user_id,
        }
    }


def team_info(hub: Hub, _arguments: Arguments) -> JSONObject:
    """``team.info``."""
    workspace = hub.workspace
    return {
        "team": {
            "id": workspace.team_id,
            "name": workspace.team_name,
            "domain": workspace.domain,
            "email_domain": "",
        }
    }


def open_connection(hub: Hub, _arguments: Arguments) -> JSONObject:
    """``apps.connections.open``: a URL for one Socket Mode connection."""
    return {"url": hub.sockets.url(hub.base_url)}


_USERS = ("users:read",)

METHODS = {
    "api.test": Method(api_test, Tier.TIER_4),
    "apps.connections.open": Method(open_connection, Tier.TIER_1, caller="xapp"),
    "auth.test": Method(auth_test, Tier.TIER_4),
    "bots.info": Method(bots_info, Tier.TIER_3, _USERS),
    "team.info": Method(team_info, Tier.TIER_3, ("team:read",)),
    "users.info": Method(users_info, Tier.TIER_4, _USERS),
    "users.list": Method(users_list, Tier.TIER_2, _USERS),
    "users.lookupByEmail": Method(lookup_by_email, Tier.TIER_3, ("users:read.email",)),
}
