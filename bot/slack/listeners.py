"""The listeners: one a kind of payload, for Bolt tries listeners one by one.

Slack waits for nothing but an acknowledgement: whatever takes longer is done by the app's workers.
"""

import re
from functools import partial

from slack_bolt import App, BoltContext
from slack_sdk import WebClient

from bot.slack.authority import keep_apart
from bot.slack.calls import call_considerately
from bot.slack.clicks import Clicks
from bot.slack.commands import Commands
from bot.slack.departures import DEPARTURES, Departures
from bot.slack.downloads import Downloads
from bot.slack.events import Envelope, Events
from bot.slack.grants import Grants
from bot.slack.permissions import COMMAND, SHORTCUT
from bot.slack.reception import Reception
from bot.slack.shortcuts import Shortcuts
from bot.slack.submissions import Submissions
from bot.slack.workers import Workers


def register(
    app: App,
    reception: Reception,
    downloads: Downloads,
    grants: Grants,
    workers: Workers,
) -> None:
    """Tell Bolt who takes what."""
    events, departures = Events(reception, downloads), Departures(grants)

    def act(body: Envelope, client: WebClient, context: BoltContext) -> None:
        """Let Slack know that an event came in."""
        workers.take(partial(events.take, body, client, context.bot_user_id or ""))

    app.middleware(keep_apart)
    app.middleware(call_considerately)
    app.command(COMMAND)(Commands(reception, workers).take)
    app.action(re.compile(""))(Clicks(reception, downloads, workers).take)
    app.message_shortcut(SHORTCUT)(Shortcuts(reception).take)
    app.view(re.compile(""))(Submissions(reception, downloads, workers).take)
    for departure in DEPARTURES:
        app.event(departure)(departures.take)
    app.event(re.compile(""))(act)
