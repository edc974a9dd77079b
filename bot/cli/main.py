"""The program `ssi`: its commands, and how it ends when something is wrong."""

import sys
from importlib import import_module
from typing import TypeAlias, cast

import typer
from typer.core import TyperCommand, TyperGroup
from typer.main import get_command

from bot.cli.logs import log_file, log_to_file
from bot.cli.printing import complain
from bot.errors import OpenSSIError
from bot.incident import log_incident

Command: TypeAlias = TyperCommand | TyperGroup

COMMANDS = {
    "demo": "demo.demo",
    "serve": "operations.serve",
    "migrate": "operations.migrate",
    "doctor": "doctor.doctor",
    "import": "importing.import_",
    "score": "reading.score",
    "explain": "reading.explain",
    "team": "reading.team",
    "digest": "reading.digest",
    "ask": "asking.ask",
    "rules": "rules.app",
    "deliveries": "deliveries.deliveries",
    "verify": "operations.verify",
    "backup": "backups.backup",
    "restore": "backups.restore",
}
"""Every command, and where it is in this package: a module, and a function or a group in it."""


class OnDemand(TyperGroup):
    """Imports a command when it is asked for, for storage and Slack's kit take a while to come."""

    def list_commands(self, ctx: object) -> list[str]:  # noqa: ARG002 - as typer calls it
        """Name the commands in the order of their use."""
        return list(COMMANDS)

    def get_command(self, ctx: object, cmd_name: str) -> Command | None:  # noqa: ARG002 - so, too
        """Give a command; of an unknown one nothing, but then all others to guess what is meant."""
        if cmd_name in COMMANDS:
            return _load(cmd_name)
        self.commands = {name: _load(name) for name in COMMANDS}
        return None


def _load(name: str) -> Command:
    module, attribute = COMMANDS[name].split(".")
    found = getattr(import_module(f"bot.cli.{module}"), attribute)
    if not isinstance(found, typer.Typer):
        alone = typer.Typer(add_completion=False)
        alone.command(name)(found)
        found = alone
    return cast("Command", get_command(found))


app = typer.Typer(
    name="ssi",
    cls=OnDemand,
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    add_completion=False,
)


@app.callback()
def ssi() -> None:
    """OpenSSI: a Social Selling Index with open rules and exact explanations."""


def main() -> None:
    """Run a command: exit 0 when done, 1 when it found a problem, 2 on wrong usage."""
    log_to_file()
    try:
        app()
    except OpenSSIError as error:
        complain(str(error))
        sys.exit(1)
    except Exception as error:  # noqa: BLE001 - the last place where a person can be told
        number = log_incident("command_failed", error)
        complain(
            f"Something went wrong on our side (incident {number}); please try again. "
            f"If it stays, report it with the log's line of that number: {log_file()}"
        )
        sys.exit(1)
