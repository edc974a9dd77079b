"""The rows of a call: JSON that was sent becomes what is told, or a sentence that says why not.

A sentence names the field that is wrong and never quotes what is in it.
"""

import json
from collections.abc import Mapping
from datetime import UTC, date, datetime, timedelta
from http import HTTPStatus

from flask import Request
from werkzeug.exceptions import RequestEntityTooLarge

from bot.answers.data.sending import Told
from bot.api.refusals import Refusal
from bot.errors import BadInput
from bot.intake.dates import LINKEDIN_OPENED
from bot.messages.message import Json
from scoring.model import Kind

MOST_ROWS = 1_000
MOST_BYTES = 1_048_576
MOST_QUANTITY = 1_000
LONGEST_ID = 200
LONGEST_NAME = 320
FIELDS = ("member", "kind", "occurred_at", "quantity", "external_id", "counterpart")

KINDS = {kind.label: kind for kind in Kind if not kind.is_state}
OUTCOMES = {label: kind for label, kind in KINDS.items() if kind.is_outcome}

_ZONES = timedelta(days=1)
"""A day that has begun somewhere on Earth may still be tomorrow in UTC."""


def read_rows(request: Request, name: str) -> list[Json]:
    """Read the rows of a request: of its one list, called ``name``, or the body as one row.

    Raises:
        Refusal: it is too large, no JSON, or holds no rows, or too many.
    """
    body = _read_json(request)
    rows = body
    if isinstance(body, dict):
        listed = name in body
        if listed and len(body) > 1:
            raise Refusal(HTTPStatus.BAD_REQUEST, f"Beside “{name}” nothing else is known here.")
        rows = body[name] if listed else [body]
    if not isinstance(rows, list) or not rows:
        raise Refusal(
            HTTPStatus.BAD_REQUEST, f'Send {{"{name}": [ … ]}} with one row at least, or one row.'
        )
    if len(rows) > MOST_ROWS:
        raise Refusal(
            HTTPStatus.REQUEST_ENTITY_TOO_LARGE,
            f"A call takes {MOST_ROWS:,} rows at most. None was taken: send them in several calls.",
        )
    return rows


def _read_json(request: Request) -> Json:
    if request.mimetype != "application/json":
        raise Refusal(
            HTTPStatus.UNSUPPORTED_MEDIA_TYPE, "Send JSON, with “Content-Type: application/json”."
        )
    request.max_content_length = MOST_BYTES
    try:
        body: Json = json.loads(request.get_data())
    except RequestEntityTooLarge:
        raise Refusal(
            HTTPStatus.REQUEST_ENTITY_TOO_LARGE,
            "A call takes 1 MB at most. None was taken: send the rows in several calls.",
        ) from None
    except (ValueError, RecursionError):
        raise Refusal(HTTPStatus.BAD_REQUEST, "The body is no JSON.") from None
    return body


def read_row(row: Json, kinds: Mapping[str, Kind], today: date) -> Told:
    """Read one row.

    Args:
        row: What was sent.
        kinds: The kinds that may be sent, by label.
        today: The present day in UTC.

    Raises:
        BadInput: a field is missing, unknown or wrong; the sentence names it.
    """
    if not isinstance(row, dict):
        raise BadInput("A row is a JSON object.")
    for field in row:
        if field not in FIELDS:
            raise BadInput(f"A row has no such field; there are: {', '.join(FIELDS)}.")
    return Told(
        member=_text(row, "member", LONGEST_NAME),
        kind=_kind(row, kinds),
        moment=_moment(row, today),
        quantity=_quantity(row),
        external_id=_optional(row, "external_id", LONGEST_ID),
        counterpart=_optional(row, "counterpart", LONGEST_NAME),
    )


def _kind(row: Mapping[str, Json], kinds: Mapping[str, Kind]) -> Kind:
    label = _text(row, "kind", LONGEST_NAME)
    if label not in kinds:
        raise BadInput("“kind” is not one that is taken here; /v1/openapi.json lists them.")
    return kinds[label]


def _moment(row: Mapping[str, Json], today: date) -> datetime:
    """Read when it happened; a time without a zone, and a day, are read as UTC."""
    text = _text(row, "occurred_at", LONGEST_ID)
    try:
        moment = datetime.fromisoformat(text)
        moment = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
        day = moment.astimezone(UTC).date()
    except (ValueError, OverflowError):
        raise BadInput("“occurred_at” is an ISO 8601 time, such as 2026-11-18T09:30:00Z.") from None
    if day < LINKEDIN_OPENED:
        raise BadInput("“occurred_at” is before 5 May 2003, the day LinkedIn opened.")
    if day - _ZONES > today:
        raise BadInput("“occurred_at” is in the future.")
    return moment


def _quantity(row: Mapping[str, Json]) -> int:
    match row.get("quantity"):
        case None:
            return 1
        case int(quantity) if not isinstance(quantity, bool) and 1 <= quantity <= MOST_QUANTITY:
            return quantity
    raise BadInput(f"“quantity” is a whole number from 1 to {MOST_QUANTITY:,}.")


def _optional(row: Mapping[str, Json], field: str, longest: int) -> str | None:
    return None if row.get(field) is None else _text(row, field, longest)


def _text(row: Mapping[str, Json], field: str, longest: int) -> str:
    if field not in row:
        raise BadInput(f"“{field}” is missing.")
    value = row[field]
    if not isinstance(value, str):
        raise BadInput(f"“{field}” is a text.")
    text = value.strip()
    if not text or len(text) > longest or not text.isprintable():
        raise BadInput(f"“{field}” is a text of 1 to {longest} printable characters.")
    return text
