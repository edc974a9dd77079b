"""The listeners: one a kind of payload, for Bolt tries listeners one by one.

Slack waits for nothing but an acknowledgement: whatever takes longer is done by the app's workers.
"""

import re

from slack_bolt import App, BoltContext
from slack_sdk import WebClient

from bot.slack.clicks import Clicks
from bot.slack.commands import Commands
from bot.slack.downloads import Downloads
from bot.slack.events import Envelope, Events
from bot.slack.permissions import COMMAND, SHORTCUT
from bot.slack.reception import Reception
from bot.slack.shortcuts import Shortcuts
from bot.slack.submissions import Submissions


def register(app: App, reception: Reception, downloads: Downloads) -> None:
    """Tell Bolt who takes what."""
    commands, clicks = Commands(reception), Clicks(reception, downloads)
    events, submissions = Events(reception, downloads), Submissions(reception, downloads)

    def acknowledge() -> None:
        """Let Slack know that an event came in; it is acted on afterwards."""

    def act(body: Envelope, client: WebClient, context: BoltContext) -> None:
        events.take(body, client, context.bot_user_id or "")

    app.command(COMMAND)(ack=commands.take, lazy=[commands.answer])
    app.action(re.compile(""))(ack=clicks.take, lazy=[clicks.answer])
    app.message_shortcut(SHORTCUT)(Shortcuts(reception).take)
    app.view(re.compile(""))(ack=submissions.take, lazy=[submissions.follow])
    app.event(re.compile(""))(ack=acknowledge, lazy=[act])
