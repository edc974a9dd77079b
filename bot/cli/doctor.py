"""`ssi doctor`: names what is missing, and how to mend it."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from urllib.error import URLError

import typer
from pydantic import SecretStr
from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError
from slack_sdk.web import SlackResponse

from bot.app import open_store
from bot.cli.options import JsonOption
from bot.cli.printing import console, print_json, say
from bot.errors import OpenSSIError
from bot.settings import Settings, read_settings
from bot.slack.permissions import SCOPES


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was looked at; ``remedy`` says how to mend what is not well."""

    name: str
    well: bool
    detail: str
    remedy: str = ""


def doctor(*, json: JsonOption = False) -> None:
    """Check the database, the settings and Slack; exit 1 when something is to be mended."""
    findings = list(_examine(read_settings()))
    if json:
        print_json(
            [
                {"name": f.name, "ok": f.well, "detail": f.detail, "remedy": f.remedy}
                for f in findings
            ]
        )
    else:
        for finding in findings:
            console.print(
                "✓" if finding.well else "✗", style="green" if finding.well else "red", end=" "
            )
            say(f"{finding.name}: {finding.detail}")
            if finding.remedy:
                say(f"  → {finding.remedy}")
    if not all(finding.well for finding in findings):
        raise typer.Exit(1)


def _examine(settings: Settings) -> Iterator[Finding]:
    yield _database(settings)
    yield _secret(
        "SLACK_BOT_TOKEN",
        settings.slack_bot_token,
        "xoxb-",
        "Install the app from manifest.yml, then copy “Bot User OAuth Token” "
        "(OAuth & Permissions).",
    )
    if settings.slack_app_token is None:
        yield _secret(
            "SLACK_SIGNING_SECRET",
            settings.slack_signing_secret,
            "",
            "Copy “Signing Secret” (Basic Information), or set SLACK_APP_TOKEN for Socket Mode.",
        )
    else:
        yield _secret(
            "SLACK_APP_TOKEN",
            settings.slack_app_token,
            "xapp-",
            "Make an app-level token with the scope connections:write (Basic Information).",
        )
    if settings.slack_bot_token is not None:
        yield _bot_in_slack(settings, settings.slack_bot_token)
    if settings.slack_app_token is not None:
        yield _socket_mode(settings, settings.slack_app_token)
    if settings.rehearsal_now is not None:
        detail = f"stands still at {settings.rehearsal_now.isoformat()}, for SSI_NOW says so"
        yield Finding("Clock", well=True, detail=detail)


def _database(settings: Settings) -> Finding:
    try:
        store = open_store(settings)
    except OpenSSIError as error:
        return Finding("Database", well=False, detail="not ready", remedy=str(error))
    store.database.close()
    return Finding("Database", well=True, detail=f"up to date ({store.database.address})")


def _secret(name: str, secret: SecretStr | None, prefix: str, remedy: str) -> Finding:
    if secret is None:
        return Finding(name, well=False, detail="not set", remedy=remedy)
    if not secret.get_secret_value().startswith(prefix):
        return Finding(name, well=False, detail=f"does not begin with {prefix}", remedy=remedy)
    return Finding(name, well=True, detail="set")


def _bot_in_slack(settings: Settings, token: SecretStr) -> Finding:
    """Ask Slack whether it knows the token, and whether the app may do all that it does."""
    answer = _ask(WebClient(token.get_secret_value(), base_url=settings.slack_api_url).auth_test)
    if isinstance(answer, str):
        remedy = "Check SLACK_BOT_TOKEN, and that this machine can reach Slack."
        return Finding("Slack", well=False, detail=answer, remedy=remedy)
    granted = {name.lower(): value for name, value in answer.headers.items()}.get("x-oauth-scopes")
    missing = SCOPES - set(re.split(r",\s*", granted)) if granted else frozenset()
    if missing:
        return Finding(
            "Slack",
            well=False,
            detail=f"lacks {', '.join(sorted(missing))}",
            remedy="Add these scopes as manifest.yml has them, and install the app again.",
        )
    return Finding("Slack", well=True, detail=f"connected to {answer['team']}")


def _socket_mode(settings: Settings, token: SecretStr) -> Finding:
    """Ask Slack for a connection, as Socket Mode does; it is not used."""
    client = WebClient(base_url=settings.slack_api_url)
    answer = _ask(lambda: client.apps_connections_open(app_token=token.get_secret_value()))
    if isinstance(answer, str):
        remedy = "Check SLACK_APP_TOKEN, its scope connections:write, and that Socket Mode is on."
        return Finding("Socket Mode", well=False, detail=answer, remedy=remedy)
    return Finding("Socket Mode", well=True, detail="a connection can be made")


def _ask(method: Callable[[], SlackResponse]) -> SlackResponse | str:
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
