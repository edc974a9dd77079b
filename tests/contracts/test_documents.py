"""The documents keep what they promise: settings, commands, links, versions, and the wheel."""

import re
import subprocess
import sys
import tomllib
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from typer.core import TyperGroup
from typer.main import get_group

from bot.answers.asking.answering import COMMANDS
from bot.cli.main import app
from bot.messages.actions import SETUP
from bot.settings import Settings

ROOT = Path(__file__).parents[2]
OPERATIONS = (ROOT / "docs" / "operations.md").read_text("utf-8")
README = (ROOT / "README.md").read_text("utf-8")
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
DOCUMENTS = sorted(
    path for pattern in ("*.md", "docs/**/*.md", "tests/**/*.md") for path in ROOT.glob(pattern)
)

TRY = "pip install uv && uv run ssi demo"
TEST = "pip install uv && uv run pytest"

ROW = re.compile(r"^\| `ssi (?P<name>[a-z]+(?: [a-z]+)?)(?P<rest>[^|]*)\|", re.MULTILINE)
OPTION = re.compile(r"--[a-z-]+")
LINK = re.compile(r"\[[^\]]*\]\((?P<to>[^)\s]+)\)")
EVERYWHERE = {"--help", "--json", "--workspace"}
"""Options that many commands share; the document tells of them once."""


def commands(group: TyperGroup, above: tuple[str, ...] = ()) -> Iterator[tuple[str, set[str]]]:
    """Name every command and its options."""
    context = group.make_context("ssi", [], resilient_parsing=True)
    for name in group.list_commands(context):
        command = group.get_command(context, name)
        if isinstance(command, TyperGroup):
            yield from commands(command, (*above, name))
        elif command is not None:
            options = {word for option in command.params for word in option.opts if word[0] == "-"}
            yield " ".join((*above, name)), options


def environment_names() -> set[str]:
    """Name the settings as the environment does."""
    return {
        str(getattr(field.validation_alias, "choices", [name])[0]).upper()
        for name, field in Settings.model_fields.items()
    }


def test_every_command_is_told_with_its_options_and_no_other() -> None:
    told = {row["name"]: set(OPTION.findall(row["rest"])) for row in ROW.finditer(OPERATIONS)}

    there = {name: options - EVERYWHERE for name, options in commands(get_group(app))}

    assert {name: options - EVERYWHERE for name, options in told.items()} == there
    assert set(OPTION.findall(OPERATIONS)) >= EVERYWHERE - {"--help"}


def test_every_word_after_the_slash_command_is_told() -> None:
    told = set(re.findall(r"^\| `/ssi (\w+)", OPERATIONS, re.MULTILINE))

    assert told == {word for word in COMMANDS if word} | {SETUP}


def test_every_setting_is_told_and_no_other() -> None:
    told = set(re.findall(r"^\| `([A-Z_]+)` \|", OPERATIONS, re.MULTILINE))

    assert told == environment_names()


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: str(path.relative_to(ROOT)))
def test_links_lead_somewhere(document: Path) -> None:
    links = (link["to"] for link in LINK.finditer(document.read_text("utf-8")))
    local = [link.partition("#")[0] for link in links if not re.match(r"[a-z]+:|#", link)]

    assert [link for link in local if not (document.parent / link).exists()] == []


def test_the_readme_has_both_commands_and_the_gate_runs_the_second() -> None:
    lines = README.splitlines()

    assert {TRY, TEST} <= set(lines)
    assert (ROOT / ".ci" / "run").read_text("utf-8").splitlines()[-1] == TEST


def test_the_readme_says_whose_it_is_not() -> None:
    assert re.search(r"not affiliated with[^.]*LinkedIn", README)


def test_the_changelog_tells_of_this_version() -> None:
    assert f"\n## {PROJECT['version']}" in (ROOT / "CHANGELOG.md").read_text("utf-8")


def test_the_wheel_holds_all_that_runs(tmp_path: Path) -> None:
    build = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(tmp_path)]
    subprocess.run(build, cwd=ROOT, check=True, capture_output=True)
    (wheel,) = tmp_path.glob("*.whl")

    with zipfile.ZipFile(wheel) as archive:
        packed = {name for name in archive.namelist() if ".dist-info/" not in name}
        scripts = archive.read(f"openssi-{PROJECT['version']}.dist-info/entry_points.txt")

    assert packed == {
        path.relative_to(ROOT).as_posix()
        for folder in ("bot", "scoring", "templates")
        for path in (ROOT / folder).rglob("*")
        if path.is_file() and path.suffix != ".pyc"
    }
    assert {
        "bot/storage/migrations/versions/0001_the_first_tables.py",
        "bot/workspace/page/index.html",
        "scoring/rulebooks/2026-01.toml",
        "templates/en/why.j2",
    } <= packed
    assert b"ssi = bot.cli:main" in scripts
