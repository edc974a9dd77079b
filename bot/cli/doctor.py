"""`ssi doctor`: names what is missing, and how to mend it."""

from collections.abc import Iterator
from dataclasses import dataclass

import typer
from pydantic import SecretStr
from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError

from bot.app import open_store
from bot.cli.opening import JsonOption
from bot.cli.printing import console, print_json
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
            mark = "[green]✓[/]" if finding.well else "[red]✗[/]"
            console.print(f"{mark} {finding.name}: {finding.detail}")
            if finding.remedy:
                console.print(f"  → {finding.remedy}")
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
        yield _slack(settings, settings.slack_bot_token)


def _database(settings: Settings) -> Finding:
    try:
        store = open_store(settings)
    except OpenSSIError as error:
        return Finding("Database", well=False, detail="not ready", remedy=str(error))
    url = store.database.url.render_as_string(hide_password=True)
    store.database.close()
    return Finding("Database", well=True, detail=f"up to date ({url})")


def _secret(name: str, secret: SecretStr | None, prefix: str, remedy: str) -> Finding:
    if secret is None:
        return Finding(name, well=False, detail="not set", remedy=remedy)
    if not secret.get_secret_value().startswith(prefix):
        return Finding(name, well=False, detail=f"does not begin with {prefix}", remedy=remedy)
    return Finding(name, well=True, detail="set")


def _slack(settings: Settings, token: SecretStr) -> Finding:
    """Ask Slack whether it knows the token, and whether the app may do all that it does."""
    client = WebClient(token.get_secret_value(), base_url=settings.slack_api_url)
    try:
        answer = client.auth_test()
    except (SlackApiError, OSError) as error:
        reason = error.response["error"] if isinstance(error, SlackApiError) else str(error)
        remedy = "Check SLACK_BOT_TOKEN, and that this machine can reach Slack."
        return Finding("Slack", well=False, detail=reason, remedy=remedy)
    granted = answer.headers.get("x-oauth-scopes") or answer.headers.get("X-OAuth-Scopes")
    missing = SCOPES - set(granted.split(",")) if granted else frozenset()
    if missing:
        return Finding(
            "Slack",
            well=False,
            detail=f"lacks {', '.join(sorted(missing))}",
            remedy="Install the app again from manifest.yml.",
        )
    return Finding("Slack", well=True, detail=f"connected to {answer['team']}")
