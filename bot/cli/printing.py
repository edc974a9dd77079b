"""Printing: tables for people, plain JSON for programs."""

import json
from collections.abc import Collection, Iterable, Sequence

from rich.console import Console
from rich.table import Table

from bot.answers.score.as_json import decimal
from scoring.rounding import to_tenths

console = Console(highlight=False, markup=False, emoji=False)
errors = Console(stderr=True, highlight=False, markup=False, emoji=False)


def say(sentence: str) -> None:
    """Print a sentence, which the terminal may wrap."""
    console.print(sentence, soft_wrap=True)


def complain(sentence: str) -> None:
    """Print to stderr what is wrong, and the way out."""
    errors.print(sentence, style="red", soft_wrap=True)


def print_json(value: object) -> None:
    """Print a value as JSON, with nothing around it."""
    print(json.dumps(value, ensure_ascii=False, indent=2))  # noqa: T201 - rich would wrap lines


def table(
    title: str,
    columns: Sequence[str],
    rows: Iterable[Sequence[str]],
    *,
    numbers: Collection[str] = (),
) -> None:
    """Print rows under a title; the columns that are numbers are aligned to the right."""
    console.print(title, style="bold", soft_wrap=True)
    shown = Table(header_style="bold")
    for column in columns:
        shown.add_column(column, justify="right" if column in numbers else "left")
    for row in rows:
        shown.add_row(*row)
    console.print(shown)


def shown(hundredths: int) -> str:
    """Write points as people read them, such as 68.4."""
    return points(to_tenths(hundredths))


def exact_change(hundredths: int) -> str:
    """Write a change to its last digit, such as −3.02."""
    return f"{decimal(hundredths):+.2f}".replace("-", "−").replace("+0.00", "0.00")


def points(tenths: int) -> str:
    """Write points in tenths as people read them, such as 68.4."""
    return f"{tenths / 10:.1f}"


def signed(tenths: int) -> str:
    """Write a change in tenths as people read it, such as −3.0."""
    return f"{tenths / 10:+.1f}".replace("-", "−").replace("+0.0", "0.0")
