"""Serves the Web API over HTTP: who is calling, may they, how often, and what is answered."""

import socket
import time
from collections.abc import Mapping

from flask import Blueprint, Response, jsonify, request

from bot.workspace.hub import Hub
from bot.workspace.line import OK
from bot.workspace.methods import METHODS
from bot.workspace.protocol import BASIC, Arguments, Method, SlackError
from bot.workspace.rates import TOO_MANY, Fault, FaultPlan, RateLimits, no_faults
from bot.workspace.shapes import JSONObject, an_object, text_of
from bot.workspace.traffic import Exchange


class WebAPI:
    """Answers ``/api/<method>``.

    Args:
        hub: The workspace.
        limits: Says when the bot calls too often.
    """

    def __init__(self, hub: Hub, limits: RateLimits) -> None:
        self._hub = hub
        self._limits = limits
        self.faults: FaultPlan = no_faults

    def blueprint(self) -> Blueprint:
        """Make the routes."""
        routes = Blueprint("web_api", __name__)
        routes.add_url_rule("/api/<name>", view_func=self._serve, methods=["GET", "POST"])
        return routes

    def _serve(self, name: str) -> Response:
        begun = time.monotonic()
        given = _given()
        fault = self.faults(name, given)
        if fault is not None and not fault.accepted:
            answer = broken(fault)
        else:
            answer = self._answer(name, given)
        if fault is not None and fault.accepted:
            answer = broken(fault)
        body = an_object(answer.get_json(silent=True))
        self._hub.workspace.traffic.log(
            Exchange(
                direction="from_bot",
                name=name,
                status=answer.status_code,
                summary="" if body.get("ok") else text_of(body.get("error")) or "fault",
                seconds=time.monotonic() - begun,
                request={key: value for key, value in given.items() if key != "token"},
                response=body,
            )
        )
        return answer

    def _answer(self, name: str, given: Mapping[str, object]) -> Response:
        try:
            body = self._run(name, given)
        except SlackError as error:
            body = {"ok": False, "error": error.error, **error.details}
            answer = jsonify(body)
            answer.status_code = error.status
            if error.status == TOO_MANY:
                answer = jsonify({"ok": False, "error": error.error})
                answer.status_code = TOO_MANY
                answer.headers["Retry-After"] = str(error.details["retry_after"])
        else:
            answer = jsonify({"ok": True, **body})
        scopes = self._hub.workspace.bot.scopes
        if scopes is not None:
            answer.headers["x-oauth-scopes"] = ",".join(sorted(scopes))
        return answer

    def _run(self, name: str, given: Mapping[str, object]) -> JSONObject:
        method = METHODS.get(name)
        if method is None:
            raise SlackError("unknown_method", req_method=name)
        arguments = Arguments(given)
        if method.caller == BASIC:
            self._recognise()
        elif name != "api.test":
            self._authenticate(method, _token(arguments))
        channel = arguments.text("channel")
        wait = self._limits.seconds_to_wait(name, method.tier, channel)
        if wait:
            raise SlackError("ratelimited", status=TOO_MANY, retry_after=wait)
        with self._hub.workspace.journal.lock:
            return method.run(self._hub, arguments)

    def _recognise(self) -> None:
        """Know the app by its own id and secret."""
        bot, given = self._hub.workspace.bot, request.authorization
        if given is None or given.username != bot.client_id:
            raise SlackError("invalid_client_id")
        if given.password != bot.client_secret:
            raise SlackError("bad_client_secret")

    def _authenticate(self, method: Method, token: str) -> None:
        bot = self._hub.workspace.bot
        if not token:
            raise SlackError("not_authed")
        if token not in {bot.bot_token, bot.app_token}:
            raise SlackError("invalid_auth")
        if token == bot.bot_token and not self._hub.workspace.installed:
            raise SlackError("account_inactive")
        if not token.startswith(method.caller):
            raise SlackError("not_allowed_token_type")
        if bot.scopes is None or not method.scopes or bot.scopes & set(method.scopes):
            return
        raise SlackError(
            "missing_scope", needed=",".join(method.scopes), provided=",".join(sorted(bot.scopes))
        )


def _given() -> dict[str, object]:
    """Collect the arguments from the URL and the body, form or JSON."""
    given: dict[str, object] = dict(request.args)
    if request.is_json:
        return given | an_object(request.get_json(silent=True))
    return given | dict(request.form)


def _token(arguments: Arguments) -> str:
    header = request.headers.get("Authorization", "")
    return header.removeprefix("Bearer ").strip() or arguments.text("token")


def broken(fault: Fault) -> Response:
    """Answer a call as its fault says."""
    if fault.status is None:
        connection = request.environ["werkzeug.socket"]
        connection.shutdown(socket.SHUT_RDWR)
        return Response(status=OK)
    error = "ratelimited" if fault.status == TOO_MANY else fault.error
    if error:
        answer = jsonify({"ok": False, "error": error})
    else:
        answer = Response("upstream connect error", content_type="text/plain")
    answer.status_code = fault.status
    if fault.retry_after is not None:
        answer.headers["Retry-After"] = str(fault.retry_after)
    return answer
