"""`ssi ask`: how a text is understood, one by one or a whole file of them."""

import json as json_lines
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import typer

from bot.cli.opening import JsonOption
from bot.cli.printing import console, print_json
from bot.errors import BadInput
from bot.settings import read_settings
from bot.understanding import Question, understand


def ask(
    text: Annotated[str | None, typer.Argument(help="What somebody asks.")] = None,
    *,
    file: Annotated[
        Path | None, typer.Option(help='One {"text": …} a line; prints one JSON line for each.')
    ] = None,
    now: Annotated[str | None, typer.Option(help="ISO time to take as the present.")] = None,
    tz: Annotated[str, typer.Option(help="The asker's time zone.")] = "UTC",
    json: JsonOption = False,
) -> None:
    """Tell how a text is understood; nothing is looked up."""
    if (text is None) == (file is None):
        raise typer.BadParameter("Give a text, or --file with a file of texts.")
    moment, zone = _moment(now), _zone(tz)
    if file is not None:
        _ask_file(file, moment, zone)
        return
    question = understand(text or "", now=moment, zone=zone)
    if json:
        print_json(question.as_json())
    else:
        _print(question)


def _ask_file(file: Path, now: datetime, zone: ZoneInfo) -> None:
    try:
        lines = file.read_text("utf-8").splitlines()
        texts = [json_lines.loads(line)["text"] for line in lines if line.strip()]
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise BadInput(f'{file} must hold one {{"text": …}} a line ({error}).') from None
    for text in texts:
        question = understand(text, now=now, zone=zone)
        typer.echo(json_lines.dumps(question.as_json(), ensure_ascii=False))


def _print(question: Question) -> None:
    for name, value in question.as_json().items():
        console.print(f"{name:<12}{value}", markup=False)


def _moment(text: str | None) -> datetime:
    """Read the present: a time without a zone is taken as UTC."""
    if text is None:
        return read_settings().clock()
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        raise BadInput(f"{text} is no ISO time. Write it as 2026-11-18T09:00:00Z.") from None
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


def _zone(name: str) -> ZoneInfo:
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError):
        raise BadInput(f"There is no time zone {name}. Write it as Europe/Berlin.") from None
