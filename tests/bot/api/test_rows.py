"""Rows that programs send: each is taken, or told why not, and nothing of it is quoted."""

import json
from typing import Any

import pytest
from sqlalchemy import text
from structlog.testing import capture_logs
from werkzeug.test import TestResponse

from tests.bot.answers.crew import NOW, Crew
from tests.bot.api.conftest import Call

DAY = "2026-06-29"


def comments(external_id: str, quantity: int = 5, **more: Any) -> dict[str, Any]:
    return {
        "member": "UANA",
        "kind": "comment_made",
        "occurred_at": f"{DAY}T09:30:00+02:00",
        "quantity": quantity,
        "external_id": external_id,
        **more,
    }


def send(call: Call, rows: object) -> tuple[TestResponse, tuple[int, ...]]:
    answer = call("POST", "/activities", rows)
    body: Any = answer.json
    return answer, (answer.status_code, body["taken"], body["known"], body["refused"])


def test_each_row_is_taken_or_told_why_not(call: Call) -> None:
    rows: list[object] = [
        comments("r-0"),
        comments("r-1", member="nobody@example.com"),
        comments("r-2", kind="comment"),
        comments("r-3", kind="profile_skills"),
        comments("r-4", occurred_at="yesterday"),
        comments("r-5", occurred_at="2026-07-09"),
        comments("r-6", occurred_at="1999-01-01"),
        comments("r-7", 0),
        comments("r-8", quantity=True),
        comments("r-9", note="Met Dana at the fair"),
        comments("\ud800"),
        {"member": "UANA", "kind": "comment_made"},
        "comment_made",
        comments("r-13", counterpart="Dana Wolf"),
        comments("r-0"),
        {"member": "UANA", "kind": "share_made", "occurred_at": DAY},
        {"member": "UANA", "kind": "share_made", "occurred_at": DAY},
    ]

    answer, counts = send(call, rows)

    body: Any = answer.json
    told = {each["index"]: each["error"] for each in body["errors"]}
    assert counts == (207, 4, 1, 12)
    assert set(told) == set(range(1, 13))
    assert all(sentence.endswith(".") for sentence in told.values())
    assert "no such field; there are: member, kind" in told[9]
    assert "“occurred_at” is missing" in told[11]
    assert "Dana" not in answer.text
    assert send(call, rows)[1] == (207, 0, 5, 12)


@pytest.mark.parametrize(
    ("data", "content_type", "status"),
    [
        (b"{", "application/json", 400),
        (b"[" * 100_000, "application/json", 400),
        (b"\xff\xfe", "application/json", 400),
        (b'{"activities": [], "dry_run": true}', "application/json", 400),
        (b"member,kind", "text/csv", 415),
    ],
)
def test_what_is_no_call_is_refused_as_a_whole(
    call: Call, data: bytes, content_type: str, status: int
) -> None:
    answer = call("POST", "/activities", data=data, content_type=content_type)

    assert answer.status_code == status
    assert list(json.loads(answer.data)) == ["error"]


def test_names_are_kept_as_hashes_alone(call: Call, crew: Crew) -> None:
    rows = [comments("Quokka Ltd", counterpart="Dana Quokka"), comments("x", member="quokka@x.de")]

    with capture_logs() as logs:
        send(call, rows)

    assert "quokka" not in dump(crew).lower()
    assert [{**log, "log_level": ""} for log in logs] == [
        {
            "event": "api_call",
            "call": "activities",
            "status": 207,
            "workspace_id": 1,
            "token_id": 1,
            "taken": 1,
            "known": 0,
            "refused": 1,
            "log_level": "",
        }
    ]


def test_two_members_with_one_address_are_told_apart_by_slack_id(call: Call, crew: Crew) -> None:
    for name in ("U1", "U2"):
        crew.store.members.ensure(
            1, slack_id=name, name=name, email="both@example.com", zone="UTC", now=NOW
        )

    twice = [{**comments("a", member=member), "external_id": None} for member in ("uana", "UANA")]
    assert send(call, twice)[1] == (200, 2, 0, 0), "two rows alike are two"
    answer, counts = send(call, [comments("a", member="both@example.com")])

    assert counts == (207, 0, 0, 1)
    assert "give the Slack id" in answer.text
    assert send(call, [comments("a", member="u2")])[1] == (200, 1, 0, 0)


def test_who_is_forgotten_leaves_nothing_of_what_was_sent(call: Call, crew: Crew) -> None:
    send(call, [comments("a"), comments("b", kind="deal_won")])

    crew.store.personal.forget(1, 1)

    assert not rows_of(crew, "api_entry")
    assert not rows_of(crew, "activity")


def rows_of(crew: Crew, table: str) -> list[object]:
    with crew.store.database.read() as session:
        return list(session.connection().execute(text(f"SELECT * FROM {table}")))  # noqa: S608


def dump(crew: Crew) -> str:
    return str([rows_of(crew, table) for table in ("api_entry", "activity", "recording")])
