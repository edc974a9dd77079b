"""`ssi backup` and `restore`: everything into one file, and back."""

import shlex
from contextlib import closing
from pathlib import Path
from typing import Annotated

import typer

from bot.app import open_store
from bot.cli.opening import open_desks
from bot.cli.operations import report_on
from bot.cli.options import JsonOption
from bot.cli.printing import print_json, say
from bot.errors import BadInput, NotReady
from bot.settings import read_settings
from bot.storage import Database, Store
from bot.storage.backup import back_up, look_at, put_back
from bot.storage.schema import is_new, migrate

FileArgument = Annotated[Path, typer.Argument(show_default=False, help="The backup.")]
ReplaceOption = Annotated[bool, typer.Option("--replace", help="Give up what is stored now.")]


def backup(file: FileArgument, *, json: JsonOption = False) -> None:
    """Copy everything that is stored into a new file, while the bot may be at work."""
    with closing(open_store(read_settings()).database) as database:
        if not database.is_sqlite:
            raise NotReady(
                "On PostgreSQL its own tool makes backups. Type: "
                f"pg_dump --format=custom --file={file} {shlex.quote(database.passwordless)}"
            )
        back_up(database, file)
    size = file.stat().st_size
    if json:
        print_json({"file": str(file), "bytes": size})
    else:
        say(f"Everything is in {file} ({size:,} bytes). `ssi restore` brings it back.")


def restore(
    file: FileArgument, *, replace: ReplaceOption = False, json: JsonOption = False
) -> None:
    """Bring back what a backup holds, and compute every stored score again; stop the bot first."""
    with closing(Database(read_settings().database_url)) as database:
        if not database.is_sqlite:
            raise NotReady(
                "On PostgreSQL its own tool restores, into an empty database. Type: "
                "pg_restore --no-owner --single-transaction "
                f"--dbname={shlex.quote(database.passwordless)} {file}"
            )
        look_at(file)
        if not replace and _holds_something(database):
            raise BadInput(
                f"{database.address} holds data already. "
                f"`ssi restore {file} --replace` gives it up."
            )
        put_back(file, database)
        migrate(database)
    with open_desks(None) as desks:
        report_on(desks, json=json)


def _holds_something(database: Database) -> bool:
    return not is_new(database) and bool(Store(database).workspaces.all())
