"""`ssi import` of a team's file: what came in for whom, and who was left out."""

import typer

from bot.cli.printing import complain, print_json, say, table
from bot.messages.contexts.importing import TeamImported


def tell_of_team(imported: TeamImported, *, json: bool) -> None:
    """Print the report; whoever was left out makes it a problem."""
    if json:
        print_json(_as_json(imported))
    else:
        _print(imported)
    if imported.unmatched or imported.set_aside:
        raise typer.Exit(1)


def _as_json(imported: TeamImported) -> dict[str, object]:
    return {
        "members": [
            {
                "member": line.person.name,
                "taken": line.new,
                "known": line.known,
                "change": None if line.change is None else line.change / 10,
            }
            for line in imported.lines
        ],
        "unmatched": list(imported.unmatched),
        "set_aside": [{"file": name, "problem": problem} for name, problem in imported.set_aside],
        "refused": imported.rows_refused,
        "refusals": [{"row": row, "reason": reason} for row, reason in imported.refused],
    }


def _print(imported: TeamImported) -> None:
    table(
        imported.title,
        ("Member", "Taken", "Known"),
        ((line.person.name, str(line.new), str(line.known)) for line in imported.lines),
        numbers=("Taken", "Known"),
    )
    for name in imported.unmatched:
        complain(f"{name} is nobody here: join them, or let an admin say in Slack who it is.")
    for name, problem in imported.set_aside:
        complain(f"{name}: {problem}")
    for row, reason in imported.refused:
        complain(f"Row {row}: {reason}")
    say(f"New entries: {imported.taken}.")
