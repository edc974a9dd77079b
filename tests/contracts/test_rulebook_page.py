"""The page "How your score works" says what the shipped rulebooks say."""

from pathlib import Path
from runpy import run_path

import pytest

from bot.messages.words import load_words
from scoring.model import Pillar
from scoring.rulebook import Rulebook, Signal, shipped

DOCS = Path(__file__).parents[2] / "docs"
SCRIPT = run_path(str(DOCS / "rulebook_page.py"))
WORDS = load_words("en")


def row_of(page: str, signal: Signal) -> list[str]:
    """Find the row of a signal, by the reason that it alone has, as its cells."""
    (row,) = (line for line in page.splitlines() if line.endswith(f"| {signal.reason} |"))
    return [cell.strip() for cell in row.strip("|").split("|")]


def test_the_page_is_what_the_rulebooks_make() -> None:
    page = (DOCS / "how-your-score-works.md").read_text("utf-8")

    assert SCRIPT["page"](shipped(), WORDS) == page, "run: uv run python docs/rulebook_page.py"


@pytest.mark.parametrize("rulebook", shipped(), ids=lambda rulebook: rulebook.version)
def test_each_signal_has_its_row_in_the_table_of_its_pillar(rulebook: Rulebook) -> None:
    _, *tables = SCRIPT["describe"](rulebook, WORDS).split("### ")

    for pillar, table in zip(Pillar, tables, strict=True):
        signals = [signal for signal in rulebook.signals if signal.pillar is pillar]
        caps = [float(row_of(table, signal)[4]) for signal in signals]
        assert sum(caps) == 25
        assert caps == [signal.cap / 100 for signal in signals]


def test_what_changed_in_november_is_told() -> None:
    page = (DOCS / "how-your-score-works.md").read_text("utf-8")

    assert "- **Posts**: 18 posts instead of 12 for the full 6 points." in page
    assert "- **Saved searches** are no longer scored; they earned up to 4 points." in page
    assert all(retired.reason in page for rulebook in shipped() for retired in rulebook.retired)
