"""``views.*``: modals and the App Home."""

from bot.workspace.block_rules import VIEW_BYTES
from bot.workspace.hub import Hub
from bot.workspace.limits import view_problems
from bot.workspace.methods.places import user_of
from bot.workspace.model import View
from bot.workspace.protocol import Arguments, Method, SlackError, Tier, invalid_arguments
from bot.workspace.shapes import JSONObject, text_of
from bot.workspace.views import HIGHEST_STACK, view_record


def checked_view(hub: Hub, view: JSONObject, *, instead_of: View | None = None) -> JSONObject:
    """Check a view that the bot wants to show.

    Args:
        hub: The workspace.
        view: What the bot sent.
        instead_of: The view that would be replaced, whose ``external_id`` is free.

    Raises:
        SlackError: ``invalid_arguments`` with what is wrong, ``view_too_large`` or
            ``duplicate_external_id``.
    """
    if not view:
        raise invalid_arguments("missing required field: view")
    problems = view_problems(view, hub.workspace.refused_blocks)
    if any("too large" in problem for problem in problems):
        raise SlackError("view_too_large", limit=VIEW_BYTES)
    if problems:
        raise invalid_arguments(*problems)
    same_name = hub.workspace.views.find(external_id=text_of(view.get("external_id")))
    if same_name is not None and (instead_of is None or same_name.id != instead_of.id):
        raise SlackError("duplicate_external_id")
    return view


def _shown(hub: Hub, view: View) -> JSONObject:
    return {"view": view_record(view, hub.workspace.team_id, hub.workspace.bot)}


def _triggered(hub: Hub, arguments: Arguments) -> str:
    """Use the trigger up and tell whose it was."""
    try:
        return hub.workspace.views.exchange(arguments.required("trigger_id"))
    except LookupError as error:
        raise SlackError(str(error)) from error


def _unchanged(view: View, arguments: Arguments) -> None:
    """Refuse if the view is not any more what the bot thinks it is."""
    if arguments.has("hash") and arguments.text("hash") != view.hash:
        raise SlackError("hash_conflict")


def open_modal(hub: Hub, arguments: Arguments) -> JSONObject:
    """``views.open``."""
    content = checked_view(hub, arguments.object("view"))
    return _shown(hub, hub.workspace.views.open(_triggered(hub, arguments), content))


def push(hub: Hub, arguments: Arguments) -> JSONObject:
    """``views.push``."""
    content = checked_view(hub, arguments.object("view"))
    user = _triggered(hub, arguments)
    stack = hub.workspace.views.stack(user)
    if not stack:
        raise SlackError("not_found")
    if len(stack) >= HIGHEST_STACK:
        raise SlackError("push_limit_reached")
    return _shown(hub, hub.workspace.views.push(user, content))


def update(hub: Hub, arguments: Arguments) -> JSONObject:
    """``views.update``: ``not_found`` where the person has closed it meanwhile."""
    views = hub.workspace.views
    known = views.find(arguments.text("view_id"), arguments.text("external_id"))
    if known is None:
        raise SlackError("not_found")
    _unchanged(known, arguments)
    content = checked_view(hub, arguments.object("view"), instead_of=known)
    return _shown(hub, views.update(known, content))


def publish(hub: Hub, arguments: Arguments) -> JSONObject:
    """``views.publish``."""
    if not hub.workspace.bot.home_enabled:
        raise SlackError("not_enabled")
    user = user_of(hub, arguments, "user_id")
    known = hub.workspace.views.home(user.id)
    if known is not None:
        _unchanged(known, arguments)
    content = checked_view(hub, arguments.object("view"), instead_of=known)
    return _shown(hub, hub.workspace.views.publish(user.id, content))


METHODS = {
    "views.open": Method(open_modal, Tier.TIER_4),
    "views.push": Method(push, Tier.TIER_4),
    "views.update": Method(update, Tier.TIER_4),
    "views.publish": Method(publish, Tier.TIER_4),
}
