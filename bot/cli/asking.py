"""`ssi ask`: how a text is understood, one by one or a whole file of them."""

import json as json_lines
from collections.abc import Iterator
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import Annotated
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import typer

from bot.cli.options import JsonOption
from bot.cli.printing import console, print_json
from bot.errors import BadInput
from bot.settings import read_settings
from bot.understanding import parts_of, understand

UTC = ZoneInfo("UTC")


def _zone(name: str) -> ZoneInfo:
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        raise typer.BadParameter(
            f"There is no time zone “{name}”. Write it as Europe/Berlin."
        ) from None


def _moment(text: str) -> datetime:
    try:
        return datetime.fromisoformat(text)
    except ValueError:
        raise typer.BadParameter(f"{text} is no time. Write it as 2026-11-18T09:00:00Z.") from None


def ask(
    text: Annotated[str | None, typer.Argument(help="What somebody asks.")] = None,
    *,
    file: Annotated[
        Path | None, typer.Option(help='One {"text": …} a line; prints one JSON line for each.')
    ] = None,
    now: Annotated[
        datetime | None,
        typer.Option(
            parser=_moment,
            metavar="ISO",
            help="A time to take as the present; the asker's own, if it names no zone.",
        ),
    ] = None,
    tz: Annotated[
        ZoneInfo | None,
        typer.Option(parser=_zone, metavar="ZONE", help="The asker's time zone; UTC if absent."),
    ] = None,
    json: JsonOption = False,
) -> None:
    """Tell how a text is understood; nothing is looked up."""
    if (text is None) == (file is None):
        raise typer.BadParameter("Give a text, or --file with a file of texts.")
    zone = tz or UTC
    moment = now or read_settings().clock()
    if moment.tzinfo is None:
        moment = moment.replace(tzinfo=zone)
    if file is not None:
        for line in _texts(file):
            typer.echo(json_lines.dumps(_asked(line, moment, zone), ensure_ascii=False))
        return
    asked = _asked(text or "", moment, zone)
    if json:
        print_json(asked)
    else:
        for name, value in asked.items():
            console.print(f"{name:<12}{value}")


def _asked(text: str, now: datetime, zone: ZoneInfo) -> dict[str, object]:
    """Tell how a text is understood as a whole; where it asks two questions, the other one, too."""
    read = partial(understand, now=now, zone=zone)
    main = read(text)
    asked: dict[str, object] = {**main.as_json()}
    match parts_of(text, read, now.astimezone(zone).date()):
        case (first, second):
            other = second if first.question.intent is main.intent else first
            asked["also"] = other.question.as_json()
    return asked


def _texts(file: Path) -> Iterator[str]:
    """Read the texts of a JSON Lines file; blank lines are passed over.

    Raises:
        BadInput: the file cannot be read, or a line holds something else; it is named.
    """
    try:
        with file.open(encoding="utf-8-sig") as lines:
            for number, line in enumerate(lines, 1):
                if line.strip():
                    yield _text(line, f"{file}, line {number}")
    except (OSError, UnicodeDecodeError):
        raise BadInput(f"{file} cannot be read as text. Give a file of JSON lines.") from None


def _text(line: str, where: str) -> str:
    try:
        match json_lines.loads(line):
            case {"text": str(text)}:
                return text
    except ValueError:
        pass
    raise BadInput(f'{where}: this is not {{"text": "…"}}. Write one such object a line.')
