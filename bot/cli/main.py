"""The program `ssi`: its commands, and how it ends when something is wrong."""

import secrets
import sys

import structlog
import typer

from bot.cli import asking, importing, operations, reading, rules
from bot.cli.demo import demo
from bot.cli.doctor import doctor
from bot.cli.logs import log_to_file
from bot.cli.printing import errors
from bot.errors import OpenSSIError

app = typer.Typer(
    name="ssi",
    help="OpenSSI: a Social Selling Index with open rules and exact explanations.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    add_completion=False,
)
app.command()(demo)
app.command()(operations.serve)
app.command()(operations.migrate)
app.command()(doctor)
app.command(name="import")(importing.import_)
app.command()(reading.score)
app.command()(reading.explain)
app.command()(reading.team)
app.command()(reading.digest)
app.command()(asking.ask)
app.add_typer(rules.app, name="rules")
app.command()(operations.verify)


def main() -> None:
    """Run a command: exit 0 when done, 1 when it found a problem, 2 on wrong usage."""
    log_to_file()
    try:
        app()
    except OpenSSIError as error:
        errors.print(str(error), style="red")
        sys.exit(1)
    except Exception:  # noqa: BLE001 - the last place where a person can be told
        incident = secrets.token_hex(4)
        structlog.get_logger().exception("command_failed", incident=incident)
        errors.print(f"Something went wrong on our side (incident {incident}).", style="red")
        sys.exit(1)
