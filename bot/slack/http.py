"""Slack's requests over HTTP, and the answers to those who watch over the bot."""

from collections.abc import Callable
from dataclasses import dataclass
from http import HTTPStatus

from flask import Flask, Response, jsonify, request
from prometheus_client import CONTENT_TYPE_LATEST
from slack_bolt import App
from slack_bolt.adapter.flask import SlackRequestHandler
from slack_bolt.oauth import OAuthFlow


@dataclass(frozen=True, slots=True)
class Watch:
    """What is told to those who watch over the bot.

    ``why_not_ready`` gives the reason why nothing can be answered now, None when all is well;
    ``figures`` writes the page for Prometheus, where there is to be one.
    """

    why_not_ready: Callable[[], str | None]
    figures: Callable[[], bytes] | None


def http_app(bolt: App, watch: Watch, flow: OAuthFlow | None = None) -> Flask:
    """Make the web application.

    `/slack/events` takes every payload; `/slack/install` and `/slack/oauth_redirect` are there
    where a flow lets workspaces install the app. `/healthz` tells that the process lives, `/readyz`
    whether it can answer, `/metrics` how it works: these three are for the machine's own network.
    """
    web = Flask("openssi", static_folder=None)
    handler = SlackRequestHandler(bolt)

    @web.post("/slack/events")
    def slack_events() -> Response:
        return handler.handle(request)

    if flow:
        for path in (flow.install_path, flow.redirect_uri_path):
            web.add_url_rule(path, path, lambda: handler.handle(request))

    @web.get("/healthz")
    def healthz() -> Response:
        return jsonify(ok=True)

    @web.get("/readyz")
    def readyz() -> tuple[Response, HTTPStatus]:
        reason = watch.why_not_ready()
        if reason:
            return jsonify(ok=False, reason=reason), HTTPStatus.SERVICE_UNAVAILABLE
        return jsonify(ok=True), HTTPStatus.OK

    if watch.figures:
        page = watch.figures

        @web.get("/metrics")
        def metrics() -> Response:
            return Response(page(), content_type=CONTENT_TYPE_LATEST)

    return web
