"""The slash command: `/ssi` with a word, or with any question after it."""

from slack_bolt import Ack
from slack_sdk import WebClient

from bot.answers.conversation import Turn, reply_to_command
from bot.messages.contexts import Context
from bot.messages.render import render
from bot.slack.reception import Reception, attempt
from bot.slack.submissions import Submissions

SETUP = "setup"


class Commands:
    """Answers `/ssi` with an acknowledgement that only the asker sees."""

    def __init__(self, reception: Reception, submissions: Submissions) -> None:
        """Take commands at this reception; set-up opens the modal of the submissions."""
        self._reception = reception
        self._submissions = submissions

    def take(self, ack: Ack, command: dict[str, str], client: WebClient) -> None:
        """Answer one command."""
        context = attempt(lambda: self._answer(command, client))
        if context is None:
            ack()
            return
        message = render(context)
        ack(text=message.text, blocks=message.blocks, response_type="ephemeral")

    def _answer(self, command: dict[str, str], client: WebClient) -> Context | None:
        asker = self._reception.asker(client, command["user_id"])
        desk = self._reception.desk(client, command["team_id"], asker.zone)
        channel_id, text = command["channel_id"], command["text"]
        if text.strip().lower() == SETUP:
            self._submissions.open(client, desk, asker, channel_id, command["trigger_id"])
            return None
        return reply_to_command(Turn(desk, asker, channel_id, text))
