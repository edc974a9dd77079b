"""Options and arguments that several commands share, and how a day is read."""

from datetime import date
from typing import Annotated

import typer

from scoring.reference import Reference

FIRST_DAY, LAST_DAY = date(1970, 1, 1), date(9998, 12, 31)
"""Storage counts days from the first; a window beyond the last would leave the calendar."""


def read_day(text: str) -> date:
    """Read a day as an option gives it.

    Raises:
        BadParameter: it is no date, or lies out of range.
    """
    try:
        day = date.fromisoformat(text)
    except ValueError:
        raise typer.BadParameter(f"{text} is no date. Write it as 2026-11-18.") from None
    if not FIRST_DAY <= day <= LAST_DAY:
        raise typer.BadParameter(f"{text} is out of range: days run from 1970 to 9998.")
    return day


def read_reference(text: str) -> Reference:
    """Read the reference of an answer.

    Raises:
        BadParameter: it is none.
    """
    try:
        return Reference.parse(text)
    except ValueError:
        raise typer.BadParameter(
            f"{text} is no reference. An answer ends with one, such as 2026-11/42/7f3a9c1e."
        ) from None


Who = Annotated[str, typer.Argument(help="E-mail, Slack id or name of a member.")]
OnOption = Annotated[
    date | None,
    typer.Option("--on", parser=read_day, metavar="DATE", help="A day, such as 2026-11-18."),
]
WorkspaceOption = Annotated[
    str | None, typer.Option("--workspace", help="Slack id, where several workspaces are stored.")
]
ReferenceOption = Annotated[
    Reference | None,
    typer.Option(
        "--reference",
        parser=read_reference,
        metavar="REFERENCE",
        help="An answer's reference: give the answer by what was known then, and check it.",
    ),
]
JsonOption = Annotated[bool, typer.Option("--json", help="Print plain JSON.")]
