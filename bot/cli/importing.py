"""`ssi import`: a member's LinkedIn export comes in from a file."""

import re
from pathlib import Path
from typing import Annotated

import typer
from rich.progress import BarColumn, DownloadColumn, Progress, TextColumn

from bot.answers.desk import Desk
from bot.answers.importing import import_file
from bot.cli.opening import JsonOption, WorkspaceOption, member_called, open_desk
from bot.cli.printing import console, errors, points, print_json, table
from bot.errors import BadInput, NotFound
from bot.messages.contexts import Imported
from bot.storage.tables import Member

E_MAIL = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+")
SLACK_ID = re.compile(r"[UW][A-Z0-9]{6,}")


def import_(
    file: Annotated[Path, typer.Argument(help="The ZIP from LinkedIn, or one of its CSV files.")],
    member: Annotated[str, typer.Option(help="Whose it is: e-mail, Slack id or name.")],
    *,
    json: JsonOption = False,
    workspace: WorkspaceOption = None,
) -> None:
    """Import a LinkedIn export. Importing it twice changes nothing."""
    if not file.is_file():
        raise BadInput(f"There is no file {file}. Give the ZIP that LinkedIn sent you.")
    with open_desk(workspace) as desk, _bar(shown=not json) as bar:
        whose = _known_or_new(desk, member)
        task = bar.add_task(file.name, total=file.stat().st_size)
        imported = import_file(
            desk,
            whose,
            file,
            file.name,
            by="ssi import",
            progress=lambda read, total: bar.update(task, completed=read, total=total),
        )
    if json:
        print_json(_as_json(whose, imported))
    else:
        _print(whose, imported)
    if any(line.problem for line in imported.files):
        raise typer.Exit(1)


def _known_or_new(desk: Desk, who: str) -> Member:
    """Find the member; an e-mail address, or anybody in an empty database, makes a new one."""
    try:
        return member_called(desk, who)
    except NotFound:
        members = desk.store.members.all(desk.workspace_id)
        named_for_certain = E_MAIL.fullmatch(who) or SLACK_ID.fullmatch(who)
        if members and not named_for_certain:
            raise
    return desk.store.members.ensure(
        desk.workspace_id,
        slack_id=who if SLACK_ID.fullmatch(who) else None,
        name=who,
        email=who if E_MAIL.fullmatch(who) else None,
        zone=desk.workspace.zone,
        now=desk.now,
    )


def _bar(*, shown: bool) -> Progress:
    return Progress(
        TextColumn("{task.description}"),
        BarColumn(),
        DownloadColumn(),
        console=errors,
        disable=not shown or not errors.is_terminal,
        transient=True,
    )


def _as_json(member: Member, imported: Imported) -> dict[str, object]:
    return {
        "member": member.name,
        "score": None if imported.points is None else imported.points / 10,
        "score_before": None if imported.points_before is None else imported.points_before / 10,
        "files": [
            {
                "file": line.name,
                "recognised": line.recognised,
                "read": line.read,
                "taken": line.taken,
                "known": line.known,
                "refused": line.rows_refused,
                "refusals": [{"row": row, "reason": reason} for row, reason in line.refused],
                "problem": line.problem,
            }
            for line in imported.files
        ],
        "ignored": list(imported.ignored),
    }


def _print(member: Member, imported: Imported) -> None:
    table(
        f"{imported.title} → {member.name}",
        ("File", "Read", "Taken", "Known", "Refused"),
        (
            (line.name, *map(str, (line.read, line.taken, line.known, line.rows_refused)))
            for line in imported.files
        ),
    )
    for line in imported.files:
        if line.problem:
            errors.print(f"{line.name}: {line.problem}", style="red")
        for row, reason in line.refused:
            errors.print(f"{line.name}, row {row}: {reason}", style="yellow")
    if imported.points is not None:
        console.print(f"{member.name} is at {points(imported.points)} now.")
