"""The page on adding an importer is true: what it shows runs, and gives what it says."""

import importlib.util
import io
import json
from pathlib import Path
from types import ModuleType

import pytest

from bot.intake import formats, read
from tests.bot.intake.test_side_by_side import TODAY, told

PAGE = Path(__file__).parents[3] / "docs" / "adding-an-importer.md"


def block(language: str) -> str:
    """Give the page's one block in a language."""
    _, _, rest = PAGE.read_text().partition(f"```{language}\n")
    found, fence, _ = rest.partition("```\n")
    assert fence
    return found


@pytest.fixture
def module(tmp_path: Path) -> ModuleType:
    path = tmp_path / "advocacy.py"
    path.write_text(block("python"))
    spec = importlib.util.spec_from_file_location("advocacy", path)
    assert spec
    assert spec.loader
    made = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(made)
    return made


def test_the_worked_example_reads_its_file(
    module: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(formats, "FORMATS", (*formats.FORMATS, module.Advocacy()))
    stream = io.BytesIO(block("csv").encode())

    export = read(stream, "week.csv", salt=b"salt", today=TODAY)

    assert {"format": export.format, "extracts": list(map(told, export.extracts))} == json.loads(
        block("json")
    )


def test_without_its_line_in_the_registry_the_file_is_unknown() -> None:
    with pytest.raises(formats.BadInput, match="holds nothing that feeds the score"):
        read(io.BytesIO(block("csv").encode()), "week.csv", salt=b"salt", today=TODAY)
