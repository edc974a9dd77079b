"""`ssi rules`: list, show, check and compare rulebooks."""

from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

import typer

from bot.answers.rules import setting
from bot.cli.opening import JsonOption
from bot.cli.printing import console, decimal, print_json, shown, table
from bot.errors import BadInput, NotFound
from bot.settings import read_settings
from scoring.revision import revisions
from scoring.rulebook import Rulebook, RulebookError, in_force, shipped

app = typer.Typer(help="List, show, check and compare rulebooks.", no_args_is_help=True)

Version = Annotated[str, typer.Argument(help="A rulebook's version, such as 2026-01.")]


@app.command(name="list")
def list_(*, json: JsonOption = False) -> None:
    """List the rulebooks, and which of them is in force today."""
    current = in_force(shipped(), read_settings().clock().date())
    if json:
        print_json(
            [
                {
                    "version": rulebook.version,
                    "effective": rulebook.effective.isoformat(),
                    "signals": len(rulebook.signals),
                    "in_force": rulebook is current,
                }
                for rulebook in shipped()
            ]
        )
        return
    table(
        "Rulebooks",
        ("Version", "Effective", "Signals", "In force"),
        (
            (r.version, str(r.effective), str(len(r.signals)), "yes" if r is current else "")
            for r in shipped()
        ),
    )


@app.command()
def show(
    version: Annotated[
        str | None, typer.Argument(help="A version; the one in force if absent.")
    ] = None,
    *,
    json: JsonOption = False,
) -> None:
    """Show every signal of a rulebook."""
    rulebook = _shipped(version) if version else in_force(shipped(), read_settings().clock().date())
    if json:
        signals = [
            {
                "name": signal.name,
                "pillar": signal.pillar.value,
                "measure": signal.measure.value,
                "kinds": sorted(kind.label for kind in signal.kinds),
                "of": sorted(kind.label for kind in signal.of),
                "window": signal.window,
                "target": float(signal.target),
                "cap": decimal(signal.cap),
                "unit": signal.unit,
                "reason": signal.reason,
            }
            for signal in rulebook.signals
        ]
        print_json(
            {
                "version": rulebook.version,
                "effective": rulebook.effective.isoformat(),
                "signals": signals,
            }
        )
        return
    table(
        f"Rulebook {rulebook.version}, in force from {rulebook.effective}",
        ("Signal", "Pillar", "Target", "Window", "Cap", "Why"),
        (
            (
                signal.name,
                signal.pillar.value,
                f"{setting(signal, 'target')} {signal.unit}",
                f"{signal.window} days" if signal.window else "–",
                shown(signal.cap),
                signal.reason,
            )
            for signal in rulebook.signals
        ),
    )


@app.command()
def check(file: Annotated[Path, typer.Argument(help="A rulebook in TOML.")]) -> None:
    """Check a rulebook of your own; says which line is wrong."""
    try:
        rulebook = Rulebook.parse(file.read_text("utf-8"))
    except (OSError, UnicodeDecodeError):
        raise BadInput(f"{file} cannot be read as text. Give a rulebook in TOML.") from None
    except RulebookError as error:
        raise BadInput(f"{file}: {error}") from None
    console.print(f"{file} is sound: {len(rulebook.signals)} signals, 25 points a pillar.")


@app.command()
def diff(old: Version, new: Version, *, json: JsonOption = False) -> None:
    """Tell what differs between two rulebooks."""
    rows = list(_rows(_shipped(old), _shipped(new)))
    if json:
        print_json([dict(zip(("signal", "setting", "old", "new"), r, strict=True)) for r in rows])
    else:
        table(f"{old} → {new}", ("Signal", "Setting", old, new), rows)


def _rows(old: Rulebook, new: Rulebook) -> Iterator[tuple[str, str, str, str]]:
    for revision in revisions(old, new):
        was, now = revision.before, revision.after
        if was and now:
            for name in revision.changed:
                yield now.name, name, setting(was, name), setting(now, name)
        elif was:
            reason = next((each.reason for each in new.retired if each.signal == was.name), "")
            yield was.name, "retired", shown(was.cap), reason
        elif now:
            yield now.name, "added", "", shown(now.cap)


def _shipped(version: str) -> Rulebook:
    for rulebook in shipped():
        if rulebook.version == version:
            return rulebook
    versions = ", ".join(rulebook.version for rulebook in shipped())
    raise NotFound(f"There is no rulebook {version}. There are: {versions}.")
