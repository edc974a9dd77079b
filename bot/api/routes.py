"""The API's addresses under /v1: each reads what was sent, asks one answer, and gives JSON."""

from datetime import UTC, date, timedelta
from http import HTTPStatus
from time import perf_counter

import structlog
from flask import Blueprint, Response, g, jsonify, request
from werkzeug.exceptions import HTTPException

from bot.answers.data.sending import send
from bot.answers.desk import Desk
from bot.answers.score.as_json import change_json, score_json
from bot.answers.score.scores import end_of, move
from bot.answers.teams.looking import note_look
from bot.api.access import Access, require_read, require_write
from bot.api.document import document
from bot.api.refusals import Refusal
from bot.api.rows import KINDS, OUTCOMES, read_row, read_rows
from bot.clock import Clock
from bot.errors import BadInput, NotFound, OpenSSIError
from bot.incident import log_incident
from bot.measures import API_CALLS
from bot.storage import Store
from bot.storage.looks import Looked
from bot.storage.tables import ApiToken, Member
from scoring.reference import refer_to

FIRST_DAY, LAST_DAY = date(1970, 1, 1), date(9998, 12, 31)
"""Storage counts days from the first; a window beyond the last would leave the calendar."""

log = structlog.get_logger()

Answer = tuple[Response, HTTPStatus]


def api(store: Store, clock: Clock) -> Blueprint:
    """Make the API over a store."""
    pages = Blueprint("api", __name__, url_prefix="/v1")
    access = Access(store, clock)

    @pages.post("/activities")
    def activities() -> Answer:
        return _take(access, "activities")

    @pages.post("/outcomes")
    def outcomes() -> Answer:
        return _take(access, "outcomes")

    @pages.get("/members/<who>/score")
    def score(who: str) -> Answer:
        token = _reader(access, {"on"})
        desk = access.desk(token)
        member = _member(desk, who)
        day = _day("on") or desk.today(member.zone)
        card = move(desk, member, day, day).change.after
        _note(desk, token, member, Looked.SCORE)
        return jsonify(score_json(member.name, card, refer_to([card], desk.known()))), HTTPStatus.OK

    @pages.get("/members/<who>/explain")
    def explain(who: str) -> Answer:
        token = _reader(access, {"from", "to"})
        desk = access.desk(token)
        member = _member(desk, who)
        first, last = _day("from"), _day("to")
        if first is None or last is None or first > last:
            raise Refusal(
                HTTPStatus.BAD_REQUEST, "Give “from” and “to”: two days, the earlier one first."
            )
        change = move(desk, member, first, last).change
        _note(desk, token, member, Looked.DETAILS)
        reference = refer_to([change.before, change.after], desk.known())
        return jsonify(change_json(member.name, change, reference)), HTTPStatus.OK

    @pages.get("/openapi.json")
    def openapi() -> Answer:
        return jsonify(document()), HTTPStatus.OK

    @pages.route("/<path:_path>", methods=["GET", "POST", "PUT", "PATCH", "DELETE"])
    def unknown(_path: str) -> Answer:
        raise Refusal(HTTPStatus.NOT_FOUND, "There is no such call; /v1/openapi.json lists them.")

    pages.before_request(_begin)
    pages.after_request(_end)
    pages.register_error_handler(Exception, _refuse)
    return pages


def _take(access: Access, name: str) -> Answer:
    """Take in the rows of a call: the good ones together, each other one with its reason."""
    token = g.token = access.token(request)
    require_write(token)
    kinds = OUTCOMES if name == "outcomes" else KINDS
    desk = access.desk(token)
    today = desk.now.astimezone(UTC).date()
    told, refused = {}, {}
    for place, row in enumerate(read_rows(request, name)):
        try:
            told[place] = read_row(row, kinds, today)
        except BadInput as error:
            refused[place] = str(error)
    receipt = send(desk, token, told)
    refused |= receipt.refused
    g.counts = {"taken": receipt.taken, "known": receipt.known, "refused": len(refused)}
    errors = [{"index": place, "error": refused[place]} for place in sorted(refused)]
    status = HTTPStatus.MULTI_STATUS if refused else HTTPStatus.OK
    return jsonify({**g.counts, "errors": errors}), status


def _reader(access: Access, known: set[str]) -> ApiToken:
    """Let a token read, with no parameters but those that are known."""
    token: ApiToken = access.token(request)
    g.token = token
    require_read(token)
    if not set(request.args) <= known:
        names = " and ".join(f"“{name}”" for name in sorted(known))
        raise Refusal(HTTPStatus.BAD_REQUEST, f"This call has no parameters but {names}.")
    return token


def _member(desk: Desk, who: str) -> Member:
    """Find a member by e-mail or Slack id, in the token's own workspace.

    Raises:
        NotFound: there is none, or there are several.
    """
    found = desk.store.members.addressed(desk.workspace_id, {who}).get(who.strip().lower(), ())
    if len(found) != 1:
        raise NotFound("No one member here has this e-mail or Slack id.")
    return found[0]


def _day(name: str) -> date | None:
    """Read a day of the query, if it is there.

    Raises:
        Refusal: it is no day, or out of range.
    """
    text = request.args.get(name)
    if text is None:
        return None
    try:
        day = date.fromisoformat(text)
    except ValueError:
        day = date.min
    if not FIRST_DAY <= day <= LAST_DAY:
        raise Refusal(HTTPStatus.BAD_REQUEST, f"“{name}” is a day, such as 2026-11-18.")
    return day


def _note(desk: Desk, token: ApiToken, member: Member, what: Looked) -> None:
    """Let the member see that somebody looked: who made the token, once a day."""
    yesterday = desk.today(member.zone) - timedelta(days=1)
    note_look(desk, token.created_by, [member], what, once_since=end_of(yesterday, member.zone))


def _begin() -> None:
    g.began, g.token, g.counts = perf_counter(), None, {}


def _end(response: Response) -> Response:
    """Measure and log a call, by numbers and kinds of work alone."""
    call = (request.endpoint or "").rpartition(".")[2]
    API_CALLS.labels(call, str(response.status_code)).observe(perf_counter() - g.began)
    ids = {"workspace_id": g.token.workspace_id, "token_id": g.token.token_id} if g.token else {}
    log.info("api_call", call=call, status=response.status_code, **ids, **g.counts)
    return response


def _refuse(error: Exception) -> Answer | tuple[Response, HTTPStatus, dict[str, str]]:
    """Say in one sentence what is wrong; what nobody foresaw has an incident's number."""
    if isinstance(error, Refusal):
        return jsonify(error=str(error)), error.status, error.headers
    if isinstance(error, NotFound):
        return jsonify(error=str(error)), HTTPStatus.NOT_FOUND
    if isinstance(error, OpenSSIError | HTTPException):
        sentence = str(error) if isinstance(error, OpenSSIError) else "The call cannot be read."
        return jsonify(error=sentence), HTTPStatus.BAD_REQUEST
    number = log_incident("api_call_failed", error)
    sentence = f"Something went wrong on our side; nothing was lost. Incident {number}."
    return jsonify(error=sentence), HTTPStatus.INTERNAL_SERVER_ERROR
