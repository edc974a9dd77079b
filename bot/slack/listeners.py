"""The listeners: one a kind of payload, for Bolt tries listeners one by one."""

import re

from slack_bolt import App, BoltContext
from slack_sdk import WebClient

from bot.slack.clicks import Clicks
from bot.slack.commands import Commands
from bot.slack.downloads import Downloads
from bot.slack.events import Envelope, Events
from bot.slack.permissions import COMMAND
from bot.slack.reception import Reception
from bot.slack.submissions import Submissions


def register(app: App, reception: Reception, downloads: Downloads) -> None:
    """Tell Bolt who takes what."""
    events = Events(reception, downloads)

    def acknowledge() -> None:
        """Let Slack know that an event came in; it is acted on afterwards."""

    def act(body: Envelope, client: WebClient, context: BoltContext) -> None:
        events.take(body, client, context.bot_user_id or "")

    app.command(COMMAND)(Commands(reception).take)
    app.action(re.compile(""))(Clicks(reception).take)
    app.view(re.compile(""))(Submissions(reception).take)
    app.event(re.compile(""))(ack=acknowledge, lazy=[act])
