"""What goes wrong is said in every language: each sentence of an error has its translation."""

import ast
import tomllib
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path

import pytest

from bot.messages.languages import FALLBACK, languages
from bot.messages.problems import in_language
from scoring.rulebook import shipped

BOT = Path(str(files("bot")))
READ_BY_PEOPLE = ("answers", "slack", "intake")
ERRORS = {
    "BadInput",
    "NotFound",
    "NotAllowed",
    "NotReady",
    "BadRow",
    "BadFile",
    "Doubtful",
    "Drifted",
    "NeedsMapping",
    "UnknownForm",
}
FACT = "X"

every_other = pytest.mark.parametrize("language", sorted(languages() - {FALLBACK}))


def _said(node: ast.expr) -> str | None:
    """Give a sentence with a fact in each of its gaps; one that is put together has none here."""
    match node:
        case ast.Constant(value=str(text)):
            return text
        case ast.JoinedStr(values=parts):
            return "".join(
                str(part.value) if isinstance(part, ast.Constant) else FACT for part in parts
            )
    return None


def trees(*folders: str) -> Iterator[ast.Module]:
    for folder in folders:
        for path in (BOT / folder).rglob("*.py"):
            yield ast.parse(path.read_text("utf-8"))


def sentences() -> Iterator[str]:
    for tree in trees(*READ_BY_PEOPLE):
        for node in ast.walk(tree):
            match node:
                case ast.Call(func=ast.Name(id=name), args=[first, *_]) if name in ERRORS:
                    said = _said(first)
                    if said is not None:
                        yield said


def constants() -> Iterator[str]:
    for tree in trees("."):
        for node in ast.walk(tree):
            match node:
                case ast.Constant(value=str(text)):
                    yield text


def reasons() -> Iterator[str]:
    for rulebook in shipped():
        yield from (signal.reason for signal in rulebook.signals)
        yield from (retired.reason for retired in rulebook.retired)


def test_sentences_of_errors_are_found() -> None:
    assert "This button leads nowhere any more. Try `/ssi help`." in set(sentences())


@every_other
def test_each_sentence_of_an_error_is_translated(language: str) -> None:
    assert {said for said in sentences() if in_language(said, language) == said} == set()


@every_other
def test_each_reason_of_the_shipped_rules_is_translated(language: str) -> None:
    assert {said for said in reasons() if in_language(said, language) == said} == set()


@every_other
def test_nothing_is_translated_that_nobody_says(language: str) -> None:
    """What stands in no error, and nowhere else in the code, is left over from one that is gone."""
    text = files("templates").joinpath(language, "problems.toml").read_text("utf-8")
    known = {*reasons(), *constants()}
    said = "\n".join(known)

    left_over = {
        each for each in tomllib.loads(text) if any(part not in said for part in each.split("{}"))
    }
    assert left_over == set()
