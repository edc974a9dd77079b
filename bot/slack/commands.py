"""The slash command: `/ssi` with a word, or with any question after it."""

from http import HTTPStatus

from slack_bolt import Ack
from slack_sdk import WebClient, WebhookClient

from bot.answers.conversation import reply_to_command
from bot.answers.turn import Turn
from bot.messages.contexts import Context
from bot.messages.render import plain, render
from bot.slack.modals import BY_OPENER
from bot.slack.reception import Reception, attempt


class Commands:
    """Answers `/ssi` with an acknowledgement that only the asker sees."""

    def __init__(self, reception: Reception) -> None:
        """Take commands at this reception."""
        self._reception = reception

    def take(self, ack: Ack, command: dict[str, str], client: WebClient) -> None:
        """Answer one command."""
        context = attempt(lambda: self._answer(command, client))
        if context is None:
            ack()
            return
        message = render(context)
        simple = plain(message)
        if message == simple:
            ack(text=message.text, blocks=message.blocks, response_type="ephemeral")
            return
        # An acknowledgement does not tell whether the workspace takes the newest blocks.
        ack()
        webhook = WebhookClient(command["response_url"])
        for each in (message, simple):
            sent = webhook.send(text=each.text, blocks=each.blocks, response_type="ephemeral")
            if sent.status_code == HTTPStatus.OK:
                return

    def _answer(self, command: dict[str, str], client: WebClient) -> Context | None:
        asker = self._reception.asker(client, command["user_id"])
        desk = self._reception.desk(client, command["team_id"], asker.zone)
        turn = Turn(desk, asker, command["channel_id"], command["text"])
        modal = BY_OPENER.get(turn.text.strip().lower())
        if modal:
            modal.open(client, turn, command["trigger_id"])
            return None
        return reply_to_command(turn)
