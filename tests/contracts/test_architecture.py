"""One `pytest` is the whole gate: what the linters hold the code to, and how a file may look."""

import ast
import os
import subprocess
import sysconfig
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PACKAGES = ("bot", "scoring", "templates")
LONGEST = 300
LISTS = {"data", "versions"}
CODE = {".py", ".js", ".css", ".html", ".j2"}
"""Files that are read as code; rulebooks, words and migrations are lists, however long."""

FILES = sorted(
    path
    for folder in (*PACKAGES, "docs", "tests")
    for path in (ROOT / folder).rglob("*")
    if path.suffix in CODE and not LISTS & set(path.relative_to(ROOT).parts)
)


@pytest.mark.parametrize(
    "command",
    [("ruff", "check", "."), ("ruff", "format", "--check", "."), ("mypy",), ("lint-imports",)],
    ids=" ".join,
)
def test_the_linters_have_nothing_to_say(command: tuple[str, ...]) -> None:
    here = sysconfig.get_path("scripts")
    path = os.pathsep.join((here, os.environ.get("PATH", "")))

    run = subprocess.run(
        command,
        cwd=ROOT,
        env={**os.environ, "PATH": path},
        capture_output=True,
        text=True,
        check=False,
    )

    assert run.returncode == 0, run.stdout + run.stderr


def test_no_file_is_too_long_to_read_at_once() -> None:
    lengths = {path: len(path.read_text("utf-8").splitlines()) for path in FILES}

    assert {name(path): lines for path, lines in lengths.items() if lines > LONGEST} == {}


def test_every_module_says_what_it_is_for() -> None:
    modules = {path: ast.parse(path.read_text("utf-8")) for path in FILES if path.suffix == ".py"}

    assert [name(path) for path, tree in modules.items() if not ast.get_docstring(tree)] == []


def test_every_package_says_what_lives_there() -> None:
    folders = {path.parent for path in FILES if path.suffix == ".py"}
    packages = {folder for folder in folders if name(folder).split("/")[0] in PACKAGES}

    assert {name(folder) for folder in packages if not (folder / "__init__.py").exists()} == {
        "bot/storage/migrations",  # Alembic loads these by path
    }


def name(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()
