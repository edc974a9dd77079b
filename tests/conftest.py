"""Fixtures for all tests: databases, and Slack's rules for what it is sent."""

import gc
import json
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import pytest
from hypothesis import settings
from jsonschema import Draft7Validator

from bot.messages.message import Block, Json
from bot.messages.render import View
from tests.engines import CHOSEN, Databases, Engines

SCHEMAS = Path(__file__).parent / "data" / "schemas"
LONGEST_MESSAGE = 12_000

settings.register_profile("suite", max_examples=30)
settings.load_profile("suite")
# A law is tried on more where it says so, or with `--hypothesis-profile=default`.


def pytest_collection_finish() -> None:
    """Take all tests out of what Python looks through for garbage, which stops every thread."""
    gc.collect()
    gc.freeze()


@pytest.fixture(scope="session")
def engines(tmp_path_factory: pytest.TempPathFactory, testrun_uid: str) -> Iterator[Engines]:
    engines = Engines(tmp_path_factory.mktemp("engines"), testrun_uid)
    yield engines
    engines.close()


@pytest.fixture(scope="session")
def lasting_databases(engines: Engines) -> Databases:
    """Makes databases that stay until all tests have run, on the engine of the run."""
    return engines.of(CHOSEN or "sqlite")


@pytest.fixture
def databases(request: pytest.FixtureRequest, engines: Engines) -> Iterator[Databases]:
    """Makes databases of a test's own."""
    with engines.of(getattr(request, "param", CHOSEN or "sqlite")).gone_after() as databases:
        yield databases


@pytest.fixture(scope="session")
def validate_blocks() -> Callable[[list[Block]], None]:
    """Assert that Slack would take a message's blocks."""
    validator = _validator("blocks.message")

    def validate(blocks: list[Block]) -> None:
        _assert_valid(validator, blocks)
        _assert_unique_ids(blocks)
        assert sum(block["type"] == "table" for block in blocks) <= 1
        assert len(json.dumps(blocks, ensure_ascii=False)) <= LONGEST_MESSAGE

    return validate


@pytest.fixture(scope="session")
def validate_home() -> Callable[[View], None]:
    """Assert that Slack would take an App Home view."""
    return _view_rule("view.home")


@pytest.fixture(scope="session")
def validate_modal() -> Callable[[View], None]:
    """Assert that Slack would take a modal."""
    return _view_rule("view.modal")


def _view_rule(name: str) -> Callable[[View], None]:
    validator = _validator(name)

    def validate(view: View) -> None:
        _assert_valid(validator, view)
        _assert_unique_ids(view["blocks"])

    return validate


def _validator(name: str) -> Draft7Validator:
    return Draft7Validator(json.loads((SCHEMAS / f"{name}.schema.json").read_text("utf-8")))


def _assert_valid(validator: Draft7Validator, document: Json) -> None:
    found = validator.iter_errors(document)
    assert [f"{error.json_path}: {error.message[:300]}" for error in found] == []


def _assert_unique_ids(blocks: Json) -> None:
    assert _repeated(_values("block_id", blocks)) == []
    assert isinstance(blocks, list)
    for block in blocks:
        assert _repeated(_values("action_id", block)) == []


def _values(name: str, value: Json) -> Iterator[Json]:
    """Find all values of a name, at any depth."""
    if isinstance(value, dict):
        if name in value:
            yield value[name]
        value = list(value.values())
    if isinstance(value, list):
        for inner in value:
            yield from _values(name, inner)


def _repeated(names: Iterable[Json]) -> list[Json]:
    return [name for name, count in Counter(names).items() if count > 1]
