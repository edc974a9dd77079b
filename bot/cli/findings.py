"""What `ssi doctor` finds in Slack: whether each workspace takes its token, and grants enough."""

import re
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass
from urllib.error import URLError

from pydantic import SecretStr
from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError
from slack_sdk.web import SlackResponse

from bot.app import open_store
from bot.errors import OpenSSIError
from bot.settings import Settings
from bot.slack.installed import Installed
from bot.slack.permissions import SCOPES
from bot.slack.seal import Seal
from bot.storage import Store
from bot.storage.tables import Workspace


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was looked at; ``remedy`` says how to mend what is not well."""

    name: str
    well: bool
    detail: str
    remedy: str = ""


def in_one_workspace(settings: Settings, token: SecretStr) -> Iterator[Finding]:
    """Ask Slack about the one token, and name the workspaces that it is not of."""
    answer = ask(WebClient(token.get_secret_value(), base_url=settings.slack_api_url).auth_test)
    yield _judged("Slack", answer, "Check SLACK_BOT_TOKEN, and that this machine can reach Slack.")
    if isinstance(answer, str):
        return
    for store in _opened(settings):
        for workspace in store.workspaces.all():
            if workspace.slack_id != answer["team_id"]:
                yield _left_alone(workspace, "its token is not the one that is set")


def in_every_workspace(settings: Settings) -> Iterator[Finding]:
    """Ask Slack about the token of each workspace that has installed the app."""
    if not settings.keys:
        return
    seal = Seal(settings.keys)
    for store in _opened(settings):
        workspaces = store.workspaces.all()
        if not workspaces:
            detail = "no workspace has installed the app yet; /slack/install is where they do"
            yield Finding("Slack", well=True, detail=detail)
        for workspace in workspaces:
            yield _installed(settings, store, seal, workspace)


def _installed(settings: Settings, store: Store, seal: Seal, workspace: Workspace) -> Finding:
    name = f"Slack ({workspace.name})"
    if store.installations.get(workspace.workspace_id) is None:
        return _left_alone(workspace, "it has not installed the app, or has taken it out")
    grant = Installed(store, seal).of(workspace.slack_id)
    if grant is None:
        remedy = "Put the key that it was stored with into SSI_ENCRYPTION_KEY, after the newest."
        return Finding(name, well=False, detail="no key opens its token", remedy=remedy)
    answer = ask(WebClient(grant.token, base_url=settings.slack_api_url).auth_test)
    return _judged(name, answer, "Have an admin of that workspace install the app again.")


def _left_alone(workspace: Workspace, why: str) -> Finding:
    detail = f"left alone, for {why}; what it is owed waits, and its data stays"
    return Finding(f"Slack ({workspace.name})", well=True, detail=detail)


def _judged(name: str, answer: SlackResponse | str, remedy: str) -> Finding:
    """Tell whether Slack knows the token, and whether the app may do all that it does."""
    if isinstance(answer, str):
        return Finding(name, well=False, detail=answer, remedy=remedy)
    granted = {key.lower(): value for key, value in answer.headers.items()}.get("x-oauth-scopes")
    missing = SCOPES - set(re.split(r",\s*", granted)) if granted else frozenset()
    if missing:
        return Finding(
            name,
            well=False,
            detail=f"lacks {', '.join(sorted(missing))}",
            remedy="Add these scopes as manifest.yml has them, and install the app again.",
        )
    return Finding(name, well=True, detail=f"connected to {answer['team']}")


def _opened(settings: Settings) -> Iterator[Store]:
    """Open the database, if it can be; what is wrong with it is told elsewhere."""
    try:
        store = open_store(settings)
    except OpenSSIError:
        return
    with closing(store.database):
        yield store


def ask(method: Callable[[], SlackResponse]) -> SlackResponse | str:
    """Call Slack; what comes back instead of an answer is the reason why there is none."""
    try:
        return method()
    except (SlackApiError, OSError) as error:
        return reason_of(error)


def reason_of(error: SlackApiError | OSError) -> str:
    """Tell why a call did not come through: Slack's name of the error, or what broke on the way."""
    if isinstance(error, SlackApiError):
        return str(error.response["error"])
    return str(error.reason if isinstance(error, URLError) else error)
