"""`ssi serve`, `migrate` and `verify`: what an admin runs."""

import signal
import threading
from types import FrameType
from typing import Annotated

import typer
import waitress

from bot.answers.verification import verify as verify_snapshots
from bot.app import build, open_store
from bot.cli.logs import log_to_stderr
from bot.cli.opening import WorkspaceOption, open_desk
from bot.cli.printing import console, decimal, errors
from bot.settings import read_settings
from bot.storage import Database
from bot.storage.schema import migrate as migrate_database

THREADS = 16


def serve(
    port: Annotated[int | None, typer.Option(help="Where to listen (PORT, else 3000).")] = None,
) -> None:
    """Run the bot: in Socket Mode when SLACK_APP_TOKEN is set, else over HTTP."""
    log_to_stderr()
    settings = read_settings()
    listen = settings.port if port is None else port
    bot = build(settings, settings.clock, open_store(settings))
    server = waitress.create_server(bot.web, host="0.0.0.0", port=listen, threads=THREADS)  # noqa: S104
    bot.start()
    how = "Socket Mode" if bot.socket else f"http://0.0.0.0:{server.effective_port}/slack/events"
    errors.print(f"OpenSSI is up: {how}. Health: http://localhost:{server.effective_port}/healthz")

    def stop(_signal: int, _frame: FrameType | None) -> None:
        threading.Thread(target=server.close).start()
        raise SystemExit(0)

    signal.signal(signal.SIGTERM, stop)
    try:
        server.run()
    finally:
        bot.stop()


def migrate() -> None:
    """Bring the database's tables up to date."""
    database = Database(read_settings().database_url)
    migrate_database(database)
    database.close()
    console.print("The database is up to date.")


def verify(*, workspace: WorkspaceOption = None) -> None:
    """Recompute every snapshot; exit 1 when one differs."""
    with open_desk(workspace) as desk:
        found = verify_snapshots(desk)
        names = desk.store.members.names(desk.workspace_id)
    for difference in found.differences:
        again = "nothing" if difference.recomputed is None else decimal(difference.recomputed)
        errors.print(
            f"{names[difference.member_id]}, {difference.day}: "
            f"stored {decimal(difference.stored)}, recomputed {again}",
            style="red",
        )
    console.print(f"{found.checked} snapshots recomputed, {len(found.differences)} differ.")
    if found.differences:
        raise typer.Exit(1)
