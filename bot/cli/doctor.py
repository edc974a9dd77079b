"""`ssi doctor`: names what is missing, and how to mend it."""

from collections.abc import Iterator

import typer
from pydantic import SecretStr
from slack_sdk import WebClient

from bot.app import open_store
from bot.cli.findings import Finding, ask, in_every_workspace, in_one_workspace
from bot.cli.options import JsonOption
from bot.cli.printing import console, print_json, say
from bot.errors import OpenSSIError
from bot.settings import MAKE_A_KEY, Settings, read_settings

FROM_SLACK = "Copy it from *Basic Information*, “App Credentials”."
REMEDIES = {
    "SLACK_CLIENT_ID": FROM_SLACK,
    "SLACK_CLIENT_SECRET": FROM_SLACK,
    "SSI_ENCRYPTION_KEY": f"Make one with `{MAKE_A_KEY}`, and keep it apart from backups.",
}


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
    problem = settings.contradiction()
    if problem:
        yield Finding("Settings", well=False, detail="contradict each other", remedy=problem)
    yield from _secrets(settings)
    if settings.is_for_many:
        yield from in_every_workspace(settings)
    elif settings.slack_bot_token is not None:
        yield from in_one_workspace(settings, settings.slack_bot_token)
    if settings.slack_app_token is not None:
        yield _socket_mode(settings, settings.slack_app_token)
    if settings.rehearsal_now is not None:
        detail = f"stands still at {settings.rehearsal_now.isoformat()}, for SSI_NOW says so"
        yield Finding("Clock", well=True, detail=detail)


def _secrets(settings: Settings) -> Iterator[Finding]:
    """Look at the secrets that one of the two ways needs: for one workspace, or for many."""
    if settings.is_for_many:
        for name, secret in settings.for_many.items():
            yield _secret(name, secret, "", REMEDIES[name])
    else:
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


def _database(settings: Settings) -> Finding:
    try:
        store = open_store(settings)
    except OpenSSIError as error:
        return Finding("Database", well=False, detail="not ready", remedy=str(error))
    store.database.close()
    return Finding("Database", well=True, detail=f"up to date ({store.database.address})")


def _secret(name: str, secret: str | SecretStr | None, prefix: str, remedy: str) -> Finding:
    if secret is None:
        return Finding(name, well=False, detail="not set", remedy=remedy)
    if isinstance(secret, SecretStr) and not secret.get_secret_value().startswith(prefix):
        return Finding(name, well=False, detail=f"does not begin with {prefix}", remedy=remedy)
    return Finding(name, well=True, detail="set")


def _socket_mode(settings: Settings, token: SecretStr) -> Finding:
    """Ask Slack for a connection, as Socket Mode does; it is not used."""
    client = WebClient(base_url=settings.slack_api_url)
    answer = ask(lambda: client.apps_connections_open(app_token=token.get_secret_value()))
    if isinstance(answer, str):
        remedy = "Check SLACK_APP_TOKEN, its scope connections:write, and that Socket Mode is on."
        return Finding("Socket Mode", well=False, detail=answer, remedy=remedy)
    return Finding("Socket Mode", well=True, detail="a connection can be made")
