"""`ssi rules`: list, show, check, compare and bring in rulebooks."""

from pathlib import Path
from typing import Annotated

import typer

from bot.answers.rules.differences import setting
from bot.answers.score.as_json import decimal
from bot.cli.opening import open_desk
from bot.cli.options import JsonOption, WorkspaceOption
from bot.cli.printing import print_json, say, shown, table
from bot.cli.rule_changes import called, diff, known_rulebooks, read_text, upload
from bot.errors import BadInput
from bot.settings import read_settings
from scoring.rulebook import Rulebook, RulebookError, in_force, shipped

app = typer.Typer(
    name="rules", help="List, show, check, compare and bring in rulebooks.", no_args_is_help=True
)

Version = Annotated[str, typer.Argument(help="A rulebook's version, such as 2026-01.")]


@app.command(name="list")
def list_(*, json: JsonOption = False, workspace: WorkspaceOption = None) -> None:
    """List the rulebooks, and which is in force today; with --workspace its own ones, too."""
    known, current = _known(workspace)
    if json:
        print_json([{**_heading(rulebook), "in_force": rulebook is current} for rulebook in known])
        return
    table(
        "Rulebooks",
        ("Version", "Effective", "Signals", "In force"),
        (
            (r.version, str(r.effective), str(len(r.signals)), "yes" if r is current else "")
            for r in known
        ),
        numbers=("Signals",),
    )


@app.command()
def show(
    version: Annotated[
        str | None, typer.Argument(help="A version; the one in force if absent.")
    ] = None,
    *,
    json: JsonOption = False,
    workspace: WorkspaceOption = None,
) -> None:
    """Show every signal of a rulebook."""
    known, current = _known(workspace)
    rulebook = called(known, version) if version else current
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
        numbers=("Window", "Cap"),
    )


@app.command()
def check(
    file: Annotated[Path, typer.Argument(help="A rulebook in TOML.")], *, json: JsonOption = False
) -> None:
    """Check a rulebook of your own; says which line is wrong."""
    try:
        rulebook = Rulebook.parse(read_text(file))
    except RulebookError as error:
        raise BadInput(f"{file}: {error}") from None
    if json:
        print_json(_heading(rulebook))
    else:
        say(f"{file} is sound: {len(rulebook.signals)} signals, 25 points a pillar.")


app.command()(diff)
app.command()(upload)


def _heading(rulebook: Rulebook) -> dict[str, object]:
    return {
        "version": rulebook.version,
        "effective": rulebook.effective.isoformat(),
        "signals": len(rulebook.signals),
    }


def _known(workspace: str | None) -> tuple[tuple[Rulebook, ...], Rulebook]:
    """Give the rulebooks that are known, and the one that is in force today."""
    if workspace is None:
        return shipped(), in_force(shipped(), read_settings().clock().date())
    with open_desk(workspace) as desk:
        current = desk.rulebook(desk.today(desk.workspace.zone))
        return known_rulebooks(desk), current
