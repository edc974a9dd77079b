"""`ssi serve`, `migrate` and `verify`: what an admin runs."""

import gc
import os
import signal
import sys
from contextlib import closing
from threading import Timer
from types import FrameType
from typing import Annotated, NoReturn

import structlog
import typer
import waitress
from flask import Flask
from slack_sdk.errors import SlackApiError
from waitress.server import BaseWSGIServer

from bot.answers.data.verification import Verification
from bot.answers.data.verification import verify as verify_snapshots
from bot.answers.desk import Desk
from bot.answers.score.as_json import decimal
from bot.app import Bot, build, open_store
from bot.cli.findings import reason_of
from bot.cli.logs import log_to_stderr
from bot.cli.opening import open_desks
from bot.cli.options import JsonOption, WorkspaceOption
from bot.cli.printing import complain, errors, print_json, say
from bot.errors import NotReady
from bot.settings import read_settings
from bot.storage import Database
from bot.storage.schema import migrate as migrate_database

log = structlog.get_logger()

THREADS = 16
CONNECTIONS = 1000
"""So many may be open: a load balancer keeps them, and what comes beyond is not even heard."""

SECONDS_IN_A_ROW = 0.0005
"""So long a thread computes while others want to; acknowledgements wait for those that answer.

With Python's own five milliseconds that was up to half a second.
"""

SECONDS_TO_FINISH = 9
"""Supervisors kill what does not end within ten seconds of their asking."""

EVERYWHERE = "0.0.0.0"  # noqa: S104 - a server is there to be reached
HIGHEST_PORT = 65535


def serve(
    port: Annotated[
        int | None,
        typer.Option(min=0, max=HIGHEST_PORT, help="Where to listen (PORT, else 3000)."),
    ] = None,
) -> None:
    """Run the bot: in Socket Mode when SLACK_APP_TOKEN is set, else over HTTP."""
    log_to_stderr()
    settings = read_settings()
    store = open_store(settings)
    with closing(store.database):
        bot = build(settings, settings.clock, store)
        server = _listen(bot.web, settings.port if port is None else port)
        for asked_to_end in (signal.SIGTERM, signal.SIGINT):
            signal.signal(asked_to_end, _end)
        with closing(server):
            _run(bot, server)


def _run(bot: Bot, server: BaseWSGIServer) -> None:
    """Let the bot work until the process is asked to end.

    What is there by now stays. Python need not look through it again for what could be freed, which
    held everybody up for a quarter of a second each time.
    """
    sys.setswitchinterval(SECONDS_IN_A_ROW)
    gc.collect()
    gc.freeze()
    try:
        _start(bot)
        here = f"http://localhost:{server.effective_port}"
        how = "in Socket Mode" if bot.socket else f"at {here}/slack/events"
        errors.print(f"OpenSSI is up {how}. Health: {here}/healthz", soft_wrap=True)
        server.run()
    finally:
        bot.stop()


def _listen(web: Flask, port: int) -> BaseWSGIServer:
    try:
        return waitress.create_server(
            web, host=EVERYWHERE, port=port, threads=THREADS, connection_limit=CONNECTIONS
        )
    except OSError as error:
        raise NotReady(
            f"Port {port} cannot be listened on ({error.strerror}). "
            "Choose another with --port or PORT."
        ) from None


def _start(bot: Bot) -> None:
    try:
        bot.start()
    except (SlackApiError, OSError) as error:
        raise NotReady(
            f"Slack cannot be reached in Socket Mode ({reason_of(error)}). "
            "`ssi doctor` tells what to mend."
        ) from None


def _end(_signal: int, _frame: FrameType | None) -> NoReturn:
    """Leave the server's loop; what is under way is finished, if it does not take too long."""
    last = Timer(SECONDS_TO_FINISH, _give_up)
    last.daemon = True
    last.start()
    raise SystemExit(0)


def _give_up() -> None:
    """End now: what is not finished is not worse off than after a crash, which harms nothing."""
    log.warning("ended_with_work_under_way")
    os._exit(0)


def migrate(*, json: JsonOption = False) -> None:
    """Bring the database's tables up to date."""
    database = Database(read_settings().database_url)
    migrate_database(database)
    url = database.address
    database.close()
    if json:
        print_json({"database": url, "up_to_date": True})
    else:
        say(f"The database is up to date ({url}).")


def verify(*, json: JsonOption = False, workspace: WorkspaceOption = None) -> None:
    """Recompute every snapshot; exit 1 when one differs."""
    with open_desks(workspace) as desks:
        report_on(desks, json=json)


def report_on(desks: list[Desk], *, json: bool) -> None:
    """Recompute the snapshots of some workspaces, and tell what came out.

    Raises:
        typer.Exit: one differs.
    """
    found = [(desk, verify_snapshots(desk)) for desk in desks]
    differences = [line for desk, verified in found for line in _told(desk, verified)]
    checked = sum(verified.checked for _, verified in found)
    if json:
        print_json({"checked": checked, "differences": differences})
    else:
        for line in differences:
            complain(_sentence(line))
        say(f"{checked} snapshots recomputed, {len(differences)} differ.")
    if differences:
        raise typer.Exit(1)


def _sentence(line: dict[str, object]) -> str:
    again = "its rulebook is gone" if line["recomputed"] is None else f"now {line['recomputed']}"
    return f"{line['member']}, {line['day']}: {line['stored']} was stored, {again}."


def _told(desk: Desk, verified: Verification) -> list[dict[str, object]]:
    names = desk.store.members.names(desk.workspace_id)
    return [
        {
            "member": names[found.member_id],
            "day": found.day.isoformat(),
            "stored": decimal(found.stored),
            "recomputed": None if found.recomputed is None else decimal(found.recomputed),
        }
        for found in verified.differences
    ]
