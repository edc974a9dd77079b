"""The OpenAPI document: what may be called with what, and what comes back."""

from collections.abc import Mapping
from importlib.metadata import version
from typing import TypeAlias

from bot.api.access import CALLS_A_MINUTE
from bot.api.rows import (
    KINDS,
    LONGEST_ID,
    LONGEST_NAME,
    MOST_QUANTITY,
    MOST_ROWS,
    OUTCOMES,
)
from scoring.model import CauseKind, Pillar

Part: TypeAlias = dict[str, object]

ACTIVITY = {
    "member": "maya@example.com",
    "kind": "comment_made",
    "occurred_at": "2026-11-18T09:30:00Z",
    "quantity": 2,
    "external_id": "crm-4711",
}
OUTCOME = {
    "member": "maya@example.com",
    "kind": "meeting_booked",
    "occurred_at": "2026-11-18",
    "external_id": "deal-99-meeting",
}

_DAY: Part = {"type": "string", "format": "date", "examples": ["2026-11-18"]}
_POINTS: Part = {"type": "number", "description": "Points, with two decimals at most."}
_TEXT: Part = {"type": "string"}
_COUNT: Part = {"type": "integer", "minimum": 0}


def document() -> Part:
    """Write the whole document."""
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "OpenSSI",
            "version": version("openssi"),
            "summary": "Send activities and outcomes, and read scores with what moved them.",
            "description": (
                f"Each call carries a token that an admin makes on the bot's App Home. "
                f"A token may call {CALLS_A_MINUTE} times a minute."
            ),
            "license": {"name": "MIT", "identifier": "MIT"},
        },
        "servers": [{"url": "/v1"}],
        "security": [{"token": []}],
        "paths": {
            "/activities": {"post": _post("activities", "Send activities", ACTIVITY)},
            "/outcomes": {
                "post": _post("outcomes", "Send meetings, opportunities and deals", OUTCOME)
            },
            "/members/{who}/score": {
                "parameters": [_WHO],
                "get": _get(
                    "score",
                    "A member's score at the end of a day",
                    [_query("on", "The day; today, if none is given.", required=False)],
                ),
            },
            "/members/{who}/explain": {
                "parameters": [_WHO],
                "get": _get(
                    "explain",
                    "Why a score changed; the causes add up to it exactly",
                    [
                        _query("from", "The day at whose end it starts."),
                        _query("to", "The day at whose end it ends."),
                    ],
                ),
            },
        },
        "components": {
            "securitySchemes": {"token": {"type": "http", "scheme": "bearer"}},
            "responses": _RESPONSES,
            "schemas": _schemas(),
        },
    }


_WHO: Part = {
    "name": "who",
    "in": "path",
    "required": True,
    "description": "The member's e-mail or Slack id.",
    "schema": _TEXT,
}


def _query(name: str, description: str, *, required: bool = True) -> Part:
    return {
        "name": name, "in": "query", "required": required, "description": description,
        "schema": _DAY,
    }  # fmt: skip


def _post(name: str, summary: str, example: Mapping[str, object]) -> Part:
    """Describe a call that sends rows."""
    row = _ref("activity" if name == "activities" else "outcome")
    listed = _object({name: {"type": "array", "items": row, "minItems": 1, "maxItems": MOST_ROWS}})
    return {
        "operationId": name,
        "summary": summary,
        "description": (
            "The good rows are taken together, the others told by their index. What one name of a "
            "token sent under an external_id is taken once, however often it is sent."
        ),
        "requestBody": {
            "required": True,
            "content": {
                "application/json": {
                    "schema": {"anyOf": [listed, {"type": "array", "items": row}, row]},
                    "examples": {
                        "several": {"value": {name: [example]}},
                        "one": {"value": example},
                    },
                }
            },
        },
        "responses": {
            "200": _answer("Every row is taken, or was known already.", "receipt"),
            "207": _answer("Some rows are refused; the others are taken.", "receipt"),
            **_refusals("400", "401", "403", "413", "415", "429"),
        },
    }


def _get(name: str, summary: str, parameters: list[Part]) -> Part:
    """Describe a call that reads."""
    return {
        "operationId": name,
        "summary": summary,
        "parameters": parameters,
        "responses": {
            "200": _answer(f"The same as `ssi {name} --json` prints.", name),
            **_refusals("400", "401", "403", "404", "429"),
        },
    }


def _answer(description: str, schema: str) -> Part:
    return {
        "description": description,
        "content": {"application/json": {"schema": _ref(schema)}},
    }


def _refusals(*statuses: str) -> Part:
    return {status: {"$ref": f"#/components/responses/{status}"} for status in statuses}


_RETRY: Part = {
    "Retry-After": {"description": "Seconds until it may call again.", "schema": _COUNT}
}
_RESPONSES: Part = {
    status: {
        "description": description,
        "content": {"application/json": {"schema": {"$ref": "#/components/schemas/refusal"}}},
        **({"headers": _RETRY} if status == "429" else {}),
    }
    for status, description in {
        "400": "The call cannot be read; its sentence says why.",
        "401": "No such token holds.",
        "403": "The token may not do this.",
        "404": "There is no such member, or nothing is known of them.",
        "413": f"More than {MOST_ROWS} rows, or than 1 MB. None was taken.",
        "415": "The body is not sent as application/json.",
        "429": "The token called too often within a minute.",
    }.items()
}


def _ref(name: str) -> Part:
    return {"$ref": f"#/components/schemas/{name}"}


def _object(properties: Mapping[str, object], required: tuple[str, ...] | None = None) -> Part:
    """Describe an object; unless told otherwise, all its fields are there."""
    return {
        "type": "object",
        "properties": dict(properties),
        "required": list(properties if required is None else required),
        "additionalProperties": False,
    }


def _list_of(properties: Mapping[str, object]) -> Part:
    return {"type": "array", "items": _object(properties)}


def _row(kinds: Mapping[str, object]) -> Part:
    return _object(
        {
            "member": {**_TEXT, "maxLength": LONGEST_NAME, "description": "E-mail or Slack id."},
            "kind": {"enum": sorted(kinds)},
            "occurred_at": {
                **_TEXT,
                "description": "ISO 8601: a time, or a day. Without a zone it is UTC.",
            },
            "quantity": {
                "type": ["integer", "null"], "minimum": 1, "maximum": MOST_QUANTITY, "default": 1,
            },
            "external_id": {
                "type": ["string", "null"], "maxLength": LONGEST_ID,
                "description": "What it is called where it comes from. The same is taken once.",
            },
            "counterpart": {
                "type": ["string", "null"], "maxLength": LONGEST_NAME,
                "description": "The other person; only a hash of it is stored.",
            },
        },
        ("member", "kind", "occurred_at"),
    )  # fmt: skip


def _schemas() -> Part:
    card: Part = {
        "day": _DAY,
        "score": _POINTS,
        "pillars": _object({pillar.value: _POINTS for pillar in Pillar}),
    }
    signal: Part = {
        "signal": _TEXT,
        "pillar": {"enum": [pillar.value for pillar in Pillar]},
        "points": _POINTS,
        "cap": _POINTS,
        "value": _COUNT,
        "of": {"type": ["integer", "null"]},
        "observed": {"type": "boolean"},
    }
    cause: Part = {
        "pillar": {"enum": [pillar.value for pillar in Pillar]},
        "signal": _TEXT,
        "cause": {"enum": [cause.value for cause in CauseKind]},
        "points": _POINTS,
        "evidence": _list_of(
            {"kind": _TEXT, "amount": {"type": "integer"}, "first": _DAY, "last": _DAY}
        ),
    }
    return {
        "activity": _row(KINDS),
        "outcome": _row(OUTCOMES),
        "receipt": _object(
            {
                "taken": _COUNT,
                "known": _COUNT,
                "refused": _COUNT,
                "errors": _list_of({"index": _COUNT, "error": _TEXT}),
            }
        ),
        "refusal": _object({"error": _TEXT}),
        "score": _object(
            {
                "member": _TEXT,
                "rulebook": _TEXT,
                "reference": _TEXT,
                **card,
                "signals": _list_of(signal),
            }
        ),
        "explain": _object(
            {
                "member": _TEXT,
                "from": _object(card),
                "to": _object(card),
                "delta": _POINTS,
                "causes": _list_of(cause),
                "reference": _TEXT,
            }
        ),
    }
