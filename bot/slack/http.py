"""Slack's requests over HTTP, and the answer to "are you well?"."""

from flask import Flask, Response, jsonify, request
from slack_bolt import App
from slack_bolt.adapter.flask import SlackRequestHandler


def http_app(bolt: App) -> Flask:
    """Make the web application: `/slack/events` takes every payload, `/healthz` tells of health."""
    web = Flask("openssi", static_folder=None)
    handler = SlackRequestHandler(bolt)

    @web.post("/slack/events")
    def slack_events() -> Response:
        return handler.handle(request)

    @web.get("/healthz")
    def healthz() -> Response:
        return jsonify(ok=True)

    return web
