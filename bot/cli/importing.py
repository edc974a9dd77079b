"""`ssi import`: a member's LinkedIn export comes in from a file, or what LinkedIn showed."""

import re
from pathlib import Path
from typing import Annotated

import typer
from rich.progress import BarColumn, DownloadColumn, Progress, TextColumn

from bot.answers.data.importing import import_file
from bot.answers.data.whose import WhoseUnknown
from bot.answers.desk import Desk
from bot.answers.score.as_json import decimal
from bot.answers.score.reported import import_series
from bot.cli.opening import member_called, open_desk
from bot.cli.options import JsonOption, WorkspaceOption
from bot.cli.printing import complain, errors, points, print_json, say, shown, table
from bot.cli.team_importing import tell_of_team
from bot.errors import BadInput, NotFound
from bot.messages.contexts import Imported, Reported
from bot.messages.contexts.importing import TeamImported
from bot.storage.tables import Member

E_MAIL = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+")
SLACK_ID = re.compile(r"[UW][A-Z0-9]{6,}")


def import_(
    file: Annotated[Path, typer.Argument(help="What LinkedIn, Sales Navigator or a CRM gave.")],
    member: Annotated[
        str | None,
        typer.Option(help="Whose it is: e-mail, Slack id or name. A team's file says so itself."),
    ] = None,
    *,
    json: JsonOption = False,
    workspace: WorkspaceOption = None,
) -> None:
    """Import a file of somebody's own, or a team's. Importing it twice changes nothing."""
    if not file.is_file():
        raise BadInput(f"There is no file {file}. Give the ZIP that LinkedIn sent you.")
    with open_desk(workspace) as desk, _bar(shown=not json) as bar:
        whose, is_new = _known_or_new(desk, member) if member else (None, False)
        reported = import_series(desk, whose, file, file.name) if whose else None
        if whose and reported:
            _tell_of_series(whose, reported, json=json)
            return
        task = bar.add_task(file.name, total=file.stat().st_size)
        try:
            imported = import_file(
                desk,
                whose,
                file,
                file.name,
                by="ssi import",
                progress=lambda read, total: bar.update(task, completed=read, total=total),
            )
        except WhoseUnknown as unknown:
            raise typer.BadParameter(str(unknown)) from None
    if isinstance(imported, TeamImported):
        tell_of_team(imported, json=json)
        return
    if whose is None:
        return
    if json:
        print_json(_as_json(whose, imported))
    else:
        if is_new:
            say(f"{whose.name} is new here.")
        _print(whose, imported)
    if any(line.problem for line in imported.files):
        raise typer.Exit(1)


def _known_or_new(desk: Desk, who: str) -> tuple[Member, bool]:
    """Find the member, or make one, and tell whether it is new.

    An e-mail address or a Slack id makes a new one, and so does any name in an empty database.
    """
    try:
        return member_called(desk, who), False
    except NotFound:
        members = desk.store.members.all(desk.workspace_id)
        named_for_certain = E_MAIL.fullmatch(who) or SLACK_ID.fullmatch(who)
        if members and not named_for_certain:
            raise
    made = desk.store.members.ensure(
        desk.workspace_id,
        slack_id=who if SLACK_ID.fullmatch(who) else None,
        name=who,
        email=who if E_MAIL.fullmatch(who) else None,
        zone=desk.workspace.zone,
        now=desk.now,
    )
    return made, True


def _bar(*, shown: bool) -> Progress:
    return Progress(
        TextColumn("{task.description}"),
        BarColumn(),
        DownloadColumn(),
        console=errors,
        disable=not shown or not errors.is_terminal,
        transient=True,
    )


def _tell_of_series(member: Member, reported: Reported, *, json: bool) -> None:
    """Print what came of a file of scores that LinkedIn showed."""
    theirs, day = reported.total.theirs, reported.day
    if json:
        print_json(
            {
                "member": member.name,
                "readings_new": reported.new,
                "reported": None if theirs is None else decimal(theirs),
                "reported_on": day and day.isoformat(),
                "refusals": [{"row": row, "reason": reason} for row, reason in reported.refused],
            }
        )
        return
    for row, reason in reported.refused:
        complain(f"Row {row}: {reason}")
    say(f"{reported.new} new readings of what LinkedIn showed {member.name}.")
    if day and theirs is not None:
        say(f"The latest is {shown(theirs)}, on {day}.")


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
        "superseded": {kind.label: count for kind, count in imported.superseded},
    }


def _print(member: Member, imported: Imported) -> None:
    table(
        f"{imported.title} → {member.name}",
        ("File", "Read", "Taken", "Known", "Refused"),
        (
            (line.name, *map(str, (line.read, line.taken, line.known, line.rows_refused)))
            for line in imported.files
        ),
        numbers=("Read", "Taken", "Known", "Refused"),
    )
    for line in imported.files:
        if line.problem:
            complain(f"{line.name}: {line.problem}")
        for row, reason in line.refused:
            complain(f"{line.name}, row {row}: {reason}")
        if line.rows_refused > len(line.refused):
            complain(f"{line.name}: {line.rows_refused - len(line.refused)} more rows refused.")
    if imported.superseded:
        logged = sum(count for _, count in imported.superseded)
        say(f"{logged} logged by hand count no more: the file shows those days itself.")
    if imported.ignored:
        say(f"Not needed for a score: {', '.join(imported.ignored)}.")
    if imported.points is not None:
        say(f"{member.name} is at {points(imported.points)} now.")
