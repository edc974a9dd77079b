"""The API's document is one, is what is served and told, and what comes back keeps to it."""

import json
from pathlib import Path
from runpy import run_path
from typing import Any

import pytest
from flask import Flask
from jsonschema import Draft202012Validator
from openapi_spec_validator import OpenAPIV31SpecValidator

from bot.api.document import ACTIVITY, OUTCOME, document
from scoring.model import Kind
from tests.bot.answers.crew import Crew
from tests.bot.api.conftest import Call

DOCS = Path(__file__).parents[3] / "docs"
PAGE = (DOCS / "api.md").read_text("utf-8")
DOCUMENT: Any = document()


def require(schema: str, body: Any) -> None:
    """Assert that something is as the document says."""
    root = {"$ref": f"#/components/schemas/{schema}", "components": DOCUMENT["components"]}
    assert [error.message for error in Draft202012Validator(root).iter_errors(body)] == []


def test_the_document_is_an_openapi_document() -> None:
    assert list(OpenAPIV31SpecValidator(DOCUMENT).iter_errors()) == []


def test_it_is_served_and_told(call: Call) -> None:
    assert call("GET", "/openapi.json").json == DOCUMENT
    assert run_path(str(DOCS / "api_page.py"))["page"](PAGE) == PAGE, (
        "run: uv run python docs/api_page.py"
    )


def test_it_lists_every_call_there_is(web: Flask) -> None:
    rules = {str(rule).replace("<", "{").replace(">", "}") for rule in web.url_map.iter_rules()}

    assert rules == {f"/v1{path}" for path in DOCUMENT["paths"]} | {
        "/v1/openapi.json",
        "/v1/{path:_path}",
    }


def test_it_lists_every_kind_that_may_be_sent() -> None:
    schemas = DOCUMENT["components"]["schemas"]
    happenings = {kind.label for kind in Kind if not kind.is_state}

    assert set(schemas["activity"]["properties"]["kind"]["enum"]) == happenings
    assert set(schemas["outcome"]["properties"]["kind"]["enum"]) == {
        "meeting_booked",
        "opportunity_created",
        "deal_won",
    }


@pytest.mark.parametrize(("schema", "example"), [("activity", ACTIVITY), ("outcome", OUTCOME)])
def test_the_examples_are_what_may_be_sent(schema: str, example: object) -> None:
    require(schema, example)


def test_what_comes_back_is_as_it_says(call: Call) -> None:
    row = {"member": "UANA", "kind": "comment_made", "occurred_at": "2026-06-29"}

    require("receipt", call("POST", "/activities", [row, {}]).json)
    require("receipt", call("POST", "/outcomes", row | {"kind": "deal_won"}).json)
    require("score", call("GET", "/members/UANA/score").json)
    require("score", call("GET", "/members/uana/score?on=2026-06-01").json)
    require("explain", call("GET", "/members/UANA/explain?from=2026-06-01&to=2026-06-30").json)


@pytest.mark.parametrize(
    ("method", "path", "body"),
    [
        ("POST", "/activities", {"activities": []}),
        ("POST", "/activities", []),
        ("POST", "/activities", 3),
        ("GET", "/members/UANA/score?on=today", None),
        ("GET", "/members/UANA/score?day=2026-06-29", None),
        ("GET", "/members/UANA/explain", None),
        ("GET", "/members/UANA/explain?from=2026-06-30&to=2026-06-01", None),
        ("GET", "/members/UANA/explain?from=0001-01-01&to=2026-06-01", None),
    ],
)
def test_a_call_that_cannot_be_read_is_refused_in_a_sentence(
    call: Call, method: str, path: str, body: object
) -> None:
    answer = call(method, path, body)

    assert answer.status_code == 400
    require("refusal", answer.json)
    assert answer.json
    assert str(answer.json["error"]).endswith(".")


def test_an_activity_is_no_outcome(call: Call) -> None:
    row = {"member": "UANA", "kind": "comment_made", "occurred_at": "2026-06-29"}
    answer = call("POST", "/outcomes", {"outcomes": [row]})

    assert answer.status_code == 207
    assert json.loads(answer.data)["errors"][0]["error"].startswith("“kind” is not one")


def test_what_nobody_foresaw_has_a_number_and_quotes_nobody(
    call: Call, crew: Crew, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_args: object) -> None:
        raise RuntimeError("quokka")

    monkeypatch.setattr(crew.store.members, "addressed", fail)

    answer = call("GET", "/members/UANA/score")

    assert answer.status_code == 500
    assert "Incident" in answer.text
    assert "quokka" not in answer.text
