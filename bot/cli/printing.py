"""Printing: tables for people, plain JSON for programs."""

import json
from collections.abc import Collection, Iterable, Sequence

from rich.console import Console
from rich.table import Table

from scoring.model import Change, Pillar, Scorecard
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


def card_json(card: Scorecard) -> dict[str, object]:
    """Give a scorecard's day, score and pillars; points are decimal numbers."""
    return {
        "day": card.day.isoformat(),
        "score": decimal(card.points),
        "pillars": {pillar.value: decimal(card.pillar_points(pillar)) for pillar in Pillar},
    }


def change_json(member: str, change: Change) -> dict[str, object]:
    """Give a change with its causes, whose points sum to the delta."""
    return {
        "member": member,
        "from": card_json(change.before),
        "to": card_json(change.after),
        "delta": decimal(change.points),
        "causes": [
            {
                "pillar": cause.pillar.value,
                "signal": cause.signal,
                "cause": cause.cause.value,
                "points": decimal(cause.points),
                "evidence": [
                    {
                        "kind": item.kind.label,
                        "amount": item.amount,
                        "first": item.first.isoformat(),
                        "last": item.last.isoformat(),
                    }
                    for item in cause.evidence
                ],
            }
            for cause in change.causes
        ],
    }


def decimal(hundredths: int) -> float:
    """Turn hundredths of a point into a decimal number of points."""
    return hundredths / 100


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
